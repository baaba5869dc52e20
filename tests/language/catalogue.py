"""The translations as they should be, from the code as it is: `./dev translations` writes them, the tests hold them to it.

Danish sentences stand in the code. They are found as the first argument of the functions below, in Python and in
templates; what is already translated is kept, what is no longer said is dropped. The files hold no dates and no line
numbers, so that they change only when the words do.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from qstd.language import LANGUAGES

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "qstd" / "locale"
FUNCTIONS = {"_", "N_", "fill", "message", "say", "translate", "translator"}
Found = tuple[int, str, str, list[str]]
Header = tuple[str, str]


class Undated(Catalog):
    """A catalogue with a header that is the same every time; Babel's own tells dates and Babel's version."""

    @property
    def mime_headers(self) -> list[Header]:
        """The header: the language, and how the file is written."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def python_texts(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """Find the texts of a Python file: an extraction method of Babel. Babel's own reads tokens, and so misses
    `translator(language)("...")` and takes `_("a" if x else "b")` for "ab".
    """
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in FUNCTIONS:
            for text in _literals(node.args[0]):
                yield node.lineno, "_", text, []


def _name(function: ast.expr) -> str:
    """Return what a call calls: `say` for `view.say(...)`, `translator` for `translator(language)(...)`."""
    if isinstance(function, ast.Call):
        return "translator" if _name(function.func) == "translator" else ""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        raise ValueError(f"line {node.lineno}: an f-string cannot be translated; give it a gap and fill it")
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in LANGUAGES:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def extracted() -> dict[str, tuple[str, ...]]:
    """Return every text of the code with the files that it stands in."""
    places: dict[str, set[str]] = {}
    methods: list[tuple[str, Any]] = [
        ("qstd/**.py", python_texts),
        ("templates/**.html", "jinja2"),
        ("qstd/web/templates/**.html", "jinja2"),
    ]
    for file, _line, text, _comments, _context in extract_from_dir(
        ROOT, methods, options_map={"templates/**.html": {"silent": "false"}}, directory_filter=_is_source
    ):
        assert isinstance(text, str), f"{file}: {text}"
        places.setdefault(text, set()).add(Path(file).as_posix())
    return {text: tuple(sorted(places[text])) for text in sorted(places, key=lambda text: (text.casefold(), text))}


def _is_source(folder: str) -> bool:
    """Tell whether to look into a folder: into none but that of the code and that of the templates."""
    path = Path(folder).relative_to(ROOT)
    return path.parts[:1] in ((), ("qstd",), ("templates",)) and path.name != "__pycache__"


def po_file(language: str) -> Path:
    """The file that a translator edits."""
    return LOCALE / language / "LC_MESSAGES" / "qstd.po"


def read(language: str) -> Catalog:
    """Read the translations that there are."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def updated(language: str) -> Catalog:
    """Return the catalogue of the code as it is, with the translations that there are."""
    known, catalogue = (
        read(language),
        Undated(locale=language, header_comment=f"# qstd: Danish to {language}.", fuzzy=False),
    )
    for text, files in extracted().items():
        before = known.get(text)
        catalogue.add(
            text,
            before.string if before else "",
            locations=[(file, 0) for file in files],
            flags=set(before.flags) - {"python-brace-format"} if before else (),
            user_comments=before.user_comments if before else (),
        )
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """Return the bytes of the `.po` file."""
    out = BytesIO()
    write_po(out, catalogue, width=110, include_lineno=False)
    return out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return the bytes of the `.mo` file."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Return the texts that lack a translation or whose translation somebody has to look at."""
    return [str(each.id) for each in catalogue if each.id and (not each.string or each.fuzzy)]


def main() -> int:
    """Write the files of every language and say what lacks a translation."""
    lacking = 0
    for language in LANGUAGES[1:]:
        catalogue, path = updated(language), po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(catalogue))
        path.with_suffix(".mo").write_bytes(as_mo(catalogue))
        for text in missing(catalogue):
            sys.stderr.write(f"{path.relative_to(ROOT)}: no translation: {text}\n")
            lacking += 1
    return int(lacking > 0)


if __name__ == "__main__":
    sys.exit(main())
