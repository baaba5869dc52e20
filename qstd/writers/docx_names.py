"""Names and addresses that may stand in a Word file: bookmark names, link targets, clean characters."""

import re
from hashlib import sha1
from urllib.parse import quote

LONGEST_BOOKMARK = 40
LONGEST_TARGET = 2000  # Word cuts addresses a little above this
SECTION_PREFIX = "qstd_"
OWN_PREFIX = "qstd__"  # of what is ours in a file that may come back
ANCHOR_PREFIX = "_"  # Word hides bookmarks that begin so: they are ours, not the writer's

# XML 1.0 has no place for these; those that are white space keep parting words.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f]")
_SPECIAL = re.compile("[\x00-\x1f\x7f&<>\ud800-\udfff\ufffe\uffff]")

_ODD, _PLAIN = re.compile("[^A-Za-z0-9_]"), re.compile("[a-z0-9_-]+")

_HOST = re.compile(
    r"(?=.{1,253}(?::|$))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,4})?"
)
_MAIL = re.compile(r"[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\?[^\s<>\"\\^`{|}]*)?", re.ASCII | re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9][0-9-]{1,30}")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def text(value: str) -> str:
    """Return `value` as XML character data; non-breaking spaces stay, forbidden characters go."""
    if _SPECIAL.search(value) is None:
        return value
    value = _FORBIDDEN.sub("", _SPACE.sub(" ", value))
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """Return `value` as it may stand between double quotes in XML."""
    return text(value).replace('"', "&quot;")


def bookmark(name: str, prefix: str) -> str:
    """Return a bookmark name: letters, digits and underscores, at most 40; what does not fit is told apart by a hash.

    A hyphen becomes an underscore; any other loss of characters adds the hash, so that equal names mean equal ids.
    """
    plain = prefix + _ODD.sub("_", name)
    if len(plain) <= LONGEST_BOOKMARK and _PLAIN.fullmatch(name):
        return plain
    return hashed(plain, name)


def hashed(plain: str, name: str) -> str:
    """Return the bookmark name `plain`, cut, with a hash of the `name` it stands for."""
    digest = sha1(name.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:8]
    return f"{plain[: LONGEST_BOOKMARK - 9]}_{digest}"


def address(href: str) -> str:
    """Return `href` as the target of an external link, or "" when a Word file should not or cannot link to it.

    Only web, mail and telephone addresses pass; a relative path leads nowhere from a file that was sent by mail.
    A malformed address would keep Word from opening the file, so a doubtful one becomes plain text.
    """
    scheme, colon, rest = href.partition(":")
    make = {"http": _web, "https": _web, "mailto": _mail, "tel": _phone}.get(scheme.lower())
    if not colon or make is None or len(href) > LONGEST_TARGET:
        return ""
    target = make(scheme.lower(), rest)
    return target if len(target) <= LONGEST_TARGET else ""


def _web(scheme: str, rest: str) -> str:
    if not rest.startswith("//") or _FORBIDDEN.search(rest) or _SPACE.search(rest):
        return ""
    host, tail = re.fullmatch(r"//([^/?#]*)(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]  # matches all
    try:
        host = host.lower() if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    if not _HOST.fullmatch(host):
        return ""
    path, sharp, fragment = tail.partition("#")
    return f"{scheme}://{host}{_quoted(path)}{sharp}{_quoted(fragment)}"


def _quoted(part: str) -> str:
    """Return the part of an address with everything but plain characters as %XX; what is quoted already stays."""
    return quote(_LONE_PERCENT.sub("%25", part), safe="!$%&'()*+,/:;=?@~")


def _mail(scheme: str, rest: str) -> str:
    return f"{scheme}:{_quoted(rest)}" if _MAIL.fullmatch(rest) else ""


def _phone(scheme: str, rest: str) -> str:
    digits = re.sub(r"[\s().\xa0]", "", rest)
    return f"{scheme}:{digits}" if _PHONE.fullmatch(digits) else ""
