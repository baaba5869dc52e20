"""What a save changes, in a line: the message that it gets in the history where nobody has written another."""

from collections.abc import Sequence
from functools import lru_cache

from qstd.merge import Taken, merged
from qstd.messages import words
from qstd.model.finding import Message, message
from qstd.verbs.editing.files import said

_ALONE = {
    "title": message("Ret titlen"),
    "service": message("Ret ydelsen"),
    "status": message("Ret status"),
    "language": message("Ret sproget"),
    "approval": message("Ret godkendelsen"),
    "facts": message("Ret oplysningerne"),
    "waive": message("Sæt bemærkninger til side"),
    "replaced_by": message("Ret, hvad standarden er afløst af"),
}
_WITH_TEXT = {"facts", "waive"}  # what follows from a text and is not named beside it
_OF_SECTION = {
    "added": message("Tilføj afsnittet {section}"),
    "removed": message("Fjern afsnittet {section}"),
    "moved": message("Flyt afsnittet {section}"),
    "changed": message("Ret afsnittet {section}"),
}
_WHOLE = message("Ret standarden")


@lru_cache(maxsize=32)
def summed_up(before: str, after: str, language: str) -> str:
    """Return in words what is another in a file's text; empty where nothing is."""
    if before == after:
        return ""
    new = said(after)
    if not before and new is not None:
        return words(message("Ny standard: {title}", title=new.title), language)
    old = said(before)
    if old is None or new is None:
        return words(message("Ret filens tekst"), language)
    return words(_of(merged(old, old, new).taken), language)


def _of(changes: Sequence[Taken]) -> Message:
    """Return what was changed: the one thing, two sections by name, or how many sections."""
    sections = [each for each in changes if _is_of_section(each)]
    titles = list(dict.fromkeys(_title(each) for each in sections))
    others = list(dict.fromkeys(each.field.partition(".")[0] for each in changes if not _is_of_section(each)))
    if not changes:
        return message("Ret filens tekst")
    if not titles:
        return _only(others[0], changes) if len(others) == 1 else _WHOLE
    if set(others) - _WITH_TEXT:
        return _WHOLE
    if len(titles) == 1:
        whats = {each.what for each in sections if each.field == "sections"} or {"changed"}
        return Message(_OF_SECTION[whats.pop() if len(whats) == 1 else "changed"].text, {"section": titles[0]})
    if len(titles) == 2:
        return message("Ret afsnittene {first} og {second}", first=titles[0], second=titles[1])
    return message("Ret {count} afsnit", count=len(titles))


def _only(field: str, changes: Sequence[Taken]) -> Message:
    about = {_title(each) for each in changes}
    if field == "facts" and len(about) == 1 and changes[0].heading:
        return message("Ret oplysningerne i {section}", section=about.pop())
    return _ALONE.get(field, _WHOLE)


def _is_of_section(change: Taken) -> bool:
    return change.field.partition(".")[0] not in _ALONE


def _title(change: Taken) -> str:
    return f"»{change.heading}«" if change.heading else change.number or "?"
