"""`qstd check --law-change`: which standards, and which of their passages, a change in a provision touches."""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from qstd.cli import place
from qstd.language import fill
from qstd.verbs.law_change import LawChange, Touched

N_ = str  # marks a Danish text that is translated where it is shown

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # what a file could use to speak to the terminal itself
_KINDS = {
    "title": N_("i titlen"),
    "text": N_("i teksten"),
    "law_text": N_("i citeret lovtekst"),
    "fact": N_("i en oplysning"),
}


def show(change: LawChange, form: str, language: str) -> None:
    """Print what is touched, as text or JSON, and on standard error what could not be read."""
    place.tell(change.findings, language)
    if form == "json":
        print(json.dumps(_data(change), ensure_ascii=False, indent=2))
        return
    for each in change.standards:
        print("\n".join(_CONTROLS.sub("�", line) for line in _lines(each, language)))
    values = {
        "touched": len(change.standards),
        "all": change.looked_at,
        "passages": sum(len(each.passages) for each in change.standards),
    }
    print(fill("Berørte standarder: {touched} af {all}. Steder: {passages}.", values, language), file=sys.stderr)


def _lines(touched: Touched, language: str) -> Iterator[str]:
    why = N_("{ref}: hjælpen gives efter bestemmelsen") if touched.rests else N_("{ref}: bestemmelsen nævnes")
    yield fill(why, {"ref": touched.ref}, language)
    for each in touched.passages:
        where = ":".join([each.place.file, *(str(one) for one in (each.place.line, each.place.column) if one)])
        yield f"  {where}: {fill(_KINDS[each.kind], {}, language)}: »{each.words}«"


def _data(change: LawChange) -> dict[str, Any]:
    return {
        "act": change.wanted.act,
        "paragraph": change.wanted.paragraph,
        "looked_at": change.looked_at,
        "standards": [_standard(each) for each in change.standards],
    }


def _standard(touched: Touched) -> dict[str, Any]:
    return {
        "ref": touched.ref,
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
                "words": each.words,
            }
            for each in touched.passages
        ],
    }
