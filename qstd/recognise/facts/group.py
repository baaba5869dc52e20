"""Target groups: words of the text as keys of the catalogue's vocabulary."""

import re
from collections.abc import Iterator
from typing import Literal

from qstd.model.facts import Evidence, TargetGroup
from qstd.recognise.facts.group_words import ANY, GROUPS
from qstd.recognise.facts.passages import Sentence, Source, joined
from qstd.recognise.facts.patterns import phrases

_I = re.IGNORECASE
_NOT_REQUIRED = phrases(
    """
    (ikke|ingen)…diagnose~ | uden (_ ){0,2}?diagnose~ | uanset (_ )?diagnose~ | diagnose…ikke
    """
)
_REQUIRED = phrases(
    """
    (skal|krav om|kræve[rs]|forudsætter|betinge~)…diagnose~ | har (fået (stillet )?)?en (_ ){0,3}?diagnose~
    diagnosticeret~
    """
)
_WHO = re.compile(
    r"""(?:målrette[rt]\w*\s+(?:mod|til)|henvender\s+sig\s+til(?:\s+gruppen\s+af)?|målgruppen?\b[^.]{0,40}?\ber
    |omfatter|(?:ydes|gives|tilbydes|bevilges)\s+til|kan\s+(?:ydes|gives|bevilges|tilbydes)\s+til|tilbud(?:det)?\s+(?:er\s+)?(?:til|for)
    |personkredsen\b[^.]{0,80}?\ber|er\s+for|retter\s+sig\s+mod)\s+(?P<who>.+)""",
    re.VERBOSE | _I,
)
_NEGATIVE = phrases(
    """
    ikke (omfattet|i målgruppen|modtage|bevilges|ydes|gives|tilbydes|målrettet|få)
    kan ikke (modtage|få|bevilges|tilbydes)~ | falder uden for~ | undtaget~ | skyldes
    """
)
_ASIDE = phrases(
    r"""
    (fx|f\.?\s?eks\.?|for eksempel|eksempelvis)(?=\W)~
    (ofte|typisk|eventuelt|evt\.|herunder ofte) (med|har|også|samtidig)
    """
)
_BECAUSE = phrases("(på grund af|grundet|som følge af|pga)")
_HOME_OF_ONES_OWN = phrases("ikke har eller ikke kan opholde | hverken har eller kan opholde")
_TOPICS = ("target_group", "eligibility", "need", "purpose", "scope", "activities")


def propose(source: Source) -> Iterator[TargetGroup]:
    """Propose whom the service is for: one fact, from the section that comes nearest to being about that."""
    for topic in _TOPICS:
        sentences = [each for each in source.sentences(topic) if not _NEGATIVE.search(each.text)]
        said = [(each, groups) for each in sentences if (groups := _groups(each.text, source))]
        if topic not in ("target_group", "eligibility"):
            said = [(each, groups) for each, groups in said if _WHO.search(each.text)]
        if said:
            # A list below a sentence that names the group tells its members apart.
            yield _fact(source, [each for each in said if each[0].kind != "item"] or said)
            return


def _fact(source: Source, said: list[tuple[Sentence, tuple[str, ...]]]) -> TargetGroup:
    groups = _tidy([key for _, keys in said for key in keys])
    best = max(
        said,
        key=lambda each: (len(each[1]), bool(_WHO.search(each[0].text)), "målret" in each[0].text, -said.index(each)),
    )[0]
    diagnosis, at = _diagnosis(source, best)
    text = next(each.text for each in source.passages if each.key == best.key)
    evidence: Evidence = best.evidence
    if at is not None and at.key == best.key and at != best:
        first, last = sorted((best, at), key=lambda each: text.find(each.text))
        wide = joined(first, last, text)
        evidence = wide if len(wide.quote) < 900 else evidence
    return TargetGroup(
        kind="target_group",
        groups=groups,
        diagnosis=diagnosis,
        text=_text(best.text) or None,
        evidence=evidence,
        proposed=True,
    )


def _diagnosis(source: Source, best: Sentence) -> tuple[Literal["required", "not_required"] | None, Sentence | None]:
    for each in source.sentences("target_group", "eligibility"):
        if each.key == best.key and _NOT_REQUIRED.search(each.text):
            return "not_required", each
        if each.key == best.key and _REQUIRED.search(each.text):
            return "required", each
    return None, None


def _groups(text: str, source: Source) -> tuple[str, ...]:
    found: dict[str, int] = {}
    text = _ASIDE.split(text)[0]
    for key, pattern in GROUPS if ANY.search(text) else ():
        if match := pattern.search(text):
            found[key] = match.start()
    if "cannot_keep_ordinary_work" in found and len(found) > 1 and _BECAUSE.search(text):
        del found["cannot_keep_ordinary_work"]
    return _named(found, source, stated_home=bool(_HOME_OF_ONES_OWN.search(text)))


def _named(found: dict[str, int], source: Source, stated_home: bool) -> tuple[str, ...]:
    """Return the keys in the order of the text; what a wider or a more exact group says already is left out."""
    if "both_misuses" in found:
        found["substance_misuse"] = found.pop("both_misuses")
    if {"drug_misuse", "alcohol_misuse"} <= found.keys():
        found["substance_misuse"] = min(found.pop("drug_misuse"), found.pop("alcohol_misuse"))
    if "homeless" in found and (("SEL", "99") in source.own or ("special_social_problems" in found and stated_home)):
        found["special_social_problems_without_home"] = min(
            found.pop("homeless"), found.pop("special_social_problems", 10**9)
        )
    return tuple(sorted(found, key=lambda key: found[key]))


_WIDER = {
    "considerably_and_lastingly_reduced_function": (
        "considerably_reduced_function",
        "lastingly_reduced_function",
        "reduced_physical_function",
        "reduced_mental_function",
    ),
    "considerably_reduced_function": ("reduced_physical_function", "reduced_mental_function"),
    "lastingly_reduced_function": ("reduced_physical_function", "reduced_mental_function"),
    "illness_without_hospital_stay": ("reduced_physical_function", "reduced_mental_function"),
    "relatives": ("reduced_physical_function", "reduced_mental_function", "considerably_reduced_function"),
    "substance_misuse": ("drug_misuse", "alcohol_misuse"),
}


def _tidy(keys: list[str]) -> tuple[str, ...]:
    drop = {less for key in keys for less in _WIDER.get(key, ())}
    return tuple(dict.fromkeys(key for key in keys if key not in drop))


def _text(text: str) -> str:
    found = _WHO.search(text)
    return re.split(r",\s+(?:der|som)\b|[.;:]\s*\Z|:\s", found["who"])[0].strip(" .,;:") if found else ""
