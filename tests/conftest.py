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


ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of the project's own standards, built once for all tests of a worker."""
    from qstd import lint, workspace
    from qstd.verbs.build import plan, write
    from qstd.verbs.corpus import read

    home = workspace.Workspace(ROOT)
    corpus = read(home.entries(), ROOT)
    assert [each for each in corpus.findings if lint.blocks(each)] == []
    out = tmp_path_factory.mktemp("site")
    planned = plan(corpus, home)
    assert planned.findings == ()
    write(planned.files, corpus, out, lambda path: None)
    return out
