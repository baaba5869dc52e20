"""The life of a standard on the screens: a save with its message, the versions, and the approval, as requests."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.editors import Browser, app

LEJRE = "lejre/stoettekontaktperson"
MENDED = "hvidovre/stoette-og-kontaktperson"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(each, os.devnull)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    served = app(tmp_path)
    yield Browser(served)
    served.state.uploads.close()
    served.state.desk.close()


@pytest.fixture
def kept(tmp_path: Path, browser: Browser) -> Browser:
    """A browser of a workspace with a history, whose person is known."""
    begun = browser.post("/historik/begynd")
    assert "Hvem er du?" in begun.text
    person = {"navn": "Anne Bo", "adresse": "anne@eksempel.dk", "til": "begynd"}
    assert browser.post("/historik/hvem", person).headers["HX-Redirect"] == "/?historik=begyndt"
    assert git(tmp_path, "log", "--format=%an <%ae>") == "Anne Bo <anne@eksempel.dk>"
    return browser


def git(folder: Path, *words: str) -> str:
    return subprocess.run(("git", *words), cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def write(browser: Browser, ref: str, text: str, at: int = 4) -> Any:
    answer = browser.post(f"/skriv/{ref}/afsnit/{at}", {"body": text})
    assert answer.status_code == 200, answer.text
    return answer


def save(browser: Browser, ref: str, words: str = "") -> Any:
    return browser.post(f"/skriv/{ref}/gem?afsnit=4", {"besked": words})


def test_without_a_history_it_is_offered_and_nothing_is_asked(browser: Browser) -> None:
    assert "Begynd en historik" in browser.get("/").text
    assert "Begynd en historik" in browser.get(f"/udgaver/{LEJRE}").text
    write(browser, LEJRE, "Nu.")
    assert 'name="besked"' not in browser.get(f"/skriv/{LEJRE}").text
    answer = save(browser, LEJRE)
    assert "Gemt i filen" in answer.text
    assert "historikken" not in answer.text


def test_who_it_is_must_be_said_in_full(browser: Browser, tmp_path: Path) -> None:
    answer = browser.post("/historik/hvem", {"navn": "", "adresse": "anne", "til": "begynd"})
    assert answer.status_code == 422
    assert "Skriv dit navn." in answer.text
    assert not (tmp_path / ".git").exists()


def test_a_save_with_a_message_stands_in_the_history(kept: Browser, tmp_path: Path) -> None:
    assert 'placeholder="Ret afsnittet »Hvilke aktiviteter indgår ikke i ydelsen?«"' in write(kept, LEJRE, "Nu.").text
    assert "Gemt i filen og i historikken: Kortere efter høring" in save(kept, LEJRE, "  Kortere efter\nhøring ").text
    write(kept, LEJRE, "Og nu.")
    assert "i historikken: Ret afsnittet »Hvilke aktiviteter" in save(kept, LEJRE).text

    page = kept.get(f"/udgaver/{LEJRE}").text
    assert page.index("Ret afsnittet") < page.index("Kortere efter høring") < page.index("Begynd historikken")
    first = git(tmp_path, "log", "--format=%H", "--reverse").split()[0]
    then = kept.get(f"/udgaver/{LEJRE}/{first}")
    assert "Sådan så standarden ud" in then.text
    assert "Og nu." not in then.text
    address = f"/sammenlign?aeldre={LEJRE}@{first}&nyere={LEJRE}"
    assert "Og nu." in kept.get(address).text
    assert kept.get(f"/udgaver/{LEJRE}/HEAD").status_code == 404
    assert kept.get(f"/udgaver/lejre/municipality/{first}").status_code == 404


def test_the_file_as_text_is_kept_too(kept: Browser, tmp_path: Path) -> None:
    text = (tmp_path / "standards" / f"{LEJRE}.yaml").read_text("utf-8")
    kept.post(f"/tekst/{LEJRE}", {"text": f"{text}\n# En bemærkning\n"})
    assert "i historikken: Ret filens tekst" in kept.post(f"/tekst/{LEJRE}/gem").text


def test_two_people_who_clash_are_kept_once_it_is_chosen(kept: Browser, tmp_path: Path) -> None:
    write(kept, LEJRE, "Min tekst.")
    file = tmp_path / "standards" / f"{LEJRE}.yaml"
    body = re.search(r"indgår ikke i ydelsen\?\n  body: \|\n    ([^\n]+)", file.read_text("utf-8"))
    assert body is not None
    file.write_text(file.read_text("utf-8").replace(body[1], "Filens tekst.", 1), "utf-8")
    assert save(kept, LEJRE).headers["HX-Redirect"] == f"/skriv/{LEJRE}/flet?afsnit=4"
    assert len(git(tmp_path, "log", "--format=%H").split()) == 1
    name = re.search(r'name="(valg:[^"]+)"', kept.get(f"/skriv/{LEJRE}/flet?afsnit=4").text)
    assert name is not None
    kept.post(f"/skriv/{LEJRE}/flet?afsnit=4", {name[1]: "theirs"})
    assert git(tmp_path, "log", "-1", "--format=%s") == "Ret afsnittet »Hvilke aktiviteter indgår ikke i ydelsen?«"
    assert git(tmp_path, "status", "--porcelain") == ""


def test_what_git_refuses_never_hinders_a_save(kept: Browser, tmp_path: Path) -> None:
    (tmp_path / ".git" / "MERGE_HEAD").write_text(git(tmp_path, "rev-parse", "HEAD") + "\n")
    write(kept, LEJRE, "Nu står der noget andet.")
    answer = save(kept, LEJRE, "Ret")

    assert answer.status_code == 200
    assert "Nu står der noget andet." in (tmp_path / "standards" / f"{LEJRE}.yaml").read_text("utf-8")
    assert "Standarden er gemt, men ikke lagt i historikken" in answer.text
    assert "midt i at flette" in kept.get(f"/skriv/{LEJRE}").text
    (tmp_path / ".git" / "MERGE_HEAD").unlink()
    assert "i historikken" in save(kept, LEJRE, "Ret").text
    assert git(tmp_path, "status", "--porcelain") == ""


def test_a_commit_is_by_whom_the_login_names(tmp_path: Path) -> None:
    from qstd.web.security import auth_file
    from qstd.web.security.sessions import Signer
    from qstd.web.settings import Settings
    from tests.web.editors import SECRET
    from tests.web.test_roles import FILE, ORIGIN

    text = FILE.replace("{person: X-User}", "{person: X-User, name: X-Name}").replace("[author]", "[bo@eksempel.dk]")
    origin, proxy, _ = auth_file.read(text.encode(), "auth.yaml")
    served = app(tmp_path, Settings((origin,), SECRET, proxy=proxy))
    browser = Browser(served, enter=False, client="10.1.2.3", origin=ORIGIN)
    head = {"X-User": "bo@eksempel.dk", "X-Name": "Bo Dam"}
    browser.get("/", **head)
    token = Signer(SECRET).csrf(browser.cookies["__Host-qstd"].partition(".")[0])
    head |= {"Origin": ORIGIN, "X-Qstd-Token": token}
    assert browser.post("/historik/begynd", **head).headers["HX-Redirect"]
    browser.post(f"/skriv/{LEJRE}/afsnit/4", {"body": "Nu."}, **head)
    browser.post(f"/skriv/{LEJRE}/gem", {"besked": "Ret"}, **head)

    assert git(tmp_path, "log", "-1", "--format=%an <%ae> %s") == "Bo Dam <bo@eksempel.dk> Ret"
    assert browser.post("/historik/hvem", {"navn": "X", "adresse": "x@y.dk"}, **head).status_code == 404


# ---------- Approval ----------


APPROVAL = {"trin": "approved", "organ": "Byrådet", "dato": "2026-01-31", "referat": "https://www.eksempel.dk/referat"}


def test_approved_changed_and_taken_back(kept: Browser, tmp_path: Path) -> None:
    page = kept.get(f"/godkend/{MENDED}").text
    assert re.search(r'aria-current="step"><span>Gældende', page)
    done = kept.post(f"/godkend/{MENDED}", APPROVAL)
    assert done.headers.get("HX-Redirect") == f"/godkend/{MENDED}?gjort=in_force", done.text
    page = kept.get(f"/godkend/{MENDED}").text
    assert "Teksten er den, der blev godkendt." in page
    assert "31. januar 2026" in page.replace("\u00a0", " ")
    assert "Godkendt af Byrådet 2026-01-31" in git(tmp_path, "log", "-1", "--format=%an %s")

    body = re.search(r'name="body"[^>]*>\n?([^<]*)<', kept.get(f"/skriv/{MENDED}?afsnit=2").text)
    assert body is not None
    assert "Ændret siden godkendelsen" in write(kept, MENDED, body[1].rstrip() + " Og mere.", 2).text
    save(kept, MENDED)
    assert "Ændret siden godkendelsen" in kept.get(f"/godkend/{MENDED}").text
    difference = kept.get(f"/godkend/{MENDED}/forskel").headers["Location"]
    assert "Og mere." in kept.get(difference).text
    assert "Ændret siden godkendelsen" not in write(kept, MENDED, body[1].rstrip(), 2).text
    save(kept, MENDED)
    assert "Teksten er den, der blev godkendt." in kept.get(f"/godkend/{MENDED}").text
    again = kept.post(f"/godkend/{MENDED}", APPROVAL | {"dato": "2026-02-28"})
    assert again.status_code == 409
    assert "sæt kryds ved det" in again.text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Vælg, hvad der er sket."),
        ({"trin": "approved"}, "Skriv dagen, den blev godkendt."),
        ({"trin": "approved", "dato": "i går"}, "Skriv dagen som 2026-01-31."),
        ({"trin": "approved", "dato": "2026-01-31"}, "Skriv, hvem der har godkendt den"),
        (APPROVAL | {"referat": "javascript:alert(1)"}, "Skriv adressen"),
        (APPROVAL | {"dato": "2999-01-31"}, "ikke kommet endnu"),
        ({"trin": "draft"}, "kan ikke blive kladde"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    browser: Browser, tmp_path: Path, sent: dict[str, str], words: str
) -> None:
    file = tmp_path / "standards" / f"{MENDED}.yaml"
    before = file.read_bytes()
    answer = browser.post(f"/godkend/{MENDED}", sent)
    assert answer.status_code in (409, 422)
    assert words in answer.text
    assert file.read_bytes() == before


def test_errors_in_the_way_lead_to_their_section(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "standards" / f"{LEJRE}.yaml"
    file.write_text(file.read_text("utf-8").replace("quote: ", "quote: Noget helt andet. ", 1), "utf-8")
    answer = browser.post(f"/godkend/{LEJRE}", APPROVAL)
    assert answer.status_code == 409
    assert re.search(rf'href="/skriv/{LEJRE}\?afsnit=[1-9]', answer.text)
    assert "qstd check" not in answer.text


# ---------- A change in the law ----------


def test_a_change_in_the_law_leads_to_the_passages(browser: Browser) -> None:
    page = browser.get("/lovaendring?lov=SEL&paragraf=99").text
    assert "2 af 2 standarder er berørt" in page
    assert "Lejre Kommune" in page
    assert re.search(rf'href="/skriv/{LEJRE}\?afsnit=[1-9]', page)
    assert "0 af 2 standarder er berørt" in browser.get("/lovaendring?lov=SEL&paragraf=1").text
    assert "fx 83 eller 83 a" in browser.get("/lovaendring?lov=SEL&paragraf=x").text
    assert "berørt" not in browser.get("/lovaendring").text.partition("<main")[2].partition("count")[2]


# ---------- The year ----------


def test_the_year_is_shown_and_sent_as_a_calendar(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "standards" / "lejre" / "municipality.yaml"
    file.write_text(f"{file.read_text('utf-8')}year:\n- {{task: review, day: 09-15, body: Handicaprådet}}\n", "utf-8")
    page = browser.get("/aarshjul").text
    assert "15. september" in page.replace("\u00a0", " ")
    assert "qstd " not in page.partition("<main")[2]
    sent = browser.get("/aarshjul.ics?kommune=lejre")
    assert sent.headers["Content-Type"].startswith("text/calendar")
    assert sent.content.startswith(b"BEGIN:VCALENDAR")
    assert b"RRULE:FREQ=YEARLY" in sent.content
