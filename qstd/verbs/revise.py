"""Two versions of one standard to one Revision."""

from collections.abc import Iterator, Sequence

from qstd import catalogue, workspace
from qstd.compare.versions import Side, revise
from qstd.model.document import Document
from qstd.model.finding import Finding, Place, message
from qstd.model.revision import Revision
from qstd.readers import yaml_file
from qstd.verbs.gather import Found
from qstd.workspace import MUNICIPALITY_FILE


def revised(old: Found, new: Found) -> Revision:
    """Say what changed from one version to the next; what became less is measured against the law of the new one."""
    known = catalogue.service(new.standard.service)
    return revise(_side(old), _side(new), known.baseline if known else None)


def _side(found: Found) -> Side:
    return Side(found.ref, found.revision, found.standard, found.name)


def with_base(found: Found, document: Document) -> Document:
    """Return a document with the text of a standard as one that can come back from Word."""
    from qstd.present import word_base

    beside = found.path.parent / MUNICIPALITY_FILE if found.path else None
    common = workspace.read(beside) if beside and workspace.is_file(beside) else b""
    municipality = yaml_file.read_municipality(common, "").record if common else None
    return word_base.with_base(document, found.standard, municipality.fragments if municipality else {}, found.ref)


def are_versions(found: Sequence[Found]) -> bool:
    """Tell whether these are two versions of one standard: one name, or one municipality and service. Of two files that
    lie in no workspace nobody knows whose they are; they are taken for versions if they are of one service.
    """
    if len(found) != 2 or any(each.is_law for each in found):
        return False
    old, new = found
    if old.ref == new.ref:
        return True
    one_owner = old.standard.municipality == new.standard.municipality
    loose = not any(each.path and workspace.is_published(each.path) for each in found)
    return old.standard.service == new.standard.service and (one_owner or loose)


def strangers(found: Sequence[Found]) -> Iterator[Finding]:
    """Warn where two municipalities' standards are shown as versions of one."""
    names = list(dict.fromkeys(each.name for each in found if each.path and workspace.is_published(each.path)))
    if len(names) > 1:
        what = message(
            "Det er ikke to udgaver af én standard: den ene er fra {one}, den anden fra {other}.",
            one=names[0],
            other=names[1],
        )
        hint = message("»Gammel« og »ny« betyder her kun den første og den anden. Side om side: --columns.")
        yield Finding("R415", "warning", what, Place(found[0].address), hint)
