"""The overview: what is found for what is asked, what stands beside it, and for whom."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qstd import catalogue
from qstd.verbs.editing import listing, starting
from qstd.verbs.editing.drafts import Author
from qstd.verbs.editing.rows import Row
from qstd.verbs.editing.starting import Place
from qstd.web.security import auth_file
from qstd.web.settings import Settings
from qstd.web.times import moment
from tests.web.editors import SECRET, SESSION, Browser, app

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "web" / "overview.yaml").read_text("utf-8"))


def row(said: dict[str, Any]) -> Row:
    service = said.get("service", "")
    known = catalogue.service(service) if service else None
    checked = "errors" in said
    return Row(
        ref=said["ref"],
        title=said["title"],
        municipality=said["ref"].split("/")[0],
        municipality_name=said["municipality"],
        service=service,
        service_name=known.name["da"] if known else "",
        status=said.get("status", ""),
        approved=None,
        changed=dt.datetime(2026, 3, said["day"], tzinfo=dt.UTC),
        errors=said.get("errors"),
        warnings=said.get("warnings"),
        remarks=0 if checked else None,
        broken=said.get("broken", False),
    )


ROWS = tuple(row(each) for each in CASES["standards"])


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda each: each["asked"] or "all")
def test_found(case: dict[str, Any]) -> None:
    found = listing.found(ROWS, listing.asked(dict(parse_qsl(case["asked"]))))
    assert [each.ref for each in found.rows] == case["found"]
    assert (found.count, found.total) == (len(case["found"]), len(ROWS))


WISHES = st.builds(
    listing.Asked,
    words=st.text(max_size=20).map(str.strip),
    municipality=st.sampled_from(["", "lejre", "x y&z"]),
    service=st.sampled_from(["", "sel-99"]),
    status=st.sampled_from(["", *listing.STATUSES]),
    faulty=st.booleans(),
    order=st.sampled_from(listing.ORDERS),
    turned=st.booleans(),
    shown=st.integers(listing.SHOWN, 9_999),
)


@given(WISHES)
def test_the_address_says_all_of_a_wish(wish: listing.Asked) -> None:
    assert listing.asked(dict(parse_qsl(urlencode(listing.address(wish))))) == wish


@given(st.dictionaries(st.sampled_from(["soeg", "vis", "orden", "vend", "fejl", "status"]), st.text(max_size=12)))
def test_no_address_is_too_odd(given_words: dict[str, str]) -> None:
    assert listing.found(ROWS, listing.asked(given_words)).total == len(ROWS)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ((2026, 3, 4, 9, 5), "i dag kl. 9.05"),
        ((2026, 3, 3, 23, 59), "i går kl. 23.59"),
        ((2026, 3, 2, 0, 0), "2. marts 2026"),
    ],
)
def test_moments(when: tuple[int, int, int, int, int], said: str) -> None:
    assert moment(dt.datetime(*when).astimezone(), dt.date(2026, 3, 4)).replace("\xa0", " ") == said


# ---------- The screen ----------


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    served = app(tmp_path)
    yield Browser(served)
    served.state.desk.close()


PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


def test_all_that_there_is(browser: Browser) -> None:
    shown = browser.get("/")
    assert shown.status_code == 200
    assert 'href="/skriv/lejre/' in shown.text
    assert "2 standarder" in shown.text
    names = re.findall(r' id="([^"]+)"', shown.text)
    assert len(names) == len(set(names))
    assert "Kladder, du ikke har gemt" not in shown.text


def test_as_one_types_only_what_was_found_comes(browser: Browser) -> None:
    shown = browser.get("/?soeg=lejre&kommune=&orden=kommune&vend=", **PART)
    assert "<html" not in shown.text
    assert "1 af 2 standarder" in shown.text
    assert "hidovre" not in shown.text
    assert shown.headers["HX-Replace-Url"] == "/?soeg=lejre"


def test_going_back_shows_the_whole_page(browser: Browser) -> None:
    back = {"HX-Request": "true", "HX-Request-Type": "full", "HX-History-Restore-Request": "true"}
    assert "<html" in browser.get("/?soeg=lejre", **back).text


def test_nothing_found(browser: Browser) -> None:
    shown = browser.get("/?soeg=findesikke")
    assert "Ingen standarder passer" in shown.text
    assert "Vis alle standarder" in shown.text


def test_no_standards_at_all(tmp_path: Path) -> None:
    served = app(tmp_path)
    for each in (tmp_path / "standards").glob("*/*.yaml"):
        each.unlink()
    assert "Begynd på den første" in Browser(served).get("/").text
    served.state.desk.close()


def test_a_file_that_cannot_be_read(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "standards" / "lejre" / "brudt.yaml").write_text("title: [<b>\n", "utf-8")
    shown = browser.get("/?fejl=ja").text
    assert "Kan ikke læses" in shown
    assert "Linje " in shown
    assert 'href="/tekst/lejre/brudt"' in shown
    assert "Ret som tekst" in shown


def test_what_a_file_says_is_shown_as_text(browser: Browser, tmp_path: Path) -> None:
    own = next((tmp_path / "standards" / "lejre").glob("*[!y].yaml"))
    lines = own.read_text("utf-8").splitlines(keepends=True)
    text = "".join('title: "<script>alert(1)</script>"\n' if each.startswith("title:") else each for each in lines)
    (own.parent / "ondt.yaml").write_text(text, "utf-8")
    shown = browser.get("/?soeg=" + "<script>").text
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_more_than_a_screen(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "standards" / "lejre"
    own = next(each for each in folder.glob("*.yaml") if each.name != "municipality.yaml")
    for number in range(120):
        (folder / f"mere-{number:03}.yaml").write_bytes(own.read_bytes())
    shown = browser.get("/").text
    assert shown.count('<th scope="row">') == listing.SHOWN
    assert "Vis flere" in shown
    assert "100 af 122 er vist" in shown
    more = browser.get("/?vis=200", **PART).text
    assert more.count('<th scope="row">') == 122
    assert more.count("data-focus") == 1
    assert "Vis flere" not in more


def test_a_reader_is_shown_nothing_to_change(tmp_path: Path) -> None:
    origin = "https://standarder.eksempel.dk"
    people = "{reader: {people: [ida]}}"
    file = f"schema: 1\norigin: {origin}\nproxies: [10.1.2.3]\nheaders: {{person: X-User}}\nroles: {people}\n"
    read, proxy, _ = auth_file.read(file.encode(), "auth.yaml")
    served = app(tmp_path, Settings((read,), SECRET, proxy=proxy))
    shown = Browser(served, enter=False, client="10.1.2.3", origin=origin).get("/", **{"X-User": "ida"}).text
    assert 'href="/udgaver/lejre/' in shown
    assert not any(each in shown for each in ("/skriv/", "/tekst/", "/ny", "Ret som tekst"))
    served.state.desk.close()


def begun(browser: Browser) -> str:
    answer = browser.post("/ny/skabelon", {"kommune": "lejre", "ydelse": "sel-85", "navn": "ny-en"})
    return str(answer.headers["HX-Redirect"]).removeprefix("/skriv/")


def test_own_drafts_come_first(browser: Browser) -> None:
    ref = begun(browser)
    shown = browser.get("/").text
    assert shown.index("Kladder, du ikke har gemt") < shown.index("Alle standarder")
    assert f'href="/skriv/{ref}"' in shown
    assert "ny, ikke gemt endnu" in shown


def test_a_draft_that_was_set_aside_comes_back(browser: Browser) -> None:
    ref = begun(browser)
    gone = browser.post("/kladder/kasser", {"ref": ref})
    shown = browser.get(gone.headers["HX-Redirect"]).text
    assert "er kasseret" in shown
    assert "ny, ikke gemt endnu" not in shown
    assert browser.post("/kladder/hent-igen", {"ref": ref}).headers["HX-Redirect"] == f"/skriv/{ref}"
    assert "ny, ikke gemt endnu" in browser.get("/").text


def test_a_draft_of_another_window_goes_on_here(browser: Browser) -> None:
    drafts = browser.served.state.drafts
    drafts.begin(
        "lejre/fra-hjem", starting.from_template(Place("lejre", "sel-85", "fra-hjem")), Author("Kim", "a" * 32)
    )
    drafts.begin(
        "lejre/en-andens", starting.from_template(Place("lejre", "sel-85", "en-andens")), Author("Bo", "b" * 32)
    )
    shown = browser.get("/").text
    assert "fra et andet vindue" in shown
    assert "en-andens" not in shown
    answer = browser.post("/kladder/fortsaet", {"ref": "lejre/fra-hjem", "vindue": "a" * 32})
    assert answer.headers["HX-Redirect"] == "/skriv/lejre/fra-hjem"
    assert drafts.has("lejre/fra-hjem", Author("Kim", SESSION))
    assert browser.post("/kladder/fortsaet", {"ref": "lejre/en-andens", "vindue": "b" * 32}).status_code == 404


@pytest.mark.parametrize("ref", ["", "..", "../../etc/passwd", "lejre/findes-ikke", "a\x00b", "lejre/" + "x" * 5000])
@pytest.mark.parametrize("what", ["kasser", "hent-igen", "fortsaet"])
def test_no_odd_draft_does_harm(browser: Browser, what: str, ref: str) -> None:
    assert browser.post(f"/kladder/{what}", {"ref": ref}).status_code < 500
