"""Moments in plain words: how the editor says when something happened."""

import datetime as dt

from qstd.language import translator
from qstd.present.quantities import date

N_ = str  # marks a Danish text that is translated where it is shown


def moment(when: dt.datetime, today: dt.date, language: str = "da") -> str:
    """Return when something happened: "i dag kl. 10.42", "i går kl. 9.05", "5. oktober 2015"."""
    say = translator(language)
    there = when.astimezone()
    days = (today - there.date()).days
    clock = f"{there.hour}.{there.minute:02}"
    if days == 0:
        return say(N_("i dag kl. {clock}")).format(clock=clock)
    if days == 1:
        return say(N_("i går kl. {clock}")).format(clock=clock)
    return date(there.date().isoformat(), language)
