"""Uploading a file and looking over what became of it: real files, every decision kept, a draft at the end."""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qstd.verbs.editing.drafts import Author
from qstd.verbs.editing.reviews import Decided, Reviews
from qstd.verbs.editing.saving import Saved, save
from tests.web.editors import SESSION, Browser, app

WHO = Author("Kim", SESSION)
SOURCES = Path(__file__).parent.parent / "cases" / "read"
WORD = SOURCES / "fredericia-85-egne-overskrifter" / "source.docx"
PDF = SOURCES / "hvidovre-pdf" / "source.pdf"
MANY = SOURCES / "frederikssund-83-samling" / "source.docx"
TEXT = SOURCES / "seed-hvidovre" / "source.txt"
PLAIN = {"HX-Request": ""}  # as a browser without script asks


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    served = app(tmp_path_factory.mktemp("review"))
    yield Browser(served)
    served.state.uploads.close()
    served.state.desk.close()


def sent(browser: Browser, name: str, data: bytes) -> Any:
    return browser.post("/hent", files={"fil": (name, data)})


def uploaded(browser: Browser, path: Path | str, data: bytes | None = None) -> str:
    """Upload a file and wait until it is read; return the address of its review."""
    answer = sent(browser, Path(path).name, data if data is not None else Path(path).read_bytes())
    assert answer.status_code == 204, answer.text
    address = str(answer.headers["HX-Redirect"])
    for _ in range(600):
        if browser.get(f"{address}/fremgang").headers.get("HX-Redirect"):
            return address
        time.sleep(0.1)
    raise AssertionError("it is never read")


@pytest.fixture(scope="module")
def word(browser: Browser) -> str:
    return uploaded(browser, WORD)


def every(browser: Browser) -> Reviews:
    found: Reviews = browser.served.state.reviews
    return found


def decided(browser: Browser, address: str, at: int = 0) -> Decided:
    review = every(browser).get(address.rpartition("/")[2], WHO)
    assert review is not None
    return review.standards[at].decided


# ---------- A Word file ----------


def test_the_account_the_source_and_the_result(browser: Browser, word: str) -> None:
    shown = browser.get(word).text
    assert "<b>302</b>" in shown
    assert "Alle ord fra kilden er fundet igen." in shown
    assert "Folderen fortæller, hvilken hjælp byrådet har besluttet" in shown
    assert shown.count('<li class="rec') == 12
    assert "ligner emnet »Lovgrundlag«" in shown
    assert "Bekræft<span" in shown


def test_each_section_leads_to_its_place_in_the_source(browser: Browser, word: str) -> None:
    shown = browser.get(word).text
    wanted = re.findall(r'data-show="([^"]+)"', shown)
    assert len(wanted) > 20
    assert all(f'id="{each}"' in shown for each in wanted)


def test_a_topic_is_kept_and_the_evidence_follows_it(browser: Browser, word: str) -> None:
    answer = browser.post(f"{word}/0/emne", {"afsnit": "1", "emne": "purpose"})
    assert 'id="afsnit-1"' in answer.text
    assert "valgt af dig" in answer.text
    assert decided(browser, word).topics[1] == "purpose"
    review = every(browser).get(word.rpartition("/")[2], WHO)
    assert review is not None
    made = review.standards[0].standard
    keys = [each.key for each in made.sections]
    assert len(set(keys)) == len(keys)
    assert all(each.evidence.section in keys for each in made.facts)


def test_a_topic_can_be_taken_away(browser: Browser, word: str) -> None:
    browser.post(f"{word}/0/emne", {"afsnit": "2", "emne": ""})
    assert decided(browser, word).topics[2] == ""


def test_facts_one_by_one_and_the_focus_goes_on(browser: Browser, word: str) -> None:
    shown = browser.post(f"{word}/0/oplysning", {"oplysning": "0", "svar": "ja"}).text
    focused = re.search(r'name="svar" value="ja" data-focus>Bekræft<span class="vh"> oplysning (\d+)', shown)
    assert focused is not None
    assert focused[1] == "2"
    browser.post(f"{word}/0/oplysning", {"oplysning": "1", "svar": "nej"})
    assert dict(decided(browser, word).facts) == {0: "yes", 1: "no"}
    browser.post(f"{word}/0/oplysning", {"oplysning": "1", "svar": "igen"})
    assert decided(browser, word).facts[1] is None


def of_kind(browser: Browser, address: str, kind: str) -> int:
    review = every(browser).get(address.rpartition("/")[2], WHO)
    assert review is not None
    return next(at for at, each in enumerate(review.standards[0].draft.standard.facts) if each.kind == kind)


def test_a_fact_is_mended_in_its_form(browser: Browser, word: str) -> None:
    number = of_kind(browser, word, "deadline")
    form = browser.post(f"{word}/0/oplysning", {"oplysning": str(number), "svar": "ret"}).text
    assert re.search(r'name="felt\.value" value="8"', form)
    given = {"felt.role": "decision", "felt.unit": "week", "felt.day_kind": "calendar", "felt.bound": "max"}
    wrong = browser.post(
        f"{word}/0/oplysning", {"oplysning": str(number), "svar": "gem", **given, "felt.value": "mange"}
    )
    assert "»mange« er ikke et helt tal" in wrong.text
    assert 'href="#felt-value"' in wrong.text
    assert 'value="mange"' in wrong.text
    right = browser.post(f"{word}/0/oplysning", {"oplysning": str(number), "svar": "gem", **given, "felt.value": "6"})
    assert "Rettet og bekræftet" in right.text
    review = every(browser).get(word.rpartition("/")[2], WHO)
    assert review is not None
    mended = next(each for each in review.standards[0].standard.facts if each.kind == "deadline")
    assert (mended.value, mended.proposed) == (6, None)
    assert mended.evidence.quote == review.standards[0].draft.standard.facts[number].evidence.quote


def test_without_script_the_form_is_a_page(browser: Browser, word: str) -> None:
    shown = browser.post(f"{word}/0/oplysning", {"oplysning": "0", "svar": "ret"}, **PLAIN)
    assert shown.status_code == 200
    assert "<html" in shown.text
    assert "Gem og bekræft" in shown.text
    assert shown.text.count('id="status"') == 1


def test_decisions_are_on_the_disk_at_once(browser: Browser, word: str) -> None:
    browser.post(f"{word}/0/emne", {"afsnit": "3", "rigtigt": "ja"})
    state = browser.served.state
    after_a_crash = Reviews(state.desk, state.uploads)
    kept = after_a_crash.get(word.rpartition("/")[2], WHO)
    assert kept is not None
    assert 3 in kept.standards[0].decided.seen


def test_without_script_the_page_comes_again(browser: Browser, word: str) -> None:
    answer = browser.post(f"{word}/0/emne", {"afsnit": "4", "emne": "price"}, **PLAIN)
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("#afsnit-4")


def test_it_waits_on_the_overview(browser: Browser, word: str) -> None:
    shown = browser.get("/").text
    assert "Import, der ikke er gjort færdig" in shown
    assert f'href="{word}"' in shown
    assert "Bostøtte – det kan du forvente" in shown


def test_nobody_else_sees_it(browser: Browser, word: str) -> None:
    stranger, upload = Author("En anden", "x"), word.rpartition("/")[2]
    assert every(browser).get(upload, stranger) is None
    assert every(browser).open(stranger) == ()
    assert every(browser).decide(upload, stranger, 0, {"done": "x"}) is None


def test_a_missing_place_is_asked_for(browser: Browser, word: str) -> None:
    answer = browser.post(f"{word}/0/opret", {"kommune": "", "ydelse": "", "navn": "x"}, **PLAIN)
    assert answer.status_code == 422
    assert "Vælg den kommune, standarden er fra." in answer.text
    assert "Vælg den ydelse, standarden handler om." in answer.text


def test_the_draft_is_what_was_decided(browser: Browser) -> None:
    own = uploaded(browser, WORD)
    browser.post(f"{own}/0/oplysning", {"oplysning": "0", "svar": "ja"})
    browser.post(f"{own}/0/oplysning", {"oplysning": "1", "svar": "nej"})
    browser.post(f"{own}/0/emne", {"afsnit": "0", "rigtigt": "ja"})
    place = {"kommune": "fredericia", "ydelse": "sel-85", "navn": "Bostøtte", "husk": "ja"}
    browser.post(f"{own}/0/sted", place)
    assert decided(browser, own).name == "Bostøtte"
    answer = browser.post(f"{own}/0/opret", place)
    assert answer.headers["HX-Redirect"] == "/skriv/fredericia/bostoette"
    state = browser.served.state
    draft = state.drafts.open("fredericia/bostoette", WHO)
    review = every(browser).get(own.rpartition("/")[2], WHO)
    assert review is not None
    assert draft.new
    assert "gennemse: Overskriften »Sådan bruger du denne folder«" not in draft.text
    before = review.standards[0].draft.standard
    assert len(draft.file.facts) == len(before.facts) - 1
    assert [each.proposed for each in draft.file.facts][:2] == [None, True]
    assert own.rpartition("/")[2] not in [each.id for each in every(browser).open(WHO)]
    assert isinstance(save(state.desk, state.drafts, "fredericia/bostoette", WHO), Saved)
    learnt = every(browser).saved("fredericia/bostoette", WHO)
    assert ("Det vil vi gerne opnå", "purpose") in learnt
    assert every(browser).saved("fredericia/bostoette", WHO) == ()


def test_one_that_was_made_is_not_made_twice(browser: Browser) -> None:
    own = uploaded(browser, TEXT)
    place = {"kommune": "hvidovre", "ydelse": "sel-99", "navn": "fra-tekst"}
    for _ in range(2):
        assert browser.post(f"{own}/0/opret", place).headers["HX-Redirect"] == "/skriv/hvidovre/fra-tekst"


def test_a_name_that_is_taken(browser: Browser, word: str) -> None:
    place = {"kommune": "hvidovre", "ydelse": "sel-99", "navn": "stoette-og-kontaktperson"}
    assert "har allerede en standard" in browser.post(f"{word}/0/opret", place, **PLAIN).text


def test_several_standards_in_one_file(browser: Browser) -> None:
    own = uploaded(browser, MANY)
    shown = browser.get(own).text
    assert "Filen har 3 standarder" in shown
    assert shown.count(f'href="{own}?nr=') == 3
    second = browser.get(f"{own}?nr=2").text
    assert second != shown
    answer = browser.post(f"{own}/0/opret", {"kommune": "frederikssund", "ydelse": "sel-83", "navn": "en"})
    assert answer.headers["HX-Redirect"] == f"{own}?nr=2"
    assert "kladden er oprettet" in browser.get(own).text


def test_removing_takes_the_file_too(browser: Browser) -> None:
    own = uploaded(browser, TEXT)
    folder = browser.served.state.uploads.folder(own.rpartition("/")[2])
    assert browser.post(f"{own}/slet").headers["HX-Redirect"] == "/"
    assert not folder.exists()
    assert browser.get(own).status_code == 404


# ---------- A PDF file ----------


def test_pages_are_pictures_with_marked_passages(browser: Browser) -> None:
    own = uploaded(browser, PDF)
    shown = browser.get(own).text
    assert f'<image href="{own}/side-1.png"' in shown
    assert re.search(r'<g id="k-\d+" [^>]*data-section="0"[^>]*><rect x="[\d.]+" y="[\d.]+" width="[\d.]+"', shown)
    assert " style=" not in shown
    picture = browser.get(f"{own}/side-1.png")
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert browser.get(f"{own}/side-999.png").status_code == 404
    assert "Kvalitetsstandarder på voksenområdet" in shown  # what belongs to the page is named


# ---------- What is no standard ----------


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.docx", b"PK\x03\x04 and then nothing"),
        ("x.docx", zipped(bombe=b"\0" * 30_000_000)),
        ("x.pdf", b"%PDF-1.7\n%%EOF"),
        ("x.pdf", b"\0\1\2" * 5_000),
        ("x.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
    ],
    ids=["torn", "bomb", "empty pdf", "garbage", "picture"],
)
def test_what_cannot_be_read_is_told_with_what_to_do(browser: Browser, name: str, data: bytes) -> None:
    own = uploaded(browser, name, data)
    shown = browser.get(own)
    assert shown.status_code == 200
    assert "kunne ikke læses" in shown.text
    assert "Vælg en anden fil" in shown.text
    assert "Traceback" not in shown.text


@pytest.mark.parametrize(("name", "data", "said"), [("", b"x", "Vælg en fil først"), ("x.txt", b"", "tom")])
def test_what_is_no_file_is_told_on_the_form(browser: Browser, name: str, data: bytes, said: str) -> None:
    answer = sent(browser, name, data) if name else browser.post("/hent", {"fil": "x"})
    assert answer.status_code == 422
    assert said in answer.text
    assert "Fra en fil" in answer.text


@pytest.mark.parametrize(
    "path", ["nr=999", "nr=-1", "nr=%C2%B3", "nr=" + "9" * 5000], ids=["many", "less", "odd", "huge"]
)
def test_an_odd_number_shows_the_first(browser: Browser, word: str, path: str) -> None:
    assert browser.get(f"{word}?{path}").status_code == 200


@pytest.mark.parametrize(
    "form", [{}, {"afsnit": "x", "emne": "price"}, {"afsnit": "99999", "emne": "x"}, {"afsnit": "-1"}]
)
@pytest.mark.parametrize("at", ["0", "7", "99999999999"])
@pytest.mark.parametrize("what", ["emne", "oplysning", "sikre", "sted", "opret"])
def test_no_form_is_too_odd(browser: Browser, word: str, what: str, at: str, form: dict[str, str]) -> None:
    assert browser.post(f"{word}/{at}/{what}", form).status_code < 500


def test_headings_that_are_known_are_offered_when_the_municipality_is_chosen(browser: Browser, word: str) -> None:
    assert "Læs filen igen" not in browser.post(f"{word}/0/sted", {"kommune": "lejre"}).text
    desk = browser.served.state.desk
    file = desk.home.standards / "lejre" / "municipality.yaml"
    before = file.read_text("utf-8")
    file.write_text(f"{before}headings:\n- {{heading: Hvad koster det?, topic: price}}\n", "utf-8")
    desk.renew()
    assert "Læs filen igen med dem" in browser.post(f"{word}/0/sted", {"kommune": "lejre"}).text
    browser.post(f"{word}/igen", {"kommune": "lejre", "ydelse": "sel-97"})
    upload = word.rpartition("/")[2]
    assert browser.served.state.uploads.state(upload).wish.municipality == "lejre"
    file.write_text(before, "utf-8")


@pytest.mark.parametrize("upload", ["x", "..%2f..%2fetc", "0" * 32])
def test_no_upload_of_that_name(browser: Browser, upload: str) -> None:
    assert browser.get(f"/gennemse/{upload}").status_code == 404
    assert browser.get(f"/gennemse/{upload}/side-1.png").status_code == 404
    assert browser.post(f"/gennemse/{upload}/slet").status_code in (204, 404)
