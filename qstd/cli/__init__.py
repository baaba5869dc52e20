"""The command line: the only part that prints and exits. Each command is a module here, loaded when it is called.

Exit codes: 0 all well or only warnings, 1 errors in the files, 2 the command was not understood.
Data goes to standard output, everything about the run to standard error.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

from qstd import __version__

COMMANDS = {
    "check": "Tjek standarder, og vis alt, hvad der er galt.",
    "diff": "Læg to eller flere standarder ved siden af hinanden, eller ved siden af loven.",
    "align": "Sig, at to afsnit handler om det samme, eller at de ikke gør.",
    "build": "Udgiv alle standarder som hjemmeside, PDF og Word.",
    "publish": "Send siderne derhen, hvor borgerne læser dem: kun det, der er ændret.",
    "save": "Gem en standard i historikken, som den er nu, og sig, hvad der er ændret.",
    "log": "Vis en standards udgaver, og hvilken der gælder.",
    "approve": "Send en standard i høring, godkend den, sæt den i kraft, eller ophæv den.",
    "wheel": "Vis, hvad der skal tages op, høres og godkendes hvornår; også som kalender.",
    "hearing": "Send en standard ud til høring, læs svarene ind, og skriv høringsnotatet.",
    "package": "Saml det, et udvalg skal bruge: ændringsnotat, tekst med ændringer, sammenligning og høringsnotat.",
    "merge": "Flet en Word-fil, som nogen har rettet i, ind i den standard, den er lavet af.",
    "new": "Begynd på en ny standard.",
    "import": "Gør en Word-fil, en PDF, en webside eller en tekst til en standard.",
    "serve": "Åbn editoren i browseren: skriv, sammenlign og udgiv.",
    "confirm": "Se de oplysninger efter, som en import foreslår, og sig god for dem.",
    "schema": "Lav de skemaer, der hjælper, mens man skriver i en editor.",
}


_MODULES = {"import": "importing"}  # Python keeps the word for itself


class _Formatter(argparse.HelpFormatter):
    """argparse's own layout; told the width, it need not load what finds it out."""

    def __init__(self, prog: str) -> None:
        try:
            width = os.get_terminal_size().columns
        except OSError:
            width = 100
        super().__init__(prog, width=min(max(width, 40), 110) - 2)


class _Parser(argparse.ArgumentParser):
    """argparse with its few fixed words in Danish."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=_Formatter)

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, and stop."""
        self.exit(2, f"fejl: {_danish(message)}\nhjælp: {self.prog} --help\n")

    def format_help(self) -> str:
        """Return the help with Danish headings."""
        text = super().format_help()
        for english, danish in _HEADINGS.items():
            text = text.replace(english, danish)
        return text


_HEADINGS = {
    "usage: ": "brug: ",
    "positional arguments:": "kommandoer og felter:",
    "options:": "valg:",
    "show this help message and exit": "vis denne hjælp",
    "show program's version number and exit": "vis versionen",
}
_ARGPARSE = (
    ("the following arguments are required: ", "der mangler: "),
    ("unrecognized arguments: ", "ikke forstået: "),
    ("invalid choice: ", "findes ikke: "),
    ("(choose from ", "(vælg mellem "),
    ("expected one argument", "skal have en værdi"),
    ("expected at least one argument", "skal have mindst én værdi"),
    ("not allowed with argument ", "kan ikke bruges sammen med "),
    ("argument ", ""),
)


def _danish(message: str) -> str:
    for english, danish in _ARGPARSE:
        message = message.replace(english, danish)
    return message


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line. Commands fill in their own options when they are named."""
    top = _Parser(prog="qstd", description="Kvalitetsstandarder: skriv, tjek, sammenlign og udgiv.")
    top.add_argument("--version", action="version", version=f"qstd {__version__}")
    commands = top.add_subparsers(dest="command", metavar="KOMMANDO", required=True, parser_class=_Parser)
    for name, about in COMMANDS.items():
        commands.add_parser(name, help=about, description=about)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    named = next((each for each in words if not each.startswith("-")), "")
    if named not in COMMANDS:
        parser().parse_args(words)
        return 2
    try:
        command = import_module(f"qstd.cli.{_MODULES.get(named, named)}")
        one = _Parser(prog=f"qstd {named}", description=COMMANDS[named])
        command.options(one)
        words.remove(named)
        return _run(command.run, one.parse_args(words))
    except KeyboardInterrupt:  # so early that not even the words for it are loaded
        return 130


def _run(run: Callable[[argparse.Namespace], int], chosen: argparse.Namespace) -> int:
    """Run a command; what the disk refuses, or a template that is faulty, is told and is no traceback."""
    from qstd.model.theme import ThemeError

    language = getattr(chosen, "lang", "da")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no æ shows something all the same
    try:
        code = run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        from qstd.language import fill

        print(fill("afbrudt", {}, language), file=sys.stderr)
        return 130
    except (OSError, ThemeError) as error:
        from qstd.cli import place

        place.refused(error, language)
        return 1
    return code
