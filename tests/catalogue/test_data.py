"""The data files of the catalogue: complete, unambiguous, bilingual, and nothing unverified shown as law."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from qstd import catalogue
from qstd.model.facts import FACT_KINDS
from qstd.yaml_source import parse

FOLDER = Path(__file__).parents[2] / "qstd" / "catalogue"
SERVICE_FILES = sorted((FOLDER / "services").glob("*.yaml"))
FILES = [*sorted(FOLDER.glob("*.yaml")), *SERVICE_FILES]
LAYERS = {"core": 13, "extended": 12, "wrapper": 10, "rare": 9}
ACCESS = {"visited", "unvisited", "referred", "leader", "mixed", "unknown"}
CORE = {
    *("legal_basis", "purpose", "target_group", "activities", "exclusions", "scope", "application", "visitation"),
    *("case_deadline", "price", "follow_up", "complaints", "contact"),
}
SEED_HEADINGS = {
    "Hvad er ydelsens lovgrundlag?": "legal_basis",
    "Hvilket behov dækker ydelsen": "need",
    "Hvad er formålet med ydelsen?": "purpose",
    "Hvilke aktiviteter indgår i ydelsen?": "activities",
    "Hvilke aktiviteter indgår som udgangspunkt ikke i ydelsen?": "exclusions",
    "Hvilke aktiviteter indgår ikke i ydelsen?": "exclusions",
    "Leverandør": "supplier",
    "Hvem kan modtage ydelsen?": "target_group",
    "Hvordan ansøges om ydelsen?": "application",
    "Ydelsens omfang?": "scope",
    "Ydelsens indhold og omfang": "scope",
    "Kompetencekrav til udføreren?": "competence",
    "Kompetencekrav": "competence",
    "Sagsbehandlingsfrist": "case_deadline",
    "Hvilke forpligtigelser har borgeren?": "obligations",
    "Hvad koster ydelsen?": "price",
    "Hvad er Støtte- og kontaktperson-ordningens kvalitetsmål?": "quality_goals",
    "Hvordan følges op på ydelsen?": "follow_up",
    "Opfølgning": "follow_up",
    "Er der særlige forhold borgeren skal være opmærksom på?": "special",
    "Særlige forhold": "special",
    "Klagemuligheder": "complaints",
}


def load(path: Path) -> Any:
    """The plain values of one file, read as the program reads it."""
    parsed = parse(path.read_bytes())
    assert parsed.problems == ()
    return parsed.value


TOPICS: list[dict[str, Any]] = load(FOLDER / "topics.yaml")["topics"]
TOPIC_KEYS = [topic["key"] for topic in TOPICS]
MUNICIPALITIES: list[dict[str, Any]] = load(FOLDER / "municipalities.yaml")["municipalities"]
ACTS: dict[str, dict[str, Any]] = {act["key"]: act for act in load(FOLDER / "acts.yaml")["acts"]}
GROUPS: dict[str, dict[str, Any]] = {group["key"]: group for group in load(FOLDER / "groups.yaml")["groups"]}
SERVICES: dict[str, dict[str, Any]] = {path.stem: load(path) for path in SERVICE_FILES}
each_service = pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES.keys())
each_act = pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())


def repeated(values: list[str]) -> list[str]:
    """The values that stand more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def plain(heading: str) -> str:
    """A heading as readers compare it: no capitals, no mark at the end."""
    return heading.casefold().rstrip(" ?:.")


def pattern(heading: str) -> re.Pattern[str]:
    """A heading with slots as a pattern."""
    return re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(plain(heading))))


def topics_of(heading: str) -> set[str]:
    """The topics a heading belongs to: by its exact words, or else by a heading with a slot."""
    exact = {topic for topic, known in headings() if plain(known) == plain(heading)}
    slots = {topic for topic, known in headings() if "{" in known and pattern(known).fullmatch(plain(heading))}
    return exact or slots


def headings() -> list[tuple[str, str]]:
    """Every heading with its topic; the Danish label counts as one."""
    return [(topic["key"], text) for topic in TOPICS for text in [topic["label"]["da"], *topic["headings"]]]


def assert_bilingual(text: Any) -> None:
    """Assert that a text has a Danish and an English side, and nothing else."""
    assert set(text) == {"da", "en"}
    assert all(isinstance(side, str) and side.strip() == side != "" for side in text.values())


# Style


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[ \t]$|\t|\r", text, re.MULTILINE)
    assert not re.search(r"^(?:  )* \S", text, re.MULTILINE), "indent by two spaces"


# Topics


def test_topic_keys_are_unique_english_words() -> None:
    assert repeated(TOPIC_KEYS) == []
    assert all(re.fullmatch(r"[a-z]+(?:_[a-z]+)*", key) for key in TOPIC_KEYS)


def test_layers() -> None:
    assert Counter(topic["layer"] for topic in TOPICS) == LAYERS
    assert {topic["key"] for topic in TOPICS if topic["layer"] == "core"} == CORE


@pytest.mark.parametrize("topic", TOPICS, ids=TOPIC_KEYS)
def test_topic_is_explained_in_both_languages(topic: dict[str, Any]) -> None:
    assert_bilingual(topic["label"])
    assert_bilingual(topic["definition"])


def test_a_heading_stands_under_one_topic_only() -> None:
    owners: dict[str, set[str]] = {}
    for topic, text in headings():
        owners.setdefault(plain(text), set()).add(topic)
    assert {text: names for text, names in owners.items() if len(names) > 1} == {}


def test_a_heading_is_listed_once() -> None:
    assert [repeated(topic["headings"]) for topic in TOPICS if repeated(topic["headings"])] == []


def test_slots_leave_no_doubt() -> None:
    filled = [(topic, re.sub(r"\{\w+\}", "ledsagelse", text)) for topic, text in headings()]
    assert [(topic, text) for topic, text in filled if topics_of(text) != {topic}] == []


@pytest.mark.parametrize(("heading", "topic"), SEED_HEADINGS.items())
def test_headings_of_the_first_two_standards(heading: str, topic: str) -> None:
    assert topics_of(heading) == {topic}


# Municipalities


def test_there_are_98_municipalities() -> None:
    assert len(MUNICIPALITIES) == 98
    assert all(re.fullmatch(r"0[1-8]\d\d", item["code"]) for item in MUNICIPALITIES)


@pytest.mark.parametrize("name", ["code", "slug", "name", "display"])
def test_municipalities_are_told_apart(name: str) -> None:
    assert repeated([item[name] for item in MUNICIPALITIES]) == []


def test_slugs_follow_from_names() -> None:
    letters = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
    slugs = {item["name"]: re.sub(r"[^a-z]", "-", item["name"].lower().translate(letters)) for item in MUNICIPALITIES}
    assert slugs == {item["name"]: item["slug"] for item in MUNICIPALITIES}


def test_a_name_or_variant_means_one_municipality() -> None:
    assert repeated([text for item in MUNICIPALITIES for text in [item["name"], *item["variants"]]]) == []


# Acts


def test_act_keys_and_abbreviations_are_unique() -> None:
    assert len(ACTS) == len(load(FOLDER / "acts.yaml")["acts"])
    assert repeated([text for act in ACTS.values() for text in act["abbreviations"]]) == []


@each_act
def test_only_a_verified_act_is_linked(act: dict[str, Any]) -> None:
    assert act["verified"] in (True, False)
    assert act["source"]
    if act["verified"]:
        assert act["eli"] == eli(act)
    else:
        assert (act["number"], act["date"], act["eli"]) == (None, None, None)


def eli(act: dict[str, Any]) -> str:
    """The address of an instrument at retsinformation.dk."""
    series = "retsinfo" if act["type"] == "VEJ" else "lta"
    return f"https://www.retsinformation.dk/eli/{series}/{act['date'][:4]}/{act['number']}"


@each_act
def test_act_details(act: dict[str, Any]) -> None:
    assert act["type"] in {"LOV", "LBK", "BEK", "VEJ"}
    assert act["title"]["da"]
    assert act["succeeded_by"] is None or act["succeeded_by"] in ACTS
    for date in (act["date"], act["in_force_from"]):
        assert date is None or re.fullmatch(r"\d{4}-\d\d-\d\d", date)
    if act["note"]:
        assert_bilingual(act["note"])


def test_history_of_the_act_on_social_service() -> None:
    history = ACTS["SEL"]["history"]
    years = [item["year"] for item in history]
    assert years == sorted(years)
    assert all(item["verified"] and item["source"] for item in history)
    assert all(item["date"] is None or item["date"].startswith(str(item["year"])) for item in history)
    assert history[-1]["number"] == ACTS["SEL"]["number"]


# Groups


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS.keys())
def test_groups(group: dict[str, Any]) -> None:
    assert_bilingual(group["label"])
    assert group["verified"] is True
    assert group["source"]


# Services


@each_service
def test_service_names_itself(service: dict[str, Any]) -> None:
    assert SERVICES[service["key"]] is service
    assert_bilingual(service["name"])
    assert_bilingual(service["summary"])
    assert repeated(service["terms"]) == []
    assert service["access"] in ACCESS


@each_service
def test_service_provisions_are_of_known_acts(service: dict[str, Any]) -> None:
    assert service["provisions"]
    assert {item["act"] for item in service["provisions"]} <= set(ACTS)
    for item in service["provisions"]:
        assert item["paragraph"] is None or re.fullmatch(r"\d+(?: [a-h])?", item["paragraph"])


@each_service
def test_service_topics_are_known_and_in_order(service: dict[str, Any]) -> None:
    for topics in (service["topics"], service["required"]):
        assert topics == [key for key in TOPIC_KEYS if key in topics]
    assert set(service["required"]) <= set(service["topics"])


@each_service
def test_sources_have_a_mark(service: dict[str, Any]) -> None:
    assert service["sources"]
    for source in service["sources"]:
        assert_bilingual(source["claim"])
        assert source["evidence"] in {"V", "V2", "U"}
        assert source["source"]
        assert source.get("law", {"act": "SEL"})["act"] in ACTS
        assert set(source.get("topics", [])) <= set(service["topics"])


@each_service
def test_what_the_law_demands_has_been_read(service: dict[str, Any]) -> None:
    orders = [item for item in service["sources"] if item.get("law", {}).get("act") in {"BEK1575", "BEK1477"}]
    read = {topic for item in orders if item["evidence"] == "V" for topic in item.get("topics", [])}
    assert set(service["required"]) <= read
    assert service["mandatory"] is bool(service["required"])


@each_service
def test_what_the_law_demands_is_told_one_by_one(service: dict[str, Any]) -> None:
    demands = service.get("demands", [])
    assert {topic for each in demands for topic in each["topics"]} == set(service["required"])
    for each in demands:
        assert_bilingual(each["text"])
        assert each["evidence"] == "V"
        assert each["topics"]
        assert set(each.get("facts", [])) <= set(FACT_KINDS)
        assert each["law"] in [item.get("law") for item in service["sources"] if item["evidence"] == "V"]


def test_the_demands_of_the_order_on_drug_treatment_are_its_15_items() -> None:
    demands = SERVICES["sel-101"]["demands"]
    assert [each["law"]["nr"] for each in demands] == [str(number) for number in range(1, 16)]
    assert len({each["text"]["da"] for each in demands}) == 15


def test_a_service_with_its_demands_as_the_program_has_it() -> None:
    service = catalogue.service("sel-86")
    assert service is not None
    assert service.mandatory
    last = service.demands[-1]
    assert (last.act, last.paragraph, last.stk, last.number) == ("BEK1575", "2", "", "")
    assert (last.topics, last.facts) == (("follow_up",), ("follow_up",))


def test_services_with_a_mandatory_standard() -> None:
    mandatory = {key for key, service in SERVICES.items() if service["mandatory"]}
    assert mandatory == {"sel-83", "sel-83a", "sel-86", "sel-101"}


def test_each_item_of_the_order_on_drug_treatment_has_a_topic() -> None:
    laws = [(item.get("law", {}), item.get("topics")) for item in SERVICES["sel-101"]["sources"]]
    items = [law["nr"] for law, topics in laws if law.get("act") == "BEK1477" and "nr" in law and topics]
    assert items == [str(number) for number in range(1, 16)]


# The law as a column


def baselines() -> dict[str, dict[str, Any]]:
    """The statutory baselines by service."""
    return {key: service["baseline"] for key, service in SERVICES.items() if service["baseline"]}


def test_section_99_has_a_baseline_and_says_three_groups() -> None:
    facts = baselines()["sel-99"]["facts"]
    groups = [fact["groups"] for fact in facts if fact["kind"] == "target_group"]
    assert groups == [["mental_illness", "substance_misuse", "special_social_problems_without_home"]]
    assert {fact["kind"] for fact in facts} == {"citation", "target_group"}


@pytest.mark.parametrize(("key", "baseline"), baselines().items())
def test_baseline_evidence_stands_in_its_section(key: str, baseline: dict[str, Any]) -> None:
    bodies = {section["topic"]: section["body"] for section in baseline["sections"]}
    assert baseline["service"] == key
    assert set(bodies) <= set(TOPIC_KEYS)
    for fact in baseline["facts"]:
        assert fact["evidence"]["quote"] in bodies[fact["evidence"]["section"]]
        assert set(fact.get("groups", [])) <= set(GROUPS)
        assert fact.get("act", "SEL") in ACTS
