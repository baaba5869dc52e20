"""Download: a file that a page offers, and what people may want it for."""

from typing import NamedTuple


class Download(NamedTuple):
    """What the link says, where it leads, the kind of file in a word ("PDF"), and what it is good for."""

    label: str
    address: str
    type: str = ""
    purpose: str = ""
