"""Verdicts are kept, and never those of other files, another day or another program."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from qstd import workspace
from qstd.verbs import corpus, verdicts
from qstd.verbs.verdicts import Verdicts
from qstd.workspace import Workspace
from tests.cases.corpus import HEAD, MUNICIPALITY

DAY = dt.date(2026, 11, 22)
BODY = "sections:\n- topic: purpose\n  heading: Formål\n  body: Hjælpen ydes ikke.\n"


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    """A workspace of two municipalities, with two standards and one."""
    for slug, names in (("lejre", ("en", "to")), ("hvidovre", ("en",))):
        folder = tmp_path / "standards" / slug
        folder.mkdir(parents=True)
        (folder / "municipality.yaml").write_text(MUNICIPALITY, "utf-8")
        for name in names:
            (folder / f"{name}.yaml").write_text(HEAD + BODY, "utf-8")
    return Workspace(tmp_path)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that are checked, and not taken from what is kept."""
    seen: list[str] = []
    whole = corpus.read

    def read(entries: tuple[workspace.Entry, ...], home: Path, today: dt.date, only: Sequence[str]) -> corpus.Corpus:
        seen.extend(sorted({each.municipality for each in entries}))
        return whole(entries, home, today=today, only=only)

    monkeypatch.setattr(corpus, "read", read)
    return seen


def kept(home: Workspace, name: str = "lejre") -> Path:
    """The file that the verdict on a folder is kept in."""
    return home.root / "build" / ".cache" / "check" / f"{name}.json"


def test_second_run_says_the_same_and_checks_nothing(home: Workspace, checked: list[str]) -> None:
    fresh = corpus.read_all(home, DAY)
    checked.clear()
    first, second = verdicts.read_all(home, DAY), verdicts.read_all(home, DAY)

    assert checked == ["hvidovre", "lejre"]
    assert first == second == Verdicts(3, fresh.findings)
    assert len(first.findings) > 10


def _standard(home: Workspace) -> None:
    (home.standards / "lejre" / "to.yaml").write_text(HEAD + BODY + "  number: '2'\n", "utf-8")


def _municipality(home: Workspace) -> None:
    (home.standards / "lejre" / "municipality.yaml").write_text(MUNICIPALITY + "logo: logo.svg\n", "utf-8")


def _new_standard(home: Workspace) -> None:
    (home.standards / "lejre" / "tre.yaml").write_text(HEAD + BODY, "utf-8")


def _lost_standard(home: Workspace) -> None:
    (home.standards / "lejre" / "to.yaml").unlink()


def _logo(home: Workspace) -> None:
    (home.standards / "lejre" / "logo.svg").write_text("<svg/>", "utf-8")


@pytest.mark.parametrize("change", [_standard, _municipality, _new_standard, _lost_standard, _logo])
def test_a_change_in_one_folder_is_checked_and_only_that_folder(
    home: Workspace, checked: list[str], change: Callable[[Workspace], None]
) -> None:
    verdicts.read_all(home, DAY)
    checked.clear()
    change(home)
    found = verdicts.read_all(home, DAY)

    assert checked == ["lejre"]
    assert found.findings == corpus.read_all(home, DAY).findings


def test_other_severities_another_day_and_another_program_are_checked_again(
    home: Workspace, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts.read_all(home, DAY)
    rules = home.standards / "rules.yaml"
    rules.write_text("schema: 1\nrules:\n- {code: A, severity: 'off', reason: prøve}\n- {code: Q999, severity: info}\n")
    levels = verdicts.read_all(home, DAY)
    verdicts.read_all(home, DAY + dt.timedelta(1))
    monkeypatch.setattr(workspace, "program", lambda: "another")
    verdicts.read_all(home, DAY + dt.timedelta(1))

    assert checked == ["hvidovre", "lejre"] * 4
    assert levels.findings == corpus.read_all(home, DAY).findings
    assert any(each.place.file == "standards/rules.yaml" for each in levels.findings)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"S0", b"S1"),
        lambda data: b"\xff" + data,
        lambda data: data.partition(b"\n")[0] + b"\n[1]",
    ],
)
def test_a_damaged_file_is_written_anew(home: Workspace, damage: Callable[[bytes], bytes]) -> None:
    first = verdicts.read_all(home, DAY)
    whole = kept(home).read_bytes()
    kept(home).write_bytes(damage(whole))

    assert kept(home).read_bytes() != whole
    assert verdicts.read_all(home, DAY) == first
    assert kept(home).read_bytes() == whole


def test_nothing_is_kept_without_the_cache_or_of_part_of_a_folder(home: Workspace) -> None:
    (one, *_) = home.entries()[1:]
    verdicts.read_all(home, DAY, use_cache=False)
    part = verdicts.read([one], home.root, DAY, home)

    assert part == verdicts.read([one], home.root, DAY)
    assert part.checked == 1
    assert not (home.root / "build").exists()


def test_a_broken_rule_is_not_kept(home: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "_BROKE", ("S003",))  # one that this case has findings of
    assert any(each.code == "S003" for each in verdicts.read_all(home, DAY).findings)

    assert not kept(home).exists()


def test_where_the_disk_refuses_the_work_is_done_again(home: Workspace, checked: list[str]) -> None:
    (home.root / "build").write_text("no folder", "utf-8")

    assert verdicts.read_all(home, DAY) == verdicts.read_all(home, DAY)
    assert checked == ["hvidovre", "lejre"] * 2


def test_git_sees_nothing_of_it(home: Workspace) -> None:
    verdicts.read_all(home, DAY)

    assert (home.root / "build" / ".cache" / ".gitignore").read_text("utf-8") == "*\n"


def test_strays_and_alignments_are_told_too(home: Workspace) -> None:
    (home.standards / "stray.yaml").write_text("schema: 1\n", "utf-8")
    (home.standards / "alignments.yaml").write_text("schema: 2\n", "utf-8")

    assert verdicts.read_all(home, DAY).findings == corpus.read_all(home, DAY).findings


def test_an_empty_workspace(tmp_path: Path) -> None:
    assert verdicts.read_all(Workspace(tmp_path), DAY) == Verdicts(0, ())


def test_the_mark_of_the_program_stays_until_a_file_changes() -> None:
    assert workspace.program() == workspace.program()


def test_what_some_rules_find_is_not_kept(home: Workspace) -> None:
    found = verdicts.read_all(home, DAY, only=("S", "R001")).findings
    codes = {each.code for each in verdicts.read(home.entries(), home.root, DAY, home, only=("R001",)).findings}

    assert {each.code[0] for each in found} == {"S"}
    assert codes <= {"R001"}
    assert not (home.root / "build").exists()


def test_rules_that_nobody_asked_for_are_not_loaded() -> None:
    program = "import sys; from qstd import lint; lint.rules(frozenset('K')); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert "qstd.lint.unknown_topic" in loaded
    assert "qstd.lint.hard_cap" not in loaded
