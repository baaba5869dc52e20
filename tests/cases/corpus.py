"""A case as files on a disk, read and checked as the program does it."""

from pathlib import Path

from qstd.model.finding import Finding
from qstd.verbs.corpus import Corpus, read
from qstd.workspace import find

HEAD = "schema: 1\ntitle: Støtte\nservice: sel-99\nstatus: draft\n"
MUNICIPALITY = 'name: Lejre Kommune\ncode: "0350"\n'
FOLDER = "standards/lejre"


def corpus(folder: Path, standard: str, municipality: str = "") -> Corpus:
    """Read a standard of Lejre; what every standard must have is added below it where it has nothing of that."""
    home = folder / FOLDER
    home.mkdir(parents=True)
    (home / "stoette.yaml").write_bytes((standard if "schema:" in standard else standard + HEAD).encode())
    own = municipality if "name:" in municipality else municipality + MUNICIPALITY
    (home / "municipality.yaml").write_bytes(own.encode())
    workspace = find(folder)
    assert workspace is not None
    return read(workspace.entries(), workspace.root)


def in_file(corpus: Corpus, name: str) -> list[Finding]:
    """The findings of one of the two files."""
    return [each for each in corpus.findings if each.place.file == f"{FOLDER}/{name}.yaml"]
