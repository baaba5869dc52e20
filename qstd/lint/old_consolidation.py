"""L007 old_consolidation (info): a consolidated act is cited by its newest number that the catalogue knows.

Applies to numbers of consolidated acts ("lovbekendtgørelse nr. 254 af 20. marts 2014") in all texts.
Why: an act that changes is published anew with another number. The old number leads to the act as it was then.
Source: the catalogue's list of the publications of each act, each read as cited in a public source. There may be newer ones
than it knows, so look at https://www.retsinformation.dk.
How to mend: write the newest number and date, or leave number and date out: the act's name is enough.
Bad: "Lov om social service, jf. lovbekendtgørelse nr. 254 af 20. marts 2014". Good: "Lov om social service".
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.citations import status
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.law import Cited, act_name, at, cited
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_BETWEEN = lazy(r"[\s,(]*(?:jfr?\.)?\s*")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at each act that is cited by number."""
    found = cited(standard, around)
    for before, each in zip((None, *found), found, strict=False):
        key = _older(each, before, around)
        if key:
            act = catalogue.acts()[key]
            what = message("{words} er en ældre udgave af {act}.", words=_capital(each.words), act=act_name(key))
            hint = message(
                "Den nyeste, vi kender, er nr. {number} af {date}. Se efter på retsinformation.dk, eller udelad nummeret.",
                number=str(act.number),
                date=act.date,
            )
            yield at(each.passage, what, hint)


def _older(each: Cited, before: Cited | None, around: Around) -> str:
    """Return the act of which a newer publication is known."""
    citation = each.citation
    if citation.form != "instrument" or citation.kind not in ("LBK", "LOV"):
        return ""
    if citation.act:
        found = status(citation, around.today)
        return found.successor if found.successor == citation.act else ""
    act = catalogue.acts().get(before.citation.act) if before and _leads_to(before, each) else None
    dated = len(citation.date) == len("2025-09-22") and citation.kind == "LBK"
    return act.key if act and act.type == "LBK" and act.number and dated and citation.date < act.date else ""


def _leads_to(before: Cited, each: Cited) -> bool:
    """Tell whether the number is that of the act before it: "sundhedsloven, jf. lovbekendtgørelse nr. ..."."""
    return before.passage is each.passage and bool(
        _BETWEEN.fullmatch(each.passage.text, before.citation.end, each.citation.start)
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


RULE = Rule(
    "L007",
    "info",
    check,
    source=message(
        "Kilde: katalogets liste over lovens udgaver. Der kan være en nyere; se efter på retsinformation.dk."
    ),
    url="https://www.retsinformation.dk",
)
