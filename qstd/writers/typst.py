"""Documents as PDF by Typst: the second press, which needs no library of the system; the only door to it.

The document goes in as data (JSON) and the theme's `typst/*.typ` lay it out, so that no word of a standard is ever read
as code. Fonts come from the theme only. Typst's warnings are errors here: it would print with another font.
"""

import importlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from qstd.language import Translate, translator
from qstd.model.attachment import Attachment
from qstd.model.document import Block, Document, Heading, Note, Paragraph
from qstd.model.theme import Theme, ThemeError
from qstd.writers.html import primary
from qstd.writers.pdf_characters import REPLACEMENT, Printed, substitutes, unshown
from qstd.writers.pdf_dates import day
from qstd.writers.pdf_outline import anchors, without_gaps
from qstd.writers.references import references
from qstd.writers.typst_blocks import blocks
from qstd.writers.typst_inlines import MAY_BREAK, Data, Setting

# Typst reads from the disk below its root, and would fetch packages; both are closed to a template.
_ROOT = Path(__file__).with_name("typst_root")
_FETCHES = re.compile(r"\b(?:import|include)\b(?!\s+\"[\w./-]+\")")
N_ = str  # marks a Danish text that is translated where it is shown
_STANDARDS = ["a-3a", "ua-1"]
_NO_BRAND = "#3d4a55"
_TOGETHER, _REMEMBERS = 16, 11  # papers
# Values that lead somewhere, and are not shown.
_UNSHOWN = ("k", "r", "id", "ids", "to")


def write(document: Document, theme: Theme, source: Attachment | None = None) -> bytes:
    """Write a document as PDF (PDF/UA-1 and PDF/A-3a), with the file it was made from inside it. Characters that the fonts
    lack are shown as ◊. Raises ThemeError where a template is faulty.
    """
    return printed(document, theme, source).data


def printed(document: Document, theme: Theme, source: Attachment | None = None) -> Printed:
    """Do what `write` does, and tell which characters are shown as ◊ because the fonts lack them."""
    press = _press(tuple(theme.assets.items()))
    data = _data(document, source) | {"fonts": press.families}
    text = _dumped(data)
    instead = substitutes(text, theme) | {ord(MAY_BREAK): MAY_BREAK}
    if len(instead) > 1 or _ESCAPED.search(text):
        text = _dumped(_shown(data, _CONTROLS | instead))
    files = press.files | {"attachment": source.data if source else b""}
    try:
        written = press.pdf(files, text, int(day(document.date).timestamp()))
    except ThemeError as error:
        raise theme.located(error) from error
    return Printed(written, unshown(chr(each) for each, shown in instead.items() if shown == REPLACEMENT))


def missing_library() -> str:
    """Return why Typst does not run here. Empty where it runs."""
    try:
        importlib.import_module("typst")
    except (OSError, ImportError) as error:
        return str(error).partition("\n")[0]
    return ""


# In a text these are spaces at most.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "") | dict.fromkeys(map(ord, "\t\n\r"), " ")
# How JSON writes control characters.
_ESCAPED = re.compile(r"\\[nrtbfu]")


def _dumped(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False)


def _shown(value: Any, instead: Mapping[int, str]) -> Any:
    """Return data with what can be shown instead of what cannot."""
    if isinstance(value, str):
        return value.translate(instead)
    if isinstance(value, dict):
        return {key: each if key in _UNSHOWN else _shown(each, instead) for key, each in value.items()}
    return [_shown(each, instead) for each in value] if isinstance(value, (list, tuple)) else value


def _data(document: Document, source: Attachment | None) -> Data:
    """Return all that the templates are told."""
    translate = translator(document.around or primary(document.language))
    # A place that is there twice is none.
    setting = Setting(
        frozenset(name for name, times in Counter(anchors(document.blocks)).items() if times == 1),
        booklet=document.kind == "booklet",
    )
    values = without_gaps(document.blocks)
    head = tuple(takewhile(partial(_opens, kind=document.kind), values))
    language, _, region = document.language.partition("-")
    made = day(document.date)
    return {
        "title": document.title,
        "short": document.short_title or document.title,
        "author": [document.author] if document.author else [],
        "description": document.subject or document.description,
        "language": language,
        "region": region or None,
        "date": [made.year, made.month, made.day],
        "who": document.brand.name or document.author,
        "brand": document.brand.colour if re.fullmatch("#[0-9a-fA-F]{6}", document.brand.colour) else _NO_BRAND,
        "landscape": document.kind in ("comparison", "review"),
        "page": translate("Side"),
        "of": translate("af"),
        "head": blocks(head, setting),
        "blocks": blocks(values[len(head) :], setting),
        "contents": translate("Indhold") if setting.booklet else None,
        "references_title": translate("Henvisninger"),
        "references": references(document.blocks, translate),
        "foot": None
        if document.kind == "report"
        else translate(
            "Standardens ord er gengivet, som kommunen har skrevet dem. Korte sammenfatninger er skrevet ud fra de samme"
            " sætninger og henviser til dem."
        ),
        "legend": _legend(translate) if document.kind == "comparison" else [],
        "attachment": {"name": source.name, "description": source.description} if source else None,
    }


def _legend(translate: Translate) -> list[Data]:
    words = {
        "stated": translate("Oplyst"),
        "none": translate("Oplyst som »ingen«"),
        "empty": translate("Overskrift uden tekst"),
        "absent": translate("Ikke oplyst, intet afsnit"),
    }
    return [{"k": state, "c": [said]} for state, said in words.items()]


def _opens(block: Block, kind: str) -> bool:
    """Tell whether a block belongs to the head of the paper; of a standard also whether it holds and what is new."""
    return (
        (isinstance(block, Heading) and block.level == 1)
        or (isinstance(block, Paragraph) and block.kind in ("lead", "meta"))
        or (kind == "standard" and isinstance(block, Note) and block.kind == "info")
    )


# ---------- The press ----------


@dataclass(frozen=True, slots=True)
class _Press:
    """What every PDF of a theme shares: the templates, and the fonts, which are read once."""

    typst: Any
    files: dict[str, bytes]
    fonts: Any
    families: list[str]
    made: Iterator[int] = field(default_factory=partial(count, 1))

    def pdf(self, files: Mapping[str, bytes], document: str, moment: int) -> bytes:
        """Lay a document out."""
        try:
            written, warnings = self.typst.compile_with_warnings(
                dict(files),
                root=_ROOT,
                format="pdf",
                font_paths=self.fonts,
                ignore_system_fonts=True,
                sys_inputs={"document": document},
                pdf_standards=_STANDARDS,
                timestamp=moment,
            )
        except self.typst.TypstError as error:
            raise _fault(error) from error
        if warnings:
            raise _fault(warnings[0])
        if next(self.made) % _TOGETHER == 0:
            self.forget()
        whole: bytes = written
        return whole

    def forget(self) -> None:
        """Let Typst forget what it has laid out. It keeps that for so many papers more and looks through all of it for each,
        a tenth of the time, though hardly anything of one paper comes in the next.
        """
        for _ in range(_REMEMBERS):
            self.typst.compile(b"", root=_ROOT, format="svg", font_paths=self.fonts, ignore_system_fonts=True)


def _fault(complaint: Any) -> ThemeError:
    """Return what is wrong as a fault of a template."""
    found = re.search(r"([\w-]+\.typ):(\d+)", complaint.diagnostic or "")
    place = f"typst/{found[1]}:{found[2]}".replace("/main.typ:", "/page.typ:") if found else "typst/page.typ"
    return ThemeError(f"templates/{place}", "; ".join([complaint.message.partition("\n")[0], *complaint.hints]))


@lru_cache(maxsize=4)
def _press(assets: tuple[tuple[str, bytes], ...]) -> _Press:
    """Typst reads fonts from a folder only. It keeps those that it has used, and then the folder can go."""
    import typst

    templates = {name.removeprefix("typst/"): data for name, data in assets if name.endswith(".typ")}
    for name, data in templates.items():
        _refuse_packages(name, data)
    files = {"main.typ" if name == "page.typ" else name: data for name, data in templates.items()}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in assets:
            if name.startswith("fonts/") and name.endswith(".ttf"):
                (Path(folder) / name.rpartition("/")[2]).write_bytes(data)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        press = _Press(typst, files, fonts, sorted(fonts.families()))
        _use_every_font(press)
    return press


def _refuse_packages(name: str, template: bytes) -> None:
    """A template may take in the files beside it, by their names."""
    text = template.decode(errors="replace")
    if found := _FETCHES.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ThemeError(f"templates/typst/{name}:{line}", N_("skabelonen kan kun hente filer i sin egen mappe"))


def _use_every_font(press: _Press) -> None:
    uses = "\n".join(
        f"#text(font: {json.dumps(each.family)}, style: {json.dumps(each.style)}, weight: {each.weight})[a]"
        for each in press.fonts.fonts()
    )
    press.typst.compile(uses.encode(), root=_ROOT, format="svg", font_paths=press.fonts, ignore_system_fonts=True)
