"""The yearly wheel: what is to be done with standards on which day, and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from qstd.model.finding import Message

Kind = Literal["approval", "review", "hearing", "answers", "begins", "waiver"]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done by a day: of which municipality (its slug), with which standards (name and title, none for all
    that a municipality may have), what, why and how. `yearly` comes again on the same day each year. `url` leads to the
    source that says so, `name` tells tasks of one kind on the same standards apart.
    """

    day: dt.date
    kind: Kind
    municipality: str
    standards: tuple[tuple[str, str], ...]
    what: Message
    why: Message
    how: Message
    url: str = ""
    yearly: bool = False
    name: str = ""
