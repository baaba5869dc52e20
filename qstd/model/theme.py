"""Theme: the templates, style sheets and fonts that a page is made with, read by whoever touches the disk."""

from collections.abc import Mapping
from dataclasses import dataclass


class ThemeError(Exception):
    """A template that cannot be used: its `place` (file, and line where known) and the `reason`, in Danish if ours."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


@dataclass(frozen=True, slots=True)
class Theme:
    """`templates` are Jinja sources by path below `templates/` ("html/page.html"); `assets` are the files that pages and
    PDFs load, by the same kind of path ("html/qstd.css", "fonts/IBMPlexSans-Regular.ttf").
    """

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
