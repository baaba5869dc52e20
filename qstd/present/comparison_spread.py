"""How the columns are spread over the answers of a row: the column "Fordeling" of a comparison of many.

The four states are counted first; then what most answer, or for quantities the lowest, the middle and the highest. The
law is no municipality and is not counted.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from qstd.language import translator
from qstd.model.comparison import Comparison, FactCell, FactRow, PropertyRow, Spread, TopicCell, TopicRow
from qstd.model.document import Blocks, Paragraph, Text
from qstd.present.comparison_words import in_own_words, values
from qstd.present.quantities import amount, money, number
from qstd.present.typography import NBSP

N_ = str  # marks a Danish text that is translated where it is shown

_MOST_ANSWERS = 3
_LONGEST_ANSWER = 50
_COUNTED = N_("{answer} ({count})")
_FACTS = {
    "stated": N_("{count} oplyst"),
    "none": N_("{count} »ingen«"),
    "words": N_("{count} i egne ord"),
    "empty": N_("{count} uden tekst"),
    "absent": N_("{count} ikke oplyst"),
    "unfilled": N_("{count} ikke udfyldt"),
}
_TOPICS = {
    "stated": N_("{count} med tekst"),
    "none": N_("{count} »ingen«"),
    "empty": N_("{count} uden tekst"),
    "absent": N_("{count} uden afsnit"),
}


def counts(
    comparison: Comparison, row: FactRow | TopicRow | PropertyRow, language: str, together: bool = False
) -> Blocks:
    """Return what stands in the column "Fordeling": the states, then the answers; `together` on a line each."""
    _ = translator(language)
    words = _TOPICS if isinstance(row, TopicRow) else _FACTS
    own = [at for at, column in enumerate(comparison.columns) if not column.is_law]
    states = Counter(_state(comparison, row, at) for at in own)
    lines = [_(words[state]).format(count=states[state]) for state in words if states[state]]
    said = list(_spreads(row, language) if isinstance(row, FactRow) and row.spreads else _answers(row, own, language))
    lines = [each.replace(" ", NBSP, 1) for each in lines]
    if together:
        lines, said = [", ".join(lines)], list(filter(None, [", ".join(said)]))
    return (
        *(Paragraph((Text(each),), kind="value") for each in lines),
        *(Paragraph((Text(each),), kind="small") for each in said),
    )


def _state(comparison: Comparison, row: FactRow | TopicRow | PropertyRow, at: int) -> str:
    cell = row.cells[at]
    if isinstance(cell, str):
        return "stated" if cell else "absent"
    if isinstance(cell, FactCell) and in_own_words(cell):
        return "words"
    unfilled = isinstance(cell, FactCell) and cell.state == "absent" and not comparison.columns[at].has_facts
    return "unfilled" if unfilled else cell.state


def _answers(row: FactRow | TopicRow | PropertyRow, own: list[int], language: str) -> Iterator[str]:
    """Yield the answers that most give, with how many do; what every column says in its own way is no such answer."""
    _ = translator(language)
    given = [row.groups[at] for at in own if row.groups and row.groups[at] and _is_stated(row.cells[at])]
    common = [(group, count) for group, count in Counter(given).most_common() if count > 1][:_MOST_ANSWERS]
    cells = [row.cells[row.groups.index(group)] for group, _count in common]
    for words, (_group, count) in zip(_told_apart(cells, language), common, strict=True):
        yield _(_COUNTED).format(answer=words, count=count)
    rest = len(given) - sum(count for _group, count in common)
    if common and rest:
        yield _(_COUNTED).format(answer=_("noget andet"), count=rest)


def _is_stated(cell: object) -> bool:
    return bool(cell) if isinstance(cell, str) else getattr(cell, "state", "") == "stated"


def _told_apart(cells: Sequence[FactCell | TopicCell | str], language: str) -> Iterator[str]:
    """Yield each cell in a few words; cells of one value ("1 gruppe") with what is under it too."""
    _ = translator(language)
    short = [values(each, language) if isinstance(each, FactCell) else each for each in cells]
    met = Counter(each for each in short if isinstance(each, str))
    for cell, words in zip(cells, short, strict=True):
        if isinstance(words, TopicCell):
            yield _("samme ord")
            continue
        details = values(cell, language, details=True) if isinstance(cell, FactCell) and met[words] > 1 else words
        yield details if len(details) <= _LONGEST_ANSWER else details[:_LONGEST_ANSWER].rpartition(" ")[0] + " …"


# ---------- Quantities ----------

_AGES = {"min": N_("nedre grænse: {spread}"), "max": N_("øvre grænse: {spread}")}


def _spreads(row: FactRow, language: str) -> Iterator[str]:
    """Yield a line for each unit; where there are several, with how many count in it."""
    _ = translator(language)
    stated = sum(each.state == "stated" for each in row.cells)
    for each in row.spreads:
        line = spread(each, language)
        several = len({other.unit for other in row.spreads}) > 1 or each.count < stated
        yield _(_COUNTED).format(answer=line, count=each.count) if several else line


def spread(value: Spread, language: str) -> str:
    """Return "4–8 uger, median 6", or one figure where all are alike."""
    _ = translator(language)
    # A price or an amount has its period behind it; for an age it says which end of it is meant.
    per = "" if value.unit == "age" else value.per
    unit = "year" if value.unit == "age" else value.unit
    line = amount(value.low, unit, per, language, to=None if value.low == value.high else value.high)
    if value.low != value.high:
        middle = (money if unit == "krone" else number)(value.median, language)
        line = _("{ends}, median {middle}").format(ends=line, middle=middle)
    return _(_AGES[value.per]).format(spread=line) if value.unit == "age" and value.per in _AGES else line
