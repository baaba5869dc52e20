"""The scoreboard of the import: every case with its figures, and the floor below which none may fall.

`python -m tests.recognise.scoreboard` prints it. A folder as argument scores the cases in that folder, which need no
floor; `-v` says what is wrong in each, and names after it are the only cases that are run.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import mean

from tests.cases.read.case import HERE, Case, cases
from tests.recognise.marks import FEWER_IS_BETTER, Marks, marks

FLOOR = HERE / "scoreboard.json"
TITLES = {
    "boundaries": "bound",
    "topics": "topic",
    "numbers": "numb",
    "recall": "recall",
    "precision": "prec",
    "hyphens": "hyph",
    "leaks": "leak",
    "fact_recall": "f-rec",
    "fact_precision": "f-prec",
    "title": "title",
    "service": "serv",
    "municipality": "munic",
    "approval": "appr",
    "account": "acct",
}
Figures = Mapping[str, float]


def score(case: Case) -> Marks:
    """Import the source of a case and give it marks; an import that breaks down has nothing right."""
    from qstd.readers import source
    from qstd.recognise import recognise
    from qstd.recognise.hints import Hints

    try:
        outline = source.read(case.source.read_bytes(), case.source.name).outline
        return marks(case, recognise(outline, Hints()) if outline else None)
    except Exception as problem:  # one file must not hide the figures of all others
        given = marks(case, None)
        return given._replace(faults=(f"broke down: {problem!r}", *given.faults))


def floor() -> dict[str, dict[str, float]]:
    """Read the floor: the best figures so far of each case."""
    said: dict[str, dict[str, float]] = json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    return said


def below(figures: Figures, least: Figures) -> list[str]:
    """Say which figures are worse than the floor."""
    return [
        f"{name} is {figures[name]}, was {value}" for name, value in least.items() if _worse(name, figures[name], value)
    ]


def raised(name: str, figures: Figures) -> None:
    """Raise the floor of a case where its figures are better; it never sinks."""
    kept = floor()
    least = kept.get(name, {})
    better = {
        each: value if each not in least or _worse(each, least[each], value) else least[each]
        for each, value in figures.items()
    }
    text = json.dumps({**kept, name: better}, indent=1, sort_keys=True, ensure_ascii=False)
    FLOOR.write_text(text + "\n", encoding="utf-8")


def _worse(name: str, value: float, than: float) -> bool:
    return value > than if name in FEWER_IS_BETTER else value < than


def table(scores: Mapping[str, Marks]) -> Iterable[str]:
    """Lay the figures out, a line for each case, the means last."""
    yield f"{'':<32}" + "".join(f"{title:>7}" for title in TITLES.values())
    for name, each in scores.items():
        yield f"{name:<32}" + "".join(_cell(figure, each.figures[figure]) for figure in TITLES)
    means = {figure: mean(each.figures[figure] for each in scores.values()) for figure in TITLES}
    yield f"{'mean':<32}" + "".join(_cell(figure, value, 2) for figure, value in means.items())


def _cell(name: str, value: float, digits: int = 0) -> str:
    if name in FEWER_IS_BETTER:
        return f"{value:>7.{digits}f}"
    return f"{100 * value:>7.1f}"


def main(arguments: list[str]) -> None:
    """Print the scoreboard."""
    said = [each for each in arguments if each != "-v"]
    folder = Path(said.pop(0)) if said and Path(said[0]).is_dir() else HERE
    scores = {each.name: score(each) for each in cases(folder) if not said or each.name in said}
    lines = list(table(scores))
    if "-v" in arguments:
        lines += [line for name, each in scores.items() for line in ("", name, *(f"  {one}" for one in each.faults))]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
