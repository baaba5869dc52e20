"""Theme: the templates, style sheets and fonts that a page is made with, read by whoever touches the disk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

N_ = str  # marks a Danish text that is translated where it is shown
_FOLDER = "templates/"
_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # bytes that are none, as they were read


class ThemeError(Exception):
    """A template that cannot be used: its `place` (file, and line where known) and the `reason`, in Danish if ours."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


@dataclass(frozen=True, slots=True)
class Theme:
    """`templates` are Jinja sources by path below `templates/` ("html/page.html"); `assets` are the files that pages and
    PDFs load, by the same kind of path ("html/qstd.css", "fonts/IBMPlexSans-Regular.ttf"). `origins` are the files of those
    that are a workspace's own, as its people write them ("standards/lejre/templates/html/page.html").
    """

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    origins: Mapping[str, str] = field(default_factory=dict)

    def template(self, name: str) -> str:
        """Return a template. Raises KeyError where there is none, and ThemeError where its file is not UTF-8."""
        text = self.templates[name]
        if found := _NOT_UTF8.search(text):
            line = text.count("\n", 0, found.start()) + 1
            raise ThemeError(f"{_FOLDER}{name}:{line}", N_("filen er ikke gemt som UTF-8"))
        return text

    def located(self, error: ThemeError) -> ThemeError:
        """Return a fault with the file that people find it in."""
        name, _, line = error.place.removeprefix(_FOLDER).partition(":")
        return ThemeError(f"{self.origins[name]}:{line}", error.reason) if name in self.origins else error
