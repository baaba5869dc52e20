"""Problems of Markdown bodies, for the rules that each report one kind: in sections and in shared texts."""

from collections.abc import Callable, Iterator

from qstd import prose
from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import Message, Severity
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

Explain = Callable[[str], tuple[Message, Message]]


def body_rule(code: str, severity: Severity, kind: prose.ProblemKind, explain: Explain) -> Rule:
    """Make the rule that reports one kind of problem; `explain` turns its words into message and hint."""

    def hits(path: tuple[str | int, ...], body: str) -> Iterator[Hit]:
        for problem in prose.problems(body):
            if problem.kind == kind:
                what, hint = explain(_short(problem.detail))
                yield Hit(path, what, hint, problem.line)

    def check(standard: Standard, around: Around) -> Iterator[Hit]:
        for index, section in enumerate(standard.sections):
            yield from hits(("sections", index, "body"), section.body)

    def check_municipality(municipality: Municipality, around: Around) -> Iterator[Hit]:
        for name, fragment in municipality.fragments.items():
            yield from hits(("fragments", name, "body"), fragment.body)

    return Rule(code, severity, check, check_municipality)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"
