"""Types in a standard and saves it, over and over, and says what was acknowledged: to be killed in the middle of it.

`python -m tests.editing.typist FOLDER SESSION START [SECTION]`: each change is announced after it was acknowledged. It types
in two sections by turns, or in one.
"""

import sys
from pathlib import Path

from qstd.model.edit import Put
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.verbs.editing.saving import Saved, save
from qstd.workspace import Workspace
from tests.editing.places import REF


def work(folder: Path, session: str, start: int, only: str = "") -> None:
    """Type without end: numbers that grow."""
    desk = Desk(Workspace(folder))
    drafts, who = Drafts(desk), Author("Anna", session)
    _say("ready", 0)
    for number in range(start, 10**9):
        field = ("sections", int(only or number % 2), "body")
        drafts.change(REF, who, [Put(field, f"Nummer {number} {'x' * (number % 500)}.\n")], f"f{number}")
        _say("kept", number)
        if number % 3 == 0:
            drafts.undo(REF, who)
            _say("undone", number)
            drafts.redo(REF, who)
            _say("kept", number)
        if number % 4 == 0 and isinstance(save(desk, drafts, REF, who), Saved):
            _say("saved", number)


def _say(what: str, number: int) -> None:
    sys.stdout.write(f"{what} {number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), *sys.argv[4:])
