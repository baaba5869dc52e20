"""A hearing from the editor: sent out, answered in the form, read in, replied to; what is in the way is told."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from qstd.readers.yaml_file import read_hearing
from tests.web.editors import Browser, app

LEJRE = "lejre/stoettekontaktperson"
REMARK = "Fristen bør stå i dage."


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    served = app(tmp_path)
    path = tmp_path / "standards" / f"{LEJRE}.yaml"
    path.write_text(path.read_text("utf-8").replace("status: in_force", "status: draft"), "utf-8")
    yield Browser(served)
    served.state.uploads.close()
    served.state.desk.close()


def unpacked(browser: Browser, address: str) -> dict[str, bytes]:
    """The files of an archive by name."""
    answer = browser.get(address)
    assert answer.headers["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(answer.content)) as archive:
        return {each.rpartition("/")[2]: archive.read(each) for each in archive.namelist()}


def filled(form: bytes, column: str, words: str) -> bytes:
    """The form with words in the first row of a column."""
    document = Document(BytesIO(form))
    for table in document.tables:
        heads = [each.text.strip() for each in table.rows[0].cells]
        if column in heads:
            table.rows[1].cells[heads.index(column)].text = words
            break
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def sent(browser: Browser, data: bytes) -> str:
    """Send a file that came back; return the address of its review when it has been read."""
    answer = browser.post(f"/hoering/{LEJRE}/svar", files={"fil": ("svar.docx", data)})
    address = str(answer.headers["HX-Redirect"])
    end = time.monotonic() + 60
    while "HX-Redirect" not in (shown := browser.get(f"{address}/fremgang")).headers:
        assert time.monotonic() < end
        assert shown.status_code in (200, 204)
        time.sleep(0.05)
    return address


def begun(browser: Browser) -> None:
    answer = browser.post(f"/hoering/{LEJRE}", {"senest": "2099-01-31", "til": "Handicaprådet, Ældrerådet"})
    assert answer.headers["HX-Redirect"] == f"/hoering/{LEJRE}?gjort=sendt"


def test_a_standard_is_heard_from_end_to_end(browser: Browser, tmp_path: Path) -> None:
    assert "Standarden har ikke været i høring." in browser.get(f"/hoering/{LEJRE}").text
    begun(browser)
    assert "status: hearing" in (tmp_path / "standards" / f"{LEJRE}.yaml").read_text("utf-8")
    page = browser.get(f"/hoering/{LEJRE}").text
    assert "Handicaprådet, Ældrerådet" in page
    files = unpacked(browser, f"/hoering/{LEJRE}/filer")
    assert set(files) == {"hoeringsudgave.html", "hoeringsudgave.pdf", "hoeringsudgave.docx", "hoeringssvar.docx"}

    address = sent(browser, filled(files["hoeringssvar.docx"], "Bemærkning", REMARK))
    assert REMARK in browser.get(address).text
    refused = browser.post(address, {"fra": "", "dag": "2026-11-01"})
    assert refused.status_code == 422
    assert "Skriv, hvem svaret er fra" in refused.text
    done = browser.post(address, {"fra": "Handicaprådet", "dag": "2026-11-01"})
    assert done.headers["HX-Redirect"] == f"/hoering/{LEJRE}?gjort=laest"
    assert REMARK in browser.get(f"/hoering/{LEJRE}").text
    assert browser.get(address).status_code == 404  # it is done with

    note = unpacked(browser, f"/hoering/{LEJRE}/notat")["hoeringsnotat.docx"]
    address = sent(browser, filled(note, "Kommunens svar", "Det retter vi."))
    assert browser.post(address).headers["HX-Redirect"] == f"/hoering/{LEJRE}?gjort=laest"
    assert "Det retter vi." in browser.get(f"/hoering/{LEJRE}").text
    (log,) = (tmp_path / "hearings" / LEJRE).glob("*.yaml")
    record = read_hearing(log.read_bytes(), "").record
    assert record is not None
    assert [(each.by, each.text, each.reply) for each in record.answers] == [
        ("Handicaprådet", REMARK, "Det retter vi.")
    ]


def test_the_same_file_twice_brings_nothing_new(browser: Browser) -> None:
    begun(browser)
    data = filled(unpacked(browser, f"/hoering/{LEJRE}/filer")["hoeringssvar.docx"], "Bemærkning", REMARK)
    browser.post(sent(browser, data), {"fra": "Handicaprådet", "dag": "2026-11-01"})
    address = sent(browser, data)
    assert "Der er intet nyt i filen" in browser.get(address).text or REMARK in browser.get(address).text
    answer = browser.post(address, {"fra": "Handicaprådet", "dag": "2026-11-01"})
    assert answer.headers["HX-Redirect"] == f"/hoering/{LEJRE}?gjort=intet"


def test_what_is_in_the_way_is_told(browser: Browser, tmp_path: Path) -> None:
    early = browser.post(f"/hoering/{LEJRE}", {"senest": "2001-01-01", "til": ""})
    assert early.status_code == 409
    assert "er gået allerede" in early.text
    assert browser.post(f"/hoering/{LEJRE}", {"senest": "i morgen", "til": ""}).status_code == 422
    assert not (tmp_path / "hearings").exists()
    assert "status: draft" in (tmp_path / "standards" / f"{LEJRE}.yaml").read_text("utf-8")
    assert browser.get("/hoering/lejre/findes-ikke").status_code == 404
    assert browser.get(f"/hoering/{LEJRE}/filer").status_code == 404
    begun(browser)
    assert browser.post(f"/hoering/{LEJRE}/svar").status_code == 422
    document = BytesIO()
    Document().save(document)
    address = sent(browser, document.getvalue())
    page = browser.get(address).text
    assert "kunne ikke læses" in page or "ingen tabel" in page
    assert browser.get(f"/word/{LEJRE}/{address.rpartition('/')[2]}").status_code == 404
    assert browser.post(f"{address}/slet").headers["HX-Redirect"] == f"/hoering/{LEJRE}"
