"""What a change in the law touches, as data: JSON, and a table with a row for each passage."""

import csv
import io
import re
from typing import Any

from qstd.exports.json_file import json_file
from qstd.exports.readable import readable
from qstd.language import translator
from qstd.model.law_change import LawChange, Touched

N_ = str  # marks a Danish text that is translated where it is shown

_RUNS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|\t")  # what a spreadsheet would run
_HEAD = (N_("Kommune"), N_("Standard"), N_("Titel"), N_("Hjælpen gives efter bestemmelsen"), N_("Hvor"), N_("Afsnit"))
_HEAD_OF_WORDS = (N_("Ordene"), N_("Fil"), N_("Linje"))
_KINDS = {"title": N_("titlen"), "text": N_("teksten"), "law_text": N_("citeret lovtekst"), "fact": N_("en oplysning")}


def law_change_json(change: LawChange) -> bytes:
    """Return `{act, paragraph, looked_at, standards: [{ref, file, title, rests_on_it, passages}]}`."""
    return json_file(
        {
            "act": change.wanted.act,
            "paragraph": change.wanted.paragraph,
            "looked_at": change.looked_at,
            "standards": [_standard(each) for each in change.standards],
        }
    )


def _standard(touched: Touched) -> dict[str, Any]:
    return {
        "ref": touched.ref,
        "municipality": touched.municipality,
        "file": touched.file,
        "title": touched.title,
        "rests_on_it": touched.rests,
        "passages": [
            {
                "kind": each.kind,
                "file": each.place.file,
                "line": each.place.line,
                "column": each.place.column,
                "path": list(each.place.path),
                "section": each.section,
                "words": each.words,
                "names": [list(one) for one in each.names],
            }
            for each in touched.passages
        ],
    }


def law_change_csv(change: LawChange, language: str = "da") -> bytes:
    """Return a line for each passage, as Danish Excel opens it; a standard that names the provision nowhere has one too."""
    _ = translator(language)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_, (*_HEAD, *_HEAD_OF_WORDS)))
    for each in change.standards:
        yes = _("ja") if each.rests else _("nej")
        first = (each.municipality, each.ref, each.title, yes)
        for one in each.passages:
            place = (one.place.file, str(one.place.line or ""))
            writer.writerow(map(_written, (*first, _(_KINDS[one.kind]), one.section, one.words, *place)))
        if not each.passages:
            writer.writerow(map(_written, (*first, "", "", "", each.file, "")))
    return out.getvalue().encode("utf-8-sig")


def _written(text: str) -> str:
    text = readable(text)
    return f"'{text}" if _RUNS.match(text) else text
