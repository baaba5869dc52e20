"""Which files are the house: everything in the checkout but what tools and builds put there."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", ".venv-tools", "node_modules", "build", "dist", "__pycache__", ".hypothesis"}


@cache
def house_files() -> tuple[Path, ...]:
    """Every file of the house, sorted."""
    return tuple(sorted(walk(ROOT)))


def walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, without caches and output."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
        yield from (Path(place, name) for name in names)


@cache
def texts() -> dict[str, str]:
    """The text files of the house, by their path from its root."""
    found = {}
    for path in house_files():
        try:
            found[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font, a picture
    return found


def python_files() -> dict[str, str]:
    """The Python files of the house, with the script that has no ending."""
    return {name: text for name, text in texts().items() if name.endswith(".py") or name == "dev"}
