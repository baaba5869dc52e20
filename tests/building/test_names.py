"""Names that are long, taken or no address, and folders that are links: what can be published is, the rest is told."""

import errno
from pathlib import Path

import pytest

from qstd.workspace import Workspace
from tests.building.small import again, lay_out, order, read_site
from tests.building.test_trouble import finished, more, put, told


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return lay_out(tmp_path)


def test_a_name_as_long_as_disks_allow_is_published(home: Workspace) -> None:
    put(home, f"standards/{'f' * 255}/{'s' * 240}.yaml", (home.standards / "hvidovre" / "c.yaml").read_text("utf-8"))
    again(order(home))
    assert (home.root / "site" / ("f" * 255) / ("s" * 240) / f"{'s' * 240}.akn.xml").exists()
    assert finished(home)


def test_a_name_that_is_too_long_is_told_and_stops_nothing_once_it_is_another(home: Workspace) -> None:
    again(order(home))
    path = home.standards / "hvidovre" / f"{'s' * 249}.yaml"
    path.write_bytes((home.standards / "hvidovre" / "c.yaml").read_bytes())
    for _ in range(2):
        with pytest.raises(OSError) as raised:
            again(order(home))
        assert raised.value.errno == errno.ENAMETOOLONG
    path.rename(path.with_name("short.yaml"))
    assert finished(home)


@pytest.mark.parametrize("name", ["a b", "æ", "A", "assets", "data", "sammenlign", "ydelse", "pagefind", "x."])
def test_a_name_that_cannot_stand_in_an_address_leaves_the_site_alone(name: str, home: Workspace) -> None:
    again(order(home))
    before = read_site(home.root / "site")
    text = (home.standards / "hvidovre" / "c.yaml").read_text("utf-8")
    put(home, f"standards/{name}/c.yaml", text)
    put(home, f"standards/lejre/{name if name not in switch_names() else 'Ø'}.yaml", text)
    built = again(order(home))
    now = read_site(home.root / "site")
    assert {each.partition(" ")[0] for each in told(built) if " standards/" in each} <= {"Y020", "Y021", "Y015"}
    assert len(built.broken) == 2
    assert set(now) == set(before)
    assert sorted(each.name for each in home.root.iterdir()) == ["build", "site", "standards"]


def switch_names() -> set[str]:
    """Return the words that only a municipality cannot be called by."""
    return {"assets", "data", "sammenlign", "ydelse", "pagefind"}


def test_folders_that_are_links_are_followed_and_those_that_lead_back_are_not(home: Workspace, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-drive"
    (home.standards / "hvidovre").rename(elsewhere)
    (home.standards / "hvidovre").symlink_to(elsewhere)
    for name in ("one", "two", "three"):
        (home.standards / "lejre" / name).symlink_to(home.standards)
        (elsewhere / name).symlink_to(home.standards / "lejre")
    built = again(order(home))
    assert built.standards == 3
    assert (home.root / "site/hvidovre/c/index.html").exists()
    more(home, "standards/hvidovre/c.yaml")
    assert "hvidovre/c/index.html" in again(order(home)).written
