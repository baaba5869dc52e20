"""What an Akoma Ntoso document says of itself: work, expression and file, when it was approved, what it refers to; and the
preface, which has that for people.

The names follow the naming convention of Akoma Ntoso. A document without a date is called by no date and has the first
day of the calendar where the schema demands one, named as unknown.
"""

from urllib.parse import quote

from qstd import catalogue
from qstd.exports.akoma_ntoso.xml import Element
from qstd.exports.readable import readable
from qstd.exports.told import confirmed
from qstd.model import facts as f
from qstd.model.municipality import Municipality
from qstd.model.standard import Approval, Standard

_SOURCE = "#municipality"
_UNKNOWN = "0001-01-01"
_LANGUAGES = {"da": "dan", "en": "eng"}
_STATUS = {
    "draft": "Kladde",
    "hearing": "Høring",
    "approved": "Godkendt",
    "in_force": "Gældende",
    "withdrawn": "Ophævet",
}


def meta(standard: Standard, municipality: Municipality, ref: str, site_url: str) -> Element:
    """Return the metadata."""
    out = Element("meta")
    approval = standard.approval or Approval()
    date = (approval.date or approval.effective_from) if standard.approval else None
    day = date.isoformat() if date else ""
    _identification(out.add("identification", source=_SOURCE), standard, municipality, ref, day, site_url)
    _classification(out, standard)
    _lifecycle(out, approval)
    _law(out, standard)
    _in_force(out, approval)
    _references(out, standard, municipality, ref, day)
    return out


def _identification(
    out: Element, standard: Standard, municipality: Municipality, ref: str, day: str, site_url: str
) -> None:
    work = _work(municipality, ref, day)
    expression = f"{work}/{_LANGUAGES[standard.language]}@{day}"
    first = out.add("FRBRWork")
    _core(first, work, day, "approval", f"{site_url.rstrip('/')}/{ref}/" if site_url else "")
    first.add("FRBRcountry", value="dk")
    first.add("FRBRsubtype", value="kvalitetsstandard")
    first.add("FRBRnumber", value=ref.rpartition("/")[2])
    first.add("FRBRname", value=standard.title)
    second = out.add("FRBRExpression")
    _core(second, expression, day, "approval")
    second.add("FRBRlanguage", language=_LANGUAGES[standard.language])
    third = out.add("FRBRManifestation")
    _core(third, f"{expression}.xml", day, "approval")
    third.add("FRBRformat", value="application/xml")


def _work(municipality: Municipality, ref: str, day: str) -> str:
    parts = ("/akn/dk/statement", quote(municipality.code), day, quote(ref.rpartition("/")[2]))
    return "/".join(filter(None, parts))


def _core(out: Element, address: str, day: str, name: str, alias: str = "") -> None:
    out.add("FRBRthis", value=f"{address}/!main")
    out.add("FRBRuri", value=address)
    if alias:
        out.add("FRBRalias", value=alias, name="page")
    out.add("FRBRdate", date=day or _UNKNOWN, name=name if day else "unknown")
    out.add("FRBRauthor", href=_SOURCE, as_="#author")


def _classification(out: Element, standard: Standard) -> None:
    known = catalogue.service(standard.service)
    name = catalogue.label(known.name, "da") if known else standard.service
    keywords = out.add("classification", source=_SOURCE)
    keywords.add("keyword", value=standard.service, showAs=name, dictionary="urn:qstd:v1:service")
    keywords.add("keyword", value=standard.status, showAs=_STATUS[standard.status], dictionary="urn:qstd:v1:status")


def _lifecycle(out: Element, approval: Approval) -> None:
    if approval.date or approval.effective_from:
        events = out.add("lifecycle", source=_SOURCE)
        if approval.date:
            events.add(
                "eventRef", date=approval.date.isoformat(), source="#original", type="generation", eId="approved"
            )
        if approval.effective_from:
            day = approval.effective_from.isoformat()
            events.add("eventRef", date=day, source="#original", type="generation", eId="effective")


def _law(out: Element, standard: Standard) -> None:
    """Tell which law the standard rests on, where that has an address."""
    keys = {key: at for at, each in enumerate(standard.sections, 1) if (key := each.key)}
    named = [each for _, each in confirmed(standard) if isinstance(each, f.Citation)]
    with_address = [(each, act) for each in named if (act := catalogue.acts().get(each.act)) and act.eli]
    if with_address:
        references = out.add("analysis", source=_SOURCE).add("otherReferences", source=_SOURCE)
        for each, act in with_address:
            at = keys.get(each.evidence.section)
            shown = " ".join(filter(None, (act.name["da"], f"§ {each.paragraph}" if each.paragraph else "")))
            where = f"#sec_{at}" if at else ""
            references.add("implicitReference", href=act.eli, showAs=shown, for_=where)


def _in_force(out: Element, approval: Approval) -> None:
    if approval.effective_from:
        group = out.add("temporalData", source=_SOURCE).add("temporalGroup", eId="tmpg_1")
        group.add("timeInterval", start="#effective", refersTo="#inForce")


def _references(out: Element, standard: Standard, municipality: Municipality, ref: str, day: str) -> None:
    all_of_them = out.add("references", source=_SOURCE)
    expression = f"{_work(municipality, ref, day)}/{_LANGUAGES[standard.language]}@{day}"
    all_of_them.add("original", eId="original", href=expression, showAs=_seen(standard.title))
    home = f"/akn/ontology/organization/dk/{quote(municipality.code)}"
    all_of_them.add("TLCOrganization", eId="municipality", href=home, showAs=_seen(municipality.name))
    body = standard.approval.body if standard.approval else None
    if body:
        council = f"{home}/{quote(readable(body), safe='')}"
        all_of_them.add("TLCOrganization", eId="council", href=council, showAs=_seen(body))
    all_of_them.add("TLCRole", eId="author", href="/akn/ontology/role/author", showAs="Forfatter")
    if standard.approval and standard.approval.effective_from:
        all_of_them.add("TLCConcept", eId="inForce", href="/akn/ontology/concept/in-force", showAs="I kraft")
    for key in dict.fromkeys(each.topic for each in standard.sections if each.topic):
        known = catalogue.topics().get(key)
        shown = catalogue.label(known.label, "da") if known else key
        address = f"urn:qstd:v1:topic/{quote(readable(key), safe='')}"
        all_of_them.add("TLCConcept", eId=topic_id(key), href=address, showAs=_seen(shown))


def topic_id(key: str) -> str:
    """Return the name by which a section says what it is about; any text can stand in the file."""
    return f"topic-{quote(readable(key), safe='')}"


def _seen(text: str) -> str:
    """What is shown may be blank but not missing."""
    return text or " "


def preface(standard: Standard, municipality: Municipality) -> Element:
    """Return the title, whose it is, and the approval as the document words it."""
    out = Element("preface")
    out.add("p").add("docTitle", standard.title)
    out.add("p").add("docProponent", municipality.name, refersTo=_SOURCE)
    approval = standard.approval
    if approval and approval.body:
        out.add("p").add("docCommittee", approval.body, refersTo="#council")
    if approval and approval.date:
        day = approval.date.isoformat()
        out.add("p").add("docDate", approval.text or day, date=day, refersTo="#approved")
    elif approval and approval.text:
        out.add("p", approval.text)
    return out
