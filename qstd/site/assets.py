"""Style sheets, scripts and fonts that pages load."""

from collections.abc import Iterator, Mapping

from qstd.model.theme import Theme
from qstd.site.look import public
from qstd.site.steps import Made, Step


def own_assets(themes: Mapping[str, Theme]) -> frozenset[str]:
    """Return the municipalities that have replaced an asset of the common look."""
    common = public(themes[""])
    own = ((slug, each) for slug, each in themes.items() if each is not themes[""])
    return frozenset(slug for slug, each in own if public(each) != common)


def steps(themes: Mapping[str, Theme], own: frozenset[str]) -> Iterator[Step]:
    """Yield the steps of all assets."""
    for slug in ("", *sorted(own)):
        folder = f"{slug}/assets/" if slug else "assets/"
        for name, data in public(themes[slug]).items():
            yield Step((f"{folder}{name}",), given, (data,))


def given(data: bytes) -> Made:
    """Make a file that is given."""
    return Made((data,))
