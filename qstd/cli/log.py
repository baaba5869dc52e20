"""`qstd log`: the versions of a standard."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill

if TYPE_CHECKING:
    from qstd.verbs.life import Life, Told
    from qstd.verbs.timeline import Version

N_ = str  # marks a Danish text that is translated where it is shown

_SECTIONS = {
    "changed": N_("ændret: {words}"),
    "added": N_("nyt: {words}"),
    "removed": N_("fjernet: {words}"),
    "moved": N_("flyttet: {words}"),
}
_BESIDE = {
    "title": N_("titlen"),
    "service": N_("ydelsen"),
    "language": N_("sproget"),
    "facts": N_("oplysningerne"),
    "status": N_("status"),
    "approval": N_("godkendelsen"),
    "replaced_by": N_("hvad den er afløst af"),
    "waive": N_("bemærkninger, der er sat til side"),
}


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="STANDARD", help="kommune/navn, eller filen; også en, der er fjernet")
    parser.add_argument("--format", choices=("terminal", "json"), default="terminal", help="terminal eller json")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Print the versions of a standard, the newest first."""
    from qstd.history import Refusal
    from qstd.verbs import keeping, life, refs

    home, here, language = place.home(), Path.cwd(), arguments.lang
    entries = refs.resolve(arguments.ref, here, home)
    places = (entries[0].path,) if len(entries) == 1 else () if entries else refs.places(arguments.ref, here, home)
    if len(entries) > 1:
        what = fill("Der kan kun vises én standards udgaver ad gangen.", {}, language)
        place.complain(what, fill("Skriv en af dem: kommune/navn.", {}, language), language)
        return 1
    try:
        found = life.life(places, workspace.today())
    except Refusal as refusal:
        wrong = keeping.refused(refusal, arguments.ref) if entries else refs.unknown(arguments.ref, home)
        place.tell((wrong,), language)
        return 1
    if not (entries or found.versions):
        place.tell((refs.unknown(arguments.ref, home),), language)
        return 1
    place.tell(found.findings, language)
    if arguments.format == "json":
        sys.stdout.buffer.write(_json(found))
        sys.stdout.buffer.flush()
        return 0
    for each in found.versions:
        print("\n".join(_lines(each, language)))
    if not found.versions:
        print(fill("Der er ingen udgaver endnu. Gem den første med »qstd save«.", {}, language))
    return 0


# ---------- In words ----------


def _lines(told: "Told", language: str) -> Iterator[str]:
    """Yield "2026-01-31  3f2a91c  Gældende fra 2026-02-01 (gælder nu)  Anne: Ny frist", and what it changed."""
    commit = told.version.commit
    marks = (
        fill(N_("(gælder nu)"), {}, language) if told.is_now else "",
        fill(N_("(sidst godkendt)"), {}, language) if told.is_approved else "",
    )
    about = " ".join(filter(None, (_status(told.version, language), _days(told, language), *marks)))
    yield f"{commit.day}  {commit.name[:8]}  {about}  {_plain(commit.author)}: {_plain(commit.subject)}"
    if told.before:
        yield "    " + fill(N_("filen hed før {name}"), {"name": _plain(told.before)}, language)
    if told.changes:
        yield from (f"    {each}" for each in _changed(told, language))


def _status(version: "Version", language: str) -> str:
    from qstd.present.comparison_labels import LABELS

    if version.standard:
        return fill(LABELS["status"][version.status], {}, language)
    return fill(N_("kan ikke læses") if version.commit.content else N_("slettet"), {}, language)


def _days(told: "Told", language: str) -> str:
    """Return "fra 2015-10-05", or the days on which it was in force where another has followed."""
    import datetime as dt

    if told.span and told.span.until:
        values = {"day": told.span.first.isoformat(), "last": (told.span.until - dt.timedelta(1)).isoformat()}
        return fill(N_("gjaldt {day} til {last}"), values, language)
    day = told.version.holds_from
    return fill(N_("fra {day}"), {"day": day.isoformat()}, language) if day else ""


def _changed(told: "Told", language: str) -> Iterator[str]:
    """Yield what a version changed, a line for each way of changing a section, and one for what is beside them."""
    if told.changes is None:
        return
    for what, words in _SECTIONS.items():
        names = [
            _plain(" ".join(filter(None, (each.number, each.heading))) or each.key)
            for each in told.changes.sections
            if each.what == what
        ]
        if names:
            yield fill(words, {"words": "; ".join(names)}, language)
    if told.changes.beside:
        names = [fill(_BESIDE[each], {}, language) for each in told.changes.beside]
        yield fill(N_("desuden: {words}"), {"words": ", ".join(names)}, language)


def _plain(words: str) -> str:
    """Return words without signs that would speak to the terminal."""
    return "".join(each if each.isprintable() else "�" for each in words)


# ---------- As data ----------


def _json(found: "Life") -> bytes:
    from qstd.exports.json_file import json_file

    ref = workspace.entry(found.path).ref
    return json_file({"schema": 1, "ref": ref, "versions": [_data(each) for each in found.versions]})


def _data(told: "Told") -> dict[str, object]:
    commit, approval, span, changes = told.version.commit, told.version.approval, told.span, told.changes
    return {
        "commit": commit.name,
        "day": commit.day,
        "author": commit.author,
        "message": commit.subject,
        "file": commit.path.name,
        "status": told.version.status or None,
        "approved": approval.date and approval.date.isoformat(),
        "holds_from": told.version.holds_from and told.version.holds_from.isoformat(),
        "in_force": {"from": span.first.isoformat(), "until": span.until and span.until.isoformat()} if span else None,
        "is_in_force": told.is_now,
        "is_last_approved": told.is_approved,
        "changed": changes
        and {
            "sections": [
                {"what": each.what, "key": each.key, "number": each.number, "heading": each.heading}
                for each in changes.sections
            ],
            "beside": list(changes.beside),
        },
    }
