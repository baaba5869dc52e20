"""Places where a line must not break: "§ 99", "afsnit 6", "7 dage", "18 – 64 år", "46 46 44 20"."""

import re

NBSP = "\u00a0"
_UNITS = r"(?:år|dage?|døgn|timer?|minutter|uger?|måneder|mdr\.|kr\.|kroner|%|pct\.)"
# Each begins with what it finds, a space or two figures: so a search goes from one such place to the next at once.
_GLUE = re.compile(
    r" (?:(?=\d)(?:(?<=§ )|(?<=\bafsnit )|(?<=\bsection )|(?<=\bstk\. )|(?<=\bnr\. )|(?<=\d [-–—] ))"
    rf"|(?<=\d )(?=[-–—][ ]?\d|{_UNITS}(?:\W|$)))"
)
_DIGIT = re.compile(r"\d")  # all of them are about figures, and most texts have none
_PHONE = re.compile(r"\d\d(?<!\d\d\d)(?:(?: \d{2}){3}|\d\d \d{4})(?!\d)")


def glue(text: str) -> str:
    """Return the text with non-breaking spaces where a break would hurt; the words stay the same."""
    if not _DIGIT.search(text):
        return text
    return _PHONE.sub(lambda found: found[0].replace(" ", NBSP), _GLUE.sub(NBSP, text))
