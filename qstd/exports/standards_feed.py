"""The standards of a municipality as a JSON Feed, by which a content management system sees what there is and what is new.

It is JSON Feed 1.1. What that has no place for stands under `_qstd`, as it allows: the service and its law, the addresses of
the fragment and the files, who approved the standard and from when it holds, for whom it is, and a digest, which is another
one whenever anything that readers see is. Dates come from the standards, so that the same standards give the same bytes.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from qstd import catalogue
from qstd.exports.json_file import json_file
from qstd.language import fill
from qstd.model.card import Card

VERSION = "https://jsonfeed.org/version/1.1"
NAME = "standarder.json"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}


def feed(cards: Iterable[Card], municipality_name: str, slug: str, site_url: str, language: str) -> bytes:
    """Return the feed. Without `site_url` all addresses are relative to that of the feed, and it says so; `language` is
    that of its own words.
    """
    base = f"{site_url.rstrip('/')}/{quote(slug)}/" if site_url else ""
    whole: dict[str, Any] = {
        "version": VERSION,
        "title": fill("Kvalitetsstandarder i {name}", {"name": municipality_name}, language),
        "home_page_url": f"{base}index.html",
        "feed_url": f"{base}{NAME}",
        "language": _LANGUAGES[language],
        "_qstd": {
            "about": fill("Oplysninger om hver standard, som JSON Feed ikke selv har plads til.", {}, language),
            "version": 1,
            "municipality": slug,
            "addresses": "absolute" if base else "relative",
        },
        "items": [_item(each, base, language) for each in sorted(cards, key=lambda card: card.ref)],
    }
    return json_file(whole)


def _item(card: Card, base: str, language: str) -> dict[str, Any]:
    folder = f"{base}{quote(card.slug)}/"
    summary = _summary(card, language)
    files = ((f"{card.slug}.pdf", "application/pdf", "PDF"), (f"{card.slug}.docx", _WORD, "Word"))
    item = {
        "id": card.ref,
        "url": f"{folder}index.html",
        "title": card.title,
        "summary": summary,
        "content_text": summary,
        "date_published": _moment(card.approved),
        "date_modified": _moment(card.approved or card.effective_from),
        "language": _LANGUAGES.get(card.language, card.language),
        "attachments": [
            {"url": folder + quote(name), "mime_type": kind, "title": title} for name, kind, title in files
        ],
        "_qstd": _more(card, folder, language),
    }
    return {key: value for key, value in item.items() if value}


def _more(card: Card, folder: str, language: str) -> dict[str, Any]:
    groups = catalogue.groups()
    more = {
        "status": card.status,
        "service": _service(card, language),
        "law": _law(card, language),
        "addresses": {
            "page": f"{folder}index.html",
            "fragment": f"{folder}fragment.html",
            "pdf": folder + quote(f"{card.slug}.pdf"),
            "docx": folder + quote(f"{card.slug}.docx"),
            "data": folder + quote(f"{card.slug}.json"),
        },
        "approval": {
            key: value
            for key, value in (("date", card.approved), ("body", card.approved_by), ("text", card.approval_text))
            if value
        },
        "effective_from": card.effective_from,
        "review_due": card.review_due,
        "target_groups": [
            {"key": each, "name": catalogue.label(groups[each].label, language) if each in groups else each}
            for each in card.groups
        ],
        "digest": card.digest,
        "updated": card.approved or card.effective_from,
    }
    return {key: value for key, value in more.items() if value}


def _service(card: Card, language: str) -> dict[str, str]:
    known = catalogue.service(card.service)
    return {"key": card.service, "name": catalogue.label(known.name, language) if known else card.service}


def _law(card: Card, language: str) -> list[dict[str, str]]:
    known, acts = catalogue.service(card.service), catalogue.acts()
    found = []
    for key, paragraph in known.provisions if known else ():
        act = acts.get(key)
        if act:
            name = catalogue.label(act.name, language)
            one = {"act": key, "paragraph": paragraph, "name": f"{name} § {paragraph}" if paragraph else name}
            address = f"{act.eli}#P{paragraph.replace(' ', '')}" if act.eli and paragraph else act.eli
            found.append({label: value for label, value in (*one.items(), ("url", address)) if value})
    return found


def _summary(card: Card, language: str) -> str:
    law = _law(card, language)
    if not law:
        return fill("{name}s egne ord om hjælpen.", {"name": card.name}, language)
    service = _service(card, language)["name"]
    values = {"name": card.name, "law": law[0]["name"], "service": _inside(service)}
    return fill("{name}s standard for hjælp efter {law}: {service}.", values, language)


def _inside(name: str) -> str:
    """Return a name as it stands within a sentence; an abbreviation (BPA) stays as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _moment(day: str) -> str:
    """Return a day as the format demands a moment; the time of day is not known."""
    return f"{day}T00:00:00Z" if day else ""
