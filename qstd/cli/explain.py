"""`qstd check --explain`: the manual page of a rule, or a list of all rules."""

import json
from collections.abc import Sequence

from qstd.cli import place
from qstd.exports.findings import severity_word
from qstd.language import fill, translator
from qstd.lint.shared.nearest import choose
from qstd.messages import words
from qstd.model.manual import ManualPage
from qstd.verbs.manual import pages

N_ = str  # marks a Danish text that is translated where it is shown

_WIDTH = 100
_GROUPS = {
    "K": N_("Filen og dens henvisninger"),
    "S": N_("Opbygning"),
    "L": N_("Lovgrundlag"),
    "R": N_("Rettigheder og forbehold"),
    "D": N_("Frister"),
    "T": N_("Oplysninger"),
    "P": N_("Mindstekravene efter § 101"),
    "M": N_("Godkendelse og alder"),
    "A": N_("Sprog og adgang"),
    "X": N_("Flere standarder"),
}


def explain(code: str, form: str, language: str) -> int:
    """Print the page of a rule, or without a code a line for each; as text or JSON."""
    every = pages()
    chosen = [each for each in every if each.code == code.upper()] if code else list(every)
    if not chosen:
        what = fill("Der er ingen regel med koden »{code}«.", {"code": code}, language)
        place.complain(what, words(choose(code, sorted(each.code for each in every)), language), language)
        return 2
    if form == "json":
        print(json.dumps([_data(each, language) for each in chosen], ensure_ascii=False, indent=2))
    elif code:
        print("\n".join(_page(chosen[0], language)))
    else:
        print("\n".join(_list(chosen, language)))
    return 0


def _data(page: ManualPage, language: str) -> dict[str, str]:
    return {**page._asdict(), "source": words(page.source, language)}


def _list(every: Sequence[ManualPage], language: str) -> list[str]:
    _ = translator(language)
    lines: list[str] = []
    levels = [severity_word(each.severity, language) for each in every]
    wide = max(map(len, levels))
    group = ""
    for each, level in zip(every, levels, strict=True):
        if each.code[0] != group:
            group = each.code[0]
            lines += ["", f"{group}  {_(_GROUPS[group])}"]
        lines += _wrapped(f"  {each.code}  {level:{wide}}  ", each.says)
    return [*lines[1:], "", _("Læs mere om en regel: qstd check --explain KODE")]


def _page(page: ManualPage, language: str) -> list[str]:
    """Lay out one page. The rules are documented in English, so the names of the parts are English too."""
    lines = [
        f"{page.code} {page.name}: {severity_word(page.severity, language)}",
        "",
        *_wrapped("", page.says[:1].upper() + page.says[1:]),
        "",
    ]
    parts = {
        "Applies to": page.applies,
        "Why:": page.why,
        "Source:": page.origin,
        "How to mend:": page.mend,
        "Bad:": page.bad,
        "Good:": page.good,
    }
    for name, text in parts.items():
        if text:
            lines += [*_wrapped(f"{name:13}", text), ""]
    if page.source:
        lines.append(words(page.source, language))
    if page.url:
        lines.append(page.url)
    return lines if lines[-1] else lines[:-1]


def _wrapped(head: str, text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(
        text, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
