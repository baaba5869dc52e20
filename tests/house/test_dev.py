"""The script `dev`: its commands are documented, its stamps can be trusted, its locks fit `pyproject.toml`."""

import importlib.machinery
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, which keeps its environments in a folder of the test."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = importlib.machinery.SourceFileLoader("dev", str(ROOT / "dev"))
    spec = importlib.util.spec_from_loader("dev", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    for name, folder in {"VENV": ".venv", "UV_VENV": ".venv-tools", "VENV_STAMP": ".venv/qstd-stamp"}.items():
        monkeypatch.setattr(module, name, tmp_path / folder)
    return module


def names_in_lock(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.lock").read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def wanted(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", line, maxsplit=1)[0].lower().replace(".", "-") for line in requirements}


def test_help_lists_every_command(dev: ModuleType) -> None:
    done = subprocess.run([sys.executable, ROOT / "dev", "help"], capture_output=True, text=True, check=True)

    for name in dev.COMMANDS:
        assert re.search(rf"^  \./dev {name} +\w", done.stdout, re.MULTILINE), name


def test_an_unknown_command_is_an_error() -> None:
    done = subprocess.run([sys.executable, ROOT / "dev", "bulid"], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "./dev build" in done.stdout


def test_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "./dev build" in text
    assert "./dev test" in text


def test_ci_builds_checks_and_tests() -> None:
    text = (ROOT / ".ci" / "run").read_text()

    assert [line for line in text.splitlines() if line.startswith("step ")] == [
        "step ./dev build",
        "step ./dev check",
        "step ./dev test",
    ]
    assert "export CI=1" in text


@pytest.mark.parametrize("script", ["dev", ".ci/run"])
def test_script_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)


def test_locks_hold_what_the_project_wants() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    runtime, everything, tools = map(names_in_lock, ("runtime", "dev", "tools"))

    assert wanted(project["project"]["dependencies"] + groups["build"]) <= set(runtime)
    assert wanted(groups["dev"]) <= set(everything)
    assert wanted(groups["tools"]) <= set(tools)
    assert runtime.items() <= everything.items(), "run ./dev lock"


def test_an_interrupted_set_up_does_not_count(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def interrupted(problem: str, command: list[str]) -> None:
        dev.VENV.mkdir(exist_ok=True)
        steps.append(command[1])
        if "--require-hashes" in command:
            raise KeyboardInterrupt

    monkeypatch.setattr(dev, "missing_libraries", lambda wanted: [])
    monkeypatch.setattr(dev, "uv", lambda: "uv")
    monkeypatch.setattr(dev, "must", interrupted)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            dev.set_up_environment(for_tests=False)
        assert not dev.ready(for_tests=False)

    assert steps == ["venv", "pip", "venv", "pip"]  # the second attempt starts from nothing


def test_a_stamp_counts_for_its_own_lock(dev: ModuleType) -> None:
    dev.VENV.mkdir()
    dev.VENV_STAMP.write_text(dev.environment_stamp("runtime"))
    assert (dev.ready(for_tests=False), dev.ready(for_tests=True)) == (True, False)

    dev.VENV_STAMP.write_text(dev.environment_stamp("dev"))
    assert (dev.ready(for_tests=False), dev.ready(for_tests=True)) == (True, True)

    dev.VENV_STAMP.write_text("dev of another lock")
    assert not dev.ready(for_tests=False)


def test_bytecode_is_stale_when_its_source_is_another(dev: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "module.py"
    source.write_text("x = 1\n")
    assert dev.stale(source)

    subprocess.run([sys.executable, "-m", "compileall", "-q", str(tmp_path)], check=True)
    assert not dev.stale(source)

    os.utime(source, (1, 1))
    assert dev.stale(source)


def test_without_root_the_message_names_the_command(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "which", lambda name: "apt-get" if name == "apt-get" else None)

    with pytest.raises(dev.SetupError, match=r"sudo apt-get install -y --no-install-recommends some-library|&& sudo"):
        dev.apt_install(["some-library"])


def test_test_tools_that_cannot_be_installed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(packages: list[str]) -> None:
        raise dev.SetupError("nope")

    monkeypatch.setattr(dev, "which", lambda *names: None)
    monkeypatch.setattr(dev, "apt_install", refuse)
    monkeypatch.delenv("CI", raising=False)
    dev.set_up_test_tools()

    monkeypatch.setenv("CI", "true")
    with pytest.raises(dev.SetupError):
        dev.set_up_test_tools()
