"""A program that is killed at any moment, in the midst of typing or of saving: the file is whole, and what was acknowledged
is in the draft or in the file. `QSTD_FUZZ` kills it that many times.
"""

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.verbs.editing.saving import Saved, save
from tests.conftest import ROOT
from tests.editing.places import DAY, REF, file_of, small, write
from tests.editing.places import TEXT as START

TIMES = int(os.environ.get("QSTD_FUZZ", "12"))
ANNA = Author("Anna", "typist")
TEXT = START.replace(
    "  body: |\n    Hjælpen ydes efter en konkret vurdering.\n    Vi ser på hele livet.\n", "  body: Nummer 0 .\n"
)


Said = list[tuple[str, int]]


def begun(folder: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Let one type, from when it has begun."""
    command = [sys.executable, "-m", "tests.editing.typist", str(folder), *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE)


def killed(seconds: float, *processes: "subprocess.Popen[bytes]") -> list[Said]:
    """Kill those who type after a while from when the last one is ready, and return what each has said."""
    first = [each.stdout.readline() for each in processes if each.stdout]
    time.sleep(seconds)
    for each in processes:
        each.kill()
    told = [before + each.communicate()[0] for before, each in zip(first, processes, strict=True)]
    return [[_said(each) for each in lines.decode().split("\n")[:-1]] for lines in told]


def _said(line: str) -> tuple[str, int]:
    what, number = line.split(" ")
    return what, int(number)


def last(said: Said, *of: str) -> tuple[str, int]:
    """The last thing of some kinds that was said."""
    return [("", 0), *(each for each in said if each[0] in of)][-1]


def typed(text: str) -> int:
    """The number that was typed last."""
    return max(int(each) for each in re.findall(r"Nummer (\d+) x*\.", text))


def after(said: tuple[str, int]) -> set[int]:
    """What a draft may say when that was the last thing to be acknowledged: that, or what was being done next."""
    what, number = said
    if what == "undone":
        return {number - 1, number}
    return {number, number + 1} | ({number - 1} if number % 3 == 0 else set())


def test_nothing_is_lost_and_the_file_is_whole(tmp_path: Path) -> None:
    write(desk := small(tmp_path), TEXT)
    rounds = random.Random(7)
    number = saved = 0
    for _ in range(TIMES):
        (said,) = killed(rounds.uniform(0.0, 0.25), begun(tmp_path, ANNA.session, str(number + 1)))
        fresh = Desk(desk.home, lambda: DAY)
        on_disk, draft = fresh.read(REF), Drafts(fresh).open(REF, ANNA)
        saved = max(saved, last(said, "saved")[1])
        told = last([("kept", number), *said], "kept", "undone")
        number = typed(draft.text)

        assert draft.file is not None
        assert on_disk.file is not None
        assert number in after(told)
        assert saved <= typed(on_disk.text) <= number + 1
        assert set(re.findall(r"Nummer .*", on_disk.text)) <= all_texts(number + 1)
    drafts = Drafts(Desk(desk.home, lambda: DAY))
    found = save(drafts.desk, drafts, REF, ANNA)
    assert isinstance(found, Saved)
    drafts.journals.sweep()
    assert number
    assert [each.name for each in file_of(desk).parent.iterdir() if each.name.startswith(".")] == []


def all_texts(most: int) -> set[str]:
    """All that was ever typed."""
    return {f"Nummer {number} {'x' * (number % 500)}." for number in range(most + 1)}


def test_two_programs_that_save_one_standard_lose_nothing(tmp_path: Path) -> None:
    write(desk := small(tmp_path), TEXT)
    for round_number in range(max(1, TIMES // 6)):
        start = str(1 + 10_000 * round_number)
        processes = [begun(tmp_path, f"typist{section}", start, str(section)) for section in (0, 1)]
        told = killed(1.0, *processes)
        fresh = Desk(desk.home, lambda: DAY)
        file = fresh.read(REF).file
        assert file is not None
        for section, said in enumerate(told):
            draft = Drafts(fresh).open(REF, Author("Anna", f"typist{section}"))
            saved = last(said, "saved")[1]
            assert saved
            assert typed(file.sections[section].body) >= saved
            assert draft.file is not None
            assert typed(draft.file.sections[section].body) in after(last(said, "kept", "undone"))
