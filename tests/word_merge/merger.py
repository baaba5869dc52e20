"""A program that merges Word files as long as it lives, for tests that kill it: `python -m tests.word_merge.merger FOLDER
NUMBER`. Says each merge that was done, by its number.
"""

import re
import sys
from dataclasses import replace
from pathlib import Path

from qstd import workspace
from qstd.model.notes import ReviewNote
from qstd.verbs import word_merge_files
from qstd.workspace import Workspace
from tests.word_merge.places import REF, word_file
from tests.word_merge.test_three_ways import in_word


def merge(home: Workspace, number: int) -> None:
    """Merge a Word file in which the number is another one, with a remark."""
    (entry,) = home.entries()
    text = workspace.read(entry.path).decode()
    path = home.root / f"{number}.docx"
    path.write_bytes(in_word(word_file(text), (re.findall(r"Nummer\d+", text)[0], f"Nummer{number}")))
    ready = word_merge_files.prepare(path, REF, home.root, home)
    plan = replace(ready.plan, notes=(ReviewNote(text=f"Bemærkning {number}"),))
    assert word_merge_files.write(replace(ready, plan=plan), home) == (True, 1)
    path.unlink()


def say(words: object) -> None:
    """Say something at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    folder, first = sys.argv[1:]
    say("ready")
    at = int(first)
    while True:
        merge(Workspace(Path(folder)), at)
        say(at)
        at += 1
