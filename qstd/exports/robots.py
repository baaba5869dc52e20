"""robots.txt: search engines are welcome, and where they find the list of all pages."""


def robots(site_url: str = "") -> bytes:
    """Return the file; without the site's address it names no list, since that takes a whole address."""
    lines = ["User-agent: *", "Disallow:"]
    if site_url:
        lines += ["", f"Sitemap: {site_url.rstrip('/')}/sitemap.xml"]
    return "".join(f"{line}\n" for line in lines).encode()
