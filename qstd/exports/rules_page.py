"""`docs/rules.md`: the manual pages of all rules in one document, with how often each was right where people judged it."""

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

*Precision* is the share of findings that were right, of those that people judged by reading the text; *recall* is the
share of what they found that the rule found too. A rule without figures has met too few cases.
"""
_ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:)]")


def rules_markdown(pages: Sequence[ManualPage], measured: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the document. `measured` has, by code, how many `decisions` people made, in how many of them the rule
    `told` something, and its `precision` and `recall` (0 to 1; None where there was nothing to tell).
    """
    lines = [_HEAD.format(count=len(pages)), *_overview(pages)]
    for letter, name in GROUPS.items():
        own = [each for each in pages if each.code[0] == letter]
        lines += [f"## {letter}: {name}", ""]
        for each in own:
            lines += [*_page(each, measured.get(each.code, {})), ""]
    return "\n".join(lines).rstrip() + "\n"


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


def _page(page: ManualPage, measured: Mapping[str, Any]) -> Iterator[str]:
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


def _figures(measured: Mapping[str, Any]) -> str:
    count = measured["decisions"]
    parts = [f"{name} {measured[name]:.0%}" for name in ("precision", "recall") if measured.get(name) is not None]
    if not parts:
        return f"Measured: rightly silent in each of {count} decisions."
    told = f", {measured['told']} of them findings" if "told" in measured else ""
    return f"Measured: {', '.join(parts)} ({count} decisions{told})."


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
