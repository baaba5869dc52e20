"""Commands as data: each file in `tests/cases/cli` is a small workspace, the commands to run there, and what they say.

`files` are written first; `$good` stands for a small standard without faults. With `history` the workspace is a git
repository: each entry is a commit (see `Repository.commit`), made before `files` are written over the last one. Each step
of `run` is a command line, its exit code, and words that must (`out`, `err`) or must not (`not`) stand in what it prints;
`exists` and `gone` are files afterwards, `contains` what stands in them, `begins` how they begin. With `screen` the
command believes that it prints on a terminal. With `rules` all rules are on; without it those about the file alone.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd.cli import main
from tests.cases.corpus import FILE_ONLY
from tests.history.repository import Repository

CASES = sorted((Path(__file__).parents[1] / "cases" / "cli").glob("*.yaml"))
GOOD = """\
schema: 1
title: Ledsagelse
service: sel-97
status: in_force
sections:
- topic: price
  number: "1"
  heading: Hvad koster det?
  body: |
    Hjælpen er gratis.
facts:
- kind: price
  mode: free
  evidence: {section: price, quote: Hjælpen er gratis.}
"""
MUNICIPALITY = 'name: Lejre Kommune\ncode: "0350"\n'


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_command(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    commit_all(case.get("history", ()), tmp_path)
    lay_out(case["files"], tmp_path)
    if "rules" not in case:
        only_about_the_file(case["files"], tmp_path)
    for step in case["run"]:
        monkeypatch.chdir(tmp_path / step.get("in", "."))
        monkeypatch.setattr(sys.stdout, "isatty", partial(bool, step.get("screen")))
        code = exit_code(step["command"].split())
        out, err = (each.decode() for each in capfdbinary.readouterr())
        assert step["exit"] == code, f"{step['command']}: {out}{err}"
        compare(step, out, err, tmp_path)


def exit_code(words: list[str]) -> Any:
    try:
        return main(words)
    except SystemExit as stop:
        return stop.code


def commit_all(history: Sequence[dict[str, Any]], folder: Path) -> None:
    repository = Repository(folder) if history else None
    for each in history:
        assert repository
        repository.commit(**each | {"files": filled(each.get("files", {}))})


def lay_out(files: dict[str, str], folder: Path) -> None:
    for name, text in filled(files).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def only_about_the_file(files: dict[str, str], folder: Path) -> None:
    """Switch off the rules about what a standard says."""
    for home in {name.partition("standards/")[0] for name in files if "standards/" in name}:
        path = folder / home / "standards" / "rules.yaml"
        if not path.exists():
            path.write_text(FILE_ONLY, "utf-8")


def filled(files: dict[str, str]) -> dict[str, str]:
    return {name: text.replace("$good", GOOD).replace("$municipality", MUNICIPALITY) for name, text in files.items()}


def compare(step: dict[str, Any], out: str, err: str, folder: Path) -> None:
    assert [each for each in step.get("out", ()) if each not in out] == []
    assert [each for each in step.get("err", ()) if each not in err] == []
    assert [each for each in step.get("not", ()) if each in out + err] == []
    assert [each for each in step.get("exists", ()) if not (folder / each).exists()] == []
    assert [each for each in step.get("gone", ()) if (folder / each).exists()] == []
    for name, start in step.get("begins", {}).items():
        assert (folder / name).read_bytes().startswith(start.encode("latin-1"))
    for name, words in step.get("contains", {}).items():
        text = (folder / name).read_text("utf-8")
        assert [each for each in words if each not in text] == []
    assert "Traceback" not in err
