"""Starting a standard: what it is called, what the template and sections of others give, and that nothing is written yet."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd import catalogue
from qstd.model.standard import Standard, StandardFile
from qstd.readers import yaml_file
from qstd.verbs.editing import starting
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.verbs.editing.saving import Saved, save
from qstd.verbs.editing.starting import Place
from qstd.workspace import Workspace
from tests.web.editors import SESSION, Browser, app
from tests.web.served import workspace_copy

WHO = Author("Kim", SESSION)
HVIDOVRE = "hvidovre/stoette-og-kontaktperson"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Workspace(workspace_copy(tmp_path)))
    yield made
    made.close()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    served = app(tmp_path)
    yield Browser(served)
    served.state.desk.close()


def read(text: str) -> Standard:
    source = yaml_file.read_standard(text.encode(), "", "")
    assert source.record is not None
    assert source.findings == ()
    return source.record


# ---------- What it is called ----------


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "stoette-og-kontaktperson"),
        ("Ny støtte", "ny-stoette"),
        ("  ÅBEN / DØR ..", "aaben-doer"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 300, "x" * 80),
        ("§§§", "stoette-og-kontaktperson"),
        ("a\x00b", "a-b"),
    ],
)
def test_a_name_is_written_as_an_address_can_have_it(desk: Desk, typed: str, name: str) -> None:
    there, wrong = starting.place(desk, "aarhus", "sel-99", typed)
    assert (there, wrong) == (Place("aarhus", "sel-99", name), ())


@pytest.mark.parametrize(
    ("municipality", "service", "name", "fields"),
    [
        ("", "sel-99", "x", ["kommune"]),
        ("../lejre", "sel-99", "x", ["kommune"]),
        ("law", "sel-99", "x", ["kommune"]),
        ("lejre", "sel-9999", "x", ["ydelse"]),
        ("", "", "", ["kommune", "ydelse"]),
        ("hvidovre", "sel-99", "Stoette og kontaktperson", ["navn"]),
    ],
)
def test_what_is_wrong_is_said_by_field(
    desk: Desk, municipality: str, service: str, name: str, fields: list[str]
) -> None:
    _, wrong = starting.place(desk, municipality, service, name)
    assert [field for field, _ in wrong] == fields


def test_the_proposal_is_a_name_that_is_free(desk: Desk) -> None:
    assert starting.proposed(desk, "hvidovre", "sel-99") == "stoette-og-kontaktperson-2"
    assert starting.proposed(desk, "hvidovre", "sel-99", {"hvidovre/stoette-og-kontaktperson-2"}).endswith("-3")
    assert starting.proposed(desk, "hvidovre", "findes-ikke") == ""


def test_all_municipalities_can_be_chosen_once(desk: Desk) -> None:
    homes = starting.homes(desk)
    assert [key for key, _ in homes.here] == ["hvidovre", "lejre"]
    assert len({key for key, _ in (*homes.here, *homes.others)}) == 98
    assert homes.others[-1][0] == "aeroe"  # the last one to a Dane


def test_all_services_can_be_chosen() -> None:
    assert {key for _, own in starting.services() for key, _ in own} == set(catalogue.service_keys())


# ---------- What it says ----------


@pytest.mark.parametrize("service", catalogue.service_keys())
def test_the_template_asks_for_what_the_provision_does(service: str) -> None:
    known = catalogue.service(service)
    assert known is not None
    made = read(starting.from_template(Place("lejre", service, "x")))
    assert [each.topic for each in made.sections] == list(known.topics)
    assert made.status == "draft"


def taken(desk: Desk, numbers: list[int], fill: bool = False) -> StandardFile:
    found = starting.source(desk, HVIDOVRE)
    assert found is not None
    return read(starting.from_sections(Place("aarhus", "sel-99", "ny"), found, numbers, fill))


def test_sections_say_where_they_came_from(desk: Desk) -> None:
    found = starting.source(desk, HVIDOVRE)
    assert found is not None
    made = taken(desk, [5, 0])
    assert [each.derived_from for each in made.sections] == [f"{HVIDOVRE}#legal_basis", f"{HVIDOVRE}#target_group"]
    assert [each.number for each in made.sections] == ["1", "2"]
    assert [each.body for each in made.sections] == [found.standard.sections[at].body for at in (0, 5)]


def test_facts_of_the_sections_come_as_proposals_and_nothing_else_does(desk: Desk) -> None:
    every = taken(desk, list(range(40)))
    assert every.facts
    assert all(each.proposed and each.kind != "contact" for each in every.facts)
    assert (every.approval, every.waive, every.status) == (None, (), "draft")
    keys = {each.key for each in taken(desk, [5]).sections}
    assert {each.evidence.section for each in taken(desk, [5]).facts} == keys


def test_a_shared_text_becomes_the_sections_own(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "standards" / "lejre"
    with (folder / "municipality.yaml").open("a", encoding="utf-8") as file:
        file.write("fragments:\n  klage:\n    body: Du kan klage til os.\n")
    text = "schema: 1\ntitle: T\nservice: sel-99\nstatus: draft\nsections:\n- {topic: complaint, heading: Klage, use: klage}\n"
    (folder / "delt.yaml").write_text(text, "utf-8")
    desk.renew()
    found = starting.source(desk, "lejre/delt")
    assert found is not None
    section = read(starting.from_sections(Place("aarhus", "sel-99", "ny"), found, [0], False)).sections[0]
    assert (section.use, section.body.strip()) == (None, "Du kan klage til os.")


def test_what_is_missing_comes_empty_where_the_provision_has_it(desk: Desk) -> None:
    made = taken(desk, [0, 5], fill=True)
    known = catalogue.service("sel-99")
    assert known is not None
    assert [each.topic for each in made.sections] == list(known.topics)
    assert [each.topic for each in made.sections if each.body] == ["legal_basis", "target_group"]


@pytest.mark.parametrize("ref", ["", "x/y", "../../etc/passwd", "law/sel-99", "hvidovre/municipality"])
def test_no_source_is_too_odd(desk: Desk, ref: str) -> None:
    assert starting.source(desk, ref) is None


# ---------- The screens ----------


def files(home: Path) -> set[str]:
    return {each.relative_to(home).as_posix() for each in (home / "standards").rglob("*") if each.is_file()}


def test_three_ways(browser: Browser) -> None:
    shown = browser.get("/ny").text
    assert all(each in shown for each in ("Fra en skabelon", "Fra en anden standard", "Fra en fil", "Højst 50 MB"))


def test_a_template_becomes_a_draft_and_no_file(browser: Browser, tmp_path: Path) -> None:
    before = files(tmp_path)
    answer = browser.post("/ny/skabelon", {"kommune": "aarhus", "ydelse": "sel-85", "navn": ""})
    ref = answer.headers["HX-Redirect"].removeprefix("/skriv/")
    drafts: Drafts = browser.served.state.drafts
    assert drafts.open(ref, WHO).new
    assert files(tmp_path) == before


def test_saved_it_has_a_folder_with_all_that_belongs_there(browser: Browser, tmp_path: Path) -> None:
    browser.post("/ny/skabelon", {"kommune": "aarhus", "ydelse": "sel-85", "navn": "Min støtte"})
    state = browser.served.state
    assert isinstance(save(state.desk, state.drafts, "aarhus/min-stoette", WHO), Saved)
    assert {"standards/aarhus/min-stoette.yaml", "standards/aarhus/municipality.yaml"} <= files(tmp_path)
    municipality = yaml.safe_load((tmp_path / "standards/aarhus/municipality.yaml").read_text("utf-8"))
    assert municipality == {"name": "Aarhus Kommune", "code": "0751"}


def test_a_name_that_is_taken_is_refused_with_words_and_what_was_chosen_stays(browser: Browser) -> None:
    for _ in range(2):
        answer = browser.post(
            "/ny/skabelon", {"kommune": "lejre", "ydelse": "sel-85", "navn": "bostøtte"}, **{"HX-Request": ""}
        )
    assert answer.status_code == 422
    assert "Der er noget, der skal rettes" in answer.text
    assert "har allerede en standard eller en kladde, der hedder »bostoette«" in answer.text
    assert 'href="#navn"' in answer.text
    assert '<option value="sel-85" selected>' in answer.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kommune=lejre&ydelse=sel-85&navn=&forslag=", 'value="socialpaedagogisk-stoette" autocomplete'),
        ("kommune=lejre&ydelse=sel-85&navn=min+st%C3%B8tte&forslag=x", "lejre/min-stoette"),
        ("kommune=hvidovre&ydelse=sel-99&navn=stoette-og-kontaktperson&forslag=x", "har allerede en standard"),
        ("kommune=&ydelse=&navn=&forslag=", 'name="forslag" value=""'),
    ],
)
def test_a_name_is_answered_as_it_is_typed(browser: Browser, query: str, said: str) -> None:
    assert said in browser.get(f"/ny/navn?{query}").text


def test_a_name_that_was_typed_is_left_alone(browser: Browser) -> None:
    assert 'name="navn"' not in browser.get("/ny/navn?kommune=lejre&ydelse=sel-85&navn=mit+eget&forslag=x").text


def chosen(browser: Browser, **more: Any) -> Any:
    digest = browser.served.state.desk.read(HVIDOVRE).digest
    form = {"kilde": HVIDOVRE, "udgave": digest, "kommune": "aarhus", "ydelse": "sel-99", "navn": "ny", **more}
    return browser.post("/ny/fra", form, **{"HX-Request": ""})


def test_sections_of_another_become_a_draft(browser: Browser) -> None:
    shown = browser.get(f"/ny/fra?kilde={HVIDOVRE}").text
    assert "Hvem kan modtage ydelsen?" in shown
    assert "mangler i den" in shown
    assert "Nævner Hvidovre Kommune" in shown
    answer = chosen(browser, afsnit=["0", "5"])
    assert (answer.status_code, answer.headers["Location"]) == (303, "/skriv/aarhus/ny")
    draft = browser.served.state.drafts.open("aarhus/ny", WHO)
    assert [each.topic for each in draft.file.sections] == ["legal_basis", "target_group"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "Vælg mindst ét afsnit"),
        ({"afsnit": ["0"], "udgave": "en anden"}, "er ændret imens"),
        ({"afsnit": ["0"], "kommune": ""}, "Vælg den kommune"),
        ({"afsnit": ["x", "-1", "³"]}, "Vælg mindst ét afsnit"),
    ],
)
def test_what_is_wrong_is_said_and_the_choice_stays(browser: Browser, more: dict[str, Any], said: str) -> None:
    answer = chosen(browser, **more)
    assert answer.status_code == 422
    assert said in answer.text


def test_standards_to_take_from_are_found_as_one_types(browser: Browser) -> None:
    part = {"HX-Request": "true", "HX-Request-Type": "partial"}
    shown = browser.get("/ny/fra?soeg=lejre", **part).text
    assert "<html" not in shown
    assert "1 standard" in shown
    assert "Vælg en anden" in browser.get("/ny/fra?kilde=findes/ikke").text
