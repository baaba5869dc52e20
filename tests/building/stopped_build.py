"""`qstd build` that tells by a file when it has come to a point, and stays there while that file does, to be stopped.

    python stopped_build.py POINT TIMES FILE ARGUMENT...

It stays at the point when it has come there so many times.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qstd import cli, depot, workspace
from qstd.site import municipalities
from qstd.verbs.building import reading

POINTS = {
    "read": (reading, "read_folder"),
    "make": (municipalities, "page"),
    "place": (depot, "place"),
    "remember": (workspace, "write"),
}


_real: Callable[..., Any]


class Pausing:
    """Stands for a function, and can be sent to another process as that one can."""

    def __init__(self, times: int, mark: Path) -> None:
        self.left, self.mark = times, mark
        self.__module__, self.__qualname__ = _real.__module__, _real.__qualname__

    def __call__(self, *args: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            self.mark.write_text("here")
            while self.mark.exists():
                time.sleep(0.02)
        return _real(*args)


if __name__ == "__main__":
    point, times, mark, *words = sys.argv[1:]
    module, name = POINTS[point]
    _real = getattr(module, name)
    setattr(module, name, Pausing(int(times), Path(mark)))
    sys.exit(cli.main(words))
