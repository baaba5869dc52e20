"""The text of a file in which two people's changes are put together."""

from qstd.merge import Merge
from qstd.merge.bodies import passages
from qstd.model.edit import UneditableError
from qstd.verbs.editing.files import said


def together(base: str, disk: str, draft: str, merge: Merge) -> tuple[str, bool]:
    """Return the text that says what was merged, and whether it holds all that both wrote, comments too.

    Where the changes lie apart, the lines of both are taken over. Else the fields of the draft are put into the file; then
    what the draft changed beside them, as comments, is not in it. Raises UneditableError.
    """
    by_line = _by_line(base, disk, draft)
    if by_line is not None and said(by_line) == merge.record:
        return by_line, True
    from qstd.edits.patch import patched  # loads PyYAML

    text = patched(disk, merge.edits)
    if said(text) != merge.record:
        raise UneditableError
    return text, False


def _by_line(base: str, disk: str, draft: str) -> str | None:
    """Return the texts merged line by line; None where both changed the same lines."""
    settled = [each.settled for each in passages(*(each.splitlines(keepends=True) for each in (base, disk, draft)))]
    return None if None in settled else "".join(line for lines in settled for line in lines or ())
