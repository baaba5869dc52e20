"""The documents themselves beside each other: title, approval, dates."""

from collections.abc import Sequence

from qstd.compare.hollow import folded
from qstd.compare.verdicts import groups, verdict
from qstd.model.comparison import Column, PropertyName, PropertyRow
from qstd.model.standard import Approval


def property_rows(columns: Sequence[Column]) -> tuple[PropertyRow, ...]:
    """Return a row for each property that any of the documents states."""
    values = [_values(each) for each in columns]
    stated = dict.fromkeys(name for each in values for name in each if any(other[name] for other in values))
    return tuple(_row(name, columns, values) for name in stated)


def _row(name: PropertyName, columns: Sequence[Column], values: Sequence[dict[PropertyName, str]]) -> PropertyRow:
    cells = tuple(each[name] for each in values)
    answers = [folded(each) or None for each in cells]
    return PropertyRow(name, verdict(columns, answers), cells, groups(answers))


def _values(column: Column) -> dict[PropertyName, str]:
    """An approval without a date is given in the document's own words."""
    approval = column.approval or Approval()
    return {
        "title": column.title,
        "approved": _text(approval.date) or approval.text or "",
        "approved_by": approval.body or "",
        "effective_from": _text(approval.effective_from),
        "review_due": _text(approval.review_due),
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)
