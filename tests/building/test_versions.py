"""Versions that were in force: each has a page that stays, in a site of today and in one as it was on a day."""

import datetime as dt
import json
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from qstd.site.choices import Choices
from qstd.verbs.building import Order
from qstd.verbs.building.as_of import lay_out as lay_out_then
from qstd.workspace import Workspace
from tests.building.small import FILES, NO_SEARCH, SHARED, STANDARD, again, lay_out, read_site
from tests.history.repository import Repository

TODAY = dt.date(2026, 3, 1)
LIVED = "standards/lejre/a.yaml"
OURS = STANDARD.format(title="Ledsagelse i Lejre", service="sel-97", more=SHARED)
COMMON = FILES["standards/lejre/municipality.yaml"]


def standard(day: str, price: str, status: str = "in_force", more: str = "") -> str:
    """Return a standard approved on a day, in which the help has a price."""
    text = OURS.replace("2025-01-01", day).replace("Hjælpen er gratis.", price).replace("in_force", status)
    return text.replace("approval:", f"{more}approval:")


@pytest.fixture
def lived(tmp_path: Path) -> Repository:
    """A workspace in which a standard was in force in three versions, and what it shares was changed once."""
    home = lay_out(tmp_path / "home", {name: text for name, text in FILES.items() if name != LIVED})
    found = Repository(home.root)
    found.commit(
        {".gitignore": "build/\nsite/\n", LIVED: standard("2015-10-05", "Hjælpen er gratis.")}, day="2015-10-06"
    )
    shared = COMMON.replace("Ring til os.", "Skriv til os.")
    found.commit({"standards/lejre/municipality.yaml": shared}, day="2017-01-01")
    found.commit({LIVED: standard("2019-03-01", "Hjælpen koster ingenting.")}, day="2019-03-02")
    found.commit({LIVED: standard("2024-01-15", "Du betaler ikke for hjælpen.")}, day="2024-01-16")
    return found


def site(folder: Path, day: dt.date = TODAY, out: str = "site") -> dict[str, bytes]:
    """Build the site of a workspace and return its files."""
    again(asked(folder, day, out))
    return read_site(folder / out)


def asked(folder: Path, day: dt.date = TODAY, out: str = "site") -> Order:
    """Ask for pages and data, and for a map of the site."""
    choices = Choices(url="https://eksempel.dk/", formats=("html", "data"), parts=NO_SEARCH)
    return Order(Workspace(folder), folder / out, day, choices)


def words(data: bytes) -> str:
    """Return what stands on a page, whatever spaces are between."""
    return " ".join(html.fromstring(data.decode()).text_content().split())


def robots(data: bytes) -> list[str]:
    """Return what a page tells search engines."""
    return [str(each) for each in html.fromstring(data).xpath("//meta[@name='robots']/@content")]


def whither(files: dict[str, bytes], page: str) -> dict[str, str]:
    """Return where the links of a page lead within the site, by their words."""
    found = {}
    for each in html.fromstring(files[page]).xpath("//a[@href]"):
        address = unquote(each.get("href").partition("#")[0])
        if address and ":" not in address:
            found[" ".join(each.text_content().split())] = posixpath.normpath(posixpath.join("/", page, "..", address))[
                1:
            ]
    return found


def versions(files: dict[str, bytes], ref: str = "lejre/a") -> list[str]:
    """Return the days of which there are pages of versions."""
    return sorted(each.split("/")[2] for each in files if each.startswith(f"{ref}/2") and each.endswith("/index.html"))


# ---------- A site of today ----------


def test_each_version_that_was_in_force_has_a_page_with_its_own_words(lived: Repository) -> None:
    files = site(lived.folder)
    assert versions(files) == ["2015-10-05", "2019-03-01", "2024-01-15"]
    first, second, now = (words(files[f"lejre/a/{day}/index.html"]) for day in versions(files))
    assert "Denne udgave gjaldt fra den 5. oktober 2015 til den 28. februar 2019. Den gælder ikke længere." in first
    assert "Hjælpen er gratis." in first
    assert "Ring til os." in first  # what it shared then
    assert "Denne udgave gjaldt fra den 1. marts 2019 til den 14. januar 2024." in second
    assert "Hjælpen koster ingenting." in second
    assert "Skriv til os." in second
    assert "Denne udgave gælder fra den 15. januar 2024." in now
    kept = json.loads(files["lejre/a/2015-10-05/a.json"])
    assert kept["approval"]["date"] == "2015-10-05"


def test_the_standard_lists_its_versions_and_each_leads_to_the_one_in_force(lived: Repository) -> None:
    files = site(lived.folder)
    page = html.fromstring(files["lejre/a/index.html"])
    items = [" ".join(each.text_content().split()) for each in page.xpath("//section[@id='udgaver']//li")]
    assert items == [
        "Fra den 15. januar 2024 (gælder nu). Hvad blev ændret? i udgaven fra den 15. januar 2024",
        "Fra den 1. marts 2019 til den 14. januar 2024. Hvad blev ændret? i udgaven fra den 1. marts 2019",
        "Fra den 5. oktober 2015 til den 28. februar 2019",
    ]
    assert whither(files, "lejre/a/2015-10-05/index.html")["Læs den udgave, der gælder nu"] == "lejre/a/index.html"
    changed = words(files["lejre/a/2019-03-01/aendringer.html"])
    assert "Hvad blev ændret den 1. marts 2019?" in changed
    assert "Hjælpen koster ingenting." in changed
    assert "Du betaler ikke" not in changed


def test_every_link_of_the_site_leads_to_a_file(lived: Repository) -> None:
    files = site(lived.folder)
    for page in (each for each in files if each.endswith(".html")):
        assert {each for each in whither(files, page).values() if each not in files} == set(), page


def test_search_engines_are_told_of_the_one_in_force_only(lived: Repository) -> None:
    files = site(lived.folder)
    told = {
        name: robots(data) for name, data in files.items() if name.startswith("lejre/a/") and name.endswith(".html")
    }
    assert {name for name, each in told.items() if each == ["noindex"]} == {
        "lejre/a/aendringer.html",
        "lejre/a/2015-10-05/index.html",
        "lejre/a/2019-03-01/index.html",
        "lejre/a/2019-03-01/aendringer.html",
        "lejre/a/2024-01-15/aendringer.html",
    }
    now = html.fromstring(files["lejre/a/2024-01-15/index.html"])
    assert now.xpath("//link[@rel='canonical']/@href") == ["https://eksempel.dk/lejre/a/index.html"]
    for name in ("sitemap.xml", "atom.xml", "lejre/atom.xml", "lejre/standarder.json"):
        assert b"2015-10-05/" not in files.get(name, b""), name
    assert b"eksempel.dk/lejre/a/" in files["sitemap.xml"]


def test_without_a_history_there_are_no_versions(tmp_path: Path) -> None:
    files = site(lay_out(tmp_path / "home").root)
    assert versions(files) == []
    assert b"udgaver" not in files["lejre/a/index.html"]


def test_what_nobody_has_kept_is_no_version(lived: Repository) -> None:
    (lived.folder / LIVED).write_text(standard("2026-02-01", "Hjælpen er dyr."), "utf-8")
    files = site(lived.folder)
    assert versions(files) == ["2015-10-05", "2019-03-01", "2024-01-15"]
    assert "Hjælpen er dyr." in words(files["lejre/a/index.html"])
    assert "til den 31. januar 2026" in words(files["lejre/a/2024-01-15/index.html"])


def test_a_word_changed_before_anybody_kept_it_takes_no_page_away(lived: Repository) -> None:
    (lived.folder / LIVED).write_text(standard("2024-01-15", "Du betaler ikke noget for hjælpen."), "utf-8")
    files = site(lived.folder)
    assert versions(files) == ["2015-10-05", "2019-03-01", "2024-01-15"]
    assert "Du betaler ikke for hjælpen." in words(files["lejre/a/2024-01-15/index.html"])
    assert "(gælder nu)" in words(files["lejre/a/index.html"])


def test_a_draft_leads_to_the_version_that_is_in_force(lived: Repository) -> None:
    lived.commit({LIVED: standard("2024-01-15", "Hjælpen bliver dyr.", "draft")}, day="2026-02-01")
    files = site(lived.folder)
    assert "Der arbejdes på en ny udgave." in words(files["lejre/a/2024-01-15/index.html"])
    earlier = whither(files, "lejre/a/2015-10-05/index.html")
    assert earlier["Læs den udgave, der gælder nu"] == "lejre/a/2024-01-15/index.html"


def test_what_was_withdrawn_leads_to_what_took_its_place(lived: Repository) -> None:
    withdrawn = standard("2024-01-15", "Du betaler ikke for hjælpen.", "withdrawn", "replaced_by: b\n")
    lived.commit({LIVED: withdrawn}, day="2026-02-01")
    files = site(lived.folder)
    last = "lejre/a/2024-01-15/index.html"
    assert "gjaldt fra den 15. januar 2024 til den 31. januar 2026" in words(files[last])
    assert whither(files, last)["Støtte"] == "lejre/b/index.html"
    assert robots(files[last]) == robots(files["lejre/a/index.html"]) == ["noindex"]


def test_versions_stay_when_the_file_is_gone_or_has_another_name(lived: Repository) -> None:
    lived.commit(move={LIVED: "standards/lejre/ledsager.yaml"}, day="2026-01-10")
    files = site(lived.folder)
    assert versions(files, "lejre/ledsager") == versions(files) == ["2015-10-05", "2019-03-01", "2024-01-15"]
    old = whither(files, "lejre/a/2015-10-05/index.html")
    assert old["Læs den udgave, der gælder nu"] == "lejre/ledsager/index.html"
    lived.commit(remove=["standards/lejre/ledsager.yaml"], day="2026-01-20")
    files = site(lived.folder)
    assert versions(files) == ["2015-10-05", "2019-03-01", "2024-01-15"]
    assert "Standarden er her ikke mere." in words(files["lejre/ledsager/2024-01-15/index.html"])
    assert "lejre/ledsager/index.html" not in files


# ---------- Again and again ----------


def test_a_new_version_makes_only_what_it_changes(lived: Repository) -> None:
    again(asked(lived.folder))
    lived.commit({LIVED: standard("2026-02-01", "Hjælpen er gratis igen.")}, day="2026-02-02")
    built = again(asked(lived.folder))
    made = {each.paths[0] for each in built.made if each.paths[0].startswith("lejre/a/2")}
    assert made == {"lejre/a/2024-01-15/index.html", "lejre/a/2026-02-01/index.html"}  # the end of one, and the new one
    assert again(asked(lived.folder)).written == ()


def test_feeds_tell_of_a_change_that_nobody_approved_anew(lived: Repository) -> None:
    """The day is that of the commit; also of a standard that does not say when it was approved."""
    text = standard("2024-01-15", "Du betaler ikke for hjælpen.").replace("Ledsagelse i", "Ledsagelse for voksne i")
    undated = "\n".join(line for line in OURS.splitlines() if not line.startswith("approval:"))
    lived.commit({LIVED: text, "standards/lejre/d.yaml": f"{undated}\n"}, day="2025-07-09")
    feed = site(lived.folder)["lejre/feed.xml"].decode()
    assert re.findall(r"<updated>(.{10})", feed)[:3] == ["2025-07-09"] * 3
    assert {"a", "d"} <= set(re.findall(r'href="[^"]*lejre/(\w+)/index.html"', feed))


def test_a_commit_that_changes_no_standard_makes_nothing(lived: Repository) -> None:
    again(asked(lived.folder))
    lived.commit({"andet.txt": "Noget andet."}, day="2026-02-02")
    built = again(asked(lived.folder))
    assert (built.made, built.written) == ((), ())


def test_a_clone_gives_the_same_bytes(lived: Repository, tmp_path: Path) -> None:
    lived.git("clone", "--quiet", ".", str(tmp_path / "clone"))
    assert site(lived.folder) == site(tmp_path / "clone")


# ---------- As it was ----------


def then(folder: Path, day: dt.date) -> dict[str, bytes]:
    """Build the site of a workspace as it was on a day."""
    home = Workspace(folder)
    laid_out = lay_out_then(home, day, "test")
    assert laid_out.home is not None, laid_out.findings
    choices = Choices(url="https://eksempel.dk/", formats=("html", "data"), parts=NO_SEARCH, as_of=day.isoformat())
    again(Order(laid_out.home, folder / "build" / "then", day, choices, laid_out.findings, kept_by=home))
    return read_site(folder / "build" / "then")


def test_the_site_of_a_day_has_what_was_in_force_then(lived: Repository) -> None:
    files = then(lived.folder, dt.date(2018, 5, 5))
    page = words(files["lejre/a/index.html"])
    assert "Hjælpen er gratis." in page
    assert "Skriv til os." in page  # since 2017
    assert versions(files) == ["2015-10-05"]
    assert "til den 28. februar 2019" not in words(files["lejre/a/2015-10-05/index.html"])
    assert "hvidovre/c/index.html" not in files  # of 2025
    assert "sitemap.xml" not in files
    for name, data in files.items():
        if name.endswith(".html") and "fragment" not in name:
            assert robots(data) == ["noindex"], name
            assert "Som det var den 5. maj 2018" in words(data), name
    assert "Som det var den 5. maj 2018" in words(files["lejre/a/fragment.html"])


def test_the_site_of_a_day_touches_nothing_of_now(lived: Repository) -> None:
    now = site(lived.folder)
    mine = lived.folder / "standards" / "lejre" / "b.yaml"
    mine.write_text(mine.read_text("utf-8") + "# ikke gemt\n", "utf-8")
    before = read_site(lived.folder / "standards")
    once = then(lived.folder, dt.date(2018, 5, 5))
    assert then(lived.folder, dt.date(2018, 5, 5)) == once
    assert read_site(lived.folder / "standards") == before
    assert then(lived.folder, dt.date(2020, 5, 5)) != once
    assert site(lived.folder) == now


def test_the_last_day_of_a_version_is_its_own(lived: Repository) -> None:
    last, first = (then(lived.folder, dt.date(2019, *each)) for each in ((2, 28), (3, 1)))
    assert "Hjælpen er gratis." in words(last["lejre/a/index.html"])
    assert "Hjælpen koster ingenting." in words(first["lejre/a/index.html"])


def test_a_day_before_all_standards_is_told(lived: Repository) -> None:
    (found,) = lay_out_then(Workspace(lived.folder), dt.date(2001, 1, 1), "test").findings
    assert found.code == "R416"
    assert "2015-10-05" in str(found.hint)


def test_a_standard_without_a_day_is_not_taken_and_told(lived: Repository) -> None:
    dateless = STANDARD.format(title="Uden dag", service="sel-99", more="").replace("date: 2025-01-01, ", "")
    lived.commit({"standards/lejre/uden.yaml": dateless}, day="2025-06-01")
    laid_out = lay_out_then(Workspace(lived.folder), dt.date(2025, 7, 1), "test")
    assert [(each.code, each.place.file) for each in laid_out.findings] == [("R419", "standards/lejre/uden.yaml")]
    assert laid_out.home is not None
    assert not (laid_out.home.root / "standards" / "lejre" / "uden.yaml").exists()


def test_a_history_that_is_not_whole_is_told(lived: Repository, tmp_path: Path) -> None:
    lived.git("clone", "--quiet", "--depth", "1", f"file://{lived.folder}", str(tmp_path / "clone"))
    laid_out = lay_out_then(Workspace(tmp_path / "clone"), dt.date(2018, 5, 5), "test")
    assert laid_out.home is None
    assert "git fetch --unshallow" in str(laid_out.findings[0].hint)


def test_without_a_history_there_is_no_site_of_a_day(tmp_path: Path) -> None:
    home = lay_out(tmp_path / "home")
    laid_out = lay_out_then(home, dt.date(2018, 5, 5), "test")
    assert laid_out.home is None
    assert laid_out.findings[0].severity == "error"
