"""`docs/rules.md`: the manual pages of all rules in one document, with how often each was right where people judged it, and
how often on texts that it had never met.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qstd.model.manual import ManualPage

GROUPS = {
    "K": "The file and its references",
    "S": "Structure",
    "L": "Legal basis",
    "R": "Rights and modality",
    "D": "Deadlines",
    "T": "Typed facts",
    "P": "The minimum of section 101",
    "M": "Lifecycle",
    "A": "Language and access",
    "X": "Several standards",
}
_HEAD = """\
# Rules

What `qstd check` looks for: {count} rules. This page is made from the rules themselves, one file each in `qstd/lint/`;
`./dev gold` makes it anew. `qstd check --explain CODE` shows one of them in the terminal.

An **error** of group K keeps a standard from being published. All else is said, and whoever answers for the standard
decides. There, error is used only where a statute says so and its text was read; what is less sure is a warning or an info.
A municipality can set a finding that is no error aside with a reason (`waive:`), and a workspace can raise or lower a rule
(`standards/rules.yaml`).
"""
_MEASURED = """\
## How often they are right

People read standards and wrote down what a rule must say of them. *Precision* is the share of findings that were right, of
those that they judged; *recall* is the share of what they found that the rule found too. A rule without figures has met too
few cases.

The rules were made and mended with most of these texts, so *now* says how well they fit what they have met. *At first sight*
says more of the next text: {texts} standards by another hand, which did not know the rules, before anything was mended with
them. There a finding over which readers could disagree counts as wrong; in brackets, what it is if it counts as right. A
warning that was right in less than 90 % of four or more findings at first sight was mended where the fault was plain and
general, and is an info otherwise. Of what the readers would say, the rules found {found} at first sight, at most: part of it
was decided from the findings themselves.
"""
_ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:)]")


def rules_markdown(
    pages: Sequence[ManualPage], measured: Mapping[str, Mapping[str, Any]], first_sight: Mapping[str, Any]
) -> str:
    """Return the document. `measured` has, by code, how many `decisions` people made, in how many of them the rule
    `told` something, and its `precision` and `recall` (0 to 1; None where there was nothing to tell). `first_sight` has of
    how many `texts` it tells, how much of what `readers` would say was `told` and `missed`, and by `levels` and by `rules`
    how many `findings` there were, and how many were `right` and how many `debatable`.
    """
    readers = first_sight["readers"]
    found = _percent(readers["told"], readers["told"] + readers["missed"])
    lines = [_HEAD.format(count=len(pages)), *_overview(pages)]
    lines += [
        _MEASURED.format(texts=first_sight["texts"], found=found),
        *_shares(pages, measured, first_sight["levels"]),
    ]
    for letter, name in GROUPS.items():
        own = [each for each in pages if each.code[0] == letter]
        lines += [f"## {letter}: {name}", ""]
        for each in own:
            lines += [*_page(each, measured.get(each.code, {}), first_sight["rules"].get(each.code, {})), ""]
    return "\n".join(lines).rstrip() + "\n"


def _shares(
    pages: Sequence[ManualPage], measured: Mapping[str, Mapping[str, Any]], levels: Mapping[str, Mapping[str, int]]
) -> Iterator[str]:
    yield "| | Findings at first sight | Right at first sight | Findings now | Right now |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, of_level in levels.items():
        codes = [each.code for each in pages if (each.severity == "info") == (name == "infos")]
        told = {code: measured[code]["told"] for code in codes if measured.get(code, {}).get("precision") is not None}
        right = sum(round(measured[code]["precision"] * count) for code, count in told.items())
        now = f"{sum(told.values())} | {_percent(right, sum(told.values()))}" if told else "0 | "
        strict = _percent(of_level["right"], of_level["findings"])
        lenient = _percent(of_level["right"] + of_level["debatable"], of_level["findings"])
        yield f"| {name.capitalize()} | {of_level['findings']} | {strict} ({lenient}) | {now} |"
    yield ""


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}".replace("%", " %")


def _overview(pages: Sequence[ManualPage]) -> Iterator[str]:
    yield "| Group | | Errors | Warnings | Infos |"
    yield "| --- | --- | ---: | ---: | ---: |"
    for letter, name in GROUPS.items():
        own = [each.severity for each in pages if each.code[0] == letter]
        counts = " | ".join(str(own.count(each)) for each in ("error", "warning", "info"))
        yield f"| {letter} | [{name}](#{_anchor(f'{letter}: {name}')}) | {counts} |"
    yield ""


def _anchor(heading: str) -> str:
    """Return the anchor that code hosts give a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _page(page: ManualPage, measured: Mapping[str, Any], first_sight: Mapping[str, int]) -> Iterator[str]:
    yield f"### {page.code} {page.name}"
    yield ""
    yield f"**{page.severity.capitalize()}.** {_text(page.says[:1].upper() + page.says[1:])}"
    yield ""
    yield f"- Applies to {_text(page.applies)}"
    for name, text in (("Why", page.why), ("Source", page.origin), ("How to mend", page.mend)):
        if text:
            yield f"- {name}: {_text(text)}"
    yield f"- Bad: {_text(page.bad)}"
    yield f"- Good: {_text(page.good)}"
    if measured.get("decisions"):
        yield f"- {_figures(measured)}"
    if first_sight:
        yield f"- {_at_first_sight(first_sight)}"


def _figures(measured: Mapping[str, Any]) -> str:
    count = measured["decisions"]
    parts = [f"{name} {measured[name]:.0%}" for name in ("precision", "recall") if measured.get(name) is not None]
    if not parts:
        return f"Measured: rightly silent in each of {count} decisions."
    told = f", {measured['told']} of them findings" if "told" in measured else ""
    return f"Measured: {', '.join(parts)} ({count} decisions{told})."


def _at_first_sight(figures: Mapping[str, int]) -> str:
    debatable = f", {figures['debatable']} debatable" if figures.get("debatable") else ""
    return f"On blind text at first sight: {figures['right']} of {figures['findings']} findings right{debatable}."


def _text(text: str) -> str:
    """Return a text with its addresses as links, and without signs that Markdown would take for its own."""
    pieces = text.split("`")  # what stands between backticks is code
    pieces[::2] = [_plain(each) for each in pieces[::2]]
    return "`".join(pieces)


def _plain(text: str) -> str:
    out, at = "", 0
    for found in _ADDRESS.finditer(text):
        out += _escaped(text[at : found.start()]) + f"<{found[0]}>"
        at = found.end()
    return out + _escaped(text[at:])


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_\[\]<>])", r"\\\1", text)
