"""The runs of a paragraph as Markdown, one sentence a line, so that `prose.text` gives the same words back.

What Markdown would eat is escaped. Because Markdown has more corners than a rule can know, each paragraph is read again;
where its words come out differently it is written once more without bold, italics and links, and every sign escaped.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from qstd import prose
from qstd.model.outline import LINE_BREAK, Para, Run
from qstd.prose.sentences import spans
from qstd.recognise.words import tidy

_HARD_BREAK = "\\\n"
_LIGHT = re.compile(r"[\\*`]|<(?=[\w/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_BRACKETS = re.compile(r"[\[\]!]")
_EVERY = re.compile(r"[!-/:-@\[-`{-~]")
_START = re.compile(r"(?:[-+=>#~|:]|\d{1,9}(?=[.)](?:\s|$)))")
_END = re.compile(r"(?<!\\)#(?=\s*$)")
_LINKED = re.compile(r"\]\(")
_HARMLESS = re.compile(r"(?:[^\W_]|[\s.,;:?!()\"'/§%«»“”’–—…-])*")


def paragraph(para: Para) -> str:
    """Return a paragraph as lines of Markdown, empty where it has no characters."""
    runs = _tidied(para.runs)
    text = "".join(each.text for each in runs)
    rich = _lines(runs, text, _light)
    if _reads_as(rich, text):
        return rich
    plain = _lines((Run(text),), text, _signs)
    return plain if _reads_as(plain, text) else every_sign(text)


def one_line(para: Para) -> str:
    """Return the characters of a heading or a cell as Markdown in one line, without bold, italics and links."""
    text = literal(para).replace(LINE_BREAK, " ").strip()
    light = _guarded(_light(text))
    return light if _reads_as(f"### {light}", text) else every_sign(text)


def literal(para: Para) -> str:
    """Return the characters of a paragraph, made ones in square brackets, tidied and without line feeds."""
    return "".join(each.text for each in _tidied(para.runs))


def _tidied(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with plain spaces, none at either end and none twice; neighbours that look alike are one."""
    out: list[Run] = []
    for run in runs:
        text = tidy(f"[{run.text.strip()}]" if run.made and run.text.strip() else run.text)
        if not text:
            continue
        if not out or out[-1].text[-1] in (" ", LINE_BREAK):
            text = text.lstrip(f" {LINE_BREAK}")
        if out and text and _look(out[-1]) == _look(run):
            out[-1] = replace(out[-1], text=tidy(out[-1].text + text))
        elif text:
            out.append(replace(run, text=text, made=False, underline=False))
    while out and not out[-1].text.rstrip(f" {LINE_BREAK}"):
        out.pop()
    return (*out[:-1], replace(out[-1], text=out[-1].text.rstrip(f" {LINE_BREAK}"))) if out else ()


def _look(run: Run) -> tuple[bool, bool, str]:
    return run.strong, run.emph, run.href


def _lines(runs: tuple[Run, ...], text: str, escape: Callable[[str], str]) -> str:
    """Return the sentences of the text as lines, each made of its pieces of runs."""
    brackets = bool(_LINKED.search(text)) or any(each.href for each in runs)
    found = tuple(spans(text.replace(LINE_BREAK, "\n")))
    lines: list[str] = []
    for at, (start, end) in enumerate(found):
        pieces = "".join(_piece(each, escape, brackets) for each in _cut(runs, start, end))
        broken = at + 1 < len(found) and LINE_BREAK in text[end : found[at + 1][0]]
        lines.append(_HARD_BREAK.join(map(_guarded, pieces.split(LINE_BREAK))) + ("\\" if broken else ""))
    return "\n".join(lines)


def _cut(runs: tuple[Run, ...], start: int, end: int) -> Iterable[Run]:
    """Yield the pieces of runs between two characters of their text."""
    at = 0
    for run in runs:
        low, high = max(start - at, 0), min(end - at, len(run.text))
        at += len(run.text)
        if low < high:
            yield replace(run, text=run.text[low:high])


def _piece(run: Run, escape: Callable[[str], str], brackets: bool) -> str:
    core = run.text.strip()
    if not core:
        return run.text
    before, _, after = run.text.partition(core)
    marked = escape(core)
    if brackets:
        marked = _BRACKETS.sub(r"\\\g<0>", marked)
    if run.emph and any(each.isalnum() for each in core):
        marked = f"*{marked}*"
    if run.strong and any(each.isalnum() for each in core):
        marked = f"**{marked}**"
    if run.href and prose.safe(run.href) and not re.search(r"[<>\s\\]", run.href):
        marked = f"[{marked}](<{run.href}>)" if re.search(r"[()]", run.href) else f"[{marked}]({run.href})"
    return f"{before}{marked}{after}"


def _light(text: str) -> str:
    return _LIGHT.sub(r"\\\g<0>", text)


def every_sign(text: str) -> str:
    """Return a text in one line, every sign that could mean something to Markdown escaped."""
    return _signs(text.replace(LINE_BREAK, " "))


def _signs(text: str) -> str:
    return _EVERY.sub(r"\\\g<0>", text)


def _guarded(line: str) -> str:
    """Escape what would make a heading, a list or a rule of the start of a line, or eat its end."""
    found = _START.match(line)
    if found and found[0].isdigit():
        line = f"{found[0]}\\{line[found.end() :]}"
    elif found:
        line = f"\\{line}"
    return _END.sub(r"\\#", line)


def _reads_as(markdown: str, text: str) -> bool:
    """Tell whether Markdown gives back the characters of a text."""
    if _HARMLESS.fullmatch(text) and "**" not in markdown and "](" not in markdown:
        return True
    return prose.text(markdown) == prose.normal(text.replace(LINE_BREAK, "\n"))
