"""A file with endless mistakes is given up soon: nobody reads the thousandth, and nobody waits for it."""

from qstd.yaml_source import parse
from qstd.yaml_source.events import MAX_PROBLEMS


def test_reading_stops_after_so_many_problems() -> None:
    parsed = parse(("{" + "a," * 500_000 + "}").encode())
    assert len(parsed.problems) == MAX_PROBLEMS + 1
    assert (parsed.problems[-1].kind, parsed.whole) == ("many", False)
