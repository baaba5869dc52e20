"""The tools that check YAML against a schema: ajv-cli from npm, check-jsonschema and yamale from PyPI, all as processes.

ajv-cli and check-jsonschema get the JSON Schema that this project publishes; yamale has a notation of its own and gets the
same in it, as far as it can say that.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.common.child import ROOT
from bench.peers import environment

HOME = ROOT / ".venv-tools"
SCHEMA = ROOT / "schemas" / "standard.schema.json"
YAMALE = """\
schema: enum(1)
title: str(min=1)
service: regex('^[a-z0-9-]+$')
language: enum('da', 'en', required=False)
status: enum('draft', 'hearing', 'approved', 'in_force', 'withdrawn')
approval: include('approval', required=False, none=True)
sections: list(include('section'), required=False)
facts: list(map(key=str()), required=False)
waive: list(map(key=str()), required=False)
---
approval:
  date: any(day(), str(), required=False, none=True)
  body: str(required=False, none=True)
  text: str(required=False, none=True)
  effective_from: any(day(), str(), required=False, none=True)
  review_due: any(day(), str(), required=False, none=True)
section:
  topic: str(required=False, none=True)
  id: regex('^[a-z][a-z0-9_]*$', required=False, none=True)
  number: any(str(), num(), required=False, none=True)
  heading: str(required=False)
  body: str(required=False)
  use: str(required=False, none=True)
  audience: enum('everyone', 'professional', required=False)
"""


class Checker(NamedTuple):
    """One tool: its name, and the command that checks all standards below a folder."""

    name: str
    command: Sequence[str]


def checkers(folder: Path) -> tuple[list[Checker], list[str]]:
    """Return the tools that are here, made ready for the standards below `folder`, and the names of those that are not."""
    environment.set_up("checkers")
    environment.set_up_npm()
    files = sorted(map(str, folder.glob("standards/*/*.yaml")))
    standards = [each for each in files if not each.endswith("/municipality.yaml")]
    (folder / "yamale.schema").write_text(YAMALE, "utf-8")
    own = HOME / "checkers" / "bin"
    # ajv-cli takes patterns, and needs to be told that the schema may hold words that are no rules, such as `examples`.
    ajv = ["validate", "--spec=draft2020", "--strict=false", "-c", "ajv-formats", "-s", str(SCHEMA), "-d"]
    made = {
        "ajv-cli": [str(HOME / "npm" / "node_modules" / ".bin" / "ajv"), *ajv, f"{folder}/standards/*/s*.yaml"],
        "check-jsonschema": [str(own / "check-jsonschema"), "--schemafile", str(SCHEMA), *standards],
        "yamale": [str(own / "yamale"), "--no-strict", "-s", str(folder / "yamale.schema"), *standards],
    }
    there = [Checker(name, command) for name, command in made.items() if Path(command[0]).exists()]
    return there, [name for name, command in made.items() if not Path(command[0]).exists()]
