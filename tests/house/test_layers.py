"""Import direction is a failing test: the contracts in `pyproject.toml` hold, and each of them can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# A house in which each line breaks a contract: module, its only statement.
PLANTED = {
    "model/up.py": "import qstd.lint",
    "prose.py": "import qstd.catalogue",
    "present/__init__.py": "import qstd.compare",
    "unlisted.py": "",
    "lint/one.py": "import qstd.lint.two",
    "lint/two.py": "",
    "readers/one.py": "import qstd.readers.two",
    "readers/two.py": "import weasyprint",
    "writers/html.py": "import jinja2",
    "writers/pdf.py": "import weasyprint.pdf, qstd.catalogue",
    "exports/one.py": "import qstd.exports.two",
    "exports/two.py": "",
    "lint/__init__.py": "def late():\n    import yaml",
    "verbs.py": "import docx, fontTools, jinja2, markdown_it.tree, pydantic, pydantic_core, pydyf, rich, ruamel.yaml",
    "compare/__init__.py": "import subprocess",
}
FOLDERS = ["catalogue", "compare", "exports", "lint", "model", "present", "readers", "writers"]


def lint_imports(folder: Path) -> tuple[int, str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def planted_house(folder: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", folder)
    files = {"__init__.py": "", **{f"{name}/__init__.py": "" for name in FOLDERS}, **PLANTED}
    for name, content in files.items():
        path = folder / "qstd" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder


def test_the_floors_hold() -> None:
    code, report = lint_imports(ROOT)

    assert code == 0, report


def test_every_contract_can_fail(tmp_path: Path) -> None:
    code, report = lint_imports(planted_house(tmp_path))

    assert code == 1, report
    assert "Contracts: 0 kept" in report, report
    assert "unlisted" in report, "a module without a floor went unnoticed"
    for importer, imported in expected_breaches():
        assert f"{importer} -> {imported}" in report, f"{importer} -> {imported} went unnoticed:\n{report}"


def expected_breaches() -> list[tuple[str, str]]:
    libraries = ["docx", "fontTools", "jinja2", "markdown_it", "pydantic", "pydantic_core", "pydyf", "rich", "ruamel"]
    return [
        ("qstd.model.up", "qstd.lint"),
        ("qstd.prose", "qstd.catalogue"),
        ("qstd.present", "qstd.compare"),
        ("qstd.lint.one", "qstd.lint.two"),
        ("qstd.readers.one", "qstd.readers.two"),
        ("qstd.exports.one", "qstd.exports.two"),
        ("qstd.writers.pdf", "qstd.catalogue"),
        ("qstd.compare", "subprocess"),
        ("qstd.lint", "yaml"),
        ("qstd.readers.two", "weasyprint"),
        *(("qstd.verbs", library) for library in libraries),
    ]
