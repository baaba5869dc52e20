"""Starting: a new standard with the sections that its provision asks for, and the schemas that help to write it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from qstd import catalogue, workspace
from qstd.catalogue import Service
from qstd.edits.new import NewSection, new_municipality, new_standard
from qstd.exports import schema
from qstd.exports.comparison_schema import comparison_schema
from qstd.exports.revision_schema import revision_schema
from qstd.present.quantities import lower_first
from qstd.workspace import MUNICIPALITY_FILE, Workspace

_HEAD = """\
# yaml-language-server: $schema=../../schemas/standard.schema.json
# {name}
# {summary}
# Se fejl og mangler med: qstd check {ref}
"""


def new(home: Workspace, ref: str, service: Service) -> tuple[Path, ...]:
    """Write a new standard, and what its folder lacks: municipality.yaml and the schemas. Return the files written.

    Raises FileExistsError where the standard is there already.
    """
    slug, _, name = ref.partition("/")
    path = home.standards / slug / f"{name}.yaml"
    if workspace.exists(path):
        raise FileExistsError(path)
    wanted = {path: template(ref, service)} | beside(home, slug)
    missing = {each: data for each, data in wanted.items() if not workspace.exists(each)}
    for each, data in missing.items():
        workspace.write(each, data)
    return tuple(missing)


def beside(home: Workspace, municipality: str) -> dict[Path, bytes]:
    """Return the files, by path, that a standard of a municipality needs beside it: its municipality.yaml, the schemas."""
    schemas = {home.root / "schemas" / file: data for file, data in editor_schemas().items()}
    return {home.standards / municipality / MUNICIPALITY_FILE: _municipality(municipality)} | schemas


def schemas() -> dict[str, bytes]:
    """Return the schema files by name: those of the files that people write, and those of the data that programs read."""
    return editor_schemas() | {
        "comparison.schema.json": comparison_schema(),
        "revision.schema.json": revision_schema(),
    }


def editor_schemas() -> dict[str, bytes]:
    """Return the schemas that help to write the files of a workspace."""
    words = vocabularies()
    return {f"{name}.schema.json": schema.schema(name, words) for name in schema.NAMES}


def vocabularies() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the words of the catalogue with their meaning, by the field that takes them."""
    services = [(key, catalogue.service(key)) for key in catalogue.service_keys()]
    return {
        "topic": [(each.key, f"{each.label['da']}. {each.definition['da']}") for each in catalogue.topics().values()],
        "service": [(key, each.name["da"]) for key, each in services if each],
        "act": [(each.key, each.title) for each in catalogue.acts().values()],
        "groups": [(each.key, each.label["da"]) for each in catalogue.groups().values()],
    }


def template(ref: str, service: Service) -> bytes:
    """Return a new standard with the sections that its provision asks for, each empty and with what belongs in it."""
    topics = catalogue.topics()
    sections = [
        NewSection(key, topics[key].label["da"], topics[key].definition["da"], key in service.required)
        for key in service.topics
    ]
    head = _HEAD.format(name=service.name["da"], summary=service.summary["da"], ref=ref)
    return new_standard(
        f"Kvalitetsstandard for {lower_first(service.name['da'])}", service.key, sections, head
    ).encode()


def _municipality(slug: str) -> bytes:
    known = catalogue.municipality(slug)
    return new_municipality(known.display if known else slug, known.code if known else "0000").encode()
