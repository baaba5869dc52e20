"""Whether a sentence says when there is a decision, or when the help begins.

What the days are counted from is neither: "begynder senest 5 hverdage efter afgørelsen" is about the start alone.
"""

import re

from qstd.lint.shared.patterns import lazy

_START = lazy(
    r"\b(?:iværksæt|påbegynd|igangsæt|opstart)\w*|\b(?:begynder|starter|sættes i gang|sætter i gang|går i gang|leveres)\b",
    re.IGNORECASE,
)
_DECISION = lazy(
    r"\b(?:svar\w*|besked\w*|afgør\w*|sagsbehandling\w*|reager\w*|meddel\w*|skriver til|høre[rs]? fra|behandle[rst]*"
    r"|frist\w* er|bevilge[rs])\b",
    re.IGNORECASE,
)
_COUNTED_FROM = lazy(
    r"\b(?:efter|fra|når|siden|på baggrund af)\b[^.]{0,60}?\b(?:afgør|svar|ansøgning|besked|meddel|bevil)\w*",
    re.IGNORECASE,
)
_UNTIL = lazy(r"\btil (?:du|borgeren|der|vi)\b[^.]{0,40}\b(?:svar|afgørelse|besked)", re.IGNORECASE)
_LIMIT = lazy(
    r"\b(?:inden ?for|inden|senest|straks|højst|maks\w*|op til|cirka|ca|normalt|typisk|\d+|to|tre|fire|fem|seks|otte) ",
    re.IGNORECASE,
)
TIME = lazy(r"dag|uge|måned|mdr|straks", re.IGNORECASE, stems="dag uge måned mdr straks")


def tells_decision(sentence: str) -> bool:
    """Tell whether a sentence is about when the citizen hears something."""
    return _UNTIL.search(sentence) is not None or _DECISION.search(_COUNTED_FROM.sub("", sentence)) is not None


def tells_start(sentence: str) -> bool:
    """Tell whether a sentence is about when the help begins."""
    return _START.search(sentence) is not None


def has_limit(sentence: str) -> bool:
    """Tell whether a sentence names a time."""
    return _LIMIT.search(sentence) is not None and TIME.search(sentence) is not None
