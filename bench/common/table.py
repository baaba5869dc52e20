"""Tables on the screen: a line for each contender, with its bar and a word where it is over."""

from collections.abc import Mapping

from bench.common.timing import Times


class Bars:
    """Collects the verdicts of a measurement: a value and the most that it may be."""

    def __init__(self) -> None:
        self.over: list[str] = []

    def judge(self, what: str, value: float, bar: float) -> str:
        """Return the words to print beside a value, and remember it if it is over its bar."""
        if value <= bar:
            return f"bar {bar:g}"
        self.over.append(f"{what}: {value:.2f}, bar {bar:g}")
        return f"bar {bar:g}  OVER"

    def broke_down(self, what: str, complaint: str) -> str:
        """Return the words to print of a run that failed, and remember it."""
        self.over.append(f"{what} broke down")
        return f"broke down: {complaint}"

    def exit_code(self) -> int:
        """Print what is over its bar; the exit code says whether anything is."""
        print("\n".join(["", "over the bar:", *self.over]) if self.over else "\nevery bar is kept")
        return 1 if self.over else 0


def ratios(title: str, times: Mapping[str, Times], floor: str, verdicts: Mapping[str, str]) -> None:
    """Print the medians, and how many times the floor's they are; `verdicts` are by name."""
    print(f"\n{title:<56}{'median ms':>11}{'x floor':>10}")
    for name, each in times.items():
        ratio = each.median / times[floor].median
        print(f"{name:<56}{1000 * each.median:>11.3f}{ratio:>10.1f}  {verdicts.get(name, '')}".rstrip())
