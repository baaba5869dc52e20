"""A small country to build again and again: two municipalities, four standards, two services, a shared text, a picture."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from qstd.model.theme import Theme
from qstd.site.choices import FORMATS, Choices
from qstd.site.steps import Made, Step
from qstd.verbs.building import Built, Hire, Order, build
from qstd.verbs.building.workers import Alone, Done, Task, Workers
from qstd.workspace import Workspace

ROOT = Path(__file__).parents[2]
QUICK = ("html", "docx", "data")  # all but PDF, which takes a second each
NO_SEARCH = ("comparisons", "reports", "booklets")
DAY = dt.date(2026, 3, 1)

STANDARD = """\
schema: 1
title: {title}
service: {service}
status: in_force
approval: {{date: 2025-01-01, body: Kommunalbestyrelsen}}
sections:
- topic: price
  heading: Hvad koster det?
  body: |
    Hjælpen er gratis.
{more}facts:
- kind: price
  mode: free
  evidence: {{section: price, quote: Hjælpen er gratis.}}
"""
SHARED = """\
- topic: contact
  heading: Hvem spørger man?
  use: kontakt
"""
MUNICIPALITY = """\
name: {name} Kommune
code: "{code}"
contact: {{phone: 12 34 56 78}}
fragments:
  kontakt: {{body: Ring til os.}}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>\n'
FILES = {
    "standards/hvidovre/municipality.yaml": MUNICIPALITY.format(name="Hvidovre", code="0167"),
    "standards/hvidovre/c.yaml": STANDARD.format(title="Ledsagelse", service="sel-97", more=""),
    "standards/lejre/municipality.yaml": MUNICIPALITY.format(name="Lejre", code="0350") + "logo: logo.svg\n",
    "standards/lejre/a.yaml": STANDARD.format(title="Ledsagelse i Lejre", service="sel-97", more=SHARED),
    "standards/lejre/b.yaml": STANDARD.format(title="Støtte", service="sel-99", more=""),
    "standards/lejre/logo.svg": LOGO,
}


def lay_out(folder: Path, files: Mapping[str, str] = FILES) -> Workspace:
    """Write the files of a workspace."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Workspace(folder)


def order(home: Workspace, day: dt.date = DAY, formats: tuple[str, ...] = QUICK, out: Path | None = None) -> Order:
    """Ask for a site of everything but the search, with dates as they are on a day."""
    return Order(home, out or home.root / "site", day, Choices(formats=formats, parts=NO_SEARCH))


def alone(themes: Mapping[str, Theme], weight: int, here: bool) -> Workers:
    """Find nobody but this process."""
    return Alone(themes)


def quiet(weight: int) -> object:
    """Tell nobody how far the work is."""
    return lambda path, weight: None


def again(asked: Order, hire: Hire = alone) -> Built:
    """Build once more."""
    return build(asked, hire, quiet)  # type: ignore[arg-type]  # a function that returns one


def read_site(out: Path) -> dict[str, bytes]:
    """Return all files of a site by path, those that are hidden among them."""
    return {each.relative_to(out).as_posix(): each.read_bytes() for each in sorted(out.rglob("*")) if each.is_file()}


class Pretending:
    """Does no work: a file holds the digest of all that it would have been made of. So a whole site is planned, put in
    place and remembered in no time, PDFs and search too.
    """

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Make files that only tell what they read."""
        return (Done(each.name, tuple(map(_pretended, each.args[0]))) for each in tasks)

    def close(self) -> None:
        """Nothing was taken."""


def _pretended(step: Step) -> Made:
    read = sha256(repr((step.paths, sorted(step.reads().items()))).encode()).hexdigest()
    paths = tuple(f"{each}{read[:8]}.bin" if each.endswith("/") else each for each in step.paths)
    return Made(tuple(f"{read} {each}".encode() for each in paths), paths=paths)


def pretending(themes: Mapping[str, Theme], weight: int, here: bool) -> Workers:
    """Find somebody who reads everything and makes nothing."""
    return Alone(themes) if here else Pretending()


def whole(home: Workspace, day: dt.date = DAY) -> Order:
    """Ask for a site with all there is, its search too."""
    return Order(home, home.root / "site", day, Choices(url="https://eksempel.dk/", formats=FORMATS))
