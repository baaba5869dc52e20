"""The look of the site: which templates, style sheets and fonts each kind of file is made with, and nothing beside them.

A page must not change because the style sheet of the PDFs did. So each kind of file gets a part of the theme only, and
that part is what it can read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Literal

from qstd.model.theme import Theme

Part = Literal["page", "alone", "pdf", "docx"]
_CODE = ("html/qstd.css", "html/qstd.js")
_FRAGMENT = "html/fragment.css"  # for the style sheets of content management systems
_SEARCH = ("html/search.css", "html/search.js")
_PARTS: Mapping[Part, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # the templates, and the assets
    "page": (("html/",), ("html/fragment",)),
    "alone": (("html/",), _CODE),  # one file that loads nothing
    "pdf": (("pdf/", "html/parts", "html/legend", "typst/"), ("html/qstd.css", "pdf/", "typst/", "fonts/")),
    "docx": (("docx/",), ("docx/",)),
}
_PUBLIC_FONTS = (".woff2", ".txt")


@dataclass(frozen=True, slots=True)
class Look:
    """A part of a municipality's theme ("" for the common one), and a digest of all that is in it. The files themselves
    stay where they are: see `install`.
    """

    municipality: str
    part: Part
    digest: str


_installed: dict[str, Theme] = {}


def install(themes: Mapping[str, Theme]) -> None:
    """Tell this process the themes, by municipality, that steps will ask for."""
    _installed.clear()
    _installed.update(themes)
    theme.cache_clear()


@cache
def theme(look: Look) -> Theme:
    """Return the files of a look."""
    return only(_installed.get(look.municipality, _installed[""]), look.part)


def common(part: Part) -> Theme:
    """Return the files of the look that municipalities share."""
    return only(_installed[""], part)


def only(whole: Theme, part: Part) -> Theme:
    """Return the part of a theme that a kind of file is made with."""
    templates, assets = _PARTS[part]
    return Theme(
        {name: each for name, each in whole.templates.items() if name.startswith(templates)},
        {name: each for name, each in whole.assets.items() if name.startswith(assets)},
        whole.origins,
    )


def looks(themes: Mapping[str, Theme]) -> Mapping[tuple[str, Part], Look]:
    """Return the look of each municipality's files, by kind. Where a municipality has nothing of its own it is the common
    one, so that what is made with it is made once.
    """
    common = _looks("", themes[""])
    found: dict[tuple[str, Part], Look] = {}
    for slug, each in themes.items():
        own = common if each is themes[""] else _looks(slug, each)
        found |= {(slug, part): look for part, look in own.items()}
    return found


def _looks(slug: str, whole: Theme) -> Mapping[Part, Look]:
    return {part: Look(slug, part, digest(only(whole, part))) for part in _PARTS}


def digest(whole: Theme) -> str:
    """Return a digest of all files of a theme."""
    mark = sha256()
    files = {**{k: v.encode("utf-8", "surrogateescape") for k, v in whole.templates.items()}, **whole.assets}
    for name in sorted(files):
        mark.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return mark.hexdigest()


def public(whole: Theme) -> dict[str, bytes]:
    """Return the assets that a browser loads, by their name on the site."""
    code = {name.removeprefix("html/"): whole.assets[name] for name in (*_CODE, *_SEARCH, _FRAGMENT)}
    fonts = {
        name: data for name, data in whole.assets.items() if name.startswith("fonts/") and name.endswith(_PUBLIC_FONTS)
    }
    return code | fonts
