"""The tools that make sites of Markdown: MkDocs, Sphinx, Pelican, Hugo and StrictDoc, as whole processes.

Each gets the same standards, in its plainest theme, with a front page that lists the municipalities and a page for each
that lists its standards. What it makes beside that by itself (feeds, a site map) it makes; search is left out where it can
be. Front matter and headings are as each wants them; the text is the same, and the facts are in none of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from bench.common.aside import put_aside
from bench.corpus.national import Named, markdown, text
from bench.peers import environment
from qstd import catalogue

GROUP = "sites"
STRICTDOC_MOST = 98  # a thousand take it minutes


class Site(NamedTuple):
    """One way to make a site: the command from nothing, the command once more, what is taken away before the first, one
    standard's file, and the page that is made of it.
    """

    name: str
    folder: Path
    cold: Sequence[str]
    again: Sequence[str]
    made: Sequence[str]
    one: str
    page: str
    note: str = ""


Make = Callable[[Path, Sequence[Named]], Site]


def sites(folder: Path, standards: Sequence[Named]) -> tuple[list[Site], list[str]]:
    """Return the tools that are here, each with its own folder of Markdown, and the names of those that are not."""
    environment.set_up(GROUP)
    makers: dict[str, tuple[Make, ...]] = {
        "mkdocs": (mkdocs, mkdocs_short),
        "sphinx-build": (sphinx,),
        "pelican": (pelican,),
        "hugo": (hugo,),
        "strictdoc": (strictdoc,),
    }
    there = {each: _program(each).exists() for each in makers}
    found = [make(folder / make.__name__, standards) for each in makers if there[each] for make in makers[each]]
    return found, [each for each in makers if not there[each]]


def _program(name: str) -> Path:
    home = environment.HOME / GROUP
    if name == "hugo":  # beside it lies a program in Python that starts it
        return next(home.glob("lib/python*/site-packages/hugo/binaries/hugo"), home / "bin" / "hugo")
    return home / "bin" / name


def by_municipality(standards: Iterable[Named]) -> Mapping[str, Sequence[Named]]:
    """Return the standards of each municipality."""
    ordered = sorted(standards, key=lambda each: each.ref)
    return {name: tuple(group) for name, group in groupby(ordered, lambda each: each.standard.municipality)}


def _written(files: Mapping[str, str], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def _display(municipality: str) -> str:
    return catalogue.municipalities()[municipality].display


def _linked(standards: Sequence[Named]) -> Mapping[str, str]:
    """Return the front page and a page for each municipality, with links."""
    groups = by_municipality(standards)
    front = "".join(f"- [{_display(each)}]({each}/index.md)\n" for each in groups)
    pages = {"index.md": f"# Kvalitetsstandarder\n\n{front}"}
    for name, group in groups.items():
        links = "".join(f"- [{each.standard.title}]({each.slug}.md)\n" for each in group)
        pages[f"{name}/index.md"] = f"# {_display(name)}\n\n{links}"
    return pages


def mkdocs(folder: Path, standards: Sequence[Named]) -> Site:
    """MkDocs as it comes: the menu on every page lists every standard."""
    return _mkdocs("MkDocs", folder, standards, "", "once more: --dirty, which leaves other pages stale")


def mkdocs_short(folder: Path, standards: Sequence[Named]) -> Site:
    """MkDocs told to list the municipalities only."""
    menu = "".join(f"  - {name}/index.md\n" for name in by_municipality(standards))
    settings = f"validation:\n  nav:\n    omitted_files: ignore\nnav:\n  - index.md\n{menu}"
    return _mkdocs("MkDocs, short menu", folder, standards, settings, "once more: --dirty")


def _mkdocs(name: str, folder: Path, standards: Sequence[Named], menu: str, note: str) -> Site:
    settings = f"site_name: Kvalitetsstandarder\nsite_url: https://example.org/\nplugins: []\n{menu}"
    texts = {f"docs/{each.ref}.md": markdown(each) for each in standards}
    _written({"mkdocs.yml": settings, **texts} | _below("docs", _linked(standards)), folder)
    command = [str(_program("mkdocs")), "build", "-q"]
    one = standards[0].ref
    page = f"site/{one}/index.html"
    return Site(name, folder, command, [*command, "--dirty"], ["site"], f"docs/{one}.md", page, note=note)


def _below(top: str, files: Mapping[str, str]) -> dict[str, str]:
    return {f"{top}/{name}": content for name, content in files.items()}


def sphinx(folder: Path, standards: Sequence[Named]) -> Site:
    """Sphinx with MyST, on all processors."""
    groups = by_municipality(standards)
    settings = (
        'project = "Kvalitetsstandarder"\nlanguage = "da"\nextensions = ["myst_parser"]\nhtml_theme = "basic"\n'
        'html_copy_source = False\nsuppress_warnings = ["myst.header"]\n'
    )
    texts = {f"{each.ref}.md": markdown(each) for each in standards}
    pages = {"index.md": _tree("Kvalitetsstandarder", (f"{name}/index" for name in groups))}
    pages |= {
        f"{name}/index.md": _tree(_display(name), (each.slug for each in group)) for name, group in groups.items()
    }
    _written({"conf.py": settings, **texts, **pages}, folder / "source")
    command = [str(_program("sphinx-build")), "-q", "-j", "auto", "-b", "html", "-d", "kept", "source", "site"]
    one = standards[0].ref
    note = "makes its search index too"
    return Site("Sphinx", folder, command, command, ["site", "kept"], f"source/{one}.md", f"site/{one}.html", note=note)


def _tree(title: str, names: Iterable[str]) -> str:
    lines = "\n".join(names)
    return f"# {title}\n\n```{{toctree}}\n:maxdepth: 1\n\n{lines}\n```\n"


def pelican(folder: Path, standards: Sequence[Named]) -> Site:
    """Pelican; a municipality is a category, and what it has read is kept."""
    settings = (
        'SITENAME = "Kvalitetsstandarder"\nSITEURL = "https://example.org"\nPATH = "content"\nTIMEZONE = "UTC"\n'
        'DEFAULT_LANG = "da"\nTHEME = "simple"\nDEFAULT_DATE = (2026, 1, 1)\nDEFAULT_PAGINATION = False\n'
        "CACHE_CONTENT = True\nLOAD_CONTENT_CACHE = True\n"
        'ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{slug}.html"\n'
    )
    texts = {}
    for each in standards:
        front = {"Title": each.standard.title, "Category": each.standard.municipality, "Slug": each.slug}
        lines = "".join(f"{key}: {value}\n" for key, value in front.items())
        texts[f"content/{each.ref}.md"] = f"{lines}\n{text(each.standard, title=False)}"
    _written({"pelicanconf.py": settings, **texts}, folder)
    command = [str(_program("pelican")), "-q", "-s", "pelicanconf.py", "-o", "site"]
    one = standards[0].ref
    return Site("Pelican", folder, command, command, ["site", "cache"], f"content/{one}.md", f"site/{one}.html")


LAYOUTS = {
    "baseof.html": '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    '<body><nav><a href="/">Forside</a></nav><main>{{ block "main" . }}{{ end }}</main></body></html>',
    "single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ end }}',
    "list.html": '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}'
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
}


def hugo(folder: Path, standards: Sequence[Named]) -> Site:
    """Hugo; a municipality is a section. It makes everything anew each time, on all processors."""
    settings = (
        'baseURL = "https://example.org/"\nlanguageCode = "da"\ntitle = "Kvalitetsstandarder"\n'
        'disableKinds = ["taxonomy", "term"]\n'
    )
    texts = {f"content/{each.ref}.md": markdown(each, title=False) for each in standards}
    pages = {f"content/{name}/_index.md": f"---\ntitle: {_display(name)}\n---\n" for name in by_municipality(standards)}
    _written({"hugo.toml": settings, **texts, **pages} | _below("layouts/_default", LAYOUTS), folder)
    command = [str(_program("hugo")), "--quiet", "--destination", "site", "--cacheDir", str(folder / "kept")]
    one = standards[0].ref
    note = "makes everything each time"
    made = ["site", "kept", "resources"]
    return Site("Hugo", folder, command, command, made, f"content/{one}.md", f"site/{one}/index.html", note=note)


STRICTDOC = """\
from strictdoc.core.project_config import ProjectConfig


def create_config() -> ProjectConfig:
    return ProjectConfig(project_title="Kvalitetsstandarder", project_features=[])
"""


def strictdoc(folder: Path, standards: Sequence[Named]) -> Site:
    """StrictDoc, without its extra screens and in one process: with several it waits for ever where a file is faulty."""
    _written({"strictdoc_config.py": STRICTDOC}, folder)
    _written({f"{each.ref}.md": text(each.standard) for each in standards[:STRICTDOC_MOST]}, folder / "source")
    options = ["--config", "strictdoc_config.py", "--output-dir", "site", "--no-parallelization"]
    command = [str(_program("strictdoc")), "export", "source", *options]
    one = standards[0].ref
    name = "StrictDoc" if len(standards) <= STRICTDOC_MOST else f"StrictDoc, {STRICTDOC_MOST} only"
    return Site(name, folder, command, command, ["site"], f"source/{one}.md", f"site/html/source/{one}.html")


def clear(site: Site) -> None:
    """Take away all that builds have left."""
    for each in site.made:
        put_aside(site.folder, each, site.folder.parent)
