"""The catalogue of English is complete and up to date, and whoever asks for English gets it."""

import ast
import datetime as dt
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest

from qstd.cli import main
from qstd.compare import Entry, compare
from qstd.language import LANGUAGES, fill, messages, translator
from qstd.present.comparison import comparison_document
from qstd.site.choices import Choices
from qstd.verbs.building import Order, build
from qstd.verbs.building.workers import Alone
from qstd.verbs.corpus import read
from qstd.workspace import Workspace, theme
from qstd.writers import html, terminal
from tests.language import catalogue
from tests.language.danish import danish, words

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "language"
OURS, BROKEN = CASES / "ours", CASES / "broken"
each_language = pytest.mark.parametrize("language", LANGUAGES[1:])


# The files


@each_language
def test_po_is_what_the_code_says(language: str) -> None:
    written = catalogue.po_file(language).read_bytes()

    assert written == catalogue.as_po(catalogue.updated(language)), "run ./dev translations"


@each_language
def test_mo_is_what_the_po_says(language: str) -> None:
    written = catalogue.po_file(language).with_suffix(".mo").read_bytes()

    assert written == catalogue.as_mo(catalogue.updated(language)), "run ./dev translations"


@each_language
def test_everything_is_translated(language: str) -> None:
    assert catalogue.missing(catalogue.read(language)) == []


@each_language
def test_nothing_is_left_over(language: str) -> None:
    text = catalogue.po_file(language).read_text("utf-8")

    assert "#~" not in text
    assert not re.search(r"POT?-(Creation|Revision)-Date|\.(py|html):\d", text)


@each_language
def test_gaps_are_the_same(language: str) -> None:
    wrong = {text: said for text, said in pairs(language) if gaps(text) != gaps(said)}

    assert wrong == {}


@each_language
def test_sentences_end_alike(language: str) -> None:
    wrong = {
        text: said
        for text, said in pairs(language)
        if not text.endswith(("kr.", "stk.")) and ending(text) != ending(said)
    }

    assert wrong == {}


def test_english_is_english() -> None:
    assert [said for _, said in pairs("en") if danish(said)] == []


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Every text and its translation."""
    return ((str(each.id), str(each.string)) for each in catalogue.read(language) if each.id)


def gaps(text: str) -> Counter[str | None]:
    """The gaps of a sentence, however they stand."""
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def ending(text: str) -> str:
    """The full stop, colon or question mark that a text ends with."""
    return text[-1] if text[-1] in ".:?!" else ""


# What is found


FOUND = {
    '_("a")': ["a"],
    'view.say("a")': ["a"],
    'translator(language)("a")': ["a"],
    'fill("a {b}", {"b": fill("c", {}, "en")}, "en")': ["a {b}", "c"],
    'message("a" if x else "b", y=message("c"))': ["a", "b", "c"],
    'N_("a " "b")': ["a b"],
    '(_(text), x("a"), translator("da"))': [],
}


@pytest.mark.parametrize("code", FOUND)
def test_extraction(code: str) -> None:
    assert sorted(each[2] for each in catalogue.python_texts(BytesIO(code.encode()), {}, (), {})) == FOUND[code]


def test_a_text_with_values_in_it_cannot_be_translated() -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(catalogue.python_texts(BytesIO(b'_(f"a {b}")'), {}, (), {}))


# These files and folders hold Danish that is not for translation.
DANISH_BY_NATURE = {
    "qstd/citations/": "patterns of Danish legal references",
    "qstd/cli/__init__.py": "the help of the command line",
    "qstd/prose/readability.py": "Danish abbreviations",
    "qstd/prose/sentences.py": "Danish abbreviations",
    "qstd/compare/stopwords.py": "Danish words",
    "qstd/compare/terms.py": "endings of Danish words",
    "qstd/compare/versions/classes.py": "endings of Danish words",
    "qstd/compare/versions/light.py": "Danish words",
    "qstd/compare/versions/words.py": "patterns of Danish dates",
    "qstd/cli/new.py": "writes a Danish file and speaks Danish",
    "qstd/cli/merge.py": "the help of the options that decide",
    "qstd/cli/schema.py": "for those who write Danish files",
    "qstd/edits/": "what stands in Danish files",
    "qstd/verbs/approval_words.py": "what stands in a Danish history",
    "qstd/verbs/editing/summing_up.py": "what stands in a Danish history",
    "qstd/verbs/hearing.py": "writes a comment into a Danish file",
    "qstd/verbs/word_merge_files.py": "writes a comment into a Danish file",
    "qstd/verbs/editing/fact_forms.py": "Danish units of time",
    "qstd/verbs/editing/fact_words.py": "patterns of Danish units of time",
    "qstd/verbs/editing/starting.py": "writes comments into a Danish file",
    "qstd/web/refusals.py": "the last words, when no template can be used",
    "qstd/lint/": "patterns of what Danish standards say",
    "qstd/readers/": "patterns of what Danish files say",
    "qstd/recognise/": "patterns of what Danish standards say",
    "qstd/exports/akoma_ntoso/": "words of Danish documents",
    "qstd/exports/hsds/": "for those who read Danish data",
    "qstd/exports/linked/": "both languages stand beside each other in the data",
    "qstd/exports/comparison_schema.py": "for those who read Danish data",
    "qstd/exports/revision_schema.py": "for those who read Danish data",
    "qstd/exports/schema.py": "for those who write Danish files",
    "qstd/exports/schema_parts.py": "for those who read Danish data",
    "qstd/present/cards.py": "the Danish alphabet",
    "qstd/present/contact.py": "patterns of Danish telephone numbers",
    "qstd/present/slugs.py": "letters of Danish addresses",
    "qstd/present/typography.py": "patterns of Danish words",
    "qstd/prose/answers.py": "patterns of Danish answers",
    "qstd/verbs/start.py": "what stands in a new Danish file",
    "qstd/writers/docx_styles.py": "names of styles",
    "qstd/writers/search_index.py": "letters of Danish words",
    "qstd/yaml_source/own_style.py": "the letters of a text",
}


def test_no_danish_text_is_forgotten() -> None:
    """Whatever is Danish in the code and has a space or a Danish letter in it is a text for translation."""
    known = set(catalogue.extracted())
    forgotten = [
        f"{name}: {text}"
        for path in sorted((ROOT / "qstd").rglob("*.py"))
        if not (name := path.relative_to(ROOT).as_posix()).startswith(tuple(DANISH_BY_NATURE))
        for text in texts(ast.parse(path.read_text("utf-8")))
        if text not in known and (" " in text or not text.isascii()) and danish(text)
    ]

    assert forgotten == []


# Fields of files that are Danish, the help of the command line, and patterns.
SPARED = ("ArgumentTypeError", "Danish", "add_argument", "compile", "split", "sub")


def texts(tree: ast.Module) -> Iterator[str]:
    """Every string of a module but docstrings, and words for those who write Danish files or read the help."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) or (isinstance(node, ast.Call) and called(node) in SPARED):
            skipped |= {id(each) for each in ast.walk(node) if isinstance(each, ast.Constant)}
        elif isinstance(node, ast.Call):
            skipped -= {id(each) for each in ast.walk(node)} if called(node) in catalogue.FUNCTIONS else set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def called(node: ast.Call) -> str:
    """The name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_no_template_has_words_of_its_own() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        bare = re.sub(
            r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}|<style>.*?</style>", "", path.read_text("utf-8"), flags=re.DOTALL
        )
        assert not re.search(r"[^\W\d_]", re.sub(r"<[^>]*>", "", bare)), path.name


# What is said


def test_danish_needs_no_catalogue() -> None:
    code = "import sys; from qstd.language import translator; translator('da')('x'); sys.exit('gettext' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_sentence_is_filled_in_the_language_asked_for() -> None:
    values = {"checked": 3}

    assert fill("Tjekket: {checked}. Ingen fejl.", values, "da") == "Tjekket: 3. Ingen fejl."
    assert fill("Tjekket: {checked}. Ingen fejl.", values, "en") == "Checked: 3. No errors."
    assert translator("en")("Ukendt sætning") == "Ukendt sætning"


COMMANDS = {
    "check --no-cache": (1, BROKEN),
    "check north south --no-cache": (0, OURS),
    "check nowhere --no-cache": (2, OURS),
    "check --no-cache --format github": (1, BROKEN),
    "check --no-cache --format json": (1, BROKEN),
    "diff north": (2, OURS),
    "diff north south law/sel-98": (2, OURS),
    "diff north/fields south/help": (2, BROKEN),
    "diff north south": (1, OURS),
    "diff north south --format html": (1, OURS),
    "diff north south --format json": (1, OURS),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_speaks_english(
    command: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, folder = COMMANDS[command]
    monkeypatch.chdir(folder)

    assert main([*command.split(), "--lang", "en"]) == code
    said = "".join(each.decode() for each in capfdbinary.readouterr())
    assert danish(words(said) if "html" in command else said) == []


def test_a_build_speaks_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(OURS)

    assert main(["build", "--lang", "en", "--out", str(tmp_path)]) == 0
    said = "".join(each.decode() for each in capfdbinary.readouterr())
    assert danish(re.sub(r"\S+/\S*|\S+\.(?:html|json|xml)\b", "", said)) == []  # addresses stay what they are
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) == 15
    for page in pages:
        assert danish(words(page.read_text("utf-8"))) == [], page
    for file in tmp_path.rglob("*.docx"):
        with zipfile.ZipFile(file) as parts:
            assert danish(words(parts.read("word/document.xml").decode())) == []
            assert "Page" in words(parts.read("word/footer1.xml").decode())


def test_the_law_beside_a_standard_in_english() -> None:
    corpus = read(Workspace(OURS).entries(), OURS)
    own = [each.standard for each in corpus.standards if each.standard]
    law = Entry("law/sel-99", "Loven", replace(own[1], municipality="law"))
    document = comparison_document(compare([law, Entry("north/help", "North", own[0])]), "en")

    page = html.write(document, html.Page(standalone=True, language="en"), theme(None)).decode()
    assert danish(words(page)) == []
    assert danish(terminal.write(document, 100, False)) == []
    assert "the law and North" in document.title


class Untranslated(NullTranslations):
    """Notes each text that the catalogue did not have."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()

    def gettext(self, message: str) -> str:
        self.texts.add(message)
        return message


@pytest.fixture
def untranslated(monkeypatch: pytest.MonkeyPatch) -> Untranslated:
    """What the English catalogue was asked for and did not have."""
    noted = Untranslated()
    monkeypatch.setattr(messages("en"), "_fallback", noted)
    return noted


def test_the_real_pages_ask_for_no_text_that_is_not_there(untranslated: Untranslated, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "standards", tmp_path / "standards")
    order = Order(Workspace(tmp_path), tmp_path / "site", dt.date(2026, 1, 1), Choices("en", formats=("html", "docx")))
    built = build(order, lambda themes, weight, here: Alone(themes), lambda weight: lambda path, done: None)

    assert built.written
    assert untranslated.texts == set()


@pytest.mark.parametrize("text", ["Der mangler et komma", "på", "»x«", "2 stk."])
def test_danish_would_be_noticed(text: str) -> None:
    assert danish(f"All is well.\n{text}\n") == [text]


@pytest.mark.parametrize("text", ["Lov om social service, LBK no. 1129", "A standard, in order", "Mended"])
def test_english_is_let_be(text: str) -> None:
    assert danish(text) == []


def test_nothing_is_nothing_in_every_language() -> None:
    assert [translator(each)("") for each in ("da", "en")] == ["", ""]
