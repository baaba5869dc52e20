"""The tools: difflib, git, and, where they are installed, lxml, xmldiff, DeepDiff and python-redlines.

Each gets the standard as it likes it best, made beforehand: words, a page, XML, plain values, a Word file, text files.
"""

import difflib
import io
import itertools
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bench.peers import Peer, environment
from bench.peers.floor import Interner, whole
from qstd import prose
from qstd.model.plain import plain
from qstd.model.standard import Standard


def tools(folder: Path) -> tuple[list[Peer], list[str]]:
    """Return the tools that are here, and the names of those that are not. `folder` takes the files that some need."""
    environment.set_up()
    makers: dict[str, Callable[[], Peer]] = {"lxml": lxml, "xmldiff": xmldiff, "deepdiff": deepdiff}
    found = [difflib_whole(), difflib_sections()]
    found += [make() for name, make in makers.items() if find_spec(name)]
    missing = [name for name in makers if not find_spec(name)]
    if shutil.which("git"):
        found.append(git(folder))
    if find_spec("python_redlines"):
        found.append(redlines(folder))
    else:
        missing.append("python-redlines")
    return found, missing


def difflib_whole() -> Peer:
    """The words of the whole text."""
    interner = Interner()
    return Peer("difflib, whole text", lambda standard: whole(interner.words(standard)), _matched)


def difflib_sections() -> Peer:
    """Section by section, paired by key."""

    def compare(old: dict[str, list[int]], new: dict[str, list[int]]) -> object:
        return [_matched(words, new[key]) for key, words in old.items() if key in new]

    return Peer("difflib, per section", Interner().words, compare)


def _matched(old: list[int], new: list[int]) -> object:
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def lxml() -> Peer:
    """Pages with changes marked."""
    return Peer("lxml.html.diff", html, import_module("lxml.html.diff").htmldiff)


def xmldiff() -> Peer:
    """A list of edits of a tree."""
    return Peer("xmldiff", html, import_module("xmldiff.main").diff_texts)


def deepdiff() -> Peer:
    """What differs between two mappings."""
    return Peer("DeepDiff", plain, import_module("deepdiff").DeepDiff)


def git(folder: Path) -> Peer:
    """A process that compares two files, one sentence a line."""
    numbers = itertools.count()
    command = ["git", "--no-pager", "diff", "--no-index", "--word-diff", "--"]

    def prepare(standard: Standard) -> str:
        path = folder / f"{next(numbers)}.md"
        path.write_text("\n\n".join(f"## {each.heading}\n\n{each.body}" for each in standard.sections), "utf-8")
        return str(path)

    def compare(old: str, new: str) -> object:
        return subprocess.run([*command, old, new], cwd=folder, capture_output=True, check=False)

    return Peer("git diff --word-diff (a process)", prepare, compare)


def redlines(folder: Path) -> Peer:
    """A Word file with tracked changes."""
    engine = import_module("python_redlines.engines").DocxodusEngine(str(folder / "redlines"))
    return Peer("python-redlines (a process)", word_file, lambda old, new: engine.run_redline("qstd", old, new))


# ---- standards as the tools like them


def html(standard: Standard) -> str:
    """Return a standard as simple markup, which is XML too."""
    parts = [f"<h1>{escape(standard.title)}</h1>"]
    for section in standard.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts += [f"<p>{escape(each)}</p>" for each in _texts(section.body)]
    return f"<div>{''.join(parts)}</div>"


def word_file(standard: Standard) -> bytes:
    """Return a standard as a Word file."""
    import docx

    file = docx.Document()
    file.add_heading(standard.title, 1)
    for section in standard.sections:
        file.add_heading(section.heading, 2)
        for each in _texts(section.body):
            file.add_paragraph(each)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def _texts(body: str) -> Iterator[str]:
    return prose.block_texts(prose.blocks(body))
