"""The list of what a build wrote, kept beside the site, so that a later build can take away what no longer belongs."""

import json
from collections.abc import Collection, Iterable

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
    return safe(paths) if isinstance(paths, list) else frozenset()


def safe(paths: Iterable[object]) -> frozenset[str]:
    """Return those of some paths that lie in the site and nowhere else."""
    listed = (each for each in paths if isinstance(each, str) and each)
    return frozenset(each for each in listed if each[0] not in "/\\" and ":" not in each and ".." not in _parts(each))


def _parts(path: str) -> list[str]:
    return path.replace("\\", "/").split("/")
