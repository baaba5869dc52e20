"""Comparing in the editor: what can be chosen, and what was chosen laid side by side or one version after the other.

What a browser names is looked up among what there is: standards of the workspace, the law as the catalogue has it, the
versions that git knows of a file, and the reader's own draft. Nothing else of what it sends is asked of the disk or of git.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from qstd import catalogue
from qstd.model.document import Document
from qstd.model.finding import Finding, Message, message
from qstd.model.fragments import effective
from qstd.present.comparison import comparison_document
from qstd.present.revision import revision_document
from qstd.verbs import refs
from qstd.verbs.compare import compared, unlike
from qstd.verbs.editing import versions
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.verbs.gather import Found
from qstd.verbs.revise import are_versions, revised

N_ = str  # marks a Danish text that is translated where it is shown
DRAFT = "kladde"
MOST = 120  # columns: more than there are municipalities


@dataclass(frozen=True, slots=True)
class Laid:
    """What was laid out: the document (None where there are not two), what is wrong, and what was found of the words.
    `versions` is whether it shows changes and not columns; `names` are the short names of what was found.
    """

    document: Document | None
    findings: tuple[Finding, ...]
    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    versions: bool = False


def laid(
    desk: Desk,
    drafts: Drafts,
    who: Author,
    words: Sequence[str],
    into: str = "",
    language: str = "da",
    columns: bool = False,
) -> Laid:
    """Lay out what words mean. `into` is the standard that wordings are taken over into: each text of the others then
    leads there. Two versions of one standard are shown as changes, unless `columns` are wanted.
    """
    found: list[Found] = []
    findings: list[Finding] = []
    for word in dict.fromkeys(words[:MOST]):
        own, wrong = _found(desk, drafts, who, word)
        found += own
        findings += [each for each in wrong if each not in findings]
    named = tuple(each.address for each in found)
    short = tuple(dict.fromkeys(each.name for each in found))
    if len(found) < 2:
        return Laid(None, tuple(findings), named, short)
    if not columns and are_versions(found):
        document = revision_document(revised(*found), language)
        return Laid(document, (*findings, *unlike(found)), named, short, versions=True)
    comparison, more = compared(found, desk.home)
    uses = {
        each.ref: _use(each.ref, into) for each in comparison.columns if into and each.ref.partition("@")[0] != into
    }
    document = comparison_document(comparison, language, _pages(found), uses=uses)
    return Laid(document, (*findings, *more), named, short)


def _use(ref: str, into: str) -> str:
    return f"/sammenlign/brug?til={quote(into)}&fra={quote(ref)}&afsnit="


def _pages(found: Iterable[Found]) -> dict[str, str]:
    return {each.ref: f"/skriv/{each.ref}" for each in found if not each.is_law and not each.revision}


def _found(desk: Desk, drafts: Drafts, who: Author, word: str) -> tuple[Sequence[Found], Sequence[Finding]]:
    """Return what one word means, if it is one that can be chosen."""
    ref, _, revision = word.partition("@")
    statute = refs.law(ref)
    if statute is not None and not revision:
        return (Found(ref, statute, N_("Loven")),), ()
    entry = desk.entry(ref)
    if revision == DRAFT:
        return _draft(desk, drafts, who, ref)
    if entry is None:
        return (), (_gone(word),)
    if revision:
        then = versions.one(desk, ref, revision)
        return versions.standard(desk, then) if then else ((), (_gone(word),))
    looked = desk.look(ref, desk.read(ref).text)
    if looked.standard is None:
        return (), (_broken(ref),)
    return (
        Found(ref, effective(looked.standard, looked.municipality.fragments), looked.municipality.name, "", entry.path),
    ), ()


def _draft(desk: Desk, drafts: Drafts, who: Author, ref: str) -> tuple[Sequence[Found], Sequence[Finding]]:
    looked = desk.look(ref, drafts.open(ref, who).text) if desk.entry(ref) or drafts.has(ref, who) else None
    if looked is None or looked.standard is None:
        return (), (_broken(ref),)
    shown = effective(looked.standard, looked.municipality.fragments)
    return (Found(ref, shown, looked.municipality.name, DRAFT),), ()


def _gone(word: str) -> Finding:
    what = message("»{word}« er ikke her mere.", word=word)
    return _finding("R404", what, word, message("Vælg igen: den er flyttet, slettet eller har fået et andet navn."))


def _broken(ref: str) -> Finding:
    what = message("»{ref}« kan ikke læses, fordi der er fejl i den.", ref=ref)
    return _finding("R404", what, ref, message("Åbn den fra oversigten, og ret fejlene."))


def _finding(code: str, what: Message, file: str, hint: Message) -> Finding:
    from qstd.model.finding import Place

    return Finding(code, "error", what, Place(file), hint)


# ---------- Taking over a wording ----------


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that somebody wants to take over: where it stands (`origin` as in `derived_from`), its heading, number and
    topic, and the words; whose they are.
    """

    origin: str
    name: str
    topic: str
    number: str
    heading: str
    body: str


def wording(desk: Desk, ref: str, section: str) -> Wording | None:
    """Return the text of a section of a standard, or of the law; None where there is none."""
    statute = refs.law(ref)
    standard, name = (statute, N_("Loven")) if statute else (None, "")
    if standard is None and desk.entry(ref):
        looked = desk.look(ref, desk.read(ref).text)
        if looked.standard:
            standard, name = effective(looked.standard, looked.municipality.fragments), looked.municipality.name
    found = next((each for each in standard.sections if each.key == section), None) if standard else None
    if found is None or not found.body.strip():
        return None
    return Wording(
        f"{ref}#{section}", name, found.topic or "", found.number or "", found.heading, found.body.strip("\n")
    )


def services(desk: Desk) -> dict[str, str]:
    """Return the services that standards here are of, with their names, by key."""
    keys = sorted({each.service for each in desk.rows()})
    known = {key: catalogue.service(key) for key in keys}
    return {key: each.name["da"] if each else key for key, each in known.items()}
