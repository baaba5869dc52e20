"""What a citation is: which words of a text name which law."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Form = Literal["provision", "act", "instrument", "series", "principle"]


class Provision(NamedTuple):
    """One provision of an act: "83 a", stk. "1", nr. "3", litra "b", pkt. "2"; empty where the text names none."""

    paragraph: str
    stk: str = ""
    nr: str = ""
    litra: str = ""
    pkt: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The words from `start` to `end` that name law.

    `act` is a key of the catalogue; it is empty where the text names an act that the catalogue does not have (`foreign`),
    or where nothing says which act is meant. `named`: the text names the act here, from `name_start` to `name_end`;
    otherwise it is the act that was named last. `sign` is false where the § was lost on the way ("Lov om social service 83").
    An instrument has its kind (LOV, LBK, BEK, VEJ, CIR), number, and date or year; a note of a series ("vejledning nr. 2
    til serviceloven") its number in the series; a decision of principle its number ("21-21").
    """

    start: int
    end: int
    form: Form
    act: str = ""
    provisions: tuple[Provision, ...] = ()
    named: bool = False
    name_start: int = -1
    name_end: int = -1
    foreign: bool = False
    sign: bool = True
    kind: str = ""
    number: str = ""
    date: str = ""

    @property
    def year(self) -> str:
        """The year of an instrument; empty where the text does not say."""
        return self.date[:4]
