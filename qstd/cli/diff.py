"""`qstd diff`: standards beside each other, or two versions of one.

Exit codes as those of diff(1): 0 the same, 1 different, 2 trouble; what could be compared is compared all the same.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qstd import workspace
from qstd.cli import output, place
from qstd.cli.output import TABLES, Output
from qstd.language import fill
from qstd.model.finding import Finding
from qstd.model.theme import ThemeError
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.verbs.gather import Gathered

MANY = 8
TROUBLE = 2
N_ = str  # marks a Danish text that is translated where it is shown


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "what",
        nargs="*",
        metavar="STANDARD",
        help="to eller flere: kommune/navn, en fil, en mappe, eller law/sel-99 for lovens egne ord; "
        "med @ som den var før, efter git: lejre/ledsagelse@HEAD~1",
    )
    parser.add_argument("--service", metavar="YDELSE", help="alle standarder for en ydelse, og loven: sel-99")
    parser.add_argument("--baseline", metavar="STANDARD", help="den, de andre skal måles mod")
    parser.add_argument("--only-different", action="store_true", help="udelad det, hvor alle er ens")
    parser.add_argument(
        "--versions",
        **_chooses("versions"),
        help="vis, hvad der er ændret fra den første til den anden; sker af sig selv for to udgaver af én standard",
    )
    parser.add_argument("--note", **_chooses("note"), help="skriv kun et ændringsnotat om de to udgaver")
    parser.add_argument(
        "--columns",
        **_chooses("columns"),
        help="vis standarderne side om side, også når det er to udgaver af én standard",
    )
    parser.add_argument(
        "--format",
        choices=output.FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(output.FORMATS)}; ellers det, filens endelse siger",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FIL", help="skriv til en fil i stedet for på skærmen")
    place.language_option(parser)


def _chooses(name: str) -> dict[str, Any]:
    return {"dest": "view", "action": "store_const", "const": name}


def run(arguments: Namespace) -> int:
    """Compare standards and print or write the result."""
    try:
        wanted = output.chosen(arguments)
        return TROUBLE if wanted is None else _compare(arguments, wanted)
    except BrokenPipeError:
        # Nobody reads any more; what is still to be printed goes nowhere, and nobody is to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TROUBLE
    except (OSError, ThemeError) as error:
        place.refused(error, arguments.lang)
        return TROUBLE


def _compare(arguments: Namespace, output: Output) -> int:
    home = place.home()
    language = arguments.lang
    with place.busy(N_("Læser standarderne"), language, bool(arguments.service) or len(arguments.what) > MANY):
        gathered, baseline = _gathered(arguments, home)
    place.tell(gathered.findings, language)
    view = arguments.view or _view(gathered, baseline)
    if problem := _too_few(arguments, gathered) or _impossible(arguments, output, gathered, view):
        what, hint = problem
        place.complain(what, hint, language)
        return TROUBLE
    if gathered.missing:
        print(fill("Sammenlignet uden: {names}.", {"names": ", ".join(gathered.missing)}, language), file=sys.stderr)
    if view == "columns":
        status = _columns(gathered, baseline, arguments, output, home)
    else:
        status = _versions(gathered, view == "note", output, home)
    return TROUBLE if _wrong(gathered.findings) else status


def _gathered(arguments: Namespace, home: Workspace | None) -> "tuple[Gathered, str]":
    """Read everything that was asked for; also return the address of the one that the others are measured against."""
    from qstd.verbs.gather import gather, join, measured, of_service

    here = Path.cwd()
    asked = gather(arguments.what, here, home)
    if arguments.service:
        asked = join((of_service(arguments.service, home), asked))
    return measured(asked, arguments.baseline, here, home) if arguments.baseline else (asked, "")


def _view(gathered: "Gathered", baseline: str) -> str:
    from qstd.verbs.revise import are_versions

    return "columns" if baseline or gathered.missing or not are_versions(gathered.found) else "versions"


def _columns(gathered: "Gathered", baseline: str, arguments: Namespace, output: Output, home: Workspace | None) -> int:
    from qstd.compare.select import same
    from qstd.verbs.compare import compared

    comparison, findings = compared(gathered.found, home, baseline)
    place.tell(findings, output.language)
    output.put(output.comparison(comparison, arguments.only_different, workspace.theme(home)))
    return TROUBLE if _wrong(findings) else int(not same(comparison))


def _versions(gathered: "Gathered", note: bool, output: Output, home: Workspace | None) -> int:
    from qstd.verbs.compare import unlike
    from qstd.verbs.revise import revised, strangers, with_base

    old, new = gathered.found
    place.tell((*unlike(gathered.found), *strangers(gathered.found)), output.language)
    revision = revised(old, new)
    theme = workspace.theme(home, new.standard.municipality)
    output.put(output.revision(revision, note, theme, partial(with_base, new)))
    return int(not revision.same)


def _wrong(findings: Sequence[Finding]) -> bool:
    return any(each.severity == "error" for each in findings)


# ---------- What cannot be done ----------

Problem = tuple[str, str]


def _too_few(arguments: Namespace, gathered: "Gathered") -> Problem | None:
    language = arguments.lang
    if len(gathered.found) > 1:
        return None
    if _wrong(gathered.findings):
        return fill("Der kan ikke sammenlignes, før fejlene er rettet.", {}, language), ""
    what = fill("Der skal mindst to standarder til en sammenligning.", {}, language)
    if not arguments.service:
        return what, fill("Loven tæller med: law/sel-99.", {}, language)
    only = next(iter(gathered.found), None)
    values = {"only": only.ref if only else "", "service": arguments.service}
    if only and only.is_law:
        return what, fill("Her er ingen standarder for {service}, kun loven. »qstd new« begynder en.", values, language)
    if only:
        return what, fill("Her er kun {only}, og lovens ordlyd er ikke i kataloget.", values, language)
    return what, fill("Her er ingen for {service}, og lovens ordlyd er ikke i kataloget.", values, language)


def _impossible(arguments: Namespace, output: Output, gathered: "Gathered", view: str) -> Problem | None:
    """Say what does not go together, and what to do."""
    language = arguments.lang
    if output.path and any(each.path and _are_one(output.path, each.path) for each in gathered.found):
        what = fill("{path} er selv en af de standarder, der sammenlignes.", {"path": output.path}, language)
        return what, fill("Skriv til en anden fil.", {}, language)
    if view == "columns":
        return None
    if len(gathered.found) != 2:
        what = fill(
            "Ændringer vises fra én udgave til en anden; her er {count}.", {"count": len(gathered.found)}, language
        )
        return what, fill("Nævn to, eller vælg --columns.", {}, language)
    if arguments.baseline:
        what = fill("--baseline er til standarder side om side og ikke til ændringer.", {}, language)
        return what, fill("Vælg --columns, eller udelad --baseline.", {}, language)
    if output.format in TABLES:
        what = fill("Ændringer kan ikke vises som {kind}.", {"kind": output.format}, language)
        return what, fill("Vælg html, pdf, docx eller json, eller vælg --columns.", {}, language)
    if view == "note" and output.format == "json":
        what = fill("Et ændringsnotat kan ikke være json.", {}, language)
        return what, fill("Udelad --note: så kommer alle ændringerne som data.", {}, language)
    return None


def _are_one(one: Path, other: Path) -> bool:
    return workspace.absolute(one) == workspace.absolute(other)
