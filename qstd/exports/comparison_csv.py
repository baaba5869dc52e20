"""A comparison as CSV, one line for each value, as Danish Excel opens it: UTF-8 with a mark, semicolons, decimal comma.

A comma and not a point in the numbers, since Danish Excel reads "7.5" as the seventh of May; dates are ISO text. Text
that a spreadsheet would run as a formula gets an apostrophe in front: text that begins, white space aside, with = + - @
or one of their wide forms. Line ends inside a text are line feeds; those between lines CR LF.
"""

import csv
import io
import re
from datetime import date
from decimal import Decimal

from qstd.exports.readable import readable
from qstd.exports.tidy import Cell, cells, head, tidy
from qstd.exports.words import Words
from qstd.model.comparison import Comparison

_RUNS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|\t")


def comparison_csv(comparison: Comparison, words: Words) -> bytes:
    """Return the comparison as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head(words))
    writer.writerows(map(_written, cells(line, words)) for line in tidy(comparison, words))
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return format(cell, "f").replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()
    text = readable(cell or "")
    return f"'{text}" if _RUNS.match(text) else text
