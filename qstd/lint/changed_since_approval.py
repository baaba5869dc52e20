"""M011 changed_since_approval (warning): a standard says what was approved.

Applies to standards that are approved or in force, and whose approval was made with `qstd approve`: it kept a digest of the
text as readers see it, with shared texts in place. Comments, the order of the facts and how the file is written are no part
of that.
Why: what a citizen is told is what was decided on. A word that was changed afterwards, in the standard or in a shared text
that it uses, is nobody's decision yet.
Source: BEK 1575 of 2014, section 1 (confirmed): the council makes the standard, and decides on it at least once a year:
https://www.retsinformation.dk/eli/lta/2014/1575.
How to mend: see the difference with `qstd diff REF@approved REF`. Then have the change approved (`qstd approve`), or take it
back: the text is as approved again.
Bad: approved with "inden for 14 dage", and it says "inden for 21 dage" now. Good: the new deadline is approved too.
"""

from collections.abc import Iterable, Iterator

from qstd.canon import ApprovalState, state
from qstd.lint.rule import PUBLISHED, Around, Hit, Rule
from qstd.lint.shared.dates import in_words
from qstd.model.finding import Message, message
from qstd.model.standard import Standard, section

_PATH = ("approval", "content")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Lay what it says beside what was approved."""
    if standard.approval is None or standard.approval.content is None:
        return
    used = (each.use for each in standard.sections if each.use)
    if any(around.shared(each) != "whole" for each in used):
        return  # what it says is not known; another finding tells why
    found = state(around.effective(standard))
    if found.kind != "changed":
        return
    told = _joined(_parts(found, standard))
    day = standard.approval.date
    what = (
        message("Standarden er ændret, siden den blev godkendt {date}: {what}.", date=in_words(day), what=told)
        if day
        else message("Standarden er ændret, siden den blev godkendt: {what}.", what=told)
    )
    hint = message(
        "Se forskellen med »qstd diff {ref}@approved {ref}«. Få ændringen godkendt med »qstd approve«, eller tag den "
        "tilbage.",
        ref=_ref(around),
    )
    yield Hit(_PATH, what, hint)


def _parts(found: ApprovalState, standard: Standard) -> Iterator[Message]:
    for each in found.changed:
        own = section(standard, each)
        name = _name(standard, each)
        if own and own.use:
            yield message("{section} (henter den fælles tekst »{name}«)", section=name, name=own.use)
        else:
            yield message("{section}", section=name)
    yield from (message("{section} er nyt", section=_name(standard, each)) for each in found.added)
    yield from (message("»{section}« er væk", section=each) for each in found.removed)
    if found.moved:
        yield message("afsnittene står i en anden rækkefølge")
    if found.beside:
        yield message("titlen, ydelsen, sproget eller en oplysning er en anden")


def _name(standard: Standard, key: str) -> str:
    found = section(standard, key)
    return f"»{(found.heading if found else '') or key}«"


def _joined(parts: Iterable[Message]) -> Message:
    """Return parts as one text, with commas between them."""
    first, *others = parts
    for each in others:
        first = message("{first}, {next}", first=first, next=each)
    return first


def _ref(around: Around) -> str:
    """Return what commands call the standard."""
    name = around.locate((), 0).file.rpartition("/")[2]
    return f"{around.slug}/{name.rpartition('.')[0] or name}"


RULE = Rule(
    "M011",
    "warning",
    check,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, lader kommunen beslutte standarden."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
    applies=PUBLISHED,
)
