"""What the words of a command mean: a file, a folder, `municipality/slug`, or `law/service`, each perhaps with `@REV`."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from qstd import catalogue, workspace
from qstd.model.finding import Finding, Place, message
from qstd.model.standard import LAW, Standard
from qstd.workspace import Entry, Workspace

PREFIX = f"{LAW}/"


def law(word: str) -> Standard | None:
    """Return the statute that `law/service` means, as a standard; None where its wording is not in the catalogue."""
    known = catalogue.service(word.removeprefix(PREFIX)) if word.startswith(PREFIX) else None
    return known.baseline if known else None


def split(word: str, here: Path, home: Workspace | None) -> tuple[str, str | None]:
    """Part a word at the @ before its revision: `lejre/x@HEAD~1`. What exists under the whole word, or under more of it,
    wins: a file may be called `a@b.yaml`. None is no revision; the file is meant as it lies there.
    """
    ats = [at for at, sign in enumerate(word) if sign == "@" and at]
    if not ats or resolve(word, here, home):
        return word, None
    known = (at for at in reversed(ats) if law(word[:at]) or resolve(word[:at], here, home))
    at = next(known, ats[0])
    return word[:at], word[at + 1 :]


def resolve(word: str, here: Path, home: Workspace | None) -> tuple[Entry, ...]:
    """Return the standards that a word means: a file, a folder, `municipality/slug` or `municipality`; none if nothing."""
    path = here / word
    if path.is_file():
        own_file = path.name == workspace.MUNICIPALITY_FILE
        return workspace.entries_in(path.parent) if own_file else (workspace.entry(path),)
    found = _in_folder(path) if path.is_dir() else ()
    known = home.entries() if home else ()
    return found or tuple(each for each in known if word.rstrip("/") in (each.ref, each.municipality))


def places(word: str, here: Path, home: Workspace | None) -> tuple[Path, ...]:
    """Return the paths that a word may stand for, whether or not anything lies there now; what lies there comes first."""
    found = [here / word]
    name = word.rstrip("/")
    if home and name:
        found += [home.standards / name, home.standards / f"{name}.yaml", home.standards / f"{name}.yml"]
    whole = dict.fromkeys(workspace.absolute(each) for each in found)
    return tuple(sorted(whole, key=lambda each: not workspace.exists(each)))


def _in_folder(path: Path) -> tuple[Entry, ...]:
    if (path / "standards").is_dir():
        return Workspace(path).entries()
    below = tuple(each for folder in sorted(path.iterdir()) if folder.is_dir() for each in workspace.entries_in(folder))
    return workspace.entries_in(path) or below


def unknown(word: str, home: Workspace | None) -> Finding:
    """Say that a word means nothing here, and what it may have been meant to be."""
    name, revision = split(word, Path.cwd(), home)
    if revision is not None and resolve(name, Path.cwd(), home):
        return _of_a_version(word, name)
    what = message("»{word}« er hverken en fil, en mappe eller en standard.", word=word)
    if word.startswith(PREFIX):
        what = message("Lovens ordlyd for »{word}« er ikke i kataloget.", word=word)
    known = [each.ref for each in home.entries()] if home else []
    known += [f"{PREFIX}{key}" for key in catalogue.service_keys() if law(PREFIX + key)]
    near = suggest(word, known)
    hint = message("Mente du »{near}«?", near=near) if near else message("Kendte: {words}.", words=", ".join(known[:8]))
    return Finding("R404", "error", what, Place(word), hint)


def _of_a_version(word: str, name: str) -> Finding:
    """Say that a command takes a standard as it lies in its folder, and no earlier version of it."""
    what = message("»{word}« er en udgave fra historikken, og den kan ikke bruges her.", word=word)
    hint = message(
        "Skriv »{name}« for den, der ligger i mappen. Se en udgave med »qstd diff {word} {name}«.", name=name, word=word
    )
    return Finding("R404", "error", what, Place(word), hint)


def suggest(word: str, words: Iterable[str]) -> str:
    """Return the known word that was most likely meant; empty where none is near."""
    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.5)), "")
