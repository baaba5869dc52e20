"""The list of what a build wrote, kept beside the site, so that a later build can take away what no longer belongs."""

import json
from collections.abc import Collection

NAME = ".manifest.json"


def dump(paths: Collection[str]) -> bytes:
    """Return the list as bytes."""
    return (json.dumps(sorted(paths), ensure_ascii=False, indent=1) + "\n").encode()


def load(data: bytes) -> frozenset[str]:
    """Read a list; one that cannot be read counts as empty, so that nothing is ever taken away by mistake."""
    try:
        paths = json.loads(data)
    except ValueError:
        return frozenset()
    listed = [each for each in paths if isinstance(each, str)] if isinstance(paths, list) else []
    return frozenset(each for each in listed if each and not each.startswith("/") and ".." not in each.split("/"))
