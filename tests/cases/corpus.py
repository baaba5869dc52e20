"""A case as files on a disk, read and checked as the program does it."""

from collections.abc import Mapping
from pathlib import Path

from qstd import lint
from qstd.model.finding import Finding
from qstd.verbs.corpus import Corpus, read
from qstd.workspace import find

HEAD = "schema: 1\ntitle: Støtte\nservice: sel-99\nstatus: draft\n"
MUNICIPALITY = 'name: Lejre Kommune\ncode: "0350"\n'
FOLDER = "standards/lejre"
FILE_ONLY = "schema: 1\nrules:\n" + "".join(
    f"- {{code: {each}, severity: 'off', reason: prøve}}\n" for each in lint.OF_CONTENT
)
"""A `rules.yaml` that switches off the rules about what a standard says: small cases lack most of what law asks for."""


def corpus(
    folder: Path, standard: str, municipality: str = "", content: bool = False, others: Mapping[str, str] | None = None
) -> Corpus:
    """Read a standard of Lejre; what every standard must have is added below it where it has nothing of that. The rules
    about what a standard says look at it only with `content`. `others` are other standards of Lejre, by their names.
    """
    home = folder / FOLDER
    home.mkdir(parents=True)
    (home / "stoette.yaml").write_bytes((standard if "schema:" in standard else standard + HEAD).encode())
    for name, text in (others or {}).items():
        (home / f"{name}.yaml").write_bytes(text.encode())
    own = municipality if "name:" in municipality else municipality + MUNICIPALITY
    (home / "municipality.yaml").write_bytes(own.encode())
    if not content:
        (home.parent / "rules.yaml").write_text(FILE_ONLY, "utf-8")
    workspace = find(folder)
    assert workspace is not None
    return read(workspace.entries(), workspace.root)


def in_file(corpus: Corpus, name: str) -> list[Finding]:
    """The findings of one of the two files."""
    return [each for each in corpus.findings if each.place.file == f"{FOLDER}/{name}.yaml"]
