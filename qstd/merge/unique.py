"""Names of sections that are one name only since two versions were merged."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from qstd.merge.tracks import Tracks
from qstd.model.standard import Section


def with_own_names(merged: Mapping[int, Section], sections: Tracks[Section]) -> dict[int, Section]:
    """Return the merged sections; one whose name another has by the merge alone gets a name (`id`) of its own, so that what
    each side's facts point at stays apart. The names of ours stay; sections that share a name in one of the versions are
    left as they were written.
    """
    found = dict(merged)
    used = {each.key for each in merged.values()}
    named: dict[str, list[int]] = {}
    for token, section in merged.items():
        if section.key:
            named.setdefault(section.key, []).append(token)
    for key, tokens in named.items():
        owners = [each for each in tokens if _is_called(sections.ours, each, key)] or tokens[:1]
        for token in tokens:
            if token not in owners and not all(_is_called(sections.theirs, each, key) for each in (token, *owners)):
                found[token] = replace(found[token], id=_free(key, used))
                used.add(found[token].key)
    return found


def _is_called(side: Mapping[int, Section], token: int, key: str) -> bool:
    return token in side and side[token].key == key


def _free(key: str, used: Collection[str]) -> str:
    number = 2
    while f"{key}_{number}" in used:
        number += 1
    return f"{key}_{number}"
