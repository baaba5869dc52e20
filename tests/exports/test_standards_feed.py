"""The feed of a municipality: what its schema asks for, addresses that lead to files, and the same bytes every time."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import catalogue
from qstd.exports.standards_feed import feed
from qstd.model.card import Card

SCHEMA = json.loads(Path(__file__).with_name("standards_feed.schema.json").read_text("utf-8"))
CARD = Card(
    ref="lejre/ledsagelse",
    name="Lejre Kommune",
    title="Ledsagelse",
    service="sel-97",
    status="in_force",
    approved="2025-03-01",
    approved_by="Byrådet",
    effective_from="2025-04-01",
    groups=("mental_illness", "ukendt"),
    digest="ab" * 32,
)
DAYS = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()))
SLUGS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
CARDS = st.builds(
    Card,
    ref=SLUGS.map(lambda slug: f"lejre/{slug}"),
    name=st.just("Lejre Kommune"),
    title=st.from_regex(r"\S.{0,10}", fullmatch=True),
    service=st.sampled_from([*catalogue.service_keys(), "egen-ydelse"]),
    status=st.sampled_from(["draft", "hearing", "approved", "in_force", "withdrawn"]),
    language=st.sampled_from(["da", "en"]),
    approved=DAYS,
    effective_from=DAYS,
    review_due=DAYS,
    groups=st.lists(st.sampled_from([*catalogue.groups(), "ukendt"]), max_size=3).map(tuple),
    digest=st.just("cd" * 32),
)


def made(cards: list[Card], site_url: str = "https://www.eksempel.dk/s/", language: str = "da") -> Any:
    whole = json.loads(feed(cards, "Lejre Kommune", "lejre", site_url, language))
    jsonschema.validate(whole, SCHEMA, format_checker=jsonschema.FormatChecker())
    return whole


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(st.lists(CARDS, max_size=4, unique_by=lambda card: card.ref), st.sampled_from(["", "https://www.eksempel.dk"]))
def test_every_feed_is_as_the_schema_says(cards: list[Card], site_url: str) -> None:
    for language in ("da", "en"):
        whole = made(cards, site_url, language)
        assert [each["id"] for each in whole["items"]] == sorted(each.ref for each in cards)
    assert feed(cards, "L", "lejre", site_url, "da") == feed(cards[::-1], "L", "lejre", site_url, "da")


@pytest.mark.parametrize("site_url", ["", "https://www.eksempel.dk/s", "https://www.eksempel.dk/s/"])
def test_addresses_lead_to_the_files_of_the_site(site_url: str) -> None:
    whole = made([CARD], site_url)
    item, here = whole["items"][0], "https://www.eksempel.dk/s/lejre/standarder.json"
    addresses = item["_qstd"]["addresses"]

    assert whole["_qstd"]["addresses"] == ("absolute" if site_url else "relative")
    assert urljoin(here, whole["feed_url"]) == here
    assert {name: urlsplit(urljoin(here, each)).path for name, each in addresses.items()} == {
        "page": "/s/lejre/ledsagelse/index.html",
        "fragment": "/s/lejre/ledsagelse/fragment.html",
        "pdf": "/s/lejre/ledsagelse/ledsagelse.pdf",
        "docx": "/s/lejre/ledsagelse/ledsagelse.docx",
        "data": "/s/lejre/ledsagelse/ledsagelse.json",
    }
    assert [each["url"] for each in item["attachments"]] == [addresses["pdf"], addresses["docx"]]
    assert item["url"] == addresses["page"]


def test_what_a_card_tells_is_told() -> None:
    item = made([CARD])["items"][0]
    more = item["_qstd"]

    assert item["summary"] == "Lejre Kommunes standard for hjælp efter serviceloven § 97: ledsagelse."
    assert item["date_published"] == item["date_modified"] == "2025-03-01T00:00:00Z"
    assert more["approval"] == {"date": "2025-03-01", "body": "Byrådet"}
    assert (more["effective_from"], more["updated"], more["digest"]) == ("2025-04-01", "2025-03-01", CARD.digest)
    assert more["law"][0]["name"] == "serviceloven § 97"
    assert more["law"][0]["url"].endswith("#P97")
    assert [each["name"] for each in more["target_groups"]] == ["Personer med sindslidelser", "ukendt"]


def test_what_is_not_known_is_left_out() -> None:
    item = made([replace(CARD, approved="", approved_by="", effective_from="", groups=(), service="egen")])["items"][0]

    assert {"date_published", "date_modified"}.isdisjoint(item)
    assert {"approval", "effective_from", "updated", "law", "target_groups"}.isdisjoint(item["_qstd"])
    assert item["summary"] == "Lejre Kommunes egne ord om hjælpen."


def test_the_schema_can_fail() -> None:
    whole = made([CARD])
    whole["items"][0]["_qstd"]["addresses"]["page"] = "javascript:alert(1)"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, SCHEMA)
