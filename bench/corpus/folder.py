"""A generated corpus as a folder of files, in which `qstd check`, `qstd diff` and `qstd build` work as in any other."""

from collections.abc import Iterable
from pathlib import Path

import yaml

from qstd import catalogue
from qstd.model.plain import plain
from qstd.model.standard import Standard

NAME = "stoette-og-kontaktperson"


class _Dumper(yaml.SafeDumper):
    """Writes bodies as blocks, and no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def as_yaml(standard: Standard) -> str:
    """Return a standard as its file would be written."""
    values = {key: each for key, each in plain(standard).items() if key != "municipality"}
    return yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=4096)


def write(standards: Iterable[Standard], folder: Path) -> None:
    """Write the standards below `folder`, each in the folder of its municipality."""
    for standard in standards:
        put(standard, folder, NAME)


def put(standard: Standard, folder: Path, name: str) -> None:
    """Write one standard under a name, and what there is to say of its municipality."""
    known = catalogue.municipalities()[standard.municipality]
    home = folder / "standards" / known.slug
    home.mkdir(parents=True, exist_ok=True)
    about = yaml.dump({"name": known.display, "code": known.code}, Dumper=_Dumper, allow_unicode=True)
    (home / "municipality.yaml").write_text(about, "utf-8")
    (home / f"{name}.yaml").write_text(as_yaml(standard), "utf-8")
