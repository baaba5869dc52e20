"""A small workspace with standards to approve: two that use a shared text, and one that does not."""

import datetime as dt
from pathlib import Path

from qstd.model.fragments import effective
from qstd.model.standard import Standard
from qstd.readers import yaml_file
from qstd.verbs import approving
from qstd.verbs.approval_steps import Asked
from qstd.verbs.approving import Plan
from qstd.workspace import Workspace
from tests.cases.corpus import FILE_ONLY

TODAY = dt.date(2026, 11, 23)
DAY = dt.date(2026, 3, 2)
COUNCIL = Asked(day=DAY, body="Byrådet", status="in_force")
COMMON = """\
name: Lejre Kommune
code: "0350"
fragments:
  klage:
    body: Du kan klage inden 4 uger.
"""
TEXT = """\
# Skrevet af os selv.
schema: 1
title: Støtte
service: sel-99
status: draft   # indtil mødet
approval:
  text: 'Godkendt i 2015'  # som der stod

sections:
- topic: price
  heading: Hvad koster det?
  body: |
    Hjælpen er gratis.
    Du betaler selv for transport.
- topic: complaints
  heading: Klage
  use: klage
facts:
- kind: price
  mode: free
  evidence: {section: price, quote: Hjælpen er gratis.}
"""
ALONE = TEXT.replace("  use: klage\n", "  body: Ring til os.\n")


def small(folder: Path, **texts: str) -> Workspace:
    """Lay out a workspace of Lejre: `a` and `b` use the shared text, `c` does not; other texts by name."""
    home = folder / "standards" / "lejre"
    home.mkdir(parents=True)
    (home.parent / "rules.yaml").write_text(FILE_ONLY.replace("- {code: M,", "- {code: M001,"), "utf-8")
    (home / "municipality.yaml").write_text(COMMON, "utf-8")
    for name, text in ({"a": TEXT, "b": TEXT, "c": ALONE} | texts).items():
        (home / f"{name}.yaml").write_text(text, "utf-8", newline="")
    return Workspace(folder)


def path(home: Workspace, name: str = "a") -> Path:
    """The file of one of them."""
    return home.standards / "lejre" / f"{name}.yaml"


def plan(home: Workspace, asked: Asked = COUNCIL, word: str = "lejre/a") -> Plan:
    """Plan a step as a command at the top of the workspace does."""
    return approving.plan(word, asked, home.root, home, TODAY)


def record(text: str | bytes) -> Standard:
    """What a text says."""
    found = yaml_file.read_standard(text.encode() if isinstance(text, str) else text, "x.yaml", "lejre")
    assert found.record is not None
    assert found.whole, found.findings
    return found.record


def shown(text: str | bytes, common: str | bytes = COMMON) -> Standard:
    """A standard as readers see it."""
    municipality = yaml_file.read_municipality(common.encode() if isinstance(common, str) else common, "m").record
    assert municipality
    return effective(record(text), municipality.fragments)


def files(home: Workspace) -> dict[str, bytes]:
    """What lies in a workspace, save what the program keeps for itself."""
    return {
        each.relative_to(home.root).as_posix(): each.read_bytes()
        for each in home.root.rglob("*")
        if each.is_file() and not {".git", ".qstd"} & set(each.relative_to(home.root).parts)
    }
