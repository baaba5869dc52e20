"""`qstd build`: publish all standards."""

import datetime as dt
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qstd.cli import place
from qstd.language import fill
from qstd.site.choices import FORMATS, PARTS, Choices
from qstd.verbs.building import Built, Order, UnreachableError, build
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from qstd.model.theme import Theme
    from qstd.verbs.building.workers import Workers

N_ = str  # marks a Danish text that is translated where it is shown
ENGINES = ("auto", "weasyprint", "typst")
# Pages' worth of work that pays for processes: one PDF, or some hundred pages where a process is no copy of this one.
_WORTH_IT = 99 if sys.platform == "linux" else 300


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--out", type=Path, metavar="MAPPE", help="hvor siderne skrives; ellers build/site")
    parser.add_argument(
        "--format",
        default=",".join(FORMATS),
        metavar="SLAGS",
        help="hvad der laves, adskilt med komma: html, pdf, docx, data; ellers det hele",
    )
    parser.add_argument(
        "--skip",
        default="",
        metavar="DELE",
        help="hvad siderne undværer, adskilt med komma: comparisons (sammenligninger), reports (eftersyn), "
        "search (søgning), booklets (samlede hæfter)",
    )
    parser.add_argument(
        "--pdf-engine",
        choices=ENGINES,
        default="auto",
        help="hvad der laver PDF'erne; auto tager weasyprint, og typst dér, hvor weasyprint ikke kan køre",
    )
    parser.add_argument(
        "--word",
        choices=("sections", "table"),
        default="sections",
        help="hvordan afsnittene står i Word-filerne: under hinanden (sections) eller i en tabel (table)",
    )
    parser.add_argument("--jobs", type=int, default=0, metavar="ANTAL", help="hvor mange processer der arbejder")
    parser.add_argument("--executor", metavar="ADRESSE", help="lad en Dask-klynge arbejde, fx dask://maskine:8786")
    parser.add_argument("--explain", action="store_true", help="sig for hver fil, hvorfor den er lavet igen")
    parser.add_argument("--today", metavar="DATO", help="byg, som var det denne dag, fx 2026-01-31")
    parser.add_argument(
        "--as-of", metavar="DATO", help="byg det, der var gældende den dag, fra historikken, fx 2015-10-05"
    )
    parser.add_argument("--watch", action="store_true", help="byg igen, hver gang noget ændres, og vis siderne")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Check everything, publish what is not broken, and say what was done."""
    home = place.home()
    if home is None:
        return place.no_workspace(arguments.lang)
    if problem := _impossible(arguments) or _misplaced(_out(arguments, home), home, arguments.lang):
        place.complain(*problem, arguments.lang)
        return 2
    if arguments.watch:
        from qstd.cli.watch import watch

        return watch(partial(once, arguments, home), home, _out(arguments, home), arguments.lang)
    return once(arguments, home)


def once(arguments: Namespace, home: Workspace) -> int:
    """Build once."""
    start = time.monotonic()
    order = _order(arguments, home)
    if arguments.as_of:
        asked = _as_of(order, arguments)
        if asked is None:
            return 1
        order = asked
    try:
        built = build(order, partial(_hire, arguments), partial(Progress, arguments.lang))
    except UnreachableError as error:
        place.complain(*_no_cluster(error, arguments.lang), arguments.lang)
        return 1
    place.tell(built.findings, arguments.lang)
    if arguments.explain:
        from qstd.cli.reasons import reasons

        for line in reasons(built, arguments.lang):
            print(line)
    _summary(built, order.out, time.monotonic() - start, arguments.lang)
    return int(any(each.severity == "error" for each in built.findings))


def _no_cluster(error: UnreachableError, language: str) -> tuple[str, str]:
    """Return why a cluster cannot work, and what to do."""
    if error.library:
        what = fill("Det kræver et bibliotek, der ikke er installeret: {name}.", {"name": error.library}, language)
        return what, fill("Installer det med: {command}", {"command": "pip install 'qstd[cluster]'"}, language)
    what = fill("Klyngen på {address} svarer ikke.", {"address": error.address}, language)
    return what, fill("Se efter, om den kører, og om adressen er rigtig. Siderne er, som de var.", {}, language)


def _misplaced(out: Path, home: Workspace, language: str) -> tuple[str, str] | None:
    """Return why pages cannot be built to a folder, and what to do; None where they can."""
    from qstd import workspace

    if not workspace.is_among_sources(home, out):
        return None
    what = fill("Siderne kan ikke bygges i en mappe med kilder: {path}.", {"path": out}, language)
    return what, fill("Vælg en mappe, der ikke er til andet.", {}, language)


def _out(arguments: Namespace, home: Workspace) -> Path:
    out: Path | None = arguments.out
    return out or home.root / "build" / "site"


def _order(arguments: Namespace, home: Workspace) -> Order:
    from qstd import workspace
    from qstd.verbs.building.choices import choices

    named = arguments.as_of or arguments.today
    day = dt.date.fromisoformat(named) if named else workspace.today()
    parts = tuple(each for each in PARTS if each not in _words(arguments.skip))
    formats = tuple(each for each in FORMATS if each in _words(arguments.format))
    asked = Choices(
        arguments.lang,
        engine=arguments.pdf_engine,
        formats=formats,
        parts=parts,
        word=arguments.word,
        as_of=arguments.as_of or "",
    )
    chosen, found = choices(home, asked)
    return Order(home, _out(arguments, home), day, chosen, found)


def _as_of(order: Order, arguments: Namespace) -> Order | None:
    """Return an order for the workspace as it was; None where there is none, which was told."""
    from qstd import workspace
    from qstd.verbs.building.as_of import lay_out

    with place.busy(N_("Læser historikken"), arguments.lang):
        then = lay_out(order.home, order.day, workspace.program())
    if then.home is None:
        place.tell(then.findings, arguments.lang)
        return None
    out = arguments.out or order.home.root / "build" / f"site-{arguments.as_of}"
    findings = (*order.findings, *then.findings)
    return replace(order, home=then.home, out=out, findings=findings, kept_by=order.home)


def _words(listed: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in listed.split(",") if each.strip())


def _impossible(arguments: Namespace) -> tuple[str, str] | None:
    """Return why the options cannot be followed, and what to do; None where they can."""
    language = arguments.lang
    for option, known in (("format", FORMATS), ("skip", PARTS)):
        if unknown := [each for each in _words(getattr(arguments, option)) if each not in known]:
            what = fill("»{word}« er ikke noget, der kan laves eller undværes.", {"word": unknown[0]}, language)
            values = {"option": option, "words": ", ".join(known)}
            return what, fill("Vælg med --{option}: {words}.", values, language)
    if problem := _no_day(arguments):
        return problem
    if arguments.executor and not arguments.executor.startswith("dask://"):
        what = fill("»{word}« er ikke adressen på en klynge.", {"word": arguments.executor}, language)
        return what, fill("Skriv den som dask://MASKINE:PORT.", {}, language)
    return None


def _no_day(arguments: Namespace) -> tuple[str, str] | None:
    """Return why the days that were named cannot be built for, and what to do; None where they can."""
    from qstd import workspace

    language = arguments.lang
    for word in filter(None, (arguments.today, arguments.as_of)):
        try:
            dt.date.fromisoformat(word)
        except ValueError:
            what = fill("»{word}« er ikke en dato.", {"word": word}, language)
            return what, fill("Skriv den som 2026-01-31.", {}, language)
    if not arguments.as_of:
        return None
    if arguments.watch or arguments.today:
        option = "--watch" if arguments.watch else "--today"
        what = fill("--as-of kan ikke bruges sammen med {option}.", {"option": option}, language)
        return what, fill("Vælg en af dem.", {}, language)
    if dt.date.fromisoformat(arguments.as_of) > workspace.today():
        what = fill("Dagen {day} er ikke kommet endnu.", {"day": arguments.as_of}, language)
        return what, fill("Nævn en dag, der er gået, eller byg det, der ligger nu, uden --as-of.", {}, language)
    return None


def _hire(arguments: Namespace, themes: "Mapping[str, Theme]", weight: int, here: bool) -> "Workers":
    """Find workers for some work: a cluster where one is named, several processes where it pays, else this one."""
    from qstd.verbs.building.workers import Alone, Processes, cores

    if arguments.executor and weight and not here:
        address = arguments.executor.removeprefix("dask://")
        try:
            from qstd.verbs.building.cluster import Cluster
        except ImportError as error:
            raise UnreachableError(address, "distributed") from error
        return Cluster(address, themes)
    count = arguments.jobs or cores()
    return Processes(count, themes) if count > 1 and (arguments.jobs or weight > _WORTH_IT) else Alone(themes)


class Progress:
    """Shows how far the work is: a bar with rate and time left on a terminal, a line for each page elsewhere."""

    def __init__(self, language: str, weight: int) -> None:
        self._bar = self._begun(weight, language) if weight and sys.stderr.isatty() else None

    def _begun(self, weight: int, language: str) -> "Bar":
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (
            TextColumn(fill("Udgiver", {}, language)),
            BarColumn(),
            TaskProgressColumn(show_speed=True),
            TimeRemainingColumn(),
            TextColumn("{task.description}"),
        )
        # A thread that redraws the bar must not be there when processes are forked.
        bar = Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        bar.add_task("", total=weight)
        bar.start()
        return bar

    def __call__(self, path: str, weight: int) -> None:
        """Tell what was made."""
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], advance=weight, description=path)
            self._bar.refresh()
            if self._bar.finished:
                self._bar.stop()
        elif not path.startswith("assets/"):
            print(path, file=sys.stderr)


def _summary(built: Built, out: Path, seconds: float, language: str) -> None:
    print(_standards(built, language))
    values = {
        "written": len(built.written),
        "same": len(built.same),
        "removed": len(built.removed),
        "seconds": f"{seconds:.1f}".replace(".", "," if language == "da" else "."),
    }
    print(fill("Filer: {written} skrevet, {same} uændrede, {removed} fjernet ({seconds} s).", values, language))
    for each in _kinds(built):
        print(f"  {each}")
    if built.spoilt:
        said = fill(
            "Filer i build/.cache, der var beskadiget og er lavet igen: {count}.", {"count": built.spoilt}, language
        )
        print(said)
    print(fill("Begynd her: {path}", {"path": out / "index.html"}, language))


def _standards(built: Built, language: str) -> str:
    if not built.broken:
        return fill("Standarder udgivet: {done}.", {"done": built.standards}, language)
    values = {"done": built.standards, "broken": len(built.broken), "names": ", ".join(built.broken)}
    return fill("Standarder udgivet: {done}. Ikke udgivet på grund af fejl: {broken} ({names}).", values, language)


def _kinds(built: Built) -> Sequence[str]:
    every = (*built.written, *built.same)
    counts = {kind: sum(each.endswith(f".{kind}") for each in every) for kind in ("html", "pdf", "docx", "json")}
    return [f"{kind.upper()}: {count}" for kind, count in counts.items() if count]
