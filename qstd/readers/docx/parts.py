"""The parts of a Word file: where its text is, and which parts go with it."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from qstd.model.finding import Severity
from qstd.readers.archive import Package
from qstd.readers.docx.names import transitional

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
USUAL_PLACE = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A way from a part to another part, or out into the world."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its root and its relations by their key."""

    name: str
    root: etree._Element
    relations: dict[str, Relation]


def main_part(package: Package) -> Part | None:
    """The part with the text; None where the package has none that can be read."""
    found = [relation.target for relation in relations(package, "").values() if relation.kind == "officeDocument"]
    parts = (part_of(package, name, "error") for name in dict.fromkeys([*found, USUAL_PLACE]))
    return next((part for part in parts if part is not None), None)


def part_of(package: Package, name: str, severity: Severity = "warning") -> Part | None:
    """A part by its name."""
    root = package.tree(name, severity, transitional)
    return None if root is None else Part(name, root, relations(package, name))


def relations(package: Package, name: str) -> dict[str, Relation]:
    """The relations of a part; those of the package itself where the name is empty."""
    folder, file = posixpath.split(name)
    root = package.tree(f"{folder}/_rels/{file}.rels")
    found: dict[str, Relation] = {}
    for element in () if root is None else root.iter(RELATION):
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external and not target.startswith("#"):
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        found[element.get("Id", "")] = Relation(kind, target, external)
    return found


def related(package: Package, main: Part, kind: str) -> list[Part]:
    """The parts of a kind that go with the text, each once."""
    names = dict.fromkeys(relation.target for relation in main.relations.values() if relation.kind == kind)
    return [part for name in names if (part := part_of(package, name)) is not None]
