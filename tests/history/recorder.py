"""A program that commits as long as it lives, for tests that kill it: `python -m tests.history.recorder FOLDER NUMBER`. Says
each commit that was acknowledged, by its number.
"""

import sys
import time
from pathlib import Path

from qstd import history, workspace
from qstd.history import Person, Refusal

ANNE = Person("Anne Åben", "anne@eksempel.dk")
NAMES = ("standards/lejre/a.yaml", "standards/lejre/municipality.yaml")


def commit(folder: Path, number: int) -> None:
    """Write the files of a number and commit them. What another program left to git a moment ago is waited for."""
    files = {folder / each: f"title: Nummer {number}\n".encode() for each in NAMES}
    for path, data in files.items():
        workspace.write(path, data)
    for _ in range(200):
        try:
            history.record(files, f"Nummer {number}", ANNE)
        except Refusal as refusal:
            if refusal.reason not in ("locked", "moved"):
                raise
            time.sleep(0.02)
        else:
            return
    raise AssertionError(number)


def main() -> None:
    """Commit one after the other."""
    folder, number = Path(sys.argv[1]), int(sys.argv[2])
    sys.stdout.write("ready\n")
    while True:
        sys.stdout.flush()
        commit(folder, number)
        sys.stdout.write(f"{number}\n")
        number += 1


if __name__ == "__main__":
    main()
