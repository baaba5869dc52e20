"""YAML as text: laid out anew; the only door to ruamel.yaml."""

from io import StringIO
from typing import Any


def dump(root: Any) -> str:
    """Return values as YAML in the style of this project: two spaces, lists not set in, long lines left alone."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=2, offset=0)
    out = StringIO()
    yaml.dump(root, out)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
