"""YAML as text: laid out anew, or read so that comments and order stay; the only door to ruamel.yaml."""

import re
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


def round_trip(text: str) -> Any:
    """Return a reader and writer that keeps quotes, and lists as far in as this text has them."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    indent = re.search(r"^( *)- ", text, re.MULTILINE)
    offset = len(indent[1]) if indent else 0
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml
