"""What a form or a note that came back adds to a hearing: new remarks, and replies to those that are known."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from qstd.language import translator
from qstd.model.document import dotted
from qstd.model.finding import Finding, Place, message
from qstd.model.hearing import HearingAnswer, HearingFile
from qstd.model.outline import Outline
from qstd.model.standard import Standard
from qstd.present.hearing import OUTCOMES, Points
from qstd.recognise.hearing_rows import Answered, rows
from qstd.recognise.topics import normal

N_ = str  # marks a Danish text that is translated where it is shown
Outcome = Literal["followed", "partly", "not_followed", "noted"]
_SUGGESTS = N_("Foreslår en ny ordlyd.")


@dataclass(frozen=True, slots=True)
class Taken:
    """What is new: remarks, and answers with a new reply by their number in the hearing (from 0)."""

    answers: tuple[HearingAnswer, ...] = ()
    replies: Mapping[int, HearingAnswer] = field(default_factory=dict)


def taken(
    outline: Outline,
    hearing: HearingFile,
    by: str,
    day: dt.date | None,
    standard: Standard,
    points: Sequence[Points],
) -> tuple[Taken, tuple[Finding, ...]]:
    """Return what a file that came back adds. `points` are the numbers as they were sent out, where they still hold."""
    found = tuple(rows(outline))
    if not found:
        what = message("I filen er der ingen tabel med kolonnen »Bemærkning« eller »Kommunens svar«.")
        hint = message("Brug skemaet fra høringen, eller skriv svarene ind i høringens fil med hånden.")
        return Taken(), (Finding("J010", "error", what, Place(outline.file), hint),)
    findings: list[Finding] = []
    replies: dict[int, HearingAnswer] = {}
    answers: list[HearingAnswer] = []
    for row in found:
        if "number" in row.cells and "reply" in row.cells:
            findings += _replied(row, hearing, replies, outline.file)
        elif row.cells.get("text") or row.cells.get("suggestion"):
            answers.append(_answer(row, by, day, standard, points))
    if answers and not by:
        what = message("Det står ikke i filen, hvem der svarer.")
        hint = message("Skriv det: --by Handicaprådet")
        return Taken(), (Finding("J011", "error", what, Place(outline.file), hint),)
    known = {_said(each) for each in hearing.answers}
    fresh = {_said(each): each for each in answers if _said(each) not in known}
    return Taken(tuple(fresh.values()), replies), tuple(findings)


def _answer(row: Answered, by: str, day: dt.date | None, standard: Standard, points: Sequence[Points]) -> HearingAnswer:
    cells = row.cells
    return HearingAnswer(
        by=by or "?",
        text=cells.get("text") or _SUGGESTS,
        date=day,
        point=cells.get("point") or None,
        section=_section(cells, standard, points),
        suggestion=cells.get("suggestion") or None,
    )


def _section(cells: Mapping[str, str], standard: Standard, points: Sequence[Points]) -> str | None:
    """Return the name of the section that a row is about: by its heading, else by its first point."""
    told = normal(cells.get("section", ""))
    for each in standard.sections:
        if told and told in (normal(f"{dotted(each.number or '')} {each.heading}"), normal(each.heading)):
            return each.key or None
    number = re.match(r"\d+", cells.get("point", ""))
    at = int(number[0]) if number else 0
    return next((each.section for each in points if each.first <= at <= each.last), None)


def _said(answer: HearingAnswer) -> tuple[object, ...]:
    return answer.by.casefold(), answer.point, answer.section, answer.text, answer.suggestion


# ---------- Replies ----------


def _replied(row: Answered, hearing: HearingFile, replies: dict[int, HearingAnswer], file: str) -> Iterator[Finding]:
    """Put the reply of a row to the answer of its number, if that is still the same remark."""
    number = row.cells["number"].strip(".")
    at = int(number) - 1 if number.isdigit() else -1
    answer = hearing.answers[at] if 0 <= at < len(hearing.answers) else None
    if answer is None or normal(answer.text) not in normal(row.cells.get("text", "")):
        if row.cells["reply"]:
            what = message("Svaret på bemærkning {number} er ikke taget med: bemærkningen er en anden.", number=number)
            hint = message("Skriv det ved den rigtige bemærkning i høringens fil.")
            yield Finding("J012", "warning", what, Place(file), hint)
        return
    new = _with_reply(answer, row.cells["reply"])
    if new != answer:
        replies[at] = new


def _with_reply(answer: HearingAnswer, words: str) -> HearingAnswer:
    """Return an answer with what the municipality says to it: an outcome where the reply opens with one, and the rest."""
    outcome: Outcome | None = None
    rest = words.strip()
    for each in get_args(Outcome):
        shown = "|".join(re.escape(translator(language)(OUTCOMES[each])) for language in ("da", "en"))
        found = re.match(rf"(?:{shown})(?:[.:]\s*|\s*$)", rest, re.IGNORECASE)
        if found:
            outcome, rest = each, rest[found.end() :].strip()
            break
    return replace(answer, outcome=outcome or answer.outcome, reply=rest or answer.reply)
