"""What all tests share: `--gold` renews the files that output is compared with."""

from collections.abc import Callable
from pathlib import Path

import pytest

Gold = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--gold", action="store_true", help="renew the gold files; look at the difference before committing"
    )


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Gold:
    """Compare text with the gold file of that name beside the test, or renew it: `gold("standard.html", text)`."""
    folder = request.path.parent / "gold"
    renew = request.config.getoption("--gold")

    def check(name: str, text: str) -> None:
        path: Path = folder / name
        if renew:
            folder.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists(), f"no {path.name} yet: pytest --gold writes it"
        assert text == path.read_bytes().decode("utf-8")

    return check
