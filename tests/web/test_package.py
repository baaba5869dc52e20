"""The package for a committee from the editor: one button, one archive; what is in the way is told."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.web.editors import Browser, app

LEJRE = "lejre/stoettekontaktperson"
OTHER = "hvidovre/stoette-og-kontaktperson"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    served = app(tmp_path)
    yield Browser(served)
    served.state.uploads.close()
    served.state.desk.close()


def test_the_package_of_a_new_standard_comes_as_one_archive(browser: Browser) -> None:
    page = browser.get(f"/pakke/{LEJRE}")
    assert page.status_code == 200
    assert OTHER in page.text
    answer = browser.post(f"/pakke/{LEJRE}", {"siden": "ny", "ved1": OTHER, "ved2": ""})
    assert answer.headers["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(answer.content)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert all(each.startswith("lejre-stoettekontaktperson/") for each in names)
    assert {each.rpartition(".")[2] for each in names} >= {"html", "pdf"}
    assert browser.post(f"/pakke/{LEJRE}", {"siden": "ny", "ved1": OTHER, "ved2": ""}).content == answer.content


def test_without_an_approved_version_it_is_said_why_there_is_none(browser: Browser) -> None:
    answer = browser.post(f"/pakke/{LEJRE}", {"siden": "godkendt", "ved1": "", "ved2": ""})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_of_nothing_there_is_no_package(browser: Browser) -> None:
    assert browser.get("/pakke/lejre/findes-ikke").status_code == 404
    assert browser.post("/pakke/lejre/municipality", {"siden": "ny"}).status_code == 404


def test_what_a_change_in_the_law_touches_comes_as_one_archive(browser: Browser) -> None:
    page = browser.get("/lovaendring?lov=SEL&paragraf=99").text
    assert "/lovaendring/filer?lov=SEL&amp;paragraf=99" in page
    answer = browser.get("/lovaendring/filer?lov=SEL&paragraf=99")
    with ZipFile(BytesIO(answer.content)) as archive:
        names = set(archive.namelist())
    assert {f"lovaendring/lovaendring.{each}" for each in ("html", "docx", "csv", "json")} < names
    assert {"lovaendring/breve/lejre.txt", "lovaendring/breve/hvidovre.txt"} < names
    assert browser.get("/lovaendring/filer?lov=&paragraf=").status_code == 404
    assert browser.get("/lovaendring/filer?lov=INTET&paragraf=1").status_code == 404
