"""M013 replaced_by (warning): what took a standard's place is there, and the standard itself is withdrawn.

Applies to every standard with `replaced_by:`. Looks for the other one in the same folder; one of another municipality is
taken on trust. A withdrawn standard that nothing replaces is as it should be.
Why: readers of the old page are led to the new one. A name that leads nowhere leaves them with what no longer holds, and a
standard that holds and is said to be replaced leaves them in doubt.
Source: common sense; no rule says so in words.
How to mend: write the name of the file that took its place, without `.yaml`; or withdraw the standard (`qstd approve REF
--status withdrawn --replaced-by REF`).
Bad: `replaced_by: personlig-plejje`. Good: `status: withdrawn` and `replaced_by: personlig-pleje`.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.standard import Standard

_PATH = ("replaced_by",)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the other standard, and at the state of this one."""
    if standard.replaced_by is None:
        return
    municipality, _, slug = standard.replaced_by.rpartition("/")
    own = around.locate((), 0).file.rpartition("/")[2].rpartition(".")[0]
    if municipality in ("", around.slug) and slug == own:
        what = message("Standarden kan ikke være afløst af sig selv.")
        yield Hit(_PATH, what, message("Skriv navnet på den, der er trådt i stedet, eller slet linjen."))
    elif municipality in ("", around.slug) and around.names is not None and slug not in around.names:
        what = message("Standarden er afløst af »{name}«, men den findes ikke.", name=standard.replaced_by)
        near = get_close_matches(slug, sorted(around.names - {own}), n=1, cutoff=0.5)
        hint = (
            message("Mente du »{near}«?", near=near[0])
            if near
            else message("Skriv navnet på filen uden ».yaml«, eller slet linjen.")
        )
        yield Hit(_PATH, what, hint)
    if standard.status != "withdrawn":
        what = message("Standarden er afløst af »{name}«, men den er ikke ophævet.", name=standard.replaced_by)
        hint = message("Ophæv den med »qstd approve STANDARD --status withdrawn«, eller slet linjen »replaced_by:«.")
        yield Hit(_PATH, what, hint)


RULE = Rule("M013", "warning", check, source=message("Kilde: God praksis."))
