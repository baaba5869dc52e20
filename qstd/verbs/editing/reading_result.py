"""What the process left that read an upload: read back as if it were strange too."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from qstd import workspace
from qstd.model.finding import Finding
from qstd.readers.docx.edited import Edited
from qstd.verbs.editing.reading_child import PAGES, RESULT
from qstd.verbs.editing.staged import Outlined, PagePicture, Result, SpoiltError, restored

LARGEST = 200_000_000
"""Bytes of what is made of a file, at most."""


def _loaded(made: Path) -> Any:
    data = workspace.read(made / RESULT, LARGEST)
    if len(data) > LARGEST:
        raise SpoiltError("size")
    try:
        told = json.loads(data)
    except RecursionError as error:
        raise SpoiltError("depth") from error
    if type(told) is not dict:
        raise SpoiltError("result")
    return told


def result(made: Path) -> Result | None:
    """Return what the process made of the file; None where it made nothing of it. Raises SpoiltError, ValueError, OSError."""
    told = _loaded(made)
    if told.get("recognition") is None:
        return None
    found = restored(Result, {**told, "pages": []})
    drafts = found.recognition.drafts
    shape = [len(each.standard.sections) for each in drafts]
    if [len(each.origins) for each in drafts] != shape or [len(each) for each in found.passages] != shape:
        raise SpoiltError("sections")
    texts = found.texts if len(found.texts) == len(drafts) else ("",) * len(drafts)
    return replace(found, texts=texts, pages=tuple(_pages(made)))


def edited(made: Path) -> Edited | None:
    """Return what the process found in an edited Word file; None where it is none. Raises SpoiltError, ValueError, OSError."""
    told = _loaded(made).get("edited")
    return restored(Edited, told) if told is not None else None


def outlined(made: Path) -> Outlined | None:
    """Return the text of the file; None where the process found none. Raises SpoiltError, ValueError, OSError."""
    told = _loaded(made)
    return restored(Outlined, told) if told.get("outline") is not None else None


def _pages(made: Path) -> Iterator[PagePicture]:
    if not workspace.is_file(made / PAGES):
        return
    for each in workspace.read(made / PAGES).splitlines():
        with suppress(ValueError, SpoiltError):  # the last one, where time was up while it was written
            page = restored(PagePicture, json.loads(each))
            if workspace.is_file(made / f"page-{page.number:d}.png"):
                yield page


def refusals(made: Path) -> tuple[Finding, ...]:
    """Return why the reader refused the file; nothing where it broke before it could say so."""
    try:
        found = restored(tuple[Finding, ...], _loaded(made).get("findings"))
    except (OSError, ValueError, SpoiltError):
        return ()
    return found
