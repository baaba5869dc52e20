"""Publishing to real servers on this machine: a folder, SFTP, WebDAV and S3, also when they break, fill up or refuse."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from qstd import remote
from qstd.remote import Access, Address, Folder, RemoteError, Store, patience
from qstd.verbs.publish_list import NAME
from tests.remote import servers
from tests.remote.places import SITE, lay_out, publish
from tests.remote.servers import PASSWORD, USER, Server

BIG = {"stor.pdf": "0123456789" * 30_000}  # more than goes in one piece
KINDS = ("folder", "sftp", "webdav", "s3")


@dataclass
class Place:
    """A place, how to reach it, and what is to go wrong there."""

    reach: Callable[[], Store]
    server: Server | None

    @property
    def trouble(self) -> servers.Trouble:
        """What is to go wrong."""
        assert self.server
        return self.server.trouble

    def read(self, path: str) -> bytes | None:
        """Read a file with a connection of its own."""
        store = self.reach()
        try:
            return store.read(path)
        finally:
            store.close()

    def texts(self) -> dict[str, str]:
        """All that lies there, but for our list."""
        store = self.reach()
        found: dict[str, str] = {}
        folders = [""]
        while folders:
            folder = folders.pop()
            listing = store.listing(folder)
            start = f"{folder}/" if folder else ""
            found |= {f"{start}{name}": (store.read(f"{start}{name}") or b"").decode() for name in listing.files}
            folders += [f"{start}{name}" for name in listing.folders]
        store.close()
        return {path: text for path, text in found.items() if path != NAME}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setattr(patience, "PAUSES", (0.0, 0.0, 0.0))
    return folder


@pytest.fixture(params=KINDS)
def place(
    request: pytest.FixtureRequest, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    with ExitStack() as stack:
        yield started(request.param, tmp_path, home, monkeypatch, stack)


@pytest.fixture(params=["sftp", "webdav", "s3"])
def server(
    request: pytest.FixtureRequest, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    with ExitStack() as stack:
        yield started(request.param, tmp_path, home, monkeypatch, stack)


def started(kind: str, folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch, stack: ExitStack) -> Place:
    out = folder / "out"
    out.mkdir()
    if kind == "folder":
        return Place(lambda: Folder(out / "www" / "sider"), None)
    if kind == "s3":
        server = stack.enter_context(servers.s3(monkeypatch, home))
        return Place(reached(server.address), server)
    running = servers.sftp(out, home) if kind == "sftp" else servers.webdav(out)
    server = stack.enter_context(running)
    return Place(reached(f"{server.address}www/sider"), server)


def reached(address: str, user: str = USER, password: str = PASSWORD) -> Callable[[], Store]:
    known = remote.read_address(address)
    assert isinstance(known, Address)
    return remote.connect(known, Access(user, password))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "site", SITE | BIG)


def test_a_site_comes_whole_and_only_what_changes_after_it(place: Place, site: Path) -> None:
    assert set(publish(site, place.reach).plan.new) == {*SITE, *BIG}
    assert place.texts() == SITE | BIG
    again = publish(site, place.reach).plan
    assert (again.new, again.changed, again.removed) == ((), (), ())
    lay_out(site, {"lejre/index.html": "æ, ø og å"})
    (site / "404.html").unlink()
    changed = publish(site, place.reach).plan
    assert (changed.new, changed.changed, changed.removed) == ((), ("lejre/index.html",), ("404.html",))
    assert place.texts() == {each: t for each, t in (SITE | BIG).items() if each != "404.html"} | {
        "lejre/index.html": "æ, ø og å"
    }


def test_folders_that_are_empty_go(place: Place, site: Path) -> None:
    publish(site, place.reach)
    for path in [each for each in SITE if each.startswith("lejre/")]:
        (site / path).unlink()
    store = place.reach()
    store.write("lejre/ledsagelse/fremmed.txt", b"theirs")
    store.close()
    publish(site, place.reach)

    left = place.texts()
    assert [each for each in left if each.startswith("lejre")] == ["lejre/ledsagelse/fremmed.txt"]


def test_what_is_there_without_a_list_is_compared(place: Place, site: Path) -> None:
    publish(site, place.reach)
    store = place.reach()
    store.write(NAME, b"{")
    store.write("index.html", b"FORSIDE")
    store.close()
    plan = publish(site, place.reach).plan

    assert (plan.new, plan.changed, plan.strange, plan.removed) == ((), ("index.html",), ("index.html",), ())
    assert place.texts() == SITE | BIG


def test_a_line_that_breaks_is_opened_again(server: Place, site: Path) -> None:
    server.trouble.break_after = [2, 7]
    publish(site, server.reach)

    assert server.trouble.met == 2
    assert server.texts() == SITE | BIG


def test_a_line_that_stays_broken_leaves_a_good_site_and_the_next_run_goes_on(server: Place, site: Path) -> None:
    publish(lay_out(site.with_name("old"), {"index.html": "den gamle"}), server.reach)
    server.trouble.break_after = [server.trouble.writes + 7, *[0] * 300]
    with pytest.raises(RemoteError) as caught:
        publish(site, server.reach)
    assert caught.value.kind == "lost"
    server.trouble.break_after = []
    assert server.read("index.html") == b"den gamle"
    rest = publish(site, server.reach).plan

    assert len(rest.same) > 0
    assert server.texts() == SITE | BIG


@pytest.mark.parametrize("place", ["sftp", "webdav"], indirect=True)
def test_a_full_disk(place: Place, site: Path) -> None:
    place.trouble.room = 5_000
    with pytest.raises(RemoteError) as caught:
        publish(site, place.reach)
    place.trouble.room = None

    assert caught.value.kind == "full"
    assert not any(each.endswith(".qstd-part") for each in place.texts())
    publish(site, place.reach)
    assert place.texts() == SITE | BIG


def test_a_place_that_can_only_be_read(server: Place, site: Path) -> None:
    server.trouble.read_only = True
    with pytest.raises(RemoteError) as caught:
        publish(site, server.reach)

    assert caught.value.kind == "denied"
    assert server.texts() == {}


# ---- SFTP


def kind_of(reach: Callable[[], Store]) -> tuple[str, str]:
    with pytest.raises(RemoteError) as caught, closing(reach()) as store:
        store.listing("")
    return caught.value.kind, caught.value.detail


def test_an_unknown_server_is_refused(tmp_path: Path, home: Path) -> None:
    with servers.sftp(tmp_path, home, known=False) as server:
        kind, detail = kind_of(reached(server.address))

    assert kind == "unknown_host"
    assert detail.startswith("SHA256:")


def test_a_server_with_another_key_is_refused(tmp_path: Path, home: Path) -> None:
    with servers.sftp(tmp_path, home) as server:
        known = home / ".ssh" / "known_hosts"
        with servers.sftp(tmp_path, home / "other") as other:
            stolen = (home / "other" / ".ssh" / "known_hosts").read_text().split(" ", 1)[1]
            known.write_text(f"{known.read_text().split(' ', 1)[0]} {stolen}")
            assert kind_of(reached(server.address))[0] == "changed_host"
            assert other.trouble.lines == 0


def test_a_password_does_without_a_key_and_a_wrong_one_does_not(tmp_path: Path, home: Path) -> None:
    with servers.sftp(tmp_path, home) as server:
        (home / ".ssh" / "id_ed25519").unlink()
        reached(server.address)().close()
        assert kind_of(reached(server.address, password="forkert")) == ("login", "")
        assert kind_of(reached(server.address, password="")) == ("login", "")


def test_a_server_that_cannot_rename_to_a_name_in_use(tmp_path: Path, home: Path, site: Path) -> None:
    (tmp_path / "out").mkdir()
    with servers.sftp(tmp_path / "out", home, renames=False) as server:
        reach = reached(f"{server.address}~/www")
        publish(site, reach)
        lay_out(site, {"index.html": "ny"})
        publish(site, reach)

        assert (tmp_path / "out" / "www" / "index.html").read_text() == "ny"
        assert not list((tmp_path / "out").rglob("*.qstd-part"))


def test_links_at_the_place_are_followed(tmp_path: Path, home: Path, site: Path) -> None:
    out = tmp_path / "out"
    (out / "elsewhere").mkdir(parents=True)
    (out / "www").symlink_to("elsewhere")
    (out / "elsewhere" / "lejre").mkdir()
    with servers.sftp(out, home) as server:
        reach = reached(f"{server.address}www")
        publish(site, reach)
        (out / "moved").mkdir()
        (out / "elsewhere" / "lejre").rename(out / "moved" / "lejre")
        (out / "elsewhere" / "lejre").symlink_to("../moved/lejre")

        assert publish(site, reach).plan.new == ()


# ---- WebDAV and S3


def test_webdav_without_the_right_password(tmp_path: Path) -> None:
    with servers.webdav(tmp_path) as server:
        assert kind_of(reached(server.address, password="forkert")) == ("login", "")
        assert kind_of(reached(server.address, user="")) == ("login", "")


def test_a_password_goes_to_no_other_machine_in_the_open() -> None:
    assert kind_of(reached("webdav://eksempel.invalid/www")) == ("login", "http")


def test_files_in_a_bucket_tell_browsers_what_they_are(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, site: Path
) -> None:
    import boto3

    with servers.s3(monkeypatch, home) as server:
        publish(site, reached(server.address))
        bucket = server.address.split("/")[2]
        with closing(boto3.client("s3")) as client:
            kinds = {
                each: client.head_object(Bucket=bucket, Key=f"www/{each}")["ContentType"]
                for each in ("index.html", "assets/qstd.css", "feed.xml", "stor.pdf")
            }

    assert kinds == {
        "index.html": "text/html; charset=utf-8",
        "assets/qstd.css": "text/css; charset=utf-8",
        "feed.xml": "application/xml",
        "stor.pdf": "application/pdf",
    }


def test_a_bucket_that_is_not_there(home: Path, monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    with servers.s3(monkeypatch, home), pytest.raises(RemoteError) as caught:
        publish(site, reached("s3://findes-ikke/www"))

    assert caught.value.kind == "missing"


def test_s3_without_keys(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with servers.s3(monkeypatch, home) as server:
        monkeypatch.delenv("AWS_ACCESS_KEY_ID")
        monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
        assert kind_of(reached(server.address))[0] == "login"


@pytest.mark.parametrize("address", ["sftp://a@findes-ikke.invalid/", "webdavs://findes-ikke.invalid/x"])
def test_a_server_that_there_is_not(address: str) -> None:
    assert kind_of(reached(address))[0] == "no_host"
