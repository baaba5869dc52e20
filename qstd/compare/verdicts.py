"""The verdict on a row: do the standards answer alike?

Every column has an answer (any hashable value that stands for its meaning) or None. The municipalities are judged.
The statute is judged with them where it has an answer; its silence makes no difference between two municipalities,
since a standard is expected to say more than the act. Beside one municipality only, silence of the act does count.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

from qstd.model.comparison import Column, State, Verdict


def verdict(columns: Sequence[Column], answers: Sequence[Hashable | None]) -> Verdict:
    """Judge one row: `equal` and `some` need all given answers to be alike, `equal` an answer from everyone judged."""
    pairs = list(zip(columns, answers, strict=True))
    judged = [answer for column, answer in pairs if answer is not None or not (column.is_law and several(columns))]
    given = {answer for answer in judged if answer is not None}
    if not given:
        return "nobody"
    if len(given) > 1:
        return "different"
    return "some" if None in judged else "equal"


def groups(answers: Sequence[Hashable | None]) -> tuple[int, ...]:
    """Number the answers: 1 for the one that most give (the first met, among equals), 0 for no answer."""
    counts = Counter(each for each in answers if each is not None)
    number = {answer: place for place, (answer, _count) in enumerate(counts.most_common(), 1)}
    return tuple(0 if each is None else number[each] for each in answers)


def several(columns: Sequence[Column]) -> bool:
    """Tell whether there are municipalities to compare with one another, and not only one with the act."""
    return sum(not each.is_law for each in columns) > 1


def answers_something(state: State) -> bool:
    """Tell whether a cell in this state answers; that there is none of it is an answer too."""
    return state in ("stated", "none")
