"""The standards that the search is tried on, and the site around them: pages, index, and the page of the search."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from qstd import catalogue
from qstd.model.card import Card, card
from qstd.model.municipality import Municipality
from qstd.model.search import SearchRecord
from qstd.model.standard import Standard, StandardFile, of
from qstd.model.validate import read
from qstd.present.search_record import record
from qstd.present.slugs import slug
from qstd.yaml_source import parse

CASES = Path(__file__).parents[1] / "cases"
TOPICS = (
    *("legal_basis", "target_group", "activities", "scope", "application", "case_deadline", "price", "follow_up"),
    *("complaints", "contact"),
)


def load(name: str) -> Any:
    parsed = parse((CASES / name).read_bytes())
    assert parsed.problems == ()
    return parsed.value


@cache
def standards() -> Mapping[str, tuple[Standard, Municipality]]:
    """Every service in every municipality of the corpus, by `municipality/slug`."""
    data = load("search_corpus.yaml")
    made = {}
    for place in data["municipalities"]:
        known = catalogue.municipalities()[place["slug"]]
        for about in data["services"]:
            standard = written(place, about, data["common"])
            name = slug(catalogue.service(about["key"]).name["da"])  # type: ignore[union-attr]  # the corpus has no others
            made[f"{known.slug}/{name}"] = standard, Municipality(name=known.display, code=known.code)
    return made


def written(place: Any, about: Any, common: Any) -> Standard:
    """The standard of one municipality for one service."""
    service = catalogue.service(about["key"])
    assert service is not None
    act, paragraph = service.provisions[0]
    law = f"{catalogue.acts()[act].title} § {paragraph}" if paragraph else catalogue.acts()[act].title
    texts = {**common, **about, "legal_basis": f"{law[0].upper()}{law[1:]}."}
    gaps = {"deadline": place["deadline"], "place": place["place"]}
    target = {"kind": "target_group", "groups": about["groups"]}
    values = {
        "schema": 1,
        "title": place["title"].format(
            service=service.name["da"], paragraph=f"§ {paragraph}" if paragraph else "ny lov"
        ),
        "service": service.key,
        "status": "in_force",
        "sections": [
            {"topic": topic, "heading": place["headings"][topic], "body": texts[topic].format(**gaps).strip()}
            for topic in TOPICS
        ],
        "facts": [{**target, "evidence": {"section": "target_group", "quote": about["target_group"].split(",")[0]}}],
    }
    verdict = read(StandardFile, values)
    assert verdict.record is not None, verdict.faults
    return of(place["slug"], verdict.record)


@cache
def records() -> tuple[SearchRecord, ...]:
    return tuple(record(standard, municipality, ref) for ref, (standard, municipality) in standards().items())


@cache
def cards() -> tuple[Card, ...]:
    return tuple(card(standard, ref, place.name, "") for ref, (standard, place) in standards().items())
