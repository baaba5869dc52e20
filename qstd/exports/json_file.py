"""Plain values as a JSON file that people can read too: indented, lists of names on one line, keys in their order."""

import json
import re
from typing import Any

_NAME = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_NAMES = re.compile(rf"\[\n +({_NAME}(?:,\n +{_NAME})*)\n +\]")
_BREAK = re.compile(r"\n +")


def json_file(whole: Any) -> bytes:
    """Return the values as UTF-8 JSON. Line feeds within a text are escaped, so a real one is for the eye only."""
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return (_NAMES.sub(lambda found: f"[{_BREAK.sub(' ', found[1])}]", text) + "\n").encode()
