"""Whatever is written where a standard is expected: `qstd diff` answers with 0, 1 or 2 and never with a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qstd import workspace
from qstd.verbs import refs
from tests.cli.test_commands import GOOD, MUNICIPALITY, exit_code
from tests.history.repository import Repository

NAMES = (
    "lejre/a",
    "lejre",
    "standards",
    "standards/lejre/a.yaml",
    "lejre/gone",
    "law/sel-99",
    "law/x",
    "a@b.yaml",
    ".",
    "",
)
REVISIONS = (
    "v1",
    "HEAD",
    "HEAD~1",
    "HEAD~99",
    "@",
    "@{0}",
    "@{yesterday}",
    "-x",
    "--help",
    "^HEAD",
    "a..b",
    ":/x",
    "HEAD:a",
)
SIGNS = st.text("@~^:/.-{}[]*?$`'\"\\ \n\0æ\ud800\U0001f600ab1", max_size=12)
WORDS = st.builds(
    lambda name, parts: "@".join([name, *parts]),
    st.sampled_from((*NAMES, "x" * 300)) | SIGNS,
    st.lists(st.sampled_from(REVISIONS) | SIGNS, max_size=3),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    made = Repository(folder)
    made.commit({"standards/lejre/municipality.yaml": MUNICIPALITY, "standards/lejre/gone.yaml": GOOD}, tag="v1")
    made.commit({"standards/lejre/a.yaml": GOOD, "a@b.yaml": GOOD}, remove=["standards/lejre/gone.yaml"])
    return folder


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=2))
def test_any_words(
    home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(home)
    assert exit_code(["diff", "--format", "json", *(f"./{each}" if each[:1] == "-" else each for each in words)]) in (
        0,
        1,
        2,
    )
    assert "Traceback" not in capfd.readouterr().err


@settings(deadline=None)
@given(name=st.sampled_from(NAMES), revision=st.sampled_from(REVISIONS))
def test_a_word_is_parted_where_the_name_ends(home: Path, name: str, revision: str) -> None:
    known = workspace.Workspace(home)
    if name in ("", "law/x", "lejre/gone"):
        return
    assert refs.split(f"{name}@{revision}", home, known) == (name, revision)
    assert refs.split(name, home, known) == (name, None)


def test_nobody_reads_to_the_end(home: Path) -> None:
    command = [sys.executable, "-m", "qstd", "diff", "lejre/a", "law/sel-99"]
    with subprocess.Popen(command, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 2
