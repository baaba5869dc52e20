"""Sections that say nothing, or say no more than "none"."""

from qstd import prose
from qstd.model.comparison import State


def state_of(body: str) -> State:
    """Return the state of a section with this body: a bare "ingen" is `none`, no text is `empty`."""
    if not body.strip():
        return "empty"
    return "none" if prose.none_answer(body) else "stated"


def folded(text: str) -> str:
    """Return the text with every stretch of white space as one space."""
    return prose.normal(text)
