"""`qstd build` on a cluster, one of whose workers is held by the first task that it gets, until somebody kills it.

    python cluster_build.py FILE ARGUMENT...

The worker writes into the file which process it is.
"""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qstd import cli
from qstd.site.steps import Step, run_all
from qstd.verbs.building import making


class Held:
    """The work of a task, but for the first of all."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, steps: Sequence[Step]) -> Any:
        try:
            with self.mark.open("x") as file:
                file.write(str(os.getpid()))
        except FileExistsError:
            return run_all(steps)
        time.sleep(60)
        raise AssertionError


if __name__ == "__main__":
    making.run_all = Held(Path(sys.argv[1]))  # type: ignore[attr-defined]  # it has it to call
    sys.exit(cli.main(sys.argv[2:]))
