"""`qstd publish`: where to, what it says, what it asks for, and that no password is ever among its words."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qstd.cli import main
from qstd.remote import RemoteError, patience
from tests.language.danish import danish
from tests.remote import places, servers
from tests.remote.places import SITE, lay_out

LIST = ".qstd-published.json"
SITE_FILE = "schema: 1\npublish: {where}\n"
KINDS = ("lost", "login", "denied", "full", "missing", "unknown_host", "changed_host", "no_host", "library", "refused")
ADDRESSES = {
    "ftp://eksempel.invalid/": "den slags adresser",
    "sftp:///www": "Adressen kan ikke læses",
    "s3://": "Adressen kan ikke læses",
    "sftp://vært:0x/": "Adressen kan ikke læses",
    "webdavs://a.invalid/?q=1": "Adressen kan ikke læses",
    "sftp://anna:hemmelig-kode@eksempel.invalid/www": "Der står en adgangskode i adressen",
    "https://anna:hemmelig-kode@eksempel.invalid/www": "Der står en adgangskode i adressen",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "hjemme"
    (folder / "standards").mkdir(parents=True)
    lay_out(folder / "build" / "site")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("SSH_AUTH_SOCK", "QSTD_PUBLISH_USER", "QSTD_PUBLISH_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(patience, "PAUSES", (0.0, 0.0))
    return folder


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    yield capsys
    assert servers.PASSWORD not in "".join(capsys.readouterr())


def run(said: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["publish", *words])
    text = "".join(said.readouterr())
    assert "Traceback" not in text
    assert servers.PASSWORD not in text
    return code, text


def published(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def test_a_folder_from_start_to_end(home: Path, tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    www = tmp_path / "www"
    code, text = run(said, str(www), "--dry-run")
    assert (code, www.exists()) == (0, False)
    assert [f"ny: {each}" in text for each in SITE] == [True] * len(SITE)
    assert f"Ville sende til {www}: 8 nye, 0 ændrede; fjerne 0; lade 0 være." in text

    code, text = run(said, str(www))
    assert (code, published(www)) == (0, {*SITE, LIST})
    assert "sendt: index.html\n" in text
    assert f"Sendt til {www}: 8 nye, 0 ændrede; 0 fjernet; 0 uændrede (" in text

    assert "0 nye, 0 ændrede; 0 fjernet; 8 uændrede" in run(said, str(www))[1]


def test_where_to_is_said_in_the_site_file(home: Path, tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    assert run(said) == (
        2,
        "fejl: Der står ingen steder, hvor siderne skal sendes hen.\n"
        "hjælp: Skriv det efter kommandoen, eller som »publish:« i standards/site.yaml.\n",
    )
    (home / "standards" / "site.yaml").write_text(SITE_FILE.format(where="../www"), "utf-8")
    assert run(said)[0] == 0
    assert published(tmp_path / "www") == {*SITE, LIST}


def test_a_broken_site_file_is_told(home: Path, said: pytest.CaptureFixture[str]) -> None:
    (home / "standards" / "site.yaml").write_text("schema: 1\npublis: x\n", "utf-8")
    code, text = run(said)

    assert code == 2
    assert "site.yaml:2:1: fejl F002: Feltet »publis« findes ikke her." in text


def test_other_pages_than_the_built_ones(
    tmp_path: Path, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path / "sider", {"index.html": "x"})
    assert run(said, "www", "--from", "sider")[0] == 0
    assert published(tmp_path / "www") == {"index.html", LIST}


def test_without_pages(home: Path, said: pytest.CaptureFixture[str]) -> None:
    code, text = run(said, "www", "--from", "tom")
    assert code == 1
    assert "Der er ingen sider at udgive i tom.\nhjælp: Lav dem først med »qstd build«." in text


@pytest.mark.parametrize("where", ["build/site", "build/site/www", "build", "."])
def test_pages_are_not_sent_into_themselves(home: Path, said: pytest.CaptureFixture[str], where: str) -> None:
    code, text = run(said, where)
    assert code == 2
    assert "kan ikke sendes til den mappe, de bygges i" in text


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_cannot_be_used(home: Path, said: pytest.CaptureFixture[str], address: str) -> None:
    code, text = run(said, address)
    assert code == 2
    assert ADDRESSES[address] in text
    assert "anna" not in text


def test_many_deletions_need_a_word(home: Path, tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    www = tmp_path / "www"
    run(said, str(www))
    for path in ("404.html", "feed.xml"):
        (home / "build" / "site" / path).unlink()
    code, text = run(said, str(www))
    assert code == 1
    assert text == (
        "fejl: 2 af 8 filer ville blive fjernet: 25 %, og grænsen er 10 %.\n"
        "  404.html\n  feed.xml\nhjælp: Er det rigtigt, så kør igen med --yes.\n"
    )
    assert (www / "feed.xml").exists()
    assert run(said, str(www), "--most-removed", "25%")[0] == 0
    assert not (www / "feed.xml").exists()


def test_a_word_is_enough(home: Path, tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    www = lay_out(tmp_path / "www", {"index.html": "en anden side", "andet.html": "x"})
    code, text = run(said, str(www))
    assert code == 1
    assert "Der ligger andre filer i vejen, som ikke er sendt herfra: 1.\n  index.html\n" in text
    assert published(www) == {"index.html", "andet.html"}
    assert "ikke sendt herfra: index.html" in run(said, str(www), "--dry-run")[1]
    assert run(said, str(www), "--yes")[0] == 0
    assert published(www) == {*SITE, LIST, "andet.html"}


@pytest.mark.parametrize("share", ["x", "101", "-1", "1000%"])
def test_shares_that_are_none(home: Path, said: pytest.CaptureFixture[str], share: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["publish", "www", f"--most-removed={share}"])
    assert stop.value.code == 2
    assert "skriv en procent fra 0 til 100" in "".join(said.readouterr())


def test_a_broken_list_is_told(home: Path, tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    www = lay_out(tmp_path / "www", {LIST: "{"})
    assert "Listen over det, der er udgivet, kan ikke læses." in run(said, str(www))[1]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_refusal_is_told_and_says_what_to_do(
    home: Path, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str, language: str
) -> None:
    place = places.Memory()

    def refuse(change: str) -> None:
        raise RemoteError(kind, "server \x1b[31msays\nno", "lejre/index.html")  # type: ignore[arg-type]  # from a list

    place.breaks = refuse
    monkeypatch.setattr("qstd.remote.connect", lambda address, access: lambda: place)
    monkeypatch.setenv("QSTD_PUBLISH_PASSWORD", servers.PASSWORD)
    code, text = run(said, "sftp://anna@eksempel.invalid:2222/www", "--lang", language)

    assert code == 1
    assert "\x1b" not in text
    assert "anna" not in text
    assert "eksempel.invalid:2222" in text or kind == "library"
    assert text.count("\n") == (4 if kind == "lost" else 2)
    assert text.splitlines()[-2].startswith(("fejl: ", "error: "))


def test_ctrl_c_is_no_fault(home: Path, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    place = places.Memory()

    def stop(change: str) -> None:
        if change == "+index.html":
            raise KeyboardInterrupt

    place.breaks = stop
    monkeypatch.setattr("qstd.remote.connect", lambda address, access: lambda: place)
    assert run(said, "sftp://eksempel.invalid/www")[0] == 130
    place.breaks = lambda change: None
    assert "1 nye, 0 ændrede; 0 fjernet; 7 uændrede" in run(said, "sftp://eksempel.invalid/www")[1]


def test_a_real_server_with_a_password_from_the_environment(
    home: Path, tmp_path: Path, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.setenv("QSTD_PUBLISH_USER", servers.USER)
    with servers.webdav(tmp_path / "out") as server:
        monkeypatch.setenv("QSTD_PUBLISH_PASSWORD", "forkert")
        code, text = run(said, server.address)
        assert code == 1
        assert "tog ikke imod den, der ville sende.\nhjælp: Brugernavn og adgangskode kommer fra" in text
        monkeypatch.setenv("QSTD_PUBLISH_PASSWORD", servers.PASSWORD)
        assert run(said, server.address)[0] == 0
    assert published(tmp_path / "out") == {*SITE, LIST}


@pytest.mark.parametrize("module", ["paramiko", "s3fs", "webdav4"])
def test_what_is_not_installed_is_told(
    home: Path, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    addresses = {"paramiko": "sftp://a.invalid/", "s3fs": "s3://a/", "webdav4": "webdavs://a.invalid/"}
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, f"{module}.client", None)
    for own in ("sftp", "s3", "webdav"):
        monkeypatch.delitem(sys.modules, f"qstd.remote.{own}", raising=False)
        monkeypatch.delattr(f"qstd.remote.{own}", raising=False)
    code, text = run(said, addresses[module])

    assert code == 1
    assert 'hjælp: Installér det med: pip install "qstd[publish]"' in text


def test_a_folder_that_cannot_be_written_to(home: Path, tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fil").write_text("x")
    code, text = run(said, str(tmp_path / "fil" / "www"))

    assert code == 1
    assert "Der kan ikke læses eller skrives" in text


def test_a_terminal_shows_a_bar(
    home: Path, tmp_path: Path, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    code, text = run(said, str(tmp_path / "www"), "--connections", "1")

    assert code == 0
    assert "sendt: " not in text
    assert published(tmp_path / "www") == {*SITE, LIST}


def test_english(home: Path, tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    www = lay_out(tmp_path / "www", {"index.html": "x", LIST: "{"})
    everything = [
        run(said, *words, "--lang", "en")[1]
        for words in (
            [str(www), "--dry-run"],
            [str(www)],
            [str(www), "--yes"],
            ["ftp://x"],
            ["."],
            [],
        )
    ]

    assert danish("".join(everything).replace(str(www), "").replace("standarder.json", "")) == []


def test_a_folder_needs_no_library(
    home: Path, tmp_path: Path, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("fsspec", "paramiko", "s3fs", "webdav4", "httpx"):
        monkeypatch.setitem(sys.modules, name, None)
    assert run(said, str(tmp_path / "www"))[0] == 0
