"""`qstd check`: what is wrong with standards."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from qstd import __version__
from qstd.cli import place
from qstd.language import fill
from qstd.model.finding import Finding
from qstd.workspace import Entry, Workspace

FORMATS = ("text", "json", "github", "sarif")


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "what",
        nargs="*",
        metavar="STANDARD",
        help="en fil, en mappe, kommune/navn eller kommune; uden: alle standarder",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, json, github eller sarif")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Check standards and print the findings."""
    from qstd.verbs.corpus import read, read_all

    home = place.home()
    if not arguments.what:
        if home is None:
            return place.no_workspace(arguments.lang)
        corpus, unknown = read_all(home), list[Finding]()
    else:
        entries, unknown = _entries(arguments.what, home)
        corpus = read(entries, home.root if home else Path.cwd())
    findings = (*unknown, *corpus.findings)
    _show(findings, arguments, len(corpus.standards))
    if unknown:
        return 2
    return int(any(each.severity == "error" for each in findings))


def _entries(what: Sequence[str], home: Workspace | None) -> tuple[tuple[Entry, ...], list[Finding]]:
    from qstd.verbs import refs

    entries: dict[Path, Entry] = {}
    unknown = []
    for word in what:
        found = refs.resolve(word, Path.cwd(), home)
        entries |= {each.path.resolve(): each for each in found}
        if not found:
            unknown.append(refs.unknown(word, home))
    return tuple(entries.values()), unknown


def _show(findings: Sequence[Finding], arguments: Namespace, checked: int) -> None:
    language = arguments.lang
    if arguments.format == "text":
        if findings:
            print(place.as_text(findings, language))
        print(_summary(findings, checked, language), file=sys.stderr)
        return
    from qstd.exports import findings as exports

    if arguments.format == "json":
        print(exports.as_json(findings, language))
    elif arguments.format == "sarif":
        print(exports.as_sarif(findings, language, __version__))
    elif findings:
        print(exports.as_github(findings, language))


def _summary(findings: Sequence[Finding], checked: int, language: str) -> str:
    errors = sum(each.severity == "error" for each in findings)
    warnings = sum(each.severity == "warning" for each in findings)
    if not checked:
        return fill("Ingen standarder at tjekke.", {}, language)
    if not findings:
        return fill("Tjekket: {checked}. Ingen fejl.", {"checked": checked}, language)
    values = {"checked": checked, "errors": errors, "warnings": warnings}
    return fill("Tjekket: {checked}. Fejl: {errors}. Advarsler: {warnings}.", values, language)
