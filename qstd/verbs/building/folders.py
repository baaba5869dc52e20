"""A municipality's folder, read and held against what keeps a standard from being published. What else the rules find is
for `qstd check`, and for the report that the site has of each municipality.
"""

from collections.abc import Mapping
from pathlib import Path

from qstd import workspace
from qstd.site.published import publish
from qstd.verbs import corpus
from qstd.verbs.building.state import FolderState, kept
from qstd.workspace import RULES_FILE, Workspace

STOPPING = ("K",)
"""The rules whose errors keep a standard from being published: those about the file and its references."""


def read_folder(root: Path, slug: str, mark: str, files: Mapping[str, str]) -> FolderState:
    """Read all standards of a folder. `files` has the digest of each file in it by name."""
    home = Workspace(root)
    read = corpus.read(workspace.entries_in(home.standards / slug), root, only=STOPPING)
    logo = (
        next((each.municipality.logo for each in read.standards if each.standard and each.municipality.logo), "") or ""
    )
    ready = tuple(
        publish(each.standard, each.municipality, each.entry.ref, files.get(each.entry.path.name, ""))
        for each in read.standards
        if each.standard is not None
    )
    broken = tuple(each.entry.ref for each in read.standards if each.standard is None)
    # What is wrong with the file that all folders share is said once, by whoever reads the whole workspace.
    found = tuple(each for each in read.findings if not each.place.file.endswith(f"standards/{RULES_FILE}"))
    return FolderState(mark, kept(ready), broken, found, logo)
