"""A program that is killed at any moment of a merge: standard and notes are whole, and what was said to be done is done.
`QSTD_FUZZ` kills it that many times.
"""

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

from qstd.readers import yaml_file
from tests.conftest import ROOT
from tests.word_merge.places import COMMON, STANDARD

TIMES = int(os.environ.get("QSTD_FUZZ", "8"))


def killed(folder: Path, number: int, seconds: float) -> int:
    """Let it merge from a number on, kill it, and return the number that was done last; 0 for none."""
    command = [sys.executable, "-m", "tests.word_merge.merger", str(folder), str(number)]
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        said = process.communicate()[0].decode().split()
    return int(said[-1]) if said else 0


def test_nothing_is_half_merged(tmp_path: Path) -> None:
    home = tmp_path / "standards" / "lejre"
    home.mkdir(parents=True)
    (home / "stoette.yaml").write_text(STANDARD.replace("til havearbejde.", "til Nummer0."), "utf-8")
    (home / "municipality.yaml").write_text(COMMON, "utf-8")
    chance, number, done = random.Random(7), 0, 0
    for _ in range(TIMES):
        done = max(done, killed(tmp_path, number + 1, chance.uniform(0.0, 0.5)))

        text = (home / "stoette.yaml").read_text("utf-8")
        number = int(re.findall(r"Nummer(\d+)", text)[0])
        assert yaml_file.read_standard(text.encode(), "", "lejre").whole
        assert text == STANDARD.replace("til havearbejde.", f"til Nummer{number}.")
        assert done <= number
        path = tmp_path / "notes" / "lejre" / "stoette.yaml"
        source = yaml_file.read_notes(path.read_bytes(), "") if path.exists() else None
        notes = source.record.notes if source and source.record else ()
        assert source is None or source.whole
        # The standard is written first: a note may be missing, and comes when the file is merged again.
        assert {f"Bemærkning {each}" for each in range(1, number)} >= {each.text for each in notes[:-1]}
        assert done == 0 or f"Bemærkning {done}" in {each.text for each in notes}
    assert done
