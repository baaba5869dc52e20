"""Where in a file a value stands, also when only a part of the file's values was kept."""

from collections.abc import Mapping, Sequence

from qstd.model.finding import Path, Place
from qstd.model.source import Locate
from qstd.yaml_source import Mark

Kept = Mapping[str, Sequence[int]]
"""Which entries of each list were kept, by the numbers that they have in the file."""


def locator(file: str, places: Mapping[Path, Mark]) -> Locate:
    """Return what finds the place of a value in a file: its own, or that of what it should stand in."""

    def locate(path: Path, line: int) -> Place:
        known, mark = path, places.get(path)
        while mark is None and known:
            known = known[:-1]
            mark = places.get(known)
        if mark is None:
            return Place(file, 0, 0, path)
        if line and known == path:
            return Place(file, mark.text_line + line - 1, mark.text_column, path)
        return Place(file, mark.line, mark.column, path)

    return locate


def in_file(locate: Locate, numbers: Kept) -> Locate:
    """Return what finds the place of a value by the numbers that what was kept has by itself."""

    def find(path: Path, line: int) -> Place:
        if len(path) > 1 and path[0] in numbers and isinstance(path[1], int):
            path = (path[0], numbers[str(path[0])][path[1]], *path[2:])
        return locate(path, line)

    return find
