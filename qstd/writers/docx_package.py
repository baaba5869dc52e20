"""The zip that a Word file is. Written here because the parts that are alike in all files are deflated once: with
`zipfile`, which takes no deflated bytes, the packing takes longer than the writing.
"""

import zlib
from collections.abc import Mapping
from functools import lru_cache
from struct import Struct

# The parts that hold the words of one document; the others are alike in many.
_OWN = frozenset(
    (
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/header1.xml",
        "customXml/item1.xml",
    )
)
_QUICK, _THOROUGH = 3, 9  # levels of zlib; half the time of its usual one costs a twentieth more bytes
_KEPT = 64

# As APPNOTE.TXT of the format has them: version 2.0, no flags, deflated, and 1980-01-01 at midnight.
_LIKE = (0, 8, 0, 33)
_LOCAL, _CENTRAL, _END = Struct("<4s5H3I2H"), Struct("<4s6H3I5H2I"), Struct("<4s4H2IH")
_VERSION, _UNIX, _MODE = 20, 3 << 8, 0o644 << 16


def package(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of `parts`, whose names are ASCII, in their order, with one date, so that equal parts give equal bytes."""
    files: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for part, content in parts.items():
        crc, packed = _packed(content, _QUICK) if part in _OWN else _kept(content)
        name = part.encode("ascii")
        sizes = (crc, len(packed), len(content), len(name), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *_LIKE, *sizes) + name
        files += (local, packed)
        entries.append(_CENTRAL.pack(b"PK\1\2", _UNIX + _VERSION, _VERSION, *_LIKE, *sizes, 0, 0, 0, _MODE, at) + name)
        at += len(local) + len(packed)
    directory = b"".join(entries)
    end = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(directory), at, 0)
    return b"".join((*files, directory, end))


def _packed(content: bytes, level: int) -> tuple[int, bytes]:
    """Return the checksum of a part and its bytes, deflated without a frame."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return zlib.crc32(content), deflate.compress(content) + deflate.flush()


@lru_cache(maxsize=_KEPT)
def _kept(content: bytes) -> tuple[int, bytes]:
    return _packed(content, _THOROUGH)
