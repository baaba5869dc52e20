"""`qstd align`: say that two sections are about the same, or are not; or list what has been said."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from qstd.cli import place
from qstd.language import fill
from qstd.model.alignments import Alignment
from qstd.workspace import Workspace

N_ = str  # marks a Danish text that is translated where it is shown

_DONE = {
    ("added", "confirmed"): N_("Skrevet: {one} og {other} handler om det samme."),
    ("added", "rejected"): N_("Skrevet: {one} og {other} handler ikke om det samme."),
    ("changed", "confirmed"): N_("Rettet: {one} og {other} handler om det samme."),
    ("changed", "rejected"): N_("Rettet: {one} og {other} handler ikke om det samme."),
    ("unchanged", "confirmed"): N_("Uændret: {one} og {other} handler om det samme."),
    ("unchanged", "rejected"): N_("Uændret: {one} og {other} handler ikke om det samme."),
}
_REMOVED = N_("Fjernet: Om {one} og {other} er der ikke længere sagt noget.")
_NOT_THERE = N_("Om {one} og {other} var der ikke sagt noget.")
_STORED = {"confirmed": N_("{one} og {other}: handler om det samme"), "rejected": N_("{one} og {other}: afvist")}


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "what",
        nargs="*",
        metavar="STANDARD#AFSNIT",
        help="to afsnit, hvert med navn eller nummer: lejre/ledsagelse#3; uden noget vises, hvad der er gemt",
    )
    wish = parser.add_mutually_exclusive_group()
    wish.add_argument("--reject", action="store_true", help="de to afsnit handler ikke om det samme; vis dem ikke mere")
    wish.add_argument("--remove", action="store_true", help="glem, hvad der er sagt om de to afsnit")
    parser.add_argument("--note", metavar="TEKST", help="hvorfor, hvis det skal huskes")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Write what is said of two sections, or list what has been said."""
    language, words = arguments.lang, arguments.what
    home = place.home()
    if home is None:
        return place.no_workspace(language)
    if not words and not (arguments.reject or arguments.remove or arguments.note):
        return _listed(home, language)
    if len(words) != 2:
        what = fill("Der skal nævnes to afsnit.", {}, language)
        hint = fill("Skriv fx: qstd align hvidovre/ledsagelse#special lejre/ledsagelse#3", {}, language)
        place.complain(what, hint, language)
        return 2
    return _aligned(home, (words[0], words[1]), arguments)


def _aligned(home: Workspace, words: tuple[str, str], arguments: Namespace) -> int:
    from qstd.verbs.align import Wish, align

    said: Literal["confirmed", "rejected"] = "rejected" if arguments.reject else "confirmed"
    wish = Wish(None if arguments.remove else said, arguments.note)
    done, findings = align(home, Path.cwd(), words, wish)
    place.tell(findings, arguments.lang)
    if done is None:
        broken = any(each.code[0] in "YF" or each.code == "R425" for each in findings)
        return 1 if broken else 2
    told: Mapping[str, str] = {"removed": _REMOVED, "not_there": _NOT_THERE}
    text = told.get(done.outcome) or _DONE[done.outcome, done.alignment.verdict]
    print(_filled(text, done.alignment, arguments.lang))
    return 0


def _listed(home: Workspace, language: str) -> int:
    from qstd.verbs.align import read_alignments

    stored, findings = read_alignments(home)
    place.tell(findings, language)
    for line in _lines(stored, language):
        print(line)
    return int(any(each.severity == "error" for each in findings))


def _lines(stored: Sequence[Alignment], language: str) -> list[str]:
    if not stored:
        return [fill("Der er ikke sagt noget om afsnit, der svarer til hinanden.", {}, language)]
    lines = []
    for each in stored:
        lines.append(_filled(_STORED[each.verdict], each, language))
        lines += [f"    {part}" for part in (each.note or "").split("\n") if part]
    return lines


def _filled(text: str, each: Alignment, language: str) -> str:
    ends = {"one": f"{each.from_}#{each.section}", "other": f"{each.to}#{each.to_section}"}
    return fill(text, ends, language)
