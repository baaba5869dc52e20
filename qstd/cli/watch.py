"""`qstd build --watch`: build whenever something changes, and show the site meanwhile."""

import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

from qstd.cli import place
from qstd.language import fill
from qstd.model.theme import ThemeError
from qstd.workspace import Workspace


def watch(once: Callable[[], int], home: Workspace, out: Path, language: str) -> int:
    """Build, show, and build again until somebody stops it. A build that the disk or a template stops is told; the next
    change has another try.
    """
    try:
        import watchfiles  # noqa: F401  # so that what is missing is said before anything is built

        from qstd.live import Live, changes
    except ImportError:
        what = fill("Det kræver et bibliotek, der ikke er installeret: {name}.", {"name": "watchfiles"}, language)
        place.complain(what, fill("Installer det med: {command}", {"command": "pip install 'qstd[watch]'"}, language))
        return 1
    _try(once, language)
    live = Live(out)
    try:
        values = {"address": live.address}
        print(fill("Se siderne på {address} – stop med Ctrl-C.", values, language), file=sys.stderr)
        if sys.stderr.isatty():
            webbrowser.open(live.address)
        for _ in changes(home.standards, home.root / "templates"):
            _try(once, language)
            live.changed()
    except KeyboardInterrupt:
        return 0
    finally:
        live.close()
    return 0


def _try(once: Callable[[], int], language: str) -> None:
    try:
        once()
    except (OSError, ThemeError) as error:
        place.refused(error, language)
