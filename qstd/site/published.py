"""Published: a standard that is ready for the site, known by its card until somebody asks for its words."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256

from qstd.model.alignments import Alignment
from qstd.model.card import Card, card
from qstd.model.fragments import effective
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard
from qstd.readers.yaml_file import read_municipality, standard_again

_KEPT = 256  # standards that a process keeps in mind: those of one comparison and more


@dataclass(frozen=True, slots=True)
class Published:
    """One standard. Its digest covers what readers see of it, and with `source` the very bytes of its file too.

    `text` and `common` are its YAML and that of its municipality. They are put in (`filled`) just before a page is made of
    it, so that a site of thousands is planned without reading them.
    """

    card: Card
    own: str
    source: bool = False
    text: bytes = field(default=b"", repr=False, compare=False)
    common: bytes = field(default=b"", repr=False, compare=False)

    @property
    def ref(self) -> str:
        """The name by which commands call it: `municipality/slug`."""
        return self.card.ref

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.card.slug

    @property
    def listed(self) -> Card:
        """The card as pages that name the standard have it: another text in the standard is no other card."""
        return replace(self.card, digest="")

    @property
    def digest(self) -> str:
        """Return another text whenever something that is made of the standard is another."""
        return f"{self.card.digest}{self.own if self.source else ''}"

    @property
    def standard(self) -> Standard:
        """The standard as it is published, with shared texts in place."""
        return _whole(self.text, self.common, self.card.municipality, self.card.name)[0]

    @property
    def municipality(self) -> Municipality:
        """Whose standard it is."""
        return _whole(self.text, self.common, self.card.municipality, self.card.name)[1]

    def with_source(self) -> "Published":
        """Return the same for files that hold the YAML itself."""
        return replace(self, source=True)

    def filled(self, text: bytes, common: bytes) -> "Published":
        """Return the same with its bytes at hand."""
        return replace(self, text=text, common=common)


@lru_cache(maxsize=_KEPT)
def _whole(text: bytes, common: bytes, slug: str, name: str) -> tuple[Standard, Municipality]:
    municipality = read_municipality(common, "").record if common else None
    record = standard_again(text, slug)
    if record is None:
        raise ValueError(f"{slug}: a standard that cannot be read was to be published")
    known = municipality or Municipality(name=name, code="0000")
    return effective(record, known.fragments), known


@dataclass(frozen=True, slots=True)
class Folder:
    """Files of a municipality's folder, by name, with a digest of them; `files` (name, bytes) are put in at the end."""

    slug: str
    digest: str
    names: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False, compare=False)

    def filled(self, files: tuple[tuple[str, bytes], ...]) -> "Folder":
        """Return the same with its files at hand."""
        return replace(self, files=files)


@dataclass(frozen=True, slots=True)
class Past:
    """The earlier contents of a standard's file, the newest first, each with that of its municipality's file at the time:
    their names (`contents`), and the bytes themselves, which are put in at the end.
    """

    ref: str
    digest: str
    contents: tuple[tuple[str, str], ...]
    texts: tuple[tuple[bytes, bytes], ...] = field(default=(), repr=False, compare=False)

    def filled(self, texts: tuple[tuple[bytes, bytes], ...]) -> "Past":
        """Return the same with its texts at hand."""
        return replace(self, texts=texts)

    def version(self, at: int, slug: str, name: str) -> tuple[Standard, Municipality]:
        """Return one of them as it was published, and whose it was. Raises ValueError where it cannot be read."""
        return _whole(*self.texts[at], slug, name)

    def before(self, one: Published) -> Standard | None:
        """Return the newest earlier version that somebody else, or on another day, had approved; None where there is none,
        or nothing is known of approvals.
        """
        for text, common in self.texts:
            with suppress(ValueError):  # what can no longer be read was never the standard that anybody could read
                earlier = _whole(text, common, one.card.municipality, one.card.name)[0]
                if _approved(earlier) and _approved(earlier) != _approved(one.standard):
                    return earlier
        return None


def _approved(standard: Standard) -> tuple[object, ...]:
    approval = standard.approval
    told = (approval.date, approval.effective_from) if approval else (None, None)
    held = standard.status in ("approved", "in_force", "withdrawn")
    return told if held and any(told) else ()


@dataclass(frozen=True, slots=True)
class Said:
    """What people have said of pairs of sections, as far as it concerns one comparison."""

    pairs: tuple[Alignment, ...] = ()


def publish(standard: Standard, municipality: Municipality, ref: str, own: str) -> Published:
    """Return a standard, as it was read and checked, as one that is ready for the site. `own` is the digest of its file."""
    around = replace(municipality, fragments={}, waive=(), headings=(), deadlines=())
    shown = sha256(f"{standard!r}{around!r}".encode()).hexdigest()
    return Published(card(standard, ref, municipality.name, shown), own)
