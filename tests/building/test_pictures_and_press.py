"""Pictures that are refused, and a press that does not run: no page leads to what is not there, and it is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from qstd.site.choices import Choices
from qstd.workspace import Workspace
from qstd.writers import pdf
from tests.building.small import again, lay_out, order, read_site


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return lay_out(tmp_path)


# ---------- Pictures

REFUSED = {
    "missing": None,
    "no picture": "hej",
    "with a script": '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
    "too large": f'<svg xmlns="http://www.w3.org/2000/svg"><!--{"x" * 1_100_000}--></svg>',
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_refused_picture_stands_on_no_page(kind: str, home: Workspace) -> None:
    again(order(home))
    assert b'class="logo"' in read_site(home.root / "site")["lejre/a/index.html"]
    (home.root / "standards/lejre/logo.svg").unlink()
    if text := REFUSED[kind]:
        (home.root / "standards/lejre/logo.svg").write_text(text, "utf-8")
    assert again(order(home)).findings != ()
    site = read_site(home.root / "site")
    assert [name for name, data in site.items() if b'/logo.svg"' in data or b'class="logo"' in data] == []
    assert "lejre/logo.svg" not in site


# ---------- The press


@pytest.mark.parametrize(("engine", "says"), [("auto", ["P004"]), ("typst", []), ("weasyprint", ["P099"] * 7)])
def test_where_weasyprint_does_not_run_typst_prints_and_it_is_said(
    engine: str, says: list[str], home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "missing_library", lambda: "cannot load library 'libpango-1.0-0'")
    monkeypatch.setattr(pdf, "printed", _refuses)
    wanted = replace(order(home, formats=("pdf",)), choices=Choices(engine=engine, formats=("pdf",)))
    built = again(wanted)

    assert [each.code for each in built.findings] == says
    assert len([each for each in built.written if each.endswith(".pdf")]) == (0 if says[:1] == ["P099"] else 7)


def _refuses(*_: object) -> None:
    raise OSError("cannot load library 'libpango-1.0-0'")
