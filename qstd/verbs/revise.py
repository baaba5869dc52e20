"""Two versions of one standard to one Revision."""

from collections.abc import Sequence

from qstd import catalogue, workspace
from qstd.compare.versions import Side, revise
from qstd.model.revision import Revision
from qstd.verbs.gather import Found


def revised(old: Found, new: Found) -> Revision:
    """Say what changed from one version to the next; what became less is measured against the law of the new one."""
    known = catalogue.service(new.standard.service)
    return revise(_side(old), _side(new), known.baseline if known else None)


def _side(found: Found) -> Side:
    return Side(found.ref, found.revision, found.standard, found.name)


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
