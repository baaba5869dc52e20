"""Which press prints: WeasyPrint where its libraries load, Typst where they do not, and it says so."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from qstd.messages import words
from qstd.model.theme import Theme, ThemeError
from qstd.writers import pdf, pdf_engine, typst
from tests.writers.html_theme import theme
from tests.writers.kitchen_sink import KITCHEN_SINK

ROOT = Path(__file__).parents[2]
REASON = "cannot load library 'libpango-1.0-0'"


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "missing_library", lambda: REASON)


def test_auto_is_weasyprint_where_it_runs() -> None:
    assert pdf_engine.chosen("auto") == "weasyprint"
    assert pdf_engine.chosen("typst") == "typst"
    assert [each.runs for each in pdf_engine.available()] == [True, True]


def test_a_comparison_is_weasyprints_wherever_it_runs() -> None:
    assert pdf_engine.chosen("typst", "comparison") == "weasyprint"
    assert pdf_engine.chosen("typst", "revision") == "typst"


@pytest.mark.usefixtures("no_pango")
def test_auto_is_typst_where_pango_is_missing_and_says_why() -> None:
    found = {each.name: each for each in pdf_engine.available()}

    assert pdf_engine.chosen("auto") == pdf_engine.chosen("typst", "comparison") == "typst"
    assert not found["weasyprint"].runs
    assert REASON in words(found["weasyprint"].about, "da")
    assert "Typst" in words(found["weasyprint"].about, "da")
    assert pdf_engine.write(KITCHEN_SINK, theme()) == typst.write(KITCHEN_SINK, theme())


def test_the_press_that_is_asked_for_writes() -> None:
    short = replace(KITCHEN_SINK, blocks=KITCHEN_SINK.blocks[:3])

    assert b"WeasyPrint" in pdf_engine.write(short, theme(), engine="weasyprint")
    assert pdf_engine.write(short, theme(), engine="typst") == typst.write(short, theme())


def test_a_library_that_does_not_load_is_noticed() -> None:
    """In a process of its own, in which importing WeasyPrint fails as it does without Pango."""
    code = f"""
import sys, importlib.abc
class Without(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            raise OSError({REASON!r} + "\\nmore")
sys.meta_path.insert(0, Without())
from qstd.writers import pdf, pdf_engine
print(pdf_engine.chosen("auto"), pdf.missing_library())
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == f"typst {REASON}"


def test_no_press_is_loaded_before_it_prints() -> None:
    code = (
        "import sys; from qstd.writers import pdf, pdf_engine, typst;"
        "print({'weasyprint', 'typst', 'fontTools', 'pydyf'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("name", "before", "after", "place", "reason"),
    [
        ("typst/page.typ", b"#set page(", b"#set pagee(", "templates/typst/page.typ:", "pagee"),
        ("typst/blocks.typ", b"#let blocks(list)", b"#let blocks(liste)", "templates/typst/blocks.typ:", ""),
        ("typst/page.typ", b"font: doc.fonts", b'font: "Ukendt"', "templates/typst/page.typ:", "unknown font"),
    ],
)
def test_a_faulty_template_is_named(name: str, before: bytes, after: bytes, place: str, reason: str) -> None:
    assets = dict(theme().assets)
    assert before in assets[name]
    assets[name] = assets[name].replace(before, after)
    with pytest.raises(ThemeError) as caught:
        typst.write(KITCHEN_SINK, Theme(theme().templates, assets))

    assert caught.value.place.startswith(place)
    assert reason in caught.value.reason
    assert "\n" not in caught.value.reason


@pytest.mark.parametrize("path", ["/etc/hostname", "../../pyproject.toml", "pyproject.toml", "/pyproject.toml"])
def test_a_template_reads_nothing_outside_the_theme(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = theme().assets["typst/page.typ"] + f'\n#read("{path}")'.encode()

    with pytest.raises(ThemeError):
        typst.write(KITCHEN_SINK, Theme(theme().templates, {**theme().assets, "typst/page.typ": page}))


@pytest.mark.parametrize("code", ['import "@preview/cetz:0.3.0": *', 'include ("@" + "preview/cetz:0.3.0")'])
def test_a_template_fetches_no_package(code: str) -> None:
    page = theme().assets["typst/page.typ"] + f"\n#{code}".encode()
    with pytest.raises(ThemeError, match="egen mappe") as caught:
        typst.write(KITCHEN_SINK, Theme(theme().templates, {**theme().assets, "typst/page.typ": page}))

    assert caught.value.place == f"templates/typst/page.typ:{len(page.splitlines())}"
