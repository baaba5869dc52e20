"""Where links lead: addresses that may stand in a text, nothing that runs."""

import re
from urllib.parse import urljoin

_CONTROL = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028\u2029\ufeff]+")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WELCOME = ("http:", "https:", "mailto:", "tel:", "sms:")


def address(href: str, base: str) -> str:
    """Give the address of a link as the page has it, in full where the page names a base; "" where there is none to keep:
    a script, a place in the page itself, a file on somebody's own machine.
    """
    href = _CONTROL.sub(lambda found: "%20" if " " in found.group() else "", href.strip("".join(map(chr, range(33)))))
    if not href or href.startswith("#"):
        return ""
    scheme = _SCHEME.match(href)
    if scheme:
        return href if scheme.group().lower() in _WELCOME else ""
    if not base.lower().startswith(("http:", "https:")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href
