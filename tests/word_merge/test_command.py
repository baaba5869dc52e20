"""`qstd merge`: what it says, what it writes, and its exit codes."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from qstd.cli import main
from qstd.readers.yaml_file import read_notes
from tests.word_merge.places import COMMON, STANDARD, word_file
from tests.word_merge.test_three_ways import OURS, SENTENCE, in_word

EDITED = in_word(word_file(), ("havearbejde", "rengøring"))
CLASHING = in_word(word_file(), ("hvis du bor i kommunen", "hvis du har bopæl i kommunen"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one standard, from which commands are called."""
    folder = tmp_path / "standards" / "lejre"
    folder.mkdir(parents=True)
    (folder / "stoette.yaml").write_text(STANDARD, "utf-8")
    (folder / "municipality.yaml").write_text(COMMON, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text(home: Path) -> str:
    return (home / "standards" / "lejre" / "stoette.yaml").read_text("utf-8")


def write(home: Path, data: bytes) -> str:
    (home / "fil.docx").write_bytes(data)
    return "fil.docx"


def test_the_file_says_where_it_belongs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", write(home, EDITED)]) == 0

    said = capsys.readouterr()
    assert text(home) == STANDARD.replace("havearbejde", "rengøring")
    assert said.out.splitlines() == [
        "2 Hvad kan du få hjælp til?: Teksten: rettet",
        "Flettet ind i lejre/stoette.",
        "Næste skridt: qstd check lejre/stoette, og siden qstd save lejre/stoette -m BESKED",
    ]
    assert said.err == ""


def test_nothing_new(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", write(home, word_file())]) == 0

    assert capsys.readouterr().out == "Der er intet nyt til lejre/stoette.\n"
    assert text(home) == STANDARD


def test_a_dry_run_writes_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", write(home, EDITED), "--dry-run"]) == 0

    assert "Teksten: rettet" in capsys.readouterr().out
    assert text(home) == STANDARD


def test_a_conflict_is_shown_with_all_three_texts_and_then_decided(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "standards" / "lejre" / "stoette.yaml").write_text(OURS, "utf-8")

    assert main(["merge", write(home, CLASHING)]) == 1
    said = capsys.readouterr().out
    assert f"Før: {SENTENCE}" in said
    assert "Standarden nu: Du kan få støtte, hvis du bor i Lejre." in said
    assert "Word-filen: Du kan få støtte, hvis du har bopæl i kommunen." in said
    assert text(home) == OURS

    number = said.splitlines()[-1].split()[-1]
    assert main(["merge", "fil.docx", "--ours", number]) == 0
    assert text(home) == OURS
    assert main(["merge", "fil.docx", "--theirs", number]) == 0
    assert text(home) == OURS.replace("du bor i Lejre", "du har bopæl i kommunen")


def test_words_of_ones_own_decide_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "standards" / "lejre" / "stoette.yaml").write_text(OURS, "utf-8")
    main(["merge", write(home, CLASHING)])
    number = capsys.readouterr().out.splitlines()[-1].split()[-1]

    assert main(["merge", "fil.docx", "--text", number, "Du kan få støtte."]) == 0
    assert "    Du kan få støtte.\n    Du skal" in text(home)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fil.docx", "--into", "lejre/ledsagelse"], "R404"),
        (["fil.docx", "--author", "Carl"], "V006"),
        (["tom.docx"], "V001"),
        (["uden.docx"], "V008"),
        (["mangler.docx"], "mangler.docx"),
    ],
)
def test_what_cannot_be_merged(home: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(home, EDITED)
    (home / "tom.docx").write_bytes(b"")
    nameless = in_word(in_word(EDITED, without="customXml"), without="docProps")
    (home / "uden.docx").write_bytes(nameless)

    assert main(["merge", *words]) == 1

    assert said in capsys.readouterr().err
    assert text(home) == STANDARD
    assert main(["merge", "uden.docx", "--into", "lejre/stoette"]) == 0
    assert text(home) == STANDARD.replace("havearbejde", "rengøring")


COMMENT = (
    '<w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">Pædagoger</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve">'
)
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="Anne &quot;A&quot; Hansen" w:date="2026-02-03T10:00:00Z">'
    "<w:p><w:r><w:t>Kun pædagoger?</w:t></w:r></w:p><w:p><w:r><w:t>- Også andre: ja.</w:t></w:r></w:p></w:comment></w:comments>"
)


def with_comment() -> bytes:
    data = in_word(word_file(), ('<w:r><w:t xml:space="preserve">Pædagoger', COMMENT))
    out = BytesIO()
    relation = (
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"'
        ' Target="comments.xml"/></Relationships>'
    )
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relation.encode())
            new.writestr(name, content)
        new.writestr("word/comments.xml", COMMENTS)
    return out.getvalue()


def test_remarks_become_notes_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = write(home, with_comment())

    assert main(["merge", name]) == 0
    assert main(["merge", name]) == 0

    path = home / "notes" / "lejre" / "stoette.yaml"
    source = read_notes(path.read_bytes(), "")
    assert source.record is not None
    assert source.findings == ()
    (note,) = source.record.notes
    assert (note.author, str(note.date), note.section) == ('Anne "A" Hansen', "2026-02-03", "competence")
    assert (note.text, note.quote, note.source) == ("Kun pædagoger?\n- Også andre: ja.", "Pædagoger", "fil.docx")
    assert capsys.readouterr().out.count("Bemærkninger fra Word-filen (1)") == 1


def test_other_peoples_notes_stay(home: Path) -> None:
    path = home / "notes" / "lejre" / "stoette.yaml"
    path.parent.mkdir(parents=True)
    own = "# Vores egne.\nschema: 1\nnotes:\n- text: Husk prisen.  # til mødet\n"
    path.write_text(own, "utf-8")

    assert main(["merge", write(home, with_comment())]) == 0

    source = read_notes(path.read_bytes(), "")
    assert path.read_text("utf-8").startswith(own)
    assert source.record is not None
    assert [each.text[:4] for each in source.record.notes] == ["Husk", "Kun "]


def test_a_file_of_notes_that_cannot_be_read_is_left_alone(home: Path) -> None:
    path = home / "notes" / "lejre" / "stoette.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("notes: [", "utf-8")

    assert main(["merge", write(home, with_comment())]) == 0

    assert path.read_text("utf-8") == "notes: ["
    assert read_notes(path.with_name("stoette-2.yaml").read_bytes(), "").whole
