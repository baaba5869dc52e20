"""Carrying a planned approval out: the files are written, and kept in the history where there is one; or nothing is done.

The files come first and the commit after them. Stopped between the two, the files say what was approved, and the same
command once more keeps it.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qstd import depot, history, workspace
from qstd.depot import BusyError, ChangedError
from qstd.history import Person, Refusal
from qstd.model.finding import Finding, Message, Place, message
from qstd.verbs import keeping
from qstd.verbs.approving import Plan, Planned
from qstd.verbs.editing.journals import FOLDER, own_folder
from qstd.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: whether any file was written, the commit's name (empty where there is none), and what there is to
    say. With an error in it every file is as it was.
    """

    is_written: bool = False
    commit: str = ""
    findings: tuple[Finding, ...] = ()


def carried_out(plan: Plan, home: Workspace, words: str, person: Person | None) -> Done:
    """Write a plan that may be done, and commit it with these words in a person's name; None keeps no history. Raises
    OSError.
    """
    first = str(plan.planned[0].entry.path)
    try:
        own_folder(home)
        with depot.in_turn(home.root / FOLDER / "saving.lock"):
            return _in_turn(plan, words, person)
    except (BusyError, ChangedError) as error:
        what = message("Intet er skrevet: {reason}.", reason=Message(workspace.reason(error)))
        return Done(findings=(Finding("G014", "error", what, Place(first), message("Prøv igen.")),))
    except Refusal as refusal:
        return Done(findings=(keeping.refused(refusal, first),))


def _in_turn(plan: Plan, words: str, person: Person | None) -> Done:
    """Write and commit; whatever goes wrong, the files are put back."""
    fresh = [each for each in plan.planned if each.before != each.after]
    written: list[Planned] = []
    try:
        for each in fresh:
            depot.swap(each.entry.path, each.after, partial(_still, {each.entry.path: each.before, **plan.beside}))
            written.append(each)
        files = {each.entry.path: each.after for each in plan.planned}
        commit = history.record({**files, **plan.beside}, words, person) if person else ""
    except BaseException:
        for each in written:
            # What somebody else has written there since is theirs.
            with suppress(OSError):
                depot.swap(each.entry.path, each.before, partial(_still, {each.entry.path: each.after}))
        raise
    return Done(bool(written), commit)


def _still(files: Mapping[Path, bytes]) -> bool:
    """Tell whether files hold what was read there."""
    return all(workspace.read(path) == data for path, data in files.items())


def keeps_history(home: Workspace) -> bool:
    """Tell whether a workspace has a history to keep an approval in. Raises Refusal where it has one that nothing can be
    kept in now.
    """
    refusal = history.ready(home.standards)
    if refusal is None:
        return True
    if refusal.reason in ("no_git", "no_repository"):
        return False
    raise refusal
