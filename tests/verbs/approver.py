"""A program that edits and approves standards as long as it lives, for tests that kill it: `python -m tests.verbs.approver
FOLDER NUMBER`. Says each approval that was acknowledged, by its number.
"""

import datetime as dt
import re
import sys
import time
from pathlib import Path

from qstd import workspace
from qstd.history import Person
from qstd.verbs import approving
from qstd.verbs.approval_steps import Asked
from qstd.verbs.approval_writing import carried_out
from qstd.workspace import Workspace

ANNE = Person("Anne Åben", "anne@eksempel.dk")
FIRST = dt.date(2026, 1, 1)
TODAY = dt.date(9000, 1, 1)


def day(number: int) -> dt.date:
    """The day on which a text of a number is approved."""
    return FIRST + dt.timedelta(number)


def approve(home: Workspace, number: int) -> None:
    """Write the texts of a number and approve all of them. What another program left to git a moment ago is waited for."""
    for entry in home.entries():
        text = workspace.read(entry.path).decode()
        workspace.write(entry.path, re.sub(r"Nummer \d+", f"Nummer {number}", text).encode())
    asked = Asked("in_force", day=day(number), body="Byrådet")
    for _ in range(200):
        plan = approving.plan("lejre", asked, home.root, home, TODAY)
        assert plan.may_be_done, plan.findings
        done = carried_out(plan, home, f"Nummer {number}", ANNE)
        if not done.findings:
            return
        time.sleep(0.05)
    raise AssertionError(done.findings)


def main() -> None:
    """Approve one after the other."""
    home, number = Workspace(Path(sys.argv[1])), int(sys.argv[2])
    sys.stdout.write("ready\n")
    while True:
        sys.stdout.flush()
        approve(home, number)
        sys.stdout.write(f"{number}\n")
        number += 1


if __name__ == "__main__":
    main()
