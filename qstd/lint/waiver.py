"""K016 waiver (warning): what is set aside is a finding that exists, and has a reason.

Applies to `waive:` in a standard.
Why: a waiver without reason, or for a code that does not exist, hides something without anybody having decided it.
How to mend: correct the code; write the reason in a sentence.
Bad: `{code: K999, reason: ""}`. Good: `{code: K012, reason: Billedet er kun pynt.}`.
"""

from collections.abc import Iterator

from qstd import lint
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at each waiver."""
    codes = {each.code: each.severity for each in lint.rules()} if standard.waive else {}
    for index, waiver in enumerate(standard.waive):
        if waiver.code not in codes:
            what = message("Der er ingen regel med koden »{code}«.", code=waiver.code)
            yield Hit(("waive", index, "code"), what, choose(waiver.code, codes, shown=40))
        elif codes[waiver.code] == "error":
            what = message("{code} er en fejl og kan ikke sættes til side.", code=waiver.code)
            yield Hit(("waive", index, "code"), what, message("Ret fejlen, og slet linjen."))
        if not waiver.reason.strip():
            what = message("Der er ingen begrundelse for at sætte {code} til side.", code=waiver.code)
            yield Hit(("waive", index, "reason"), what, message("Skriv hvorfor."))


RULE = Rule("K016", "warning", check)
