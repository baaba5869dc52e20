"""One change, and exactly what is made again because of it. Each file in `tests/cases/building` is a change as data.

`edit` has files of the workspace and of its site: a new text, `from` and `to` for a part of the one that is there, or
nothing for one that goes; `take` of another file is its text. `day` is the day of the build afterwards. `made` are the
steps that are made again, by their first path; `kept` how many were taken from what earlier builds made; `removed` what
the site has no more; `says` are lines of `--explain`. Where they `differ` from a first build it is said which.
The files themselves are only pretended; `test_same_bytes` makes them.
"""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd.cli.reasons import reasons
from qstd.workspace import Workspace
from tests.building.small import DAY, ROOT, again, lay_out, pretending, read_site, whole

CASES = sorted((ROOT / "tests" / "cases" / "building").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_change_makes_again_what_read_it_and_nothing_else(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    home = lay_out(tmp_path / "home")
    again(whole(home), pretending)
    for step in case["run"]:
        edit(step.get("edit", {}), home.root)
        day = step.get("day", DAY)
        built = again(whole(home, day), pretending)
        assert sorted(named(each.paths[0]) for each in built.made) == sorted(step.get("made", "").split()), step
        assert (built.kept, sorted(map(named, built.removed))) == (
            step.get("kept", 0),
            sorted(step.get("removed", "").split()),
        )
        assert set(reasons(built, "da")) >= set(step.get("says", ()))
        assert again(whole(home, day), pretending).written == ()
    expected, found = first_build(home, tmp_path / "fresh", day), read_site(home.root / "site")
    assert {name: found[name] for name in expected if name not in case.get("differ", "").split()} == {
        name: data for name, data in expected.items() if name not in case.get("differ", "").split()
    }
    assert case.get("differ") or expected == found


def named(path: str) -> str:
    """Return a path without the digest that the pretended search index has in its name."""
    return re.sub(r"(pagefind/0)/\w+\.bin", r"\1/~.bin", path)


def first_build(home: Workspace, folder: Path, day: dt.date) -> dict[str, bytes]:
    """Return the site that comes of the same files where nothing was built before."""
    folder.mkdir()
    for name in ("standards", "templates"):
        if (home.root / name).exists():
            (home.root / name).rename(folder / name)
    again(whole(Workspace(folder), day), pretending)
    return read_site(folder / "site")


def edit(edits: dict[str, Any], root: Path) -> None:
    """Change files as a case says."""
    for name, change in edits.items():
        path = root / name
        if change is None:
            path.unlink()
            continue
        text = change
        if isinstance(change, dict):
            old = (root / change.get("take", name)).read_text("utf-8") if "take" in change or path.exists() else ""
            assert change.get("from", "") in old, (name, change)
            text = old.replace(change.get("from", ""), change.get("to", ""))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # as editors do, and so that the store does not share the change
        path.write_text(text, "utf-8")
