"""A standard, its Word file in either layout, LibreOffice to edit that, and the merge of what comes back."""

import difflib
import json
import subprocess
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from qstd import workspace
from qstd.merge import Choice
from qstd.model.fragments import effective
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard
from qstd.present.standard import standard_document
from qstd.present.standard_table import tabled
from qstd.present.word_base import with_base
from qstd.readers.yaml_file import read_municipality, read_standard
from qstd.verbs.word_merge import Plan, plan
from qstd.verbs.word_merge_base import Present
from qstd.writers import docx
from tests.checkers import require, soffice_profile

HERE = Path(__file__).parent
REF = "lejre/stoette"
STANDARD = (HERE / "stoette.yaml").read_text("utf-8")
COMMON = (HERE / "municipality.yaml").read_text("utf-8")
SYSTEM_PYTHON = Path("/usr/bin/python3")
Layout = Literal["sections", "table"]
LAYOUTS: tuple[Layout, Layout] = ("sections", "table")


def standard_of(text: str, ref: str = REF) -> Standard:
    """The record of a file that is right."""
    record = read_standard(text.encode(), ref, ref.partition("/")[0]).record
    assert record is not None
    return record


def word_file(text: str = STANDARD, common: str = COMMON, layout: Layout = "sections", ref: str = REF) -> bytes:
    """The Word file of a standard."""
    municipality = read_municipality(common.encode(), "").record or Municipality(name="Kommune", code="0000")
    return word_file_of(standard_of(text, ref), municipality, layout, ref)


def word_file_of(standard: Standard, municipality: Municipality, layout: Layout = "sections", ref: str = REF) -> bytes:
    """The Word file of the record of a standard."""
    shown = effective(standard, municipality.fragments)
    document = with_base(standard_document(shown, municipality, ref), shown, municipality.fragments, ref)
    return docx.write(tabled(document) if layout == "table" else document, workspace.theme(None))


def merged(
    data: bytes,
    text: str = STANDARD,
    common: str = COMMON,
    choices: Mapping[str, Choice] | None = None,
    accepted: Collection[str] | None = None,
    **present: Any,
) -> Plan:
    """The plan of merging a Word file."""
    present.setdefault("users", {"klage": ("lejre/ledsagelse", REF)})
    return plan(data, "fil.docx", Present(present.pop("ref", REF), text, common, **present), choices, accepted)


def difference(old: str, new: str | None) -> list[str]:
    """The lines that differ between two texts."""
    assert new is not None
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm=""))[2:]
    return [each for each in lines if not each.startswith("@@")]


@dataclass(frozen=True)
class Job:
    """A Word file and what is done with it in LibreOffice; `tracked` is who does it, if changes are noted."""

    data: bytes
    steps: Sequence[Sequence[str]] = ()
    tracked: str = ""


def through_office(jobs: Mapping[Any, Job], folder: Path) -> dict[Any, bytes]:
    """The Word files as LibreOffice saves them, all edited at one start."""
    require("soffice")
    if subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("python3-uno is missing; `./dev test` installs it")
    orders, targets = [], {}
    for number, (key, job) in enumerate(jobs.items()):
        source, targets[key] = folder / f"{number}.docx", folder / f"{number}.saved.docx"
        source.write_bytes(job.data)
        order = {"source": str(source), "target": str(targets[key]), "tracked": job.tracked, "steps": job.steps}
        orders.append(order)
    told = json.dumps({"profile": str(soffice_profile()), "jobs": orders}, default=list)
    done = subprocess.run(
        [SYSTEM_PYTHON, HERE / "office.py"], input=told, text=True, capture_output=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    return {key: target.read_bytes() for key, target in targets.items()}
