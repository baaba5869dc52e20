"""The package for a committee: what is in it, that it is whole or not there, and what it refuses."""

import datetime as dt
import html
import io
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pypdfium2 import PdfDocument

from qstd import history
from qstd.cli import main
from qstd.history import Person
from qstd.verbs import package
from qstd.workspace import Workspace
from tests.verbs.approvals import TEXT, path, small

ANNE = Person("Anne Åben", "anne@eksempel.dk")
TODAY = dt.date(2026, 11, 23)
APPROVED = TEXT.replace("status: draft", "status: in_force").replace(
    "  text: 'Godkendt i 2015'", "  date: 2015-10-05\n  text: 'Godkendt i 2015'"
)
NOW = APPROVED.replace("Du betaler selv for transport.", "Du betaler selv for bussen.")
HEARING = """\
schema: 1
opened: 2026-10-01
answers:
- {by: Ældrerådet, text: Bussen er for dyr., section: price, reply: Taget til efterretning.}
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace in which a standard was approved in 2015 and is another one now; Hvidovre has one too."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    made = small(tmp_path, a=APPROVED)
    other = made.standards / "hvidovre"
    other.mkdir()
    (other / "municipality.yaml").write_text('name: Hvidovre Kommune\ncode: "0167"\n', "utf-8")
    (other / "d.yaml").write_text(TEXT.replace("  use: klage\n", "  body: Ring.\n"), "utf-8")
    history.begin(made.root)
    files = (path(made), path(made, "municipality"))
    history.record({each: each.read_bytes() for each in files}, "Godkendt", ANNE)
    path(made).write_text(NOW, "utf-8")
    monkeypatch.chdir(tmp_path)
    return made


def hearing(home: Workspace, text: str = HEARING, day: str = "2026-10-01") -> None:
    folder = home.root / "hearings" / "lejre" / "a"
    folder.mkdir(parents=True)
    (folder / f"{day}.yaml").write_text(text.replace("2026-10-01", day), "utf-8")


def made(home: Workspace, since: str = "approved", beside: tuple[str, ...] = ()) -> dict[str, bytes]:
    found, _findings = package.prepared("lejre/a", since, beside, home.root, home)
    assert found is not None, _findings
    return dict(package.files(found, TODAY))


def words(page: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page.decode())).replace("\N{NO-BREAK SPACE}", " ")


def test_all_that_a_committee_needs_is_in_it(home: Workspace) -> None:
    hearing(home)
    files = made(home, beside=("hvidovre",))
    assert list(files) == [
        "indhold.html",
        "aendringsnotat.html",
        "aendringsnotat.docx",
        "tekst-med-aendringer.docx",
        "ny-tekst.pdf",
        "sammenligning.html",
        "sammenligning.pdf",
        "hoeringsnotat.html",
        "hoeringsnotat.pdf",
        "hoeringsnotat.docx",
    ]
    assert set(re.findall(r'href="([^"#:]+)"', files["indhold.html"].decode())) == set(files) - {"indhold.html"}
    index, note = words(files["indhold.html"]), words(files["aendringsnotat.html"])
    assert "Den nye udgave ændrer 1 af 2 afsnit." in index
    assert "godkendt den 5. oktober 2015." in index
    assert "ved siden af Hvidovre" in index
    assert "transport" in note
    assert "bussen" in note
    assert "Bussen er for dyr." in words(files["hoeringsnotat.html"])
    xml = docx.Document(io.BytesIO(files["tekst-med-aendringer.docx"])).element.xml
    assert "<w:ins " in xml
    assert "<w:del " in xml
    with PdfDocument(files["ny-tekst.pdf"]) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "bussen" in text
    assert "transport" not in text


def test_the_same_input_gives_the_same_bytes(home: Workspace) -> None:
    hearing(home)
    assert made(home, beside=("hvidovre",)) == made(home, beside=("hvidovre/d",))


def test_a_new_standard_has_no_version_before(home: Workspace) -> None:
    files = made(home, since="")
    assert list(files) == ["indhold.html", "ny-tekst.pdf"]
    assert "Standarden er ny" in words(files["indhold.html"])


def test_the_version_before_may_be_a_file(home: Workspace, tmp_path: Path) -> None:
    alone = APPROVED.replace("  use: klage\n", "  body: Ring til os.\n")
    (tmp_path / "før.yaml").write_text(alone, "utf-8")
    assert "transport" in words(made(home, since="før.yaml")["aendringsnotat.html"])


def test_a_hearing_from_before_the_approval_is_left_out(home: Workspace) -> None:
    hearing(home, day="2015-09-01")
    assert "hoeringsnotat.html" not in made(home)


def test_a_text_that_is_as_approved_is_told(home: Workspace) -> None:
    path(home).write_text(APPROVED, "utf-8")
    found, findings = package.prepared("lejre/a", "approved", (), home.root, home)
    assert found is not None
    assert [each.code for each in findings] == ["U006"]


def broken_standard(home: Workspace) -> None:
    path(home).write_text("[", "utf-8")


def broken_hearing(home: Workspace) -> None:
    hearing(home, HEARING.replace("text:", "words:"))


def draft_only(home: Workspace) -> None:
    head = "schema: 1\ntitle: Ledsagelse\nservice: sel-97\nstatus: draft\n"
    text = head + "sections:\n- {topic: price, heading: Pris, body: Gratis.}\n"
    path(home, "c").write_text(text, "utf-8")
    history.record({path(home, "c"): text.encode()}, "Kladde", ANNE)


def nothing(_home: Workspace) -> None:
    pass


@pytest.mark.parametrize(
    ("before", "words_of", "said"),
    [
        (nothing, "lejre/a --with lejer", "Mente du »lejre«?"),
        (nothing, "lejre/a --with norge", "R404"),
        (nothing, "lejre", "U002"),
        (nothing, "lejre/aa", "R404"),
        (nothing, "lejre/a --since HEAD~7", "R405"),
        (draft_only, "lejre/c", "--new"),
        (broken_standard, "lejre/a --new", "U003"),
        (broken_hearing, "lejre/a", "F001"),
    ],
)
def test_what_cannot_be_made_is_not_begun(
    before: Callable[[Workspace], None],
    words_of: str,
    said: str,
    home: Workspace,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before(home)
    assert main(["package", *words_of.split(), "--out", "pakke"]) == 1
    assert said in capsys.readouterr().err
    assert not (home.root / "pakke").exists()


def test_without_a_repository_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    home = small(tmp_path)
    found, findings = package.prepared("lejre/a", "approved", (), home.root, home)
    assert found is None
    assert findings


def test_the_command_makes_a_folder_that_can_be_verified(
    home: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["package", "lejre/a", "--out", "ud/pakke"]) == 0
    subprocess.run(["sha256sum", "-c", "--quiet", "kontrolsum.txt"], cwd=tmp_path / "ud" / "pakke", check=True)
    assert os.listdir(tmp_path / "ud") == ["pakke"]  # noqa: PTH208  # hidden names too
    capsys.readouterr()
    assert main(["package", "lejre/a", "--out", "ud/pakke"]) == 0
    assert "uændret" in capsys.readouterr().out
    path(home).write_text(NOW.replace("bussen", "toget"), "utf-8")
    assert main(["package", "lejre/a", "--out", "ud/pakke"]) == 0
    assert "toget" in (tmp_path / "ud" / "pakke" / "aendringsnotat.html").read_text("utf-8")
