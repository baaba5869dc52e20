"""What an earlier run left, put out of the way of the next one."""

from pathlib import Path


def put_aside(folder: Path, name: str, home: Path) -> None:
    """Give what a run left in a folder another place below `home`, on the same disk. To delete it there and then would be
    felt by the run that follows: a disk does not at once give out again what it has just got back.
    """
    left = folder / name
    if left.exists():
        aside = home / "aside"
        aside.mkdir(exist_ok=True)
        left.rename(aside / str(sum(1 for _ in aside.iterdir())))
