"""`qstd diff`: standards beside each other."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from qstd import workspace
from qstd.cli import place
from qstd.language import fill
from qstd.model.comparison import Comparison

FORMATS = ("terminal", "html", "json")


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "what",
        nargs="+",
        metavar="STANDARD",
        help="to eller flere: kommune/navn, en fil, eller law/sel-99 for lovens egne ord",
    )
    parser.add_argument("--format", choices=FORMATS, default="terminal", help="terminal, html eller json")
    parser.add_argument("-o", "--output", type=Path, metavar="FIL", help="skriv til en fil i stedet for på skærmen")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Compare standards and print or write the result."""
    from qstd.verbs.compare import compared

    language = arguments.lang
    comparison, findings = compared(arguments.what, Path.cwd(), place.home())
    if findings:
        print(place.as_text(findings, language), file=sys.stderr)
    if any(each.code == "R404" for each in findings):
        return 2
    if comparison is None and any(each.severity == "error" for each in findings):
        place.complain(fill("Der kan ikke sammenlignes, før fejlene er rettet.", {}, language), language=language)
        return 1
    if comparison is None:
        what = fill("Der skal mindst to standarder til en sammenligning.", {}, language)
        place.complain(what, fill("Loven tæller med: law/sel-99.", {}, language), language)
        return 2
    _put(_rendered(comparison, arguments), arguments.output, language)
    return 0


def _rendered(comparison: Comparison, arguments: Namespace) -> bytes:
    if arguments.format == "json":
        from qstd.site.data import comparison_data

        return comparison_data(comparison, arguments.lang)
    from qstd.present.comparison import comparison_document

    document = comparison_document(comparison, arguments.lang)
    if arguments.format == "html":
        from qstd.writers import html

        return html.write(document, html.Page(standalone=True, language=arguments.lang), workspace.theme(place.home()))
    from qstd.writers import terminal

    on_screen = arguments.output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_screen else 100
    return terminal.write(document, width, on_screen).encode()


def _put(data: bytes, path: Path | None, language: str) -> None:
    if path is None:
        sys.stdout.buffer.write(data)
        return
    workspace.write(path, data)
    print(fill("Skrevet: {path}", {"path": path}, language), file=sys.stderr)
