"""Where a site is sent to: what somebody wrote, or `site.yaml` says, to a place that can be reached."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qstd import remote, workspace
from qstd.language import fill
from qstd.model.finding import Finding
from qstd.remote import Address, Store
from qstd.verbs.publish_words import Words, unreadable
from qstd.workspace import SITE_FILE, Workspace

USER, PASSWORD = "QSTD_PUBLISH_USER", "QSTD_PUBLISH_PASSWORD"


@dataclass(frozen=True, slots=True)
class Goal:
    """Where the site is sent: a name that may be shown, the address where it is one, and how to get there."""

    name: str
    address: Address | None
    reach: Callable[[], Store]


def configured(home: Workspace) -> tuple[str, tuple[Finding, ...]]:
    """Return where `site.yaml` says that the site goes, empty where it says nothing, and what is wrong with the file.

    Raises OSError.
    """
    path = home.standards / SITE_FILE
    if not workspace.is_file(path):
        return "", ()
    from qstd.readers.yaml_file import read_site

    source = read_site(workspace.read(path), str(path))
    return (source.record.publish or "" if source.record else ""), source.findings


def goal(text: str, root: Path, site: Path, language: str) -> Goal | Words:
    """Return the place that a text means, or why it cannot be and what to do. Folders are taken from `root`."""
    if remote.is_address(text):
        address = remote.read_address(text)
        if isinstance(address, str):
            return unreadable(address, language)
        access = remote.Access(os.environ.get(USER, ""), os.environ.get(PASSWORD, ""))
        return Goal(str(address), address, remote.connect(address, access))
    folder = root / text
    if workspace.is_within(folder, site) or workspace.is_within(site, folder):
        what = fill("Siderne kan ikke sendes til den mappe, de bygges i: {path}.", {"path": folder}, language)
        return what, fill("Vælg en mappe uden for den.", {}, language)
    if workspace.is_among_sources(Workspace(root), folder):
        what = fill("Siderne kan ikke sendes til en mappe med kilder: {path}.", {"path": folder}, language)
        return what, fill("Vælg en mappe, der ikke er til andet.", {}, language)
    return Goal(str(folder), None, lambda: remote.Folder(folder))
