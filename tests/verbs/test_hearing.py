"""A hearing from end to end: what goes out has a number at each point, what comes back lies beside the standard."""

import datetime as dt
import shutil
from pathlib import Path

import docx
import pytest

from qstd.cli import main
from qstd.model.document import Heading, Items, Paragraph, plain
from qstd.model.hearing import HearingFile
from qstd.readers import yaml_file
from qstd.verbs import hearing
from qstd.verbs.hearing import Heard
from qstd.workspace import Workspace

ROOT = Path(__file__).parents[2]
REF = "lejre/stoettekontaktperson"
DAY = dt.date(2026, 3, 2)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    shutil.copytree(ROOT / "standards", tmp_path / "standards")
    path = tmp_path / "standards" / f"{REF}.yaml"
    path.write_text(path.read_text("utf-8").replace("status: in_force", "status: draft"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path)


def run(*words: str) -> int:
    return main(["hearing", REF, *words, "--today", DAY.isoformat(), "--no-commit"])


def begun(home: Workspace) -> Heard:
    assert run("--closes", "2026-04-01", "--to", "Handicaprådet", "--to", "Ældrerådet", "--out", "ud") == 0
    heard, findings = hearing.opened(REF, home.root, home, DAY)
    assert heard is not None
    assert findings == ()
    return heard


def said(home: Workspace) -> HearingFile:
    path = home.root / "hearings" / REF / f"{DAY.isoformat()}.yaml"
    record = yaml_file.read_hearing(path.read_bytes(), path.name).record
    assert record is not None
    return record


def filled(home: Workspace, cells: dict[tuple[int, int], str], by: str = "Handicaprådet") -> Path:
    """Fill the form in as a party does in Word."""
    form = docx.Document(str(home.root / "ud" / "hoeringssvar.docx"))
    next(each for each in form.paragraphs if each.text.startswith("Hvem svarer")).add_run(by)
    for (row, column), text in cells.items():
        form.tables[0].rows[row].cells[column].text = text
    path = home.root / "svar.docx"
    form.save(str(path))
    return path


def test_sending_out_writes_four_files_and_says_so_in_the_standard(home: Workspace) -> None:
    heard = begun(home)
    names = {each.name for each in (home.root / "ud").iterdir()}
    assert names == {"hoeringsudgave.html", "hoeringsudgave.pdf", "hoeringsudgave.docx", "hoeringssvar.docx"}
    assert heard.standard.status == "hearing"
    log = said(home)
    assert (log.opened, log.closes, log.to) == (DAY, dt.date(2026, 4, 1), ("Handicaprådet", "Ældrerådet"))
    before = {each: each.read_bytes() for each in (home.root / "ud").iterdir()}
    assert begun(home).hearing == log
    assert {each: each.read_bytes() for each in before} == before


def test_each_paragraph_and_entry_of_a_section_has_a_number_of_its_own(home: Workspace) -> None:
    document, points = hearing.numbered_document(begun(home))
    found: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = bool(block.section) or (inside and block.level > 2)
        elif inside and isinstance(block, Paragraph) and block.kind in ("", "small"):
            found.append(plain(block.inlines).split("\N{EN SPACE}")[0])
        elif inside and isinstance(block, Items):
            entries = [each.blocks[0] for each in block.items]
            found += [plain(each.inlines).split("\N{EN SPACE}")[0] for each in entries if isinstance(each, Paragraph)]
    assert found == [str(number) for number in range(1, len(found) + 1)]
    assert [each.first for each in points][1:] == [each.last + 1 for each in points][:-1]
    assert points[-1].last == len(found)


def test_a_form_that_comes_back_is_read_once(home: Workspace) -> None:
    begun(home)
    cells = {(8, 0): "9", (8, 2): "Skriv, hvor mange timer.\nDet er vigtigt.", (15, 2): "Sproget er svært."}
    path = filled(home, {**cells, (16, 0): "10", (16, 3): "Medarbejderen er uddannet."})
    assert run("--read", str(path)) == 0
    first, second, third = said(home).answers
    assert (first.by, first.point, first.section, first.text) == (
        "Handicaprådet",
        "9",
        "scope",
        "Skriv, hvor mange timer.\nDet er vigtigt.",
    )
    assert (second.section, second.point, second.text) == (None, None, "Sproget er svært.")
    assert (third.section, third.suggestion) == ("competence", "Medarbejderen er uddannet.")
    before = said(home)
    assert run("--read", str(path)) == 0
    assert said(home) == before


def test_replies_written_in_the_note_come_back_to_their_remarks(home: Workspace) -> None:
    begun(home)
    run("--read", str(filled(home, {(1, 2): "Hvad betyder det?", (2, 2): "Godt."})))
    assert run("--note", "--out", "ud") == 0
    path = home.root / "ud" / "hoeringsnotat.docx"
    note = docx.Document(str(path))
    note.tables[0].rows[1].cells[4].text = "Ikke fulgt. Det står i loven."
    note.tables[0].rows[2].cells[4].text = "Taget til efterretning"
    note.save(str(path))
    assert run("--read", str(path)) == 0
    first, second = said(home).answers
    assert (first.outcome, first.reply) == ("not_followed", "Det står i loven.")
    assert (second.outcome, second.reply) == ("noted", None)
    assert run("--note", "--out", "ud") == 0
    again = docx.Document(str(path)).tables[0].rows[1].cells[4].text
    assert again.split() == "Ikke fulgt. Det står i loven.".split()


def test_a_reply_to_another_remark_is_told_and_left(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    begun(home)
    run("--read", str(filled(home, {(1, 2): "Hvad betyder det?"})))
    run("--note", "--out", "ud")
    path = home.root / "ud" / "hoeringsnotat.docx"
    note = docx.Document(str(path))
    note.tables[0].rows[1].cells[3].text = "Noget helt andet."
    note.tables[0].rows[1].cells[4].text = "Fulgt."
    note.save(str(path))
    before = said(home)
    assert run("--read", str(path)) == 0
    assert said(home) == before
    assert "J012" in capsys.readouterr().err


def test_after_a_change_points_are_not_trusted(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    begun(home)
    path = home.standards / f"{REF}.yaml"
    path.write_text(path.read_text("utf-8").replace("Sproget", "Ordene").replace("støtten", "hjælpen"), "utf-8")
    form = filled(home, {(16, 0): "10", (16, 2): "Uddannelse?"})
    assert run("--read", str(form)) == 0
    assert "J007" in capsys.readouterr().err
    assert said(home).answers[0].section is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--closes", "2026-01-01", "--out", "ud"), "J003"),
        (("--read", "ikke-word.docx"), ""),
        (("--read", "uden-tabel.docx"), "J010"),
        (("--read", "tom.docx"), ""),
    ],
)
def test_what_cannot_be_read_changes_nothing(
    home: Workspace, words: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    begun(home)
    (home.root / "ikke-word.docx").write_bytes(b"PK\x03\x04 and no more")
    (home.root / "tom.docx").write_bytes(b"")
    plain_file = docx.Document()
    plain_file.add_paragraph("Vi har ingen bemærkninger.")
    plain_file.save(str(home.root / "uden-tabel.docx"))
    before = {each: each.read_bytes() for each in home.root.rglob("*.yaml")}
    capsys.readouterr()
    assert run(*words) == 1
    assert {each: each.read_bytes() for each in home.root.rglob("*.yaml")} == before
    told = capsys.readouterr().err
    assert code in told
    assert "Traceback" not in told


def test_nobody_answers_for_nobody(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    begun(home)
    path = filled(home, {(1, 2): "Hvad betyder det?"}, by="")
    assert run("--read", str(path)) == 1
    assert "J011" in capsys.readouterr().err
    assert run("--read", str(path), "--by", "Ældrerådet") == 0
    assert said(home).answers[0].by == "Ældrerådet"


def test_before_a_hearing_there_is_nothing_to_answer(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--read", "svar.docx") == 1
    assert run("--note", "--out", "ud") == 1
    assert run() == 0
    assert not (home.root / "hearings").exists()
    assert "ikke været i høring" in capsys.readouterr().out


def test_a_faulty_file_of_a_hearing_is_said_and_left(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    begun(home)
    path = home.root / "hearings" / REF / f"{DAY.isoformat()}.yaml"
    path.write_text(path.read_text("utf-8").replace("opened", "aabnet"), "utf-8")
    before = path.read_bytes()
    assert run("--note", "--out", "ud") == 1
    assert path.read_bytes() == before
    assert "aabnet" in capsys.readouterr().err


def test_the_hearing_of_a_new_text_gets_a_file_of_its_own(home: Workspace) -> None:
    begun(home)
    run("--read", str(filled(home, {(1, 2): "Hvad betyder det?"})))
    path = home.standards / f"{REF}.yaml"
    path.write_text(path.read_text("utf-8").replace("støtten", "hjælpen"), "utf-8")
    later = ["--closes", "2026-06-01", "--out", "ud", "--no-commit"]
    assert main(["hearing", REF, *later, "--today", DAY.isoformat()]) == 1
    assert main(["hearing", REF, *later, "--today", "2026-05-01"]) == 0
    assert len(said(home).answers) == 1
    assert len(list((home.root / "hearings" / REF).iterdir())) == 2
