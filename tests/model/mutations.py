"""Plain values of standards and municipalities, whole and damaged: what the readers and the judge must agree on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from qstd.yaml_source import parse

STANDARDS = Path(__file__).parents[2] / "standards"
KEYS = (
    *(
        "kind",
        "section",
        "quote",
        "evidence",
        "min",
        "max",
        "value",
        "unit",
        "mode",
        "groups",
        "amount",
        "none",
        "text",
    ),
    *("id", "topic", "number", "body", "use", "schema", "date", "x", "Title", "facts", "audience", "interval", "role"),
)
SCALARS = st.sampled_from(
    (
        *("", "x", "7", "-7", "7.5", "1e9", "NaN", "٣", "no", "null", "true", "2015-10-05", "2015-02-30", "20151005"),
        *(
            "1444003200",
            "P6M",
            "P6M\n",
            "P٣M",
            "sel-99",
            "age",
            "price",
            "fixed",
            "free",
            "interval",
            "everyone",
            "a_b",
        ),
        *(" 5 ", "1_000", "5.", ".5", "+5", "9" * 30, "\0", "\n", 0, 1, 2, -1, 7, 10**17, -(10**17), True, False, None),
    )
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=4,
)


def standards() -> tuple[Any, ...]:
    """The plain values of the two real standards."""
    return tuple(
        value for path in sorted(STANDARDS.glob("*/*.yaml")) if "sections" in (value := parse(path.read_bytes()).value)
    )


def containers(value: Any) -> Iterator[Any]:
    """All mappings and lists of a value, itself first."""
    if isinstance(value, (dict, list)):
        yield value
        for inner in list(value.values()) if isinstance(value, dict) else value:
            yield from containers(inner)


def copied(value: Any) -> Any:
    """A copy that can be damaged."""
    if isinstance(value, dict):
        return {key: copied(inner) for key, inner in value.items()}
    return [copied(inner) for inner in value] if isinstance(value, list) else value


def damage(draw: st.DrawFn, value: Any) -> None:
    """Change, drop or add one thing somewhere in a value."""
    places = list(containers(value))
    place = places[draw(st.integers(0, len(places) - 1))]
    steps = list(place) if isinstance(place, dict) else list(range(len(place)))
    what = draw(st.sampled_from(("change", "drop", "add", "rename"))) if steps else "add"
    if what == "add":
        new = draw(ANYTHING)
        _add(place, draw(st.sampled_from(KEYS)), new)
        return
    step = steps[draw(st.integers(0, len(steps) - 1))]
    old = place[step]
    if what == "change":
        place[step] = draw(ANYTHING)
    else:
        del place[step]
    if what == "rename":
        _add(place, draw(st.sampled_from(KEYS)), old)


def _add(place: Any, key: str, value: Any) -> None:
    if isinstance(place, dict):
        place[key] = value
    else:
        place.append(value)


@st.composite
def damaged(draw: st.DrawFn, value: Any) -> Any:
    """A value with none to three things in it changed, dropped, added or renamed."""
    result = copied(value)
    for _ in range(draw(st.integers(0, 3))):
        damage(draw, result)
    return result


def small(standard: Any) -> st.SearchStrategy[Any]:
    """A standard with a few of its sections and facts, so that a damage finds its way to every field."""
    few = st.builds(
        lambda sections, facts: standard | {"sections": sections, "facts": facts},
        st.lists(st.sampled_from(standard["sections"]), max_size=2),
        st.lists(st.sampled_from(standard["facts"]), max_size=2),
    )
    return few.flatmap(damaged)
