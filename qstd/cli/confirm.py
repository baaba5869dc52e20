"""`qstd confirm`: look over what an import proposed, and say that it is right."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from qstd.cli import place
from qstd.language import fill

if TYPE_CHECKING:
    from qstd.verbs.confirm import Opened

N_ = str  # marks a Danish text that is translated where it is shown


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="STANDARD", help="en fil eller kommune/navn")
    parser.add_argument("number", nargs="*", type=int, metavar="NR", help="numrene på de forslag, der er rigtige")
    parser.add_argument("--all", action="store_true", help="alle forslag og alle overskrifter er rigtige")
    parser.add_argument("--reject", action="store_true", help="forslagene med disse numre er forkerte: fjern dem")
    parser.add_argument("--headings", action="store_true", help="husk overskrifterne og deres emner til næste import")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """List the proposals of a standard, or accept them, or take them out."""
    from qstd.verbs import confirm

    language, home = arguments.lang, place.home()
    if home is None:
        return place.no_workspace(language)
    if arguments.reject and (arguments.all or not arguments.number):
        what = fill("Nævn numrene på de forslag, der skal fjernes.", {}, language)
        place.complain(what, fill("Skriv fx: qstd confirm lejre/ledsagelse 3 7 --reject", {}, language), language)
        return 2
    if arguments.all and arguments.number:
        what = fill("Nævn enten numre eller --all, ikke begge dele.", {}, language)
        place.complain(what, "", language)
        return 2
    found, findings = confirm.opened(arguments.ref, Path.cwd(), home)
    place.tell(findings, language)
    if found is None:
        return 2
    if not (arguments.number or arguments.all or arguments.headings):
        return _listed(found, language)
    return _done(found, arguments)


def _done(found: "Opened", arguments: Namespace) -> int:
    from qstd.verbs import confirm

    language = arguments.lang
    numbers = [each.number for each in found.proposals] if arguments.all else arguments.number
    if numbers:
        findings = confirm.decided(found, numbers, not arguments.reject)
        place.tell(findings, language)
        if findings:
            return 1
        done = N_("Fjernet: {count} forslag.") if arguments.reject else N_("Godkendt: {count} oplysninger.")
        print(fill(done, {"count": len(set(numbers))}, language))
    if arguments.all or arguments.headings:
        for heading, topic in confirm.remembered(found):
            print(fill("Husket: »{heading}« er {topic}.", {"heading": heading, "topic": topic}, language))
    return 0


def _listed(found: "Opened", language: str) -> int:
    """Print each proposal with its number, its value and the words behind it."""
    from qstd.present.facts import kind_label, value

    if not found.proposals:
        print(fill("Ingen forslag: alle oplysninger er set efter.", {}, language))
        return 0
    for number, fact in ((each.number, each.fact) for each in found.proposals):
        shown = value(fact, language)
        label = kind_label(fact.kind, getattr(fact, "role", ""), language)
        print(f"{number:>3}  {label}: {'; '.join((shown.text, *shown.details))}")
        print(f"     »{fact.evidence.quote}«")
    name = found.entry.ref
    print(fill("Rigtige: qstd confirm {name} 1 2 ... (eller --all). Forkerte: med --reject.", {"name": name}, language))
    return 0
