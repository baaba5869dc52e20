"""The words for the keys of a comparison, for tables that people sort and filter: states, verdicts, units, days, roles.

Sentences of their own are in `comparison_words`; here is what can stand alone in a cell.
"""

from qstd.language import translator

N_ = str  # marks a Danish text that is translated where it is shown

# What a document says of itself, in a comparison and between two versions.
PROPERTIES = {
    "title": N_("Titel"),
    "status": N_("Status"),
    "approved": N_("Godkendelse"),
    "approved_by": N_("Godkendt af"),
    "effective_from": N_("Gælder fra"),
    "review_due": N_("Næste revision"),
    "service": N_("Ydelse"),
    "language": N_("Sprog"),
    "topic": N_("Emne"),
    "audience": N_("Skrevet til"),
}
LABELS: dict[str, dict[str, str]] = {
    # The four states, and two of "absent" that are no silence: text without a value, and facts not filled in yet.
    "state": {
        "stated": N_("Oplyst"),
        "none": N_("Oplyst som ingen"),
        "empty": N_("Overskrift uden tekst"),
        "absent": N_("Ikke oplyst"),
        "not_in_law": N_("Ikke i loven"),
        "in_own_words": N_("Tekst uden værdi"),
        "unfilled": N_("Ikke udfyldt"),
        "no_section": N_("Intet afsnit"),
    },
    "verdict": {
        "equal": N_("Ens"),
        "different": N_("Forskellig"),
        "some": N_("Kun nogle"),
        "nobody": N_("Ingen oplyser"),
        "incomparable": N_("Kan ikke sammenlignes"),
    },
    "note": {
        "units": N_("Svarene er i forskellige enheder."),
        "day_kinds": N_("Nogle regner i hverdage, andre i kalenderdage, eller det står der ikke."),
    },
    "unit": {
        "hour": N_("timer"),
        "minute": N_("minutter"),
        "day": N_("dage"),
        "working_day": N_("hverdage"),
        "week": N_("uger"),
        "month": N_("måneder"),
        "year": N_("år"),
        "age": N_("år (alder)"),
        "krone": N_("kr."),
        "time": N_("gange"),
        "meal": N_("måltider"),
    },
    "per": {
        "hour": N_("time"),
        "day": N_("dag"),
        "week": N_("uge"),
        "month": N_("måned"),
        "year": N_("år"),
        "delivery": N_("levering"),
        "total": N_("i alt"),
        "meal": N_("måltid"),
        "portion": N_("portion"),
        "trip": N_("tur"),
        "item": N_("stk."),
        "min": N_("nedre grænse"),
        "max": N_("øvre grænse"),
    },
    "day_kind": {
        "calendar": N_("kalenderdage"),
        "working": N_("hverdage"),
        "unspecified": N_("ikke oplyst"),
    },
    "bound": {
        "max": N_("højst"),
        "min": N_("mindst"),
        "exact": N_("præcis"),
        "approximate": N_("cirka"),
        "unspecified": N_("ikke oplyst"),
    },
    "role": {
        "reaction": N_("svar på henvendelse"),
        "decision": N_("afgørelse"),
        "start": N_("start på hjælpen"),
        "complaint": N_("klage"),
        "cancellation": N_("afbud"),
        "duration": N_("varighed"),
        "basis": N_("lovgrundlag"),
        "boundary": N_("afgrænsning"),
        "reference": N_("nævnt"),
    },
    "confidence": {
        "confirmed": N_("bekræftet"),
        "sure": N_("sikker"),
        "fairly_sure": N_("ret sikker"),
        "unsure": N_("usikker"),
    },
    "status": {
        "draft": N_("Kladde"),
        "hearing": N_("I høring"),
        "approved": N_("Godkendt, gælder endnu ikke"),
        "in_force": N_("Gældende"),
        "withdrawn": N_("Ophævet"),
    },
}


def label(table: str, key: str, language: str = "da") -> str:
    """Return the word for a key of a table; a key without a word stands for itself, an empty one for nothing."""
    known = LABELS[table].get(key)
    return translator(language)(known) if known else key
