"""The account of an import as JSON: what became of every word of a source, for those who keep it with the file."""

from typing import Any

from qstd.exports.json_file import json_file
from qstd.model.draft import Draft, Recognition
from qstd.model.outline import Furniture, Outline, Spot
from qstd.model.plain import plain


def account_json(outline: Outline, found: Recognition) -> bytes:
    """Return the account: its status, the sums for words and for numbers, what was not found again with its place, the
    words that were torn over a line or run together, what belongs to the page, and the sections with where each came from.
    """
    account = found.account
    return json_file(
        {
            "file": outline.file,
            "format": outline.format,
            "status": account.status,
            "words": plain(account.words),
            "numbers": plain(account.numbers),
            "unplaced": [_placed(plain(each), each.spot) for each in account.unplaced],
            "joints": [_placed(plain(each), each.spot) for each in account.joints],
            "splits": [_placed(plain(each), each.spot) for each in account.splits],
            "furniture": [_furniture(each) for each in found.furniture],
            "standards": [_draft(each) for each in found.drafts],
        }
    )


def _placed(values: dict[str, Any], spot: Spot) -> dict[str, Any]:
    return values | {"spot": _spot(spot)}


def _spot(spot: Spot) -> dict[str, Any]:
    """Return where something stands, without what its format has none of."""
    return {key: each for key, each in plain(spot).items() if each}


def _furniture(each: Furniture) -> dict[str, Any]:
    return {"kind": each.kind, "text": each.text, "spot": _spot(each.spot)}


def _draft(draft: Draft) -> dict[str, Any]:
    pairs = zip(draft.standard.sections, draft.origins, strict=True)
    return {
        "title": draft.standard.title,
        "sections": [
            {
                "number": section.number or "",
                "heading": section.heading,
                "topic": section.topic,
                "confidence": origin.confidence,
                "spot": _spot(origin.spot),
            }
            for section, origin in pairs
        ],
    }
