"""Theme: the templates, style sheets and fonts that a page is made with, read by whoever touches the disk."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """`templates` are Jinja sources by path below `templates/` ("html/page.html"); `assets` are the files that pages and
    PDFs load, by the same kind of path ("html/qstd.css", "fonts/IBMPlexSans-Regular.ttf").
    """

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
