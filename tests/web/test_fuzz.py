"""Whatever is sent to any route: no fault of the program, no file where none belongs, no markup of a stranger in a page.

Routes and the names of their fields are found in the program, so a new screen is tried too. `QSTD_FUZZ=2000` tries more.
"""

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from starlette.routing import Route

from qstd.verbs.editing.publishing import Publisher
from qstd.verbs.editing.reading_apart import Uploads
from qstd.web.app import screens
from qstd.web.security.scopes import PUBLIC
from tests.web.editors import OWN_PAGE, Browser, app

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "15"))
ROOT = Path(__file__).parents[2]
WEB = ROOT / "qstd" / "web"
ROUTES = [each for each in screens() if isinstance(each, Route) and not each.path.startswith(PUBLIC)]
SCRIPT = "<script>alert(1)</script>"
_ASKED = re.compile(r"""(?:get|getlist|pop)\(\s*f?["']([a-z][\w-]*)["']""")
_NAMED = re.compile(r'name="([a-z][\w-]*)"')
_OWN = re.compile(
    r"(?:\.qstd|\.git|build|schemas)/|standards/(?:[\w-]+/[\w-]+\.yaml|alignments\.yaml)$|hearings/[\w-]+/[\w-]+/[\d-]{10}\.yaml$"
)


def field_names() -> list[str]:
    """The names of all fields that a screen asks for."""
    code = "".join(each.read_text("utf-8") for each in sorted((WEB / "routes").glob("*.py")))
    pages = "".join(each.read_text("utf-8") for each in sorted((WEB / "templates").glob("*.html")))
    return sorted({*_ASKED.findall(code), *_NAMED.findall(pages)} - {"csrf", "viewport"})


NAMES = field_names()
REFS = sorted(f"{each.parent.name}/{each.stem}" for each in (ROOT / "standards").glob("*/*.yaml"))
STANDARDS = [each for each in REFS if not each.endswith("/municipality")]
ODD = [
    "", " ", "0", "1", "-1", "2", "99999999999999999999", "1e400", "²", "NaN", "ja", "nej", "None", "null", "[]", "{}",
    "../../../../tmp/x", "..\\..\\x", "/etc/passwd", "a/b/c", "a\x00b", "\x1b[31m", "\u202e", "\u2028", "\r\nX-Odd: 1",
    SCRIPT, f'"onload="{SCRIPT}', "'><img src=x onerror=alert(1)>", "{{7*7}}", "{name}", "%s%n", "&amp;", "æøå ÆØÅ",
    "sel-99", "law/sel-99", "lejre@HEAD", "lejre/nr@v1", "2026-02-30", "price", "yes", "no", "ours", "theirs", "file",
    "titel", "aendret", "kolonner", "# A\n\n- b\n", "schema: 1\ntitle: A\n", "schema: [", "a" * 300, "x y " * 3_000,
]  # fmt: skip
text = st.one_of(st.sampled_from(ODD), st.sampled_from(REFS), st.text(max_size=40))
fields = st.lists(st.tuples(st.sampled_from(NAMES), text), max_size=8)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser; long work is not done, and what was written is looked at in the end."""
    top = tmp_path_factory.mktemp("fuzz")
    home = top / "inner" / "home"
    home.mkdir(parents=True)
    (top / "beside.txt").write_text("x", "utf-8")
    before = stamps(ROOT / "standards")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Publisher, "start", lambda self, wish: True)
        patch.setattr(Uploads, "_read", lambda self, state: self._over(state.id))
        yield Browser(app(home))
    assert stamps(ROOT / "standards") == before
    outside = [each for each in stamps(top) if not each.startswith("inner/home/") and each != "beside.txt"]
    assert outside == []
    odd = [each for each in stamps(home) if not _OWN.match(each)]
    assert odd == []


def stamps(folder: Path) -> dict[str, int]:
    return {
        each.relative_to(folder).as_posix(): each.stat().st_mtime_ns for each in folder.rglob("*") if each.is_file()
    }


def segment(name: str, data: st.DataObject) -> str:
    """A value of a parameter of a path."""
    if data.draw(st.booleans()):
        municipality, slug = data.draw(st.sampled_from(STANDARDS)).split("/")
        known = {"municipality": municipality, "slug": slug, "ref": f"{municipality}/{slug}"}
        return str(known.get(name, data.draw(st.sampled_from(["0", "1", "3"]))))
    return str(data.draw(text))


def address(route: Route, data: st.DataObject) -> str:
    """An address that the route may answer to; converters see to it that a number is one."""
    values = {}
    for name, convertor in route.param_convertors.items():
        if type(convertor).__name__ == "IntegerConvertor":
            values[name] = str(data.draw(st.sampled_from([0, 1, 2, 7, 10**6, 10**20])))
        else:
            values[name] = quote(segment(name, data).encode("utf-8", "surrogatepass"), safe="")
    return route.path_format.format(**values)


@pytest.mark.parametrize("route", ROUTES, ids=lambda each: f"{sorted(each.methods)[-1]} {each.path}")
def test_no_route_breaks(route: Route, browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize="QSTD_FUZZ" not in os.environ,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def tried(data: st.DataObject) -> None:
        for method in sorted((route.methods or set()) - {"HEAD"}):
            answer = asked(method, route, browser, data)
            assert answer.status_code < 500, (method, str(answer.url), caplog.text[-2000:])
            assert "Traceback" not in answer.text
            assert "Content-Security-Policy" in answer.headers
            if "html" in answer.headers.get("Content-Type", ""):
                assert SCRIPT not in answer.text, (method, str(answer.url))
                assert "<img src=x" not in answer.text, (method, str(answer.url))

    tried()


def asked(method: str, route: Route, browser: Browser, data: st.DataObject) -> Any:
    path = address(route, data)
    query = urlencode(data.draw(fields), errors="surrogatepass")
    head = dict(OWN_PAGE) | ({"HX-Request": "true"} if data.draw(st.booleans()) else {})
    if query:
        path = f"{path}?{query}"
    if method == "GET":
        return browser.send("GET", path, head)
    head["X-Qstd-Token"] = browser.token
    given_ = [(name, value.encode("utf-8", "replace").decode()) for name, value in data.draw(fields)]
    form: dict[str, list[str]] = {}
    for name, value in given_:
        form.setdefault(name, []).append(value)
    files = {"fil": (data.draw(text), io.BytesIO(b"# A\n\nb\n"))} if data.draw(st.integers(0, 4)) == 0 else None
    return browser.send(method, path, head, data=form, files=files)
