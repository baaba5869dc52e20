"""Workspaces for tests of the editor: the project's own standards, or a few small ones."""

import datetime as dt
from pathlib import Path

from qstd.model.edit import Edit, Put
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.workspace import Workspace
from tests.cases.corpus import HEAD, MUNICIPALITY

DAY = dt.date(2026, 11, 22)
ANNA, BO = Author("Anna", "anna1"), Author("Bo", "bo1")
REF = "lejre/stoette"
BODY = """\
sections:
  # Det her skriver vi selv.
- topic: purpose
  heading: 'Formål'   # kort
  body: |
    Hjælpen ydes efter en konkret vurdering.
    Vi ser på hele livet.
- topic: price
  heading: "Pris"
  body: Hjælpen er gratis.
"""
TEXT = HEAD + BODY


def small(folder: Path, **files: str) -> Desk:
    """The desk of a workspace of Lejre, with a standard and those given by name."""
    home = folder / "standards" / "lejre"
    home.mkdir(parents=True)
    (home / "municipality.yaml").write_text(MUNICIPALITY, "utf-8", newline="")
    for name, text in {"stoette": TEXT, **files}.items():
        (home / f"{name}.yaml").write_text(text, "utf-8", newline="")
    return Desk(Workspace(folder), lambda: DAY)


def file_of(desk: Desk, ref: str = REF) -> Path:
    """The file of a standard, there or not."""
    return desk.home.standards / f"{ref}.yaml"


def write(desk: Desk, text: str, ref: str = REF) -> None:
    """Write a standard as another program would."""
    file_of(desk, ref).write_text(text, "utf-8", newline="")


def again(desk: Desk) -> tuple[Desk, Drafts]:
    """The same workspace, as a program that is started later finds it."""
    fresh = Desk(desk.home, lambda: DAY)
    return fresh, Drafts(fresh)


BODY_OF = ("sections", 1, "body")


def put(text: str, path: tuple[str | int, ...] = BODY_OF) -> list[Edit]:
    """An edit of one field; mostly of what stands under "Pris"."""
    return [Put(path, text)]
