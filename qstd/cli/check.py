"""`qstd check`: what is wrong with standards; `--explain` tells of the rules, `--law-change` where a provision is named."""

import datetime as dt
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import __version__
from qstd.cli import place
from qstd.language import fill
from qstd.model.finding import Finding, message
from qstd.workspace import Entry, Workspace

if TYPE_CHECKING:
    from qstd.verbs.asked import Asked
    from qstd.verbs.corpus import Corpus

FORMATS = ("text", "json", "github", "sarif", "junit", "html")
_OF_LAW_CHANGE = ("docx", "csv")
_DATA = ("text", "json")  # what can be had of the manual
_INTERNAL = "K099"


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "what",
        nargs="*",
        metavar="STANDARD",
        help="en fil, en mappe, kommune/navn eller kommune, også @DAG eller @UDGAVE; uden: alle standarder",
    )
    parser.add_argument(
        "--format",
        choices=(*FORMATS, *_OF_LAW_CHANGE),
        default="text",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}; {' og '.join(_OF_LAW_CHANGE)} kun om en lovændring",
    )
    parser.add_argument(
        "--rule",
        action="append",
        default=[],
        metavar="KODE",
        help="kun disse regler, fx R003,R005, eller en gruppe, fx R; kan gentages",
    )
    parser.add_argument("--today", metavar="DATO", help="tjek, som var det denne dag, fx 2026-01-31")
    parser.add_argument(
        "--explain", nargs="?", const="", metavar="KODE", help="forklar en regel; uden kode: alle regler"
    )
    parser.add_argument(
        "--law-change", metavar="LOV:§", help="vis, hvad der rammes af en ændring i en bestemmelse, fx SEL:100"
    )
    parser.add_argument(
        "--out", type=Path, metavar="MAPPE", help="læg alt om lovændringen i en mappe, også en tekst til hver kommune"
    )
    parser.add_argument("--no-cache", action="store_true", help="tjek alt forfra, også det, der ikke er ændret")
    parser.add_argument("--debug", action="store_true", help="vis, hvad der gik galt inde i en regel")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Check standards and print the findings."""
    if problem := _impossible(arguments):
        place.complain(*problem, arguments.lang)
        return 2
    if arguments.explain is not None:
        from qstd.cli.explain import explain

        return explain(arguments.explain, arguments.format, arguments.lang)
    home = place.home()
    if not arguments.what and home is None:
        return place.no_workspace(arguments.lang)
    if arguments.law_change is not None:
        return _law_change(arguments, home)
    what = _asked(arguments.what, home)
    if arguments.format == "html":
        return _as_page(arguments, home, what)
    checked, findings = _checked(arguments, home, what)
    found = _chosen((*what.unknown, *findings), arguments, what.unknown)
    if arguments.format == "junit":
        own = what if arguments.what else replace(what, entries=home.entries() if home else ())
        print(_as_junit(found, own.files(_root(home)), arguments))
    else:
        _show(found, checked, arguments)
    return _code(found, what.unknown)


def _code(found: Sequence[Finding], unknown: Sequence[Finding]) -> int:
    """Return how the command ends: 2 for what is not there, 1 for an error."""
    return 2 if unknown else int(any(each.severity == "error" for each in found))


def _impossible(arguments: Namespace) -> tuple[str, str] | None:
    """Return why the options cannot be followed, and what to do; None where they can."""
    language, form = arguments.lang, arguments.format
    if arguments.today is not None and _date(arguments.today) is None:
        what = fill("»{word}« er ikke en dato.", {"word": arguments.today}, language)
        return what, fill("Skriv den som 2026-01-31.", {}, language)
    if arguments.out is not None and arguments.law_change is None:
        what = fill("--out er til en lovændring.", {}, language)
        return what, fill("Skriv også --law-change, fx SEL:100.", {}, language)
    if form not in (known := _formats(arguments)):
        what = fill("Det kan ikke fås som {kind}.", {"kind": form}, language)
        return what, fill("Vælg med --format: {words}.", {"words": ", ".join(known)}, language)
    return _unknown_rule(_codes(arguments), language)


def _formats(arguments: Namespace) -> Sequence[str]:
    """Return what can be had of that which was asked for."""
    if arguments.explain is not None:
        return _DATA
    if arguments.law_change is not None:
        from qstd.cli import law_change

        return law_change.FORMATS
    return FORMATS


def _date(word: str | None) -> dt.date | None:
    """Return the day that was asked for; None for none, and for what is no day."""
    with suppress(ValueError):
        return dt.date.fromisoformat(word) if word else None
    return None


def _unknown_rule(codes: Sequence[str], language: str) -> tuple[str, str] | None:
    from qstd import lint

    known = {"K", *lint.OF_CONTENT, *lint.codes().values()}
    wrong = next((each for each in codes if each not in known), None)
    if wrong is None:
        return None
    what = fill("Der er ingen regel med koden »{code}«.", {"code": wrong}, language)
    return what, fill("Se koderne med »qstd check --explain«.", {}, language)


# ---------- Reading ----------


def _checked(arguments: Namespace, home: Workspace | None, what: "Asked") -> tuple[int, Sequence[Finding]]:
    """Check what was asked for, or take the verdicts that were kept; with no cache, nothing is kept. Return how many were
    checked, and the findings.
    """
    from qstd.verbs import verdicts
    from qstd.verbs.asked import then

    use_cache, day, codes = not arguments.no_cache, _date(arguments.today), _codes(arguments)
    if not arguments.what and home is not None:
        own = verdicts.read_all(home, day, use_cache, codes)
    else:
        own = verdicts.read(what.entries, _root(home), day, home if use_cache else None, codes)
    if not what.versions:
        return own.checked, own.findings
    earlier = then(what.versions, _root(home), day, codes)
    return own.checked + len(earlier.standards), (*own.findings, *earlier.findings)


def _corpus(arguments: Namespace, home: Workspace | None, what: "Asked") -> "Corpus":
    """Read and check what was asked for, and keep hold of the standards themselves: the report tells of them."""
    from qstd.verbs import corpus
    from qstd.verbs.asked import then

    day, codes = _date(arguments.today), _codes(arguments)
    if not arguments.what and home is not None:
        return corpus.read_all(home, day, codes)
    own = corpus.read(what.entries, _root(home), today=day, only=codes)
    earlier = then(what.versions, _root(home), day, codes)
    return replace(own, standards=(*own.standards, *earlier.standards), findings=(*own.findings, *earlier.findings))


def _codes(arguments: Namespace) -> tuple[str, ...]:
    return tuple(code.upper() for each in arguments.rule for code in each.replace(",", " ").split())


def _root(home: Workspace | None) -> Path:
    """Return the folder that the names of files are relative to."""
    return home.root if home else Path.cwd()


def _asked(what: Sequence[str], home: Workspace | None) -> "Asked":
    from qstd.verbs.asked import asked

    return asked(what, Path.cwd(), home)


def _entries(what: Sequence[str], home: Workspace | None) -> tuple[tuple[Entry, ...], list[Finding]]:
    from qstd.verbs import refs

    if not what and home is not None:
        return home.entries(), []
    entries: dict[Path, Entry] = {}
    unknown = []
    for word in what:
        found = refs.resolve(word, Path.cwd(), home)
        entries |= {each.path.resolve(): each for each in found}
        if not found:
            unknown.append(refs.unknown(word, home))
    return tuple(entries.values()), unknown


def _chosen(found: Sequence[Finding], arguments: Namespace, always: Sequence[Finding]) -> tuple[Finding, ...]:
    """Leave out what other rules found. That a file could not be read is told all the same: nobody looked at it."""
    codes = frozenset(_codes(arguments))
    return tuple(each for each in found if not codes or each in always or _is_chosen(each, codes))


def _is_chosen(finding: Finding, codes: Collection[str]) -> bool:
    from qstd.lint import OF_CONTENT

    code = str(finding.message.values.get("code", "")) if finding.code == _INTERNAL else finding.code
    unread = finding.severity == "error" and code[:1] not in f"K{OF_CONTENT}"
    return unread or code in codes or code[:1] in codes


# ---------- Showing ----------


def _show(found: Sequence[Finding], checked: int, arguments: Namespace) -> None:
    language = arguments.lang
    if arguments.format == "text":
        if found:
            print(place.as_text([_without_trace(each) for each in found], language))
        if arguments.debug:
            _traces(found)
        print(_summary(found, checked, language), file=sys.stderr)
    elif text := _data(_shown(found, arguments), arguments.format, language):
        print(text)


def _shown(found: Sequence[Finding], arguments: Namespace) -> Sequence[Finding]:
    return found if arguments.debug else [_without_trace(each) for each in found]


def _without_trace(finding: Finding) -> Finding:
    """Return a finding without the insides of the program, which few can read."""
    if finding.code != _INTERNAL or "trace" not in getattr(finding.hint, "values", {}):
        return finding
    return replace(finding, hint=message("De andre regler er kørt. Kør igen med --debug for at se fejlen."))


def _traces(findings: Sequence[Finding]) -> None:
    """Print where in the program rules broke, once for each place."""
    hints = (each.hint for each in findings if each.code == _INTERNAL and each.hint)
    for trace in dict.fromkeys(str(each.values.get("trace", "")) for each in hints):
        print("".join(each if each.isprintable() or each == "\n" else "�" for each in trace), file=sys.stderr)


def _data(findings: Sequence[Finding], form: str, language: str) -> str:
    if form == "sarif":
        from qstd.exports.findings_sarif import as_sarif
        from qstd.verbs.manual import pages

        return as_sarif(findings, language, __version__, {each.code: each for each in pages()})
    from qstd.exports import findings as exports

    return (exports.as_json if form == "json" else exports.as_github)(findings, language)


def _as_junit(found: Sequence[Finding], files: Sequence[str], arguments: Namespace) -> str:
    from qstd.exports.findings_junit import as_junit

    return as_junit(_shown(found, arguments), files, arguments.lang)


def _as_page(arguments: Namespace, home: Workspace | None, what: "Asked") -> int:
    """Print the report as one file that can be sent."""
    from qstd import workspace
    from qstd.present.report import report_document
    from qstd.verbs.report import looked_at
    from qstd.writers import html

    corpus = _corpus(arguments, home, what)
    found = _chosen((*what.unknown, *corpus.findings), arguments, what.unknown)
    names = list(dict.fromkeys(each.municipality.name for each in corpus.standards))
    document = report_document(
        looked_at(corpus, _shown(found, arguments)), names[0] if len(names) == 1 else "", arguments.lang
    )
    page = html.write(document, html.Page(standalone=True, language=arguments.lang), workspace.theme(home))
    sys.stdout.flush()
    sys.stdout.buffer.write(page)
    sys.stdout.buffer.flush()
    return _code(found, what.unknown)


def _summary(findings: Sequence[Finding], checked: int, language: str) -> str:
    errors = sum(each.severity == "error" for each in findings)
    warnings = sum(each.severity == "warning" for each in findings)
    if not checked:
        return fill("Ingen standarder at tjekke.", {}, language)
    if not findings:
        return fill("Tjekket: {checked}. Ingen fejl.", {"checked": checked}, language)
    values = {"checked": checked, "errors": errors, "warnings": warnings}
    return fill("Tjekket: {checked}. Fejl: {errors}. Advarsler: {warnings}.", values, language)


# ---------- A change in the law ----------


def _law_change(arguments: Namespace, home: Workspace | None) -> int:
    """Say which standards, and which of their passages, name a provision that changes."""
    from qstd.cli.law_change import put, show
    from qstd.messages import words
    from qstd.verbs.law_change import named, touched, unknown_act

    language = arguments.lang
    provision = named(arguments.law_change)
    if provision is None:
        what, hint = unknown_act(arguments.law_change)
        place.complain(words(what, language), words(hint, language), language)
        return 2
    entries, unknown = _entries(arguments.what, home)
    place.tell(unknown, language)
    change = touched(entries, _root(home), provision)
    if arguments.out is not None:
        code = put(change, arguments.out, home, language)
    else:
        code = show(change, arguments.format, home, language)
    return 2 if unknown else code
