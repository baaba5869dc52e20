"""The checkout works anywhere: it names no package registry and no place on the machine where it was written."""

import re

import pytest

from tests.house.files import texts

# Spelled so that this file does not name them.
REGISTRIES = re.compile(
    r"py[p]i\.(org|python)|files\.python[h]osted|registry\.n[p]mjs|n[p]mjs\.(org|com)|deb\.deb[i]an|archive\.ub[u]ntu|"
    r"un[p]kg\.com|js[d]elivr|cd[n]js|fonts\.goog[l]e|crates\.[i]o",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.~)}\]])/(?:work|root|home|Users|tmp/[\w-]+/)\b/?\w*")


def places(pattern: re.Pattern[str], files: dict[str, str]) -> list[str]:
    """Every line on which a pattern occurs."""
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def test_no_registry_is_named() -> None:
    assert places(REGISTRIES, texts()) == []


def test_no_path_of_a_machine() -> None:
    assert places(MACHINE_PATH, texts()) == []


def test_locks_hold_hashes_and_no_addresses() -> None:
    locks = {name: text for name, text in texts().items() if name.endswith((".lock", "package-lock.json"))}

    assert {"requirements/runtime.lock", "requirements/dev.lock", "tests/tools/package-lock.json"} <= set(locks)
    assert places(re.compile(r"\w+://\S+"), locks) == []
    assert all("sha256:" in text or "sha512-" in text for text in locks.values())


@pytest.mark.parametrize("text", ["https://py" + "pi.org/simple", "registry.n" + "pmjs.org", "deb.deb" + "ian.org"])
def test_a_registry_would_be_found(text: str) -> None:
    assert places(REGISTRIES, {"x": text})


@pytest.mark.parametrize("text", ["see /wo" + "rk/main/x", "'/ro" + "ot/.cache'", "cd /ho" + "me/anna/qstd"])
def test_a_path_would_be_found(text: str) -> None:
    assert places(MACHINE_PATH, {"x": text})


@pytest.mark.parametrize("text", ["kommune.dk/home/x", "a/work/b", "../root/x", "{base}/home"])
def test_other_paths_are_fine(text: str) -> None:
    assert places(MACHINE_PATH, {"x": text}) == []
