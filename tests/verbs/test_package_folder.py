"""A folder that is made as a whole: nobody's file is taken away, and a program that is killed leaves a whole one.
`QSTD_FUZZ` kills it that many times.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import workspace
from qstd.verbs.package_folder import SUMS, foreign, put
from tests.conftest import ROOT

TIMES = int(os.environ.get("QSTD_FUZZ", "8"))
FILES = {"a.txt": b"a", "under/b.txt": b"b"}


def contents(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_one_folder_takes_the_place_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "ud" / "pakke"
    assert put(folder, FILES) == (True, ())
    assert {name: data for name, data in contents(folder).items() if name != SUMS} == FILES
    assert put(folder, FILES) == (False, ())
    assert put(folder, {"a.txt": b"c"}) == (True, ())
    assert set(contents(folder)) == {"a.txt", SUMS}
    assert [each.name for each in folder.parent.iterdir()] == ["pakke"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "pakke").mkdir()
    assert put(tmp_path / "pakke", FILES) == (True, ())


@pytest.mark.parametrize("name", ["a.txt", "ny.txt", "under/ny.txt", SUMS, ".skjult"])
def test_what_somebody_else_wrote_stays(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "pakke"
    put(folder, FILES)
    (folder / name).write_bytes(b"min egen")
    before = contents(folder)
    written, findings = put(folder, {"a.txt": b"ny"})
    assert not written
    assert [each.code for each in findings] == ["U001"]
    assert contents(folder) == before


def test_a_link_is_not_taken_for_a_file_of_ours(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "pakke", tmp_path / "andre"
    elsewhere.mkdir()
    put(folder, FILES)
    (folder / "vej").symlink_to(elsewhere)
    (folder / "ingenting").symlink_to(tmp_path / "findes-ikke")
    assert foreign(folder) == ("ingenting", "vej")


def test_a_file_in_the_way_is_left(tmp_path: Path) -> None:
    (tmp_path / "pakke").write_bytes(b"min egen")
    with pytest.raises(NotADirectoryError):
        put(tmp_path / "pakke", FILES)
    assert (tmp_path / "pakke").read_bytes() == b"min egen"


def test_what_comes_at_the_last_moment_stays(tmp_path: Path) -> None:
    folder = tmp_path / "pakke"
    put(folder, FILES)
    (folder / "ny.txt").write_bytes(b"min egen")
    before = contents(folder)
    with pytest.raises(OSError, match="samme"):
        workspace.write_folder(folder, {"c": b"c"}, lambda old: not foreign(old))
    assert contents(folder) == before
    assert [each.name for each in tmp_path.iterdir()] == ["pakke"]


NAMES = st.sampled_from(["a", "b.txt", "c/d", "c/e æ.pdf", "f  g"])
FOLDERS = st.dictionaries(NAMES, st.binary(max_size=20), min_size=1)


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "25")), deadline=None)
@given(FOLDERS, FOLDERS)
def test_any_folder_is_known_again(
    tmp_path_factory: pytest.TempPathFactory, one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("any") / "pakke"
    put(folder, one)
    assert foreign(folder) == ()
    assert put(folder, other) == (one != other, ())
    assert put(folder, other) == (False, ())


PROGRAM = """\
import sys
from pathlib import Path
from qstd.verbs.package_folder import put
number = 0
while True:
    number += 1
    put(Path(sys.argv[1]), {f"{name}.txt": b"%d" % number for name in range(5)})
    if number == 1:
        print("ready", flush=True)
"""


def test_a_folder_is_whole_whenever_it_is_killed(tmp_path: Path) -> None:
    folder, chance = tmp_path / "pakke", random.Random(5)
    for _ in range(TIMES):
        command = [sys.executable, "-c", PROGRAM, str(folder)]
        with subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.uniform(0.01, 0.1))
            process.kill()
        if folder.exists():
            assert foreign(folder) == ()
            assert len({data for name, data in contents(folder).items() if name != SUMS}) == 1
        workspace.recover_folder(folder)
        assert [each.name for each in tmp_path.iterdir()] == ["pakke"]
        assert foreign(folder) == ()
