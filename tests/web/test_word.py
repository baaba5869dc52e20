"""Word on the screens: a standard goes out as a Word file and comes back into the draft; what is no Word file is told."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.web.editors import Browser, app

LEJRE = "lejre/stoettekontaktperson"
OTHER = "hvidovre/stoette-og-kontaktperson"
OURS = "Ordningen er til enhver tid"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    served = app(tmp_path)
    yield Browser(served)
    served.state.uploads.close()
    served.state.desk.close()


def edited(browser: Browser, old: str = OURS, new: str = "Ordningen er altid", ref: str = LEJRE) -> bytes:
    """The Word file of a standard, in which somebody has changed some words."""
    answer = browser.get(f"/word/{ref}/hent")
    assert answer.headers["Content-Type"] == WORD
    assert "attachment" in answer.headers["Content-Disposition"]
    document = Document(BytesIO(answer.content))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new) if old in run.text else run.text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def sent(browser: Browser, data: bytes, ref: str = LEJRE) -> str:
    """Send a Word file; return the address of its review when it has been read."""
    answer = browser.post(f"/word/{ref}", files={"fil": ("udkast.docx", data)})
    address = str(answer.headers["HX-Redirect"])
    waited(browser, address)
    return address


def waited(browser: Browser, address: str) -> None:
    """Wait until a file has been read."""
    end = time.monotonic() + 60
    while (shown := browser.get(f"{address}/fremgang")).status_code == 200 or "HX-Redirect" not in shown.headers:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert shown.headers["HX-Redirect"] == address


def draft(browser: Browser, at: int = 3) -> Any:
    return browser.get(f"/skriv/{LEJRE}?afsnit={at}").text


def test_what_is_edited_in_word_comes_into_the_draft(browser: Browser, tmp_path: Path) -> None:
    address = sent(browser, edited(browser))
    before = (tmp_path / "standards" / f"{LEJRE}.yaml").read_bytes()
    page = browser.get(address).text
    assert "Rettet i »udkast.docx«" in page
    assert "Hvilke aktiviteter indgår i ydelsen?" in page
    assert OURS in draft(browser)

    assert browser.post(address).headers["HX-Redirect"] == f"/skriv/{LEJRE}?afsnit=3&word=ind"
    assert "Ordningen er altid" in draft(browser)
    assert (tmp_path / "standards" / f"{LEJRE}.yaml").read_bytes() == before
    assert browser.get(address).status_code == 404  # it is done with
    browser.post(f"/skriv/{LEJRE}/fortryd")
    assert OURS in draft(browser)


def test_unedited_it_changes_nothing(browser: Browser) -> None:
    address = sent(browser, edited(browser, "findes ikke", ""))
    assert "Der er ikke rettet noget" in browser.get(address).text
    assert browser.post(address).headers["HX-Redirect"].endswith("word=ens")


def test_what_both_have_changed_is_chosen(browser: Browser) -> None:
    import re

    data = edited(browser)
    text = re.search(r'name="body"[^>]*>\n?([^<]*)<', draft(browser))
    assert text is not None
    browser.post(f"/skriv/{LEJRE}/afsnit/3", {"body": text[1].replace(OURS, "Ordningen er hele tiden")})
    address = sent(browser, data)
    page = browser.get(address).text
    assert "Ordningen er hele tiden" in page.replace("<ins>", "").replace("</ins>", "")
    refused = browser.post(address)
    assert refused.status_code == 422
    assert "Vælg, hvad der skal stå." in refused.text
    name = re.search(r'name="(valg:[^"]+)"', page)
    assert name is not None
    assert browser.post(address, {name[1]: "theirs"}).headers["HX-Redirect"].endswith("word=ind")
    assert "Ordningen er altid" in draft(browser)


def test_only_the_changes_of_some_are_taken(browser: Browser) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document(BytesIO(browser.get(f"/word/{LEJRE}/hent").content))
    paragraph = next(each for each in document.paragraphs if OURS in each.text)
    for number, name in enumerate(("Anne", "Bo")):
        words = f'<w:r><w:t xml:space="preserve"> {name} har skrevet det.</w:t></w:r>'
        mark = f'<w:ins {nsdecls("w")} w:id="{900 + number}" w:author="{name}">{words}</w:ins>'
        paragraph._p.append(parse_xml(mark))  # type: ignore[arg-type]  # python-docx is too strict
    out = BytesIO()
    document.save(out)
    address = sent(browser, out.getvalue())
    assert browser.get(address).text.count('name="med"') == 2
    browser.post(f"{address}/igen", {"valgt": "ja", "med": ["Bo"]})
    waited(browser, address)
    assert browser.post(address).headers["HX-Redirect"].endswith("word=ind")
    assert "Bo har skrevet det." in draft(browser)
    assert "Anne har skrevet det." not in draft(browser)


def test_a_file_of_another_standard_is_refused(browser: Browser) -> None:
    address = sent(browser, edited(browser, ref=OTHER))
    page = browser.get(address).text
    assert "kan ikke flettes ind" in page
    assert OTHER in page
    assert browser.post(f"{address}/slet").headers["HX-Redirect"] == f"/skriv/{LEJRE}"
    assert OURS in draft(browser)


def test_what_is_no_word_file_is_told(browser: Browser) -> None:
    address = sent(browser, b"intet" * 100)
    assert "kunne ikke læses" in browser.get(address).text
    assert browser.post(f"/word/{LEJRE}").status_code == 422
    assert browser.get("/word/lejre/findes-ikke/hent").status_code == 404
    # An edited file is no import, nor the other way round.
    assert browser.get(f"/gennemse/{address.rpartition('/')[2]}").status_code == 404
    assert "udkast.docx" not in browser.get("/").text
