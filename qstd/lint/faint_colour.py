"""K022 faint_colour (warning): the municipality's colour can be seen against the page.

Applies to `colours:` in every municipality.yaml: `brand` on the light page, `brand_dark` on the dark one.
Why: the colour marks the page that one is on and tells whose page it is. Who sees little must see it too: three to one
against its ground (WCAG 2.1, 1.4.11 contrast of what is not text), which Danish law asks of public sites.
How to mend: take the tone that the finding names, or another one of at least that strength.
Bad: `brand: "#ffd54d"` (1.4 to 1 on white). Good: `brand: "#8a6a00"`.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.municipality import Municipality

_LEAST = 3.0
_LIGHT, _DARK = "#ffffff", "#14171a"  # the grounds of the page in light and in dark view
_STEPS = 100

Rgb = tuple[float, float, float]


def check(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Hold each colour against the ground that it stands on."""
    for key, colour, ground in (
        ("brand", municipality.colours.brand, _LIGHT),
        ("brand_dark", municipality.colours.brand_dark, _DARK),
    ):
        ratio = contrast(colour, ground) if colour else _LEAST
        if colour and ratio < _LEAST:
            what = message(
                "Farven {colour} er for svag på siden: kontrasten er {ratio} til 1 og skal være mindst 3 til 1.",
                colour=colour,
                ratio=f"{ratio:.1f}".replace(".", ","),
            )
            hint = message("Brug fx {near}, der er den samme farve, så den kan ses.", near=_nearest(colour, ground))
            yield Hit(("colours", key), what, hint)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (#rrggbb) by WCAG 2.1: from 1 (alike) to 21."""
    high, low = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _nearest(colour: str, ground: str) -> str:
    """Return the first tone on the way to black (or, on a dark ground, to white) that can be seen."""
    end = 1.0 if ground == _DARK else 0.0
    for step in range(1, _STEPS + 1):
        tone = "#" + "".join(f"{round((each + (end - each) * step / _STEPS) * 255):02x}" for each in _rgb(colour))
        if contrast(tone, ground) >= _LEAST:
            return tone
    raise AssertionError("black on white, and white on black, can be seen")


RULE = Rule(
    "K022",
    "warning",
    municipality=check,
    source=message("Kilde: WCAG 2.1, succeskriterium 1.4.11, som webtilgængelighedsloven bygger på."),
    url="https://www.w3.org/TR/WCAG21/#non-text-contrast",
)
