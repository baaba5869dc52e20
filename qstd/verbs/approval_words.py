"""What is said of a step in the life of a standard: to whoever took it, and in the history."""

from collections.abc import Iterator, Sequence

from qstd.lint.shared.dates import in_words
from qstd.model.finding import Message, message
from qstd.model.standard import Approval
from qstd.verbs.approval_steps import HELD
from qstd.verbs.approving import Planned

_SUBJECTS = {
    "draft": "Kladde igen",
    "hearing": "Sendt i høring",
    "approved": "Godkendt",
    "in_force": "Sat i kraft",
    "withdrawn": "Ophævet",
}


def told(one: Planned) -> Iterator[Message]:
    """Yield what was done, and what comes next."""
    ref, approval = one.entry.ref, one.new.approval or Approval()
    if one.new.status == "draft":
        yield message("{ref} er kladde igen.", ref=ref)
    elif one.new.status == "hearing":
        yield message("{ref} er i høring. Når den er godkendt: qstd approve {ref} --body HVEM --date DAG", ref=ref)
    elif one.new.status == "withdrawn":
        yield message("{ref} er ophævet og gælder ikke længere.", ref=ref)
        if one.new.replaced_by:
            yield message("I stedet gælder {name}.", name=one.new.replaced_by)
    else:
        yield from _of_approval(one, ref, approval)


def _of_approval(one: Planned, ref: str, approval: Approval) -> Iterator[Message]:
    if approval != one.old.approval and approval.date:
        yield message(
            "{ref} er godkendt af {body} den {day}.", ref=ref, body=approval.body or "?", day=in_words(approval.date)
        )
    since = approval.effective_from
    if one.new.status == "in_force":
        yield message("{ref} gælder nu.", ref=ref)
    elif since:
        yield message(
            "{ref} gælder fra {day}. Sæt den i kraft den dag: {command}",
            ref=ref,
            day=in_words(since),
            command=_next(ref),
        )
    else:
        yield message("{ref} gælder endnu ikke. Sæt den i kraft: {command}", ref=ref, command=_next(ref))


def _next(ref: str) -> str:
    return f"qstd approve {ref} --status in_force"


def subject(planned: Sequence[Planned]) -> str:
    """Return the first line of the commit; the history of a Danish municipality is in Danish."""
    first = planned[0]
    approval = first.new.approval or Approval()
    words = _SUBJECTS[first.new.status]
    if first.new.status in HELD and approval != first.old.approval and approval.date:
        words = f"Godkendt af {approval.body} {approval.date.isoformat()}"
    name = first.new.title if len(planned) == 1 else f"{len(planned)} standarder"
    return f"{words}: {name}"
