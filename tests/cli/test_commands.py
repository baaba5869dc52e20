"""Commands as data: each file in `tests/cases/cli` is a small workspace, the commands to run there, and what they say.

`files` are written first; `$good` stands for a small standard without faults. Each step of `run` is a command line, its
exit code, and words that must (`out`, `err`) or must not (`not`) stand in what it prints; `exists` and `gone` are files
afterwards, `contains` what stands in them.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd.cli import main

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
    lay_out(case["files"], tmp_path)
    for step in case["run"]:
        monkeypatch.chdir(tmp_path / step.get("in", "."))
        code = exit_code(step["command"].split())
        out, err = (each.decode() for each in capfdbinary.readouterr())
        assert step["exit"] == code, f"{step['command']}: {out}{err}"
        compare(step, out, err, tmp_path)


def exit_code(words: list[str]) -> Any:
    try:
        return main(words)
    except SystemExit as stop:
        return stop.code


def lay_out(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("$good", GOOD).replace("$municipality", MUNICIPALITY), "utf-8")


def compare(step: dict[str, Any], out: str, err: str, folder: Path) -> None:
    assert [each for each in step.get("out", ()) if each not in out] == []
    assert [each for each in step.get("err", ()) if each not in err] == []
    assert [each for each in step.get("not", ()) if each in out + err] == []
    assert [each for each in step.get("exists", ()) if not (folder / each).exists()] == []
    assert [each for each in step.get("gone", ()) if (folder / each).exists()] == []
    for name, words in step.get("contains", {}).items():
        text = (folder / name).read_text("utf-8")
        assert [each for each in words if each not in text] == []
    assert "Traceback" not in err
