"""The index of the search without a server; the only door to Pagefind.

Pagefind is a program that is started, told the records through a pipe, and asked for the files of its index. Its own
Python interface waits a tenth of a second for each record and cannot take an answer of more than two megabytes, so the
pipe is served here: messages of JSON in base64, each ended by a comma. It sees neither the disk nor the settings of
the place where it is started, and the network is not asked.
"""

import base64
import json
import os
import subprocess
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from threading import Thread
from typing import IO, Any
from zlib import crc32

from qstd.model.search import SearchRecord
from qstd.prose.compounds import splitter, words
from qstd.writers.search_order import ordered

FOLDER = "pagefind/"
# What Pagefind makes for pages that use its own look, and for languages that it has no grammar of.
_UNUSED = ("pagefind-component", "pagefind-highlight", "pagefind-modular", "pagefind-ui", "wasm.unknown")
_PROGRAMS = (*_UNUSED, "pagefind.js", "pagefind-worker", "wasm")
LIST = "parts.json"
PART = 1000
"""As many records as one part of the index holds, more or less."""
_CHUNK = 1 << 20
_LICENCE = Path(__file__).with_name("search_index_licence.txt")
Message = dict[str, Any]


class SearchError(Exception):
    """The index could not be made; the text is what Pagefind says."""


def index(records: Sequence[SearchRecord], language: str = "da") -> dict[str, bytes]:
    """Return the files of the index by their path below the site's root: equal records, in whatever order, give equal
    bytes. `language` is that of the standards, by whose grammar words are stemmed.
    """
    shares = parts(records)
    made = {f"{FOLDER}{LIST}": parts_list(len(shares))}
    for number, share in enumerate(shares):
        made |= index_part(share, number, language)
    return made


def parts(records: Sequence[SearchRecord]) -> tuple[tuple[SearchRecord, ...], ...]:
    """Share records out, each by its address, so that the index of a large site is made in parts: a part takes little
    memory, parts can be made at the same time, and a record that changes changes one of them. Readers see one index.
    """
    shares: list[list[SearchRecord]] = [[] for _ in range(-(-len(records) // PART))]
    for each in sorted(records):
        shares[crc32(each.address.encode()) % len(shares)].append(each)
    return tuple(tuple(each) for each in shares if each)


def index_part(records: Sequence[SearchRecord], number: int, language: str = "da") -> dict[str, bytes]:
    """Return the files of the part with this number; the first one holds the programs that readers load."""
    files = ordered(_indexed(pages(sorted(records), language), language))
    unused, folder = (_PROGRAMS, f"{FOLDER}{number}/") if number else (_UNUSED, FOLDER)
    if not number:
        files["LICENSE.txt"] = _LICENCE.read_bytes()
    return {f"{folder}{name}": data for name, data in sorted(files.items()) if not name.startswith(unused)}


def parts_list(count: int) -> bytes:
    """Return the file that tells readers which folders hold further parts."""
    return json.dumps([f"{number}/" for number in range(1, count)]).encode()


# ---------- Records as pages ----------


def pages(records: Sequence[SearchRecord], language: str) -> Iterator[tuple[str, str]]:
    """Yield each record as a page that Pagefind reads: its address and its HTML."""
    told = [frozenset(words(_all_text(each))) for each in records]
    known = frozenset[str]().union(*told)
    parts_of = splitter(known)
    compounds = {word: found for word in known if (found := parts_of(word))}
    for each, own in zip(records, told, strict=True):
        yield each.address, page(each, _parts(own, compounds), language)


def page(record: SearchRecord, compound_parts: Iterable[str], language: str) -> str:
    """Return a record as a page. What only leads to it is metadata, which is searched and not quoted from."""
    keywords = " ".join(record.keywords)
    heads = (
        _head("meta", "title", record.title),
        *(_head("meta", name, value) for name, value in _metadata(record).items()),
        _head("meta", "ord", keywords),
        _head("meta", "foerst", " ".join((*record.first, *_spellings(words(" ".join(record.first)))))),
        _head("meta", "dele", " ".join(compound_parts)),
        _head("meta", "stavning", " ".join(_spellings(words(f"{record.title} {keywords}")))),
        _head("filter", "kommune", record.municipality),
        _head("filter", "ydelse", record.service),
        *(_head("filter", "gruppe", each) for each in record.groups),
    )
    body = "".join(
        f'<h2 id="{escape(each.anchor)}">{escape(each.heading)}</h2><p>{escape(each.text)}</p>'
        for each in record.sections
    )
    return f'<html lang="{escape(language)}"><head>{"".join(heads)}</head><body data-pagefind-body>{body}</body></html>'


def _all_text(record: SearchRecord) -> str:
    sections = (part for each in record.sections for part in (each.heading, each.text))
    return " ".join((record.title, *record.keywords, *sections))


def _metadata(record: SearchRecord) -> dict[str, str]:
    return {"kommune": record.municipality, "ydelse": record.service, "status": record.state}


def _head(kind: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{kind}="{name}[content]" content="{escape(value)}">' if value else ""


def _parts(own: frozenset[str], compounds: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the parts of a record's compounds that are not found as they stand: a search finds the beginnings of words
    by itself.
    """
    stand = sorted(own)
    parts = {part for word in own & compounds.keys() for part in compounds[word]}
    return sorted(part for part in parts if not _begins(part, stand))


def _begins(part: str, stand: Sequence[str]) -> bool:
    at = bisect_left(stand, part)
    return at < len(stand) and stand[at].startswith(part)


# Danish letters on a keyboard that has none of them, and what is often heard in their place.
_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_HEARD = str.maketrans({"æ": "e", "ø": "o", "å": "a"})
_OLD = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))


def _spellings(said: Iterable[str]) -> list[str]:
    """Return how words are typed that hold one of the three Danish letters, or the older signs for them."""
    found: set[str] = set()
    for word in dict.fromkeys(said):
        found.update((word.translate(_PLAIN), word.translate(_HEARD)))
        for old, new in _OLD:
            found.add(word.replace(old, new))
        found.discard(word)
    return sorted(found)


# ---------- Talking with Pagefind


def _indexed(entries: Iterable[tuple[str, str]], language: str) -> dict[str, bytes]:
    from pagefind_bin import get_executable

    program = Path(get_executable())
    settings = {name: value for name, value in os.environ.items() if not name.upper().startswith("PAGEFIND_")}
    with subprocess.Popen(
        [program, "--service"], cwd=program.parent, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin
        assert running.stdout
        asking = Thread(target=_say, args=(running.stdin, _messages(entries, language)))
        asking.start()
        try:
            return _files(_answers(running.stdout))
        finally:
            running.kill()  # it keeps nothing, and waits for more
            asking.join()
            with suppress(OSError):  # what it no longer reads
                running.stdin.close()


def _messages(entries: Iterable[tuple[str, str]], language: str) -> Iterator[Message]:
    """Yield what is asked; the first index of a program that was just started is number 0."""
    yield {"type": "NewIndex", "config": {"force_language": language, "keep_index_url": True}}
    for url, text in entries:
        yield {"type": "AddFile", "index_id": 0, "url": url, "file_contents": text}
    yield {"type": "GetFiles", "index_id": 0}


def _files(answers: Iterable[Message]) -> dict[str, bytes]:
    for answer in answers:
        if answer["type"] == "GetFiles":
            return {each["path"]: base64.b64decode(each["content"]) for each in answer["files"]}
    raise SearchError("Pagefind stopped before it had answered")


def _say(to: IO[bytes], messages: Iterable[Message]) -> None:
    """Send messages. The answers are read meanwhile, or both sides would wait for the other with full pipes."""
    try:
        for message in messages:
            wrapped = json.dumps({"message_id": 1, "payload": message})
            to.write(base64.b64encode(wrapped.encode()) + b",")
        to.flush()
    except OSError:
        pass  # it has stopped: who reads its answers says so


def _answers(back: IO[bytes]) -> Iterator[Message]:
    """Yield what Pagefind answers. Raises SearchError where it refuses."""
    held: list[bytes] = []
    while data := os.read(back.fileno(), _CHUNK):
        first, *rest = data.split(b",")
        held.append(first)
        for following in rest:
            payload: Message = json.loads(base64.b64decode(b"".join(held)))["payload"]
            if payload["type"] == "Error":
                raise SearchError(str(payload["message"]))
            yield payload
            held = [following]
