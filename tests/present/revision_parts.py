"""What the tests of two versions share: small standards, what changed between them, and what their pages say."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from qstd.compare.versions import Side, revise
from qstd.model.revision import Revision
from qstd.model.standard import Standard
from qstd.present.revision import change_note
from tests.compare.version_cases import standard as case
from tests.strategies import stretches

OLD = case("Støtte\n## price | 1 | Pris\nHjælpen er gratis.\n## scope | 2 | Omfang\nDer er en frist på 4 uger.\n")


def edited(**fields: object) -> Standard:
    """The standard with another second section."""
    return replace(OLD, sections=(OLD.sections[0], replace(OLD.sections[1], **fields)))  # type: ignore[arg-type]  # by name


def of(old: Standard, new: Standard) -> Revision:
    return revise(Side("by/x", "HEAD~1", old, "By Kommune"), Side("by/x", "", new, "By Kommune"))


def told(revision: Revision) -> str:
    """The note, with ordinary spaces, a line for each stretch of text."""
    blocks = change_note(revision).blocks[3:]
    return "\n".join(each for each in stretches(blocks) if each.strip()).replace("\u00a0", " ")


def values(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for each in value:
            yield from values(each)
    elif hasattr(value, "__dataclass_fields__"):
        yield value
        for name in value.__dataclass_fields__:
            yield from values(getattr(value, name))
