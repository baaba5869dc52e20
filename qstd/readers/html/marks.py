"""The marks that a browser sets before the entries of lists."""

from dataclasses import dataclass

from qstd.readers.html.style import unmarked
from qstd.readers.html.survey import Element, name_of

BULLET = "•"
_TYPES = {
    "a": "a",
    "lower-alpha": "a",
    "lower-latin": "a",
    "A": "A",
    "upper-alpha": "A",
    "upper-latin": "A",
    "i": "i",
    "lower-roman": "i",
    "I": "I",
    "upper-roman": "I",
}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST = 100_000


@dataclass(slots=True)
class Marks:
    """The marks of one list. `shown` is false where the list has none, so that its entries are paragraphs."""

    ordered: bool
    shown: bool = True
    number: int = 1
    step: int = 1
    kind: str = "1"

    def next(self, entry: Element) -> str:
        """Give the mark of the next entry."""
        if not self.shown:
            return ""
        if not self.ordered:
            return BULLET
        number = _integer(entry.get("value"), self.number)
        self.number = number + self.step
        return f"{_numeral(number, _TYPES.get(entry.get('type', ''), self.kind))}."


def marks(element: Element, declarations: str, openers: bool) -> Marks:
    """Read what a list says about its marks. `openers`: its entries are the parts of an accordion."""
    if openers or unmarked(declarations):
        return Marks(ordered=False, shown=False)
    if name_of(element) != "ol":
        return Marks(ordered=False)
    backwards = element.get("reversed") is not None
    count = sum(child.tag == "li" for child in element) if backwards else 1
    kinds = [
        _TYPES[word] for word in declarations.lower().replace(";", " ").replace(":", " ").split() if word in _TYPES
    ]
    kind = kinds[-1] if kinds and "list-style" in declarations else _TYPES.get(element.get("type", ""), "1")
    return Marks(True, True, _integer(element.get("start"), count), -1 if backwards else 1, kind)


def _integer(value: str | None, otherwise: int) -> int:
    try:
        number = int(value[:8]) if value else otherwise
    except ValueError:
        return otherwise
    return number if abs(number) < _HIGHEST else otherwise


def _numeral(number: int, kind: str) -> str:
    if kind == "1" or not 0 < number < 400:
        return str(number)
    if kind in "iI":
        text = ""
        for value, letters in _ROMAN:
            text += letters * (number // value)
            number %= value
    else:
        text = ""
        while number:
            number, letter = divmod(number - 1, 26)
            text = chr(97 + letter) + text
    return text.upper() if kind.isupper() else text
