"""The frame that each kind of page gets: where it is, what leads away from it, and what its head says to machines."""

from qstd.language import translator
from qstd.site.addresses import FORWARD, SEARCH
from qstd.site.plan import Contents
from qstd.writers.html import Page

Link = tuple[str, str]
Alternate = tuple[str, str, str]

ATOM = "application/atom+xml"


def frame(
    contents: Contents,
    path: str,
    crumbs: tuple[Link, ...] = (),
    municipality: str = "",
    menu: tuple[Link, ...] = (),
    alternates: tuple[Alternate, ...] = (),
) -> Page:
    """Return the frame of the page at a path. `crumbs` lead from the front page to it, the last one without an address;
    `menu` is what its menu has beside front page and search.
    """
    _ = translator(contents.choices.language)
    root = "../" * path.count("/")
    search = f"{root}{SEARCH}" if contents.has("search") else ""
    home = f"{'../' * (path.count('/') - 1)}index.html" if municipality else f"{root}index.html"
    ways = [(_("Forside"), f"{root}index.html"), *menu, *([(_("Søg"), search)] if search else [])]
    here = path.rpartition("/")[2]
    return Page(
        root=root,
        assets=f"{root}{contents.assets(municipality)}",
        home=home,
        logo=f"{root}{municipality}/{contents.logos[municipality].names[0]}" if municipality in contents.logos else "",
        crumbs=((_("Kvalitetsstandarder"), f"{root}index.html"), *crumbs) if crumbs else (),
        menu=tuple((label, address, not root and address == here) for label, address in ways),
        language=contents.choices.language,
        search=search,
        site=contents.choices.name,
        url=whole(contents.choices.url, path),
        alternates=alternates,
        noindex=bool(contents.choices.as_of),
        as_of=contents.choices.as_of,
    )


def whole(url: str, path: str) -> str:
    """Return the whole address of a page, where anybody has said where the site is."""
    return f"{url}{path}" if url else ""


__all__ = ["ATOM", "FORWARD", "frame", "whole"]
