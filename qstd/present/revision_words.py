"""What is said of two versions in words: which they are, what a change is, why it is more or less for the citizen."""

from collections.abc import Sequence
from typing import Literal

from qstd.language import translator
from qstd.model.document import Text
from qstd.model.revision import FactChange, PropertyChange, Revision, Step, Version
from qstd.model.standard import Approval
from qstd.present.quantities import date, listed, quoted, solid, upper_first
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

# What a change is for the citizen, by its direction.
DIRECTIONS = {
    "less": N_("Mindre for borgeren"),
    "more": N_("Mere for borgeren"),
    "neutral": N_("Neutralt for borgeren"),
    "unknown": N_("Må vurderes"),
}
# Of what the engine cannot tell to be more or less, this is not simply neutral: somebody has to judge it.
_UNSURE = ("mixed", "incomparable", "pension_age", "other_anchor")
_JUDGED = ("age", "access", "deadline", "extent", "price", "supplier_choice", "obligation")
# The kinds of changes, as a tag says them; several are listed.
CLASSES = {
    "substantive": N_("Indhold"),
    "editorial": N_("Sprog"),
    "moved": N_("Flytning"),
    "cosmetic": N_("Tegn og form"),
}
# Why a change of facts is more or less for the citizen, by its key; said after the name of the fact.
REASONS = {
    "more_groups": N_("flere grupper er med"),
    "fewer_groups": N_("færre grupper er med"),
    "diagnosis_no_longer_required": N_("der kræves ikke længere en diagnose"),
    "diagnosis_required": N_("der kræves nu en diagnose"),
    "wider_age": N_("aldersgrænsen er blevet videre"),
    "narrower_age": N_("aldersgrænsen er blevet snævrere"),
    "age_limit_removed": N_("aldersgrænsen er væk"),
    "age_limit_added": N_("ny aldersgrænse"),
    "keeps_help_after_max": N_("borgeren beholder hjælpen efter aldersgrænsen"),
    "loses_help_after_max": N_("hjælpen stopper ved aldersgrænsen"),
    "no_visitation": N_("der kræves ikke længere visitation"),
    "visitation": N_("der kræves nu visitation"),
    "voluntary": N_("hjælpen er frivillig"),
    "not_voluntary": N_("hjælpen er ikke længere frivillig"),
    "may_leave": N_("borgeren kan altid sige fra igen"),
    "may_not_leave": N_("retten til altid at sige fra igen er taget ud"),
    "stronger_anonymity": N_("borgeren kan lettere være anonym"),
    "weaker_anonymity": N_("borgeren kan sværere være anonym"),
    "not_temporary": N_("hjælpen er ikke længere midlertidig"),
    "temporary": N_("hjælpen er nu midlertidig"),
    "shorter_wait": N_("kortere ventetid"),
    "longer_wait": N_("længere ventetid"),
    "promise_made": N_("nyt løfte til borgeren"),
    "promise_dropped": N_("et løfte til borgeren er væk"),
    "time_set": N_("nu med en fast frist"),
    "time_not_set": N_("ikke længere en fast frist"),
    "longer_to_complain": N_("længere tid til at klage"),
    "shorter_to_complain": N_("kortere tid til at klage"),
    "shorter_notice": N_("afbud kan meldes senere"),
    "longer_notice": N_("afbud skal meldes tidligere"),
    "notice_dropped": N_("kravet om afbud er væk"),
    "notice_demanded": N_("nyt krav om afbud"),
    "longer_help": N_("hjælpen varer længere"),
    "shorter_help": N_("hjælpen varer kortere"),
    "time_limit_removed": N_("tidsgrænsen er væk"),
    "time_limit_added": N_("ny tidsgrænse"),
    "more_help": N_("mere hjælp"),
    "less_help": N_("mindre hjælp"),
    "cap_removed": N_("loftet er væk"),
    "cap_added": N_("nyt loft"),
    "window_removed": N_("ikke længere bundet til bestemte tidspunkter"),
    "window_added": N_("nu bundet til bestemte tidspunkter"),
    "exception_added": N_("ny mulighed for en undtagelse"),
    "exception_removed": N_("muligheden for en undtagelse er væk"),
    "firmer_promise": N_("hjælpen er lovet fastere"),
    "looser_promise": N_("hjælpen er lovet mindre fast"),
    "softer_limit": N_("grænsen er blevet blødere"),
    "harder_limit": N_("grænsen er blevet hårdere"),
    "lower_price": N_("lavere pris"),
    "higher_price": N_("højere pris"),
    "now_free": N_("nu gratis"),
    "no_longer_free": N_("ikke længere gratis"),
    "more_choice": N_("mere at vælge imellem"),
    "less_choice": N_("mindre at vælge imellem"),
    "obligation_removed": N_("færre pligter"),
    "obligation_added": N_("flere pligter"),
    "more_referrers": N_("flere kan henvende sig"),
    "fewer_referrers": N_("færre kan henvende sig"),
    "complaint_body_added": N_("flere steder at klage"),
    "complaint_body_removed": N_("færre steder at klage"),
    "incomparable": N_("det gamle og det nye kan ikke måles mod hinanden"),
    "pension_age": N_("den ene grænse følger folkepensionsalderen"),
    "other_anchor": N_("fristen regnes fra noget andet"),
    "appeared": N_("nyt i standarden"),
    "disappeared": N_("nævnes ikke længere"),
    "changed": N_("ændret"),
    "mixed": N_("noget er mere, andet er mindre"),
}
PROPERTIES = {
    "status": N_("Status"),
    "approved": N_("Dato for godkendelse"),
    "approved_by": N_("Godkendt af"),
    "effective_from": N_("Gælder fra"),
    "review_due": N_("Skal tages op igen senest"),
    "service": N_("Ydelse"),
    "language": N_("Sprog"),
    "topic": N_("Emne"),
    "audience": N_("Skrevet til"),
}
_STATUS = {
    "draft": N_("kladde"),
    "hearing": N_("i høring"),
    "approved": N_("godkendt, gælder endnu ikke"),
    "in_force": N_("gældende"),
    "withdrawn": N_("ophævet"),
}
_LANGUAGES = {"da": N_("dansk"), "en": N_("engelsk")}
_AUDIENCES = {"everyone": N_("alle"), "professional": N_("fagfolk")}


def is_turned(step: Step) -> bool:
    """Tell whether a leaf moved, word for word, under something that may turn its meaning round."""
    return step.kind == "moved_here" and step.change == "substantive" and not step.spans


def way(change: FactChange) -> Literal["less", "more", "neutral", "unknown"]:
    """Return what a change is for the citizen, as it is told."""
    unsure = change.reason in _UNSURE or (change.reason == "changed" and change.kind in _JUDGED)
    return "unknown" if change.direction == "neutral" and unsure else change.direction


# ---------- The two versions ----------

_VERSIONS = {
    "draft": N_("en kladde"),
    "hearing": N_("en udgave i høring"),
    "approved": N_("den godkendte udgave"),
    "in_force": N_("den gældende udgave"),
    "withdrawn": N_("den ophævede udgave"),
}
_UNAPPROVED = {"draft": N_("kladde, ikke godkendt"), "hearing": N_("i høring, ikke godkendt")}


def lead(revision: Revision, language: str) -> str:
    """Say in one sentence which version is held against which."""
    _ = translator(language)
    old, new = revision.old, revision.new
    days = [each.approval.date if each.approval else None for each in (old, new)]
    if old.status != new.status:
        names = [_(_VERSIONS[each.status]) for each in (old, new)]
    elif days[0] and days[1] and days[0] != days[1]:
        names = [_("udgaven fra {date}").format(date=date(each.isoformat(), language)) for each in days if each]
    else:
        names = [_("den gamle udgave"), _("den nye")]
    return glue(_("{title}: {old} mod {new}.").format(title=new.title, old=names[0], new=names[1]))


def meta(revision: Revision, language: str) -> str:
    """Say of each version whose it is, where it comes from, how far it is and when it was approved."""
    old, new = (_about(each, revision, language) for each in (revision.old, revision.new))
    said = glue(translator(language)("Gammel: {old}. Ny: {new}.").format(old=old, new=new))
    whose = " / ".join(dict.fromkeys(filter(None, (revision.old.municipality, revision.new.municipality))))
    return f"{whose}. {said}" if whose else said


def _about(version: Version, revision: Revision, language: str) -> str:
    _ = translator(language)
    approval = version.approval or Approval()
    if version.status in _UNAPPROVED:
        approved = _(_UNAPPROVED[version.status])
    elif approval.date:
        said = _("ændret siden godkendelsen den {date}") if _is_after(version, revision) else _("godkendt den {date}")
        approved = said.format(date=date(approval.date.isoformat(), language))
    elif approval.text:
        approved = quoted(approval.text.removesuffix("."), language)
    else:
        approved = _("dato for godkendelse ikke oplyst")
    status = _(_STATUS["withdrawn"]) if version.status == "withdrawn" else ""
    both = ", ".join(filter(None, (status, approved)))
    source = " ".join(filter(None, (version.ref if revision.old.ref != revision.new.ref else "", version.revision)))
    return f"{both} ({source})" if source else both


def _is_after(version: Version, revision: Revision) -> bool:
    """Tell whether a version is the newer one of two texts with one approval: that was given to the older one."""
    before = revision.old.approval.content if revision.old.approval else None
    own = version.approval.content if version.approval else None
    return version is revision.new and own is not None and own == before and not revision.same


# ---------- Sections ----------


def section_name(number: str, heading: str, language: str) -> str:
    """Return what a section is called inside a sentence: "afsnit 6", "§ 99", or its heading."""
    _ = translator(language)
    if number and not number[0].isdigit():
        return solid(number)
    if number:
        return glue(_("afsnit {number}").format(number=number))
    return quoted(heading, language) if heading.strip() else _("afsnittet uden overskrift")


_MOST_LISTED = 3


def stretch_name(sections: Sequence[tuple[str, str]], language: str) -> str:
    """Return what some sections in a row are called together: "Afsnit 1 og 2", "Afsnit 1 til 5"."""
    _ = translator(language)
    numbers = [number for number, _heading in sections]
    counted = all(number[:1].isdigit() for number in numbers)
    names = numbers if counted else [section_name(*each, language) for each in sections]
    many = len(sections) > _MOST_LISTED
    said = _("{first} til {last}").format(first=names[0], last=names[-1]) if many else listed(names, language)
    if counted:
        one = upper_first(_("afsnit {number}").format(number=said))
        return glue(one if len(sections) == 1 else _("Afsnit {numbers}").format(numbers=said))
    return upper_first(said)


# ---------- Properties of the document ----------


def property_value(change: PropertyChange, value: str, language: str, service: str = "") -> str:
    """Return the value of a property in words; `service` is the name of the service or topic that it says."""
    _ = translator(language)
    if not value:
        return _("ikke oplyst")
    if change.name == "status":
        return _(_STATUS.get(value, value))
    if change.name == "language":
        return _(_LANGUAGES.get(value, value))
    if change.name == "audience":
        return _(_AUDIENCES.get(value, value))
    return service or glue(date(value, language))


def text(words: str) -> tuple[Text]:
    """Return words of ours as inlines that break where they should."""
    return (Text(glue(words)),)
