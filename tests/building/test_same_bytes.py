"""Whatever was changed, in whatever order: the site is, byte for byte, what a first build makes of the same files, in
another folder, on another day, under another hash seed, in another language of the machine and another time zone.
"""

import datetime as dt
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.workspace import Workspace
from tests.building.small import DAY, FILES, ROOT, STANDARD, again, lay_out, order, read_site

EXAMPLES = max(1, int(os.environ.get("QSTD_FUZZ", "50")) // 10)
STANDARDS = [name for name in FILES if name.count("/") == 2 and "municipality" not in name and name.endswith(".yaml")]
MUNICIPALITIES = [name for name in FILES if "municipality" in name]
PAGES = ["lejre/a/index.html", "lejre/b/b.docx", "assets/qstd.css", "index.html", "sammenlign/sel-97/sel-97.csv"]
OF_A_DAY = ("eftersyn.html", "aarshjul.html", "aarshjul.ics")
REPORTS = tuple(f"{slug}/{name}" for slug in ("lejre", "hvidovre") for name in OF_A_DAY)
Edit = tuple[str, str | None]
"""A file below the workspace, and its text; nothing where it is to go."""

bodies = st.sampled_from(
    ["", "    Ring til os.\n", "    Ring til os, eller **skriv**.\n", "    | a | b |\n    |---|---|\n    | 1 | 2 |\n"]
)
standards = st.builds(
    lambda title, service, more: STANDARD.format(title=title, service=service, more=more),
    st.sampled_from(["Støtte", "Ledsagelse", "Ærlig hjælp & råd"]),
    st.sampled_from(["sel-97", "sel-99", "sel-85"]),
    bodies,
)
municipalities = st.builds(
    lambda name, phone, text, more: (
        f'name: {name} Kommune\ncode: "0350"\ncontact: {{phone: {phone}}}\nfragments:\n  kontakt: {{body: {text}}}\n{more}'
    ),
    st.sampled_from(["Lejre", "Aarhus"]),
    st.sampled_from(["12 34 56 78", "87 65 43 21"]),
    st.sampled_from(["Ring til os.", "Skriv til os."]),
    st.sampled_from(
        [
            "",
            "logo: logo.svg\n",
            'colours: {brand: "#2e6b4f"}\n',
            "accessibility_statement: https://www.was.digst.dk/eksempel-dk\n",
            "deadlines:\n- {service: sel-97, role: decision, value: 8, unit: week}\n",
            "headings:\n- {heading: Pris, topic: price}\n",
        ]
    ),
)
page_template = (ROOT / "templates" / "html" / "standard.html").read_text("utf-8")
edits: st.SearchStrategy[Edit] = st.one_of(
    st.tuples(st.sampled_from([*STANDARDS, "standards/hvidovre/d.yaml"]), standards),
    st.tuples(st.sampled_from(STANDARDS), st.sampled_from(["[", "title: uden resten\n", None])),
    st.tuples(st.sampled_from(MUNICIPALITIES), st.one_of(municipalities, st.sampled_from(["[", None]))),
    st.tuples(st.just("templates/html/standard.html"), st.sampled_from([page_template + "<!-- vores -->\n", None])),
    st.tuples(st.just("standards/lejre/templates/html/qstd.css"), st.sampled_from(["/* vores */\n", None])),
    st.tuples(st.just("standards/rules.yaml"), st.sampled_from(["schema: 1\nrules: []\n", "[", None])),
    st.tuples(st.sampled_from([f"site/{each}" for each in PAGES]), st.sampled_from(["by hand", None])),
    st.tuples(st.sampled_from(["site/.manifest.json", "state", "index"]), st.sampled_from(["spoilt", None])),
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.tuples(edits, st.booleans()), min_size=1, max_size=8))
def test_a_site_built_step_by_step_is_one_built_at_once(changes: list[tuple[Edit, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = lay_out(Path(folder, "home"))
        again(order(home))
        for number, (change, build_now) in enumerate(changes):
            apply(change, home)
            if build_now:
                again(order(home, DAY + dt.timedelta(days=number)))
        last = again(order(home))
        expected = fresh(home, Path(folder, "elsewhere"), lambda it: again(order(it, dt.date(2027, 8, 7))))
        found = read_site(home.root / "site")

    own = [".manifest.json", *REPORTS]
    assert {each: found[each] for each in expected if each not in own} == {
        each: data for each, data in expected.items() if each not in own
    }
    assert last.broken or forgotten(changes) or set(found) == set(expected)


def forgotten(changes: list[tuple[Edit, bool]]) -> bool:
    """Tell whether nobody knows any more which files were made: then those that nothing makes now may stay."""
    return {"state", "site/.manifest.json"} <= {name for (name, _), _ in changes}


def apply(change: Edit, home: Workspace) -> None:
    """Change one file; `state` and `index` are those of all that builds keep."""
    name, text = change
    cache = home.root / "build" / ".cache"
    kept = {"state": "site/*/state.json", "index": "store/index.jsonl"}
    paths = list(cache.glob(kept[name])) if name in kept else [home.root / name]
    for path in paths:
        path.unlink(missing_ok=True)
        if text is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def fresh(home: Workspace, folder: Path, build: Callable[[Workspace], object]) -> dict[str, bytes]:
    """Return the site that a first build makes of the same files in another folder."""
    folder.mkdir()
    for name in ("standards", "templates"):
        if (home.root / name).exists():
            (home.root / name).rename(folder / name)
    build(Workspace(folder))
    return read_site(folder / "site")


def test_another_process_on_another_machine_makes_the_same_bytes_and_finds_nothing_to_do(tmp_path: Path) -> None:
    home = lay_out(tmp_path / "home")
    other = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}
    first = command(home, "--today", "2026-03-01", PYTHONHASHSEED="1", TZ="UTC")
    assert "69 skrevet" in first
    assert "0 skrevet, 69 uændrede" in command(home, "--today", "2026-03-01", **other)
    found = read_site(home.root / "site")
    expected = fresh(home, tmp_path / "elsewhere", lambda it: command(it, "--today", "2027-08-07", **other))
    assert {name for name in expected if expected[name] != found.get(name)} == set(REPORTS)
    assert set(found) == set(expected)


def command(home: Workspace, *more: str, **environment: str) -> str:
    """Run `qstd build` in a process of its own and return what it said."""
    words = ("build", "--out", "site", "--format", "html,docx,data", "--skip", "search", *more)
    done = subprocess.run(
        [sys.executable, "-m", "qstd", *words],
        cwd=home.root,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
