"""What a step of a draft is called where it can be taken back: "Fortryd ændringen af teksten i »Pris«"."""

from qstd.model.finding import Message, message
from qstd.model.standard import StandardFile
from qstd.verbs.editing.journal import Step

_ALONE = {
    "title": message("ændringen af titlen"),
    "service": message("ændringen af ydelsen"),
    "status": message("ændringen af status"),
    "language": message("ændringen af sproget"),
    "approval": message("ændringen af godkendelsen"),
    "text": message("ændringerne i filens tekst"),
}
_OF_SECTION = {
    "body": message("ændringen af teksten i {section}"),
    "heading": message("ændringen af overskriften på {section}"),
    "number": message("ændringen af nummeret på {section}"),
    "topic": message("ændringen af emnet for {section}"),
    "use": message("ændringen af den fælles tekst i {section}"),
    "audience": message("ændringen af, hvem {section} er til"),
    "derived_from": message("ændringen af, hvor teksten i {section} er hentet"),
}
_LISTS = {
    ("sections", "add"): message("tilføjelsen af et afsnit"),
    ("sections", "remove"): message("fjernelsen af et afsnit"),
    ("sections", "move"): message("flytningen af et afsnit"),
    ("sections", "change"): message("ændringen af afsnittene"),
    ("facts", "add"): message("tilføjelsen af en oplysning"),
    ("facts", "remove"): message("fjernelsen af en oplysning"),
    ("facts", "move"): message("flytningen af en oplysning"),
    ("facts", "change"): message("ændringen af en oplysning"),
    ("waive", "add"): message("det, at en anmærkning blev sat til side"),
    ("waive", "remove"): message("det, at en anmærkning blev taget frem igen"),
    ("waive", "change"): message("ændringen af en begrundelse"),
}


def label(step: Step, file: StandardFile | None) -> Message:
    """Return what a step did, in words that follow "Fortryd" or "Gentag"; `file` is the draft as it is."""
    top, *rest = step.field.split("/")
    if top == "sections" and len(rest) == 2 and step.kind == "change":
        named = _OF_SECTION.get(rest[1], message("ændringen af {section}"))
        return Message(named.text, {"section": _section(rest[0], file)})
    if top in _ALONE:
        return _ALONE[top]
    return _LISTS.get((top, step.kind), message("den sidste ændring"))


def _section(number: str, file: StandardFile | None) -> Message:
    at = int(number) if number.isdecimal() and len(number) < 6 else -1
    if file and 0 <= at < len(file.sections) and file.sections[at].heading.strip():
        return message("»{heading}«", heading=file.sections[at].heading.strip())
    return message("afsnit {number}", number=at + 1)
