"""Writing a municipality's YAML files; the only door to ruamel.yaml.

A new standard is laid out here with its comments. Alignments are put into their file and taken out of it; all that
stands around them, comments and order, stays. (Changing one field of a standard comes with the editor.)
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import count
from typing import Any

from qstd.yaml_source import parse


@dataclass(frozen=True, slots=True)
class NewSection:
    """A section of a new standard: its topic, the heading that municipalities use most, and what belongs in it."""

    topic: str
    heading: str
    about: str
    required: bool


def new_standard(title: str, service: str, sections: Sequence[NewSection], head: str) -> str:
    """Return the text of a new standard: every section with heading and comment, empty bodies to be filled in."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    root = CommentedMap(schema=1, title=title, service=service, language="da", status="draft")
    root.yaml_set_comment_before_after_key("status", before=_STATUS)
    rows = CommentedSeq()
    for number, each in enumerate(sections, 1):
        count, body = DoubleQuotedScalarString(str(number)), LiteralScalarString(f"{_HERE}\n")
        rows.append(CommentedMap(topic=each.topic, number=count, heading=each.heading, body=body))
        rows.yaml_set_comment_before_after_key(number - 1, before=_about(each), indent=0)
    root["sections"] = rows
    root.yaml_set_comment_before_after_key("sections", before=_SECTIONS)
    root["facts"] = CommentedSeq()
    root.yaml_set_comment_before_after_key("facts", before=_FACTS)
    return head + _dump(root).replace(_HERE, "")


def new_municipality(name: str, code: str) -> str:
    """Return the text of a new municipality.yaml."""
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    root = CommentedMap(name=name, code=DoubleQuotedScalarString(code))
    return _MUNICIPALITY_HEAD + _dump(root) + _MUNICIPALITY_MORE


def _about(section: NewSection) -> str:
    wanted = " Reglerne kræver dette afsnit." if section.required else ""
    return f"\n{section.about}{wanted}"


# ---------- Alignments ----------


def with_alignment(text: str, at: int | None, entry: Mapping[str, str]) -> str:
    """Return the text of an alignments file with an entry: in place of the one of number `at`, or, where that is None, as
    the last one. `text` is empty where there is no file yet.
    """
    spans = _entries(text)
    if at is None and spans:
        _, end, indent = spans[-1]
        lines = text.split("\n")
        own = [" " * indent + line for line in _dump([dict(entry)]).rstrip("\n").split("\n")]
        return "\n".join([*lines[:end], *own, *(lines[end:] or [""])])
    return _changed(text, at, entry)


def without_alignment(text: str, at: int) -> str:
    """Return the text of an alignments file without the entry of number `at`; comments around it stay."""
    spans = _entries(text)
    if not spans:
        return _changed(text, at, {})
    lines = text.split("\n")
    if len(spans) == 1:
        head = parse(text.encode()).places[("alignments",)].line - 1
        lines[head] = re.sub(r"alignments(['\"]?)\s*:", r"alignments\1: []", lines[head], count=1)
    start, end, _ = spans[at]
    return "\n".join(lines[:start] + lines[end:])


def _entries(text: str) -> list[tuple[int, int, int]]:
    """Return the lines that each entry has for itself, and how far in it stands; nothing where two share a line."""
    lines = text.split("\n")
    places = parse(text.encode()).places
    found: list[tuple[int, int, int]] = []
    for number in count():
        if ("alignments", number) not in places:
            return found
        mark = places[("alignments", number)]
        start = mark.line - 1
        if not lines[start][: mark.column - 1].strip():  # the dash stands on a line of its own
            start -= 1
        indent = len(lines[start]) - len(lines[start].lstrip(" "))
        if lines[start][indent : mark.column - 1].strip() != "-" and lines[start].strip() != "-":
            return []
        found.append((start, _end(lines, start + 1, indent), indent))
    return found


def _end(lines: Sequence[str], at: int, indent: int) -> int:
    """Return where an entry ends whose dash stands `indent` in; a comment as far out as that is about what follows."""
    end = at
    while at < len(lines):
        far = len(lines[at]) - len(lines[at].lstrip(" "))
        if lines[at].strip() and far > indent:
            end = at + 1
        elif lines[at].strip() and not lines[at].lstrip().startswith("#"):
            break
        at += 1
    return end


def _changed(text: str, at: int | None, entry: Mapping[str, str]) -> str:
    """Change an entry in its place; one that shares a line with others, or is the first, is put in or taken out."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    yaml = _round_trip(text)
    root = yaml.load(text)
    if not isinstance(root, dict):
        text += _ALIGNMENTS_HEAD + "schema: 1\nalignments: []\n"
        root = yaml.load(text)
    if root.get("alignments") is None:
        root["alignments"] = CommentedSeq()
    entries = root["alignments"]
    if at is None:
        if not entries:
            entries.fa.set_block_style()
        entries.append(CommentedMap(entry))
    elif not entry:
        del entries[at]
    else:
        for key in [each for each in entries[at] if each not in entry]:
            del entries[at][key]
        entries[at].update(entry)
    out = StringIO()
    yaml.dump(root, out)
    return out.getvalue()


def _round_trip(text: str) -> Any:
    """Return a reader and writer that keeps quotes, and lists as far in as this text has them."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    indent = re.search(r"^( *)- ", text, re.MULTILINE)
    offset = len(indent[1]) if indent else 0
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _dump(root: Any) -> str:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=2, offset=0)
    out = StringIO()
    yaml.dump(root, out)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


# Stands where the text of a section goes, so that its literal block is laid out; taken out again.
_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"
_STATUS = "draft (kladde), hearing (høring), approved (godkendt), in_force (gældende) eller withdrawn (ophævet)"
_SECTIONS = """
Når standarden er godkendt, skrives det her:
approval:
  date: 2026-01-31
  body: Byrådet
  text: Godkendt af Byrådet den 31. januar 2026

Afsnittene i kommunens egen rækkefølge. Slet dem, I ikke bruger, og skriv jeres egne overskrifter og numre.
Skriv teksten under »body: |«, rykket fire mellemrum ind, én sætning pr. linje.
"- " laver en liste, "### " en underoverskrift, **ord** fed skrift."""
_FACTS = """
Oplysninger, der kan sammenlignes. Hver har det citat i teksten, den bygger på. Slet [] og skriv for eksempel:
- kind: age
  min: 18
  evidence: {section: target_group, quote: borgere over 18 år}"""
_ALIGNMENTS_HEAD = """\
# yaml-language-server: $schema=../schemas/alignments.schema.json
# Par af afsnit, som nogen har sagt god for (confirmed) eller afvist (rejected). Skrives med »qstd align«.
"""
_MUNICIPALITY_HEAD = "# yaml-language-server: $schema=../../schemas/municipality.schema.json\n"
_MUNICIPALITY_MORE = """\
# contact:
#   phone: 12 34 56 78
#   mail: kommunen@eksempel.dk
# colours:
#   brand: "#3d4a55"
#   brand_dark: "#8b98a4"
# logo: logo.svg
# Tekster, som flere standarder deler, og som et afsnit henter med »use: klage«:
# fragments:
#   klage:
#     body: |
#       Du kan klage over kommunens afgørelse.
"""
