"""The steps of a hearing that touch more than its own file: the standard that goes out, and the history of both."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from qstd import history, workspace
from qstd.history import Person, Refusal
from qstd.model.finding import Finding
from qstd.verbs import approving, hearing, keeping
from qstd.verbs.approval_steps import Asked
from qstd.verbs.approval_writing import carried_out
from qstd.verbs.hearing import Heard
from qstd.verbs.keeping import Kept
from qstd.workspace import Workspace


def send(
    heard: Heard, closes: dt.date | None, to: Sequence[str], home: Workspace, today: dt.date
) -> tuple[Heard | None, tuple[Finding, ...]]:
    """Begin a hearing, and say in a draft's file that it is being heard. Raises OSError."""
    path = str(heard.entry.path)
    step = None
    if heard.standard.status == "draft":
        step = approving.plan(path, Asked(status="hearing"), home.root, home, today)
        if not step.may_be_done:
            return None, step.findings
    begun, findings = hearing.begun(heard, closes, to, today)
    if begun is None or step is None:
        return begun, findings
    done = carried_out(step, home, "", None)
    if done.findings:
        return None, (*step.findings, *done.findings)
    again, _ = hearing.opened(path, home.root, home, today)
    return again or begun, (*step.findings, *findings)


def keep(heard: Heard, words: str, person: Person) -> Kept:
    """Keep the hearing's file and the standard's in the history. Raises OSError."""
    files: dict[Path, bytes | None] = {each: workspace.read(each) for each in (heard.path, heard.entry.path)}
    try:
        return Kept(history.record(files, words, person))
    except Refusal as refusal:
        return Kept(findings=(keeping.refused(refusal, str(heard.path)),))
