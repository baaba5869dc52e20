"""What all tests share: `--gold` renews the files that output is compared with."""

import datetime as dt
import shutil
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


ROOT = Path(__file__).parent.parent
ADDRESS = "https://www.eksempel.dk/standarder/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of the project's own standards, built once for all tests of a worker."""
    from qstd.site.choices import Choices
    from qstd.verbs.building import Order, build
    from qstd.verbs.building.workers import Alone
    from qstd.workspace import Workspace

    home = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "standards", home / "standards")
    (home / "standards" / "site.yaml").write_text(f"schema: 1\nurl: {ADDRESS}\n", "utf-8")
    out = home / "site"
    order = Order(Workspace(home), out, dt.date(2026, 1, 1), Choices(url=ADDRESS))
    built = build(order, lambda themes, weight, here: Alone(themes), lambda weight: lambda path, done: None)
    assert built.findings == ()
    return out
