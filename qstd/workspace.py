"""The only door to disk and clock: where a municipality's files are, reading them, and writing so that nothing is half done."""

import datetime as dt
import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from qstd.model.theme import Theme

N_ = str  # marks a Danish text that is translated where it is shown
MUNICIPALITY_FILE = "municipality.yaml"
ALIGNMENTS_FILE = "alignments.yaml"
RULES_FILE = "rules.yaml"
SITE_FILE = "site.yaml"
_COMMON = (ALIGNMENTS_FILE, RULES_FILE, SITE_FILE)  # what lies beside the municipalities' folders
MAX_BYTES = 2_000_000
_MOSTLY = 65_536  # a file of ours is seldom larger
_PACKAGE = Path(__file__).parent
_PART = re.compile(r"\..+\.(\d{1,9})\.(?:part|old)")
_REASONS = {
    errno.EACCES: N_("ingen adgang"),
    errno.EPERM: N_("ingen adgang"),
    errno.EROFS: N_("der kan kun læses"),
    errno.ENOENT: N_("den findes ikke"),
    errno.ENOTDIR: N_("noget på vejen dertil er ikke en mappe"),
    errno.EEXIST: N_("noget på vejen dertil er ikke en mappe"),  # where a folder was to be made
    errno.EISDIR: N_("det er en mappe"),
    errno.ENOSPC: N_("disken er fuld"),
    errno.ENAMETOOLONG: N_("navnet er for langt"),
    errno.EFBIG: N_("den er for stor"),
}
_TEXT_TEMPLATES = (".html", ".jinja")
_OWN_FILES = (".py", ".yaml")


@dataclass(frozen=True, slots=True)
class Entry:
    """One standard's file: the name by which commands call it, where it is, and the folder that says whose it is."""

    ref: str
    path: Path
    municipality: str


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that holds `standards/`."""

    root: Path

    @property
    def standards(self) -> Path:
        """The folder with one folder for each municipality."""
        return self.root / "standards"

    def entries(self) -> tuple[Entry, ...]:
        """Return all standards, sorted by name."""
        return tuple(each for folder in self.folders() for each in entries_in(folder))

    def folders(self) -> tuple[Path, ...]:
        """Return the municipalities' folders, sorted."""
        with suppress(FileNotFoundError, NotADirectoryError):
            return tuple(sorted(each for each in self.standards.iterdir() if each.is_dir() and each.name[:1] != "."))
        return ()


def find(start: Path) -> Workspace | None:
    """Return the workspace that a folder lies in: the nearest one upwards that holds `standards/`."""
    here = absolute(start)
    return next((Workspace(each) for each in (here, *here.parents) if (each / "standards").is_dir()), None)


def entries_in(folder: Path, without: Collection[str] = ()) -> tuple[Entry, ...]:
    """Return the standards of one municipality's folder, save those in files of some names. A folder that cannot be opened
    stands for itself, so that whoever reads it finds out why.
    """
    try:
        with os.scandir(folder) as found:
            yaml = (each for each in found if each.name not in without and _is_yaml_name(each.name))
            names = sorted(each.name for each in yaml if _is_file(each))
    except PermissionError:
        return (Entry(folder.name, folder, folder.name),)
    home = absolute(folder).name
    files = (folder / each for each in names)
    return tuple(Entry(f"{home}/{each.stem}", each, home) for each in files if is_standard(each))


def _is_file(found: "os.DirEntry[str]") -> bool:
    """Tell whether what a folder lists is a file; it mostly knows, and the disk need not be asked again."""
    try:
        return found.is_file()
    except OSError:
        return False


def strays(workspace: Workspace) -> tuple[Path, ...]:
    """Return the YAML files below `standards/` that no command reads: they lie too high or too deep."""
    top = str(workspace.standards)
    own = [workspace.standards / each for each in _COMMON]
    found = (
        Path(folder, each)
        for folder, _, names in os.walk(top)
        if os.path.dirname(folder) != top  # noqa: PTH120  # a Path for each file would cost more than the question
        for each in names
        if _is_yaml_name(each)
    )
    return tuple(sorted(each for each in found if each not in own and each.is_file()))


def is_standard(path: Path) -> bool:
    """Tell by its name whether a file is for a standard, and not for what several standards have in common."""
    common = path.name == MUNICIPALITY_FILE or (path.name in _COMMON and path.parent.name == "standards")
    return _is_yaml_name(path.name) and not common


def _is_yaml_name(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and name[:1] != "."


def is_published(path: Path) -> bool:
    """Tell whether a file lies where the standards of a workspace do, and so has an address on its site."""
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120  # asked of each file, so without Path
    return os.path.basename(os.path.dirname(folder)) == "standards"  # noqa: PTH119, PTH120  # as above


def name_from(home: Path, path: Path) -> str:
    """Return a file's name as people at `home` would write it; of one that lies elsewhere, its path."""
    full, top = os.path.abspath(path), os.path.join(home, "")  # noqa: PTH100, PTH118  # asked of each file, so without Path
    within = os.path.normcase(full).startswith(os.path.normcase(top))
    return full[len(top) :].replace(os.sep, "/") if within else str(path)


def absolute(path: Path) -> Path:
    """Return the whole path, without ".." and with links left as they are: a linked folder keeps its own name."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # Path.resolve follows links, Path.absolute keeps ".."


def entry(path: Path) -> Entry:
    """Return the entry of a standard's file."""
    folder = absolute(path).parent.name
    return Entry(f"{folder}/{path.stem}", path, folder)


def read(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return a file's bytes; of a file over the limit only one byte more than the limit, so that a huge file costs
    nothing and still shows as too large. Raises OSError.
    """
    with path.open("rb") as file:
        data = file.read(
            min(limit + 1, _MOSTLY)
        )  # room is made for all that is asked for, which takes longer than to read
        return data if len(data) < _MOSTLY else data + file.read(limit + 1 - len(data))


def exists(path: Path) -> bool:
    """Tell whether there is something at a path."""
    return path.exists()


def is_file(path: Path) -> bool:
    """Tell whether there is a file at a path."""
    return path.is_file()


def is_among_sources(home: Workspace, folder: Path) -> bool:
    """Tell whether a folder lies among what people write, or all of that lies in it: what is made does not belong there."""
    return is_within(home.root, folder) or any(
        is_within(folder, home.root / each) for each in ("standards", "templates")
    )


def is_within(path: Path, top: Path) -> bool:
    """Tell whether a path leads to a place in a folder, links followed."""
    return path.resolve().is_relative_to(top.resolve())


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of all files in a folder and below it, sorted. Raises OSError."""
    return tuple(sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()))


def program() -> str:
    """Return a mark of the program that runs, which is another one when any of its own files has changed."""
    return sha256(f"{sys.version} {sorted(_stamps(str(_PACKAGE)))}".encode()).hexdigest()


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield path, size and time of the program's files; without Path, which would cost more than the question."""
    for home, _, files in os.walk(folder):
        for path in (f"{home}/{each}" for each in files if each.endswith(_OWN_FILES)):
            found = os.stat(path)  # noqa: PTH116  # a Path for each file would cost more than the question
            yield path, found.st_size, found.st_mtime_ns


def today() -> dt.date:
    """Return the date."""
    return dt.date.today()


def write(path: Path, data: bytes) -> bool:
    """Write a file so that at any moment the old or the new one is there, whole. Leaves a file alone that already has
    these bytes, and says by False that it did. Raises OSError.
    """
    with suppress(OSError):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    write_in_parts(path, (data,))
    return True


def write_in_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Do what `write` does with parts that come one after the other, so that memory need not hold all of them at once; what
    is there is not looked at. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def lying_in(folder: Path) -> tuple[str, ...]:
    """Return the names of all that lies in a folder and below it, save the folders themselves; links are not followed."""
    found = (each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir())
    return tuple(sorted(each.relative_to(folder).as_posix() for each in found))


def write_folder(folder: Path, files: Mapping[str, bytes], still: Callable[[Path], bool]) -> None:
    """Put a folder in place with just these files: it is made beside, and then takes the name. What had the name is taken
    away; `still` is asked of it last, by where it lies then, and where it says no all is left as it was. Raises OSError.
    """
    part, old = (folder.with_name(f".{folder.name}.{os.getpid()}.{each}") for each in ("part", "old"))
    try:
        for name, data in files.items():
            write(part / name, data)
        if folder.exists():
            folder.rename(old)
            if not still(old):
                raise OSError(None, N_("der kom filer i mappen i samme øjeblik"), str(folder))
        part.rename(folder)
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        for each in (part, old):
            shutil.rmtree(each, ignore_errors=True)


def recover_folder(folder: Path) -> None:
    """Clear up after a run that was killed while it put a folder in place: what it had taken away comes back where nothing
    has the name now. Raises OSError.
    """
    for each in _left_behind(folder):
        if each.suffix == ".old" and not folder.exists():
            each.rename(folder)
        else:
            shutil.rmtree(each, ignore_errors=True)


def _left_behind(folder: Path) -> list[Path]:
    start, end = f".{folder.name}.", (".part", ".old")
    with suppress(OSError):
        beside = (each for each in folder.parent.iterdir() if each.name.startswith(start) and each.name.endswith(end))
        found = ((each, _PART.fullmatch(each.name)) for each in beside if each.is_dir())
        return sorted(each for each, match in found if match and not _alive(int(match[1])))
    return []


def remove(path: Path, top: Path) -> None:
    """Remove a file, and the folders above it that are then empty, up to but not with `top`."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == top:
            return
        with suppress(OSError):
            folder.rmdir()


def sweep(folders: Iterable[Path]) -> None:
    """Remove what interrupted runs left half-written in these folders; another run that is at work keeps its own."""
    for folder in folders:
        with suppress(OSError):
            for part in folder.glob(".*.part"):
                found = _PART.fullmatch(part.name)
                if found and not _alive(int(found[1])):
                    part.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


def reason(error: OSError) -> str:
    """Return why the disk refused, in Danish."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def theme(workspace: Workspace | None, municipality: str = "") -> Theme:
    """Read templates and assets: ours, over them those of the workspace, over them those of the municipality, file by
    file.
    """
    files: dict[str, Path] = {}
    for folder in _template_folders(workspace, municipality):
        files |= {each.relative_to(folder).as_posix(): each for each in _files(folder)}
    return Theme(
        # What is not UTF-8 is told by whoever needs it, so that all other pages are made.
        templates={
            name: each.read_text("utf-8", "surrogateescape")
            for name, each in files.items()
            if each.suffix in _TEXT_TEMPLATES
        },
        assets={name: each.read_bytes() for name, each in files.items() if each.suffix not in _TEXT_TEMPLATES},
        origins={
            name: each.relative_to(workspace.root).as_posix()
            for name, each in files.items()
            if workspace is not None and each.is_relative_to(workspace.root)
        },
    )


def _template_folders(workspace: Workspace | None, municipality: str) -> Iterator[Path]:
    shipped = _PACKAGE / "_templates"
    yield shipped if shipped.is_dir() else _PACKAGE.parent / "templates"
    if workspace is not None:
        yield workspace.root / "templates"
        if municipality:
            yield workspace.standards / municipality / "templates"


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(each for each in folder.rglob("*") if each.is_file() and each.name[:1] != ".")
