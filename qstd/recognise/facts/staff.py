"""What is asked of those who give the help, and of those who get it."""

import re
from collections.abc import Iterator

from qstd import prose
from qstd.model.facts import Competence, Obligation
from qstd.recognise.facts.passages import Passage, Sentence, Source, joined
from qstd.recognise.facts.patterns import either, phrases

_I = re.IGNORECASE
_PROFESSION = phrases(
    r"""
    social-?\s*(og|/)\s*sundheds(assistent|hjælper|ass\.?|hj\.?|faglig~)~\.?( og -(assistenter|hjælpere))?
    sosu-?\s?(assistent|hjælper)~ | pædagogisk~ (assistent~|uddannelse)
    (social|ergo|fysio|psyko|musik|alkohol|misbrugs|familie)?(pædagog|terapeut|rådgiver|behandler)(er?|en|erne|assistent~)?
    ~(pædagog|terapeut|rådgiver)(isk )?udd?annel?s?(e|en)? | ~(pædagog|terapeut|rådgiver)uddannede?
    sygeplejersker?n? | sygeplejerskeuddann~ | sygehjælper~ | plejere? | psykolog(er)? | læge(r|n)? | lærere? | diætist(er)?
    omsorgsmedhjælpere? | plejehjemsassistent(er)? | ernæringsassistent(er)? | kok(ke)? | socialformidlere? | jordemødre
    hjemmehjælpere?
    """
)
_EXAMPLES = phrases(
    r"""
    f\.?\s?eks\.? | eks\. | fx | eksempelvis | for eksempel | bl\.\s?a\. | blandt andet | m\.\s?v\. | mv\.? | m\.\s?fl\.
    mfl\.? | m\.m\. | osv\. | typisk | o\.\s?lign\. | lign\.
    """
)
_MARK = r"(?:f\.?\s?eks(?:\.|\b)|eks(?:\.|\b)|fx\b|eksempelvis|for\s+eksempel|bl\.\s?a\.|blandt\s+andet)"
_MARKED = re.compile(rf"{_MARK}\s*(?P<list>[^;:]+)", _I)
_LIST_END = re.compile(
    r"\s*,?\s*(?:og\s+)?(?:m\.\s?v\.|mv\.?|m\.\s?fl\.|mfl\.?|m\.m\.|osv\.|etc\.|o\.\s?lign\.|lign\.)\s*\Z", _I
)
_SKILL = either(
    """
    uddannelse | uddannet | uddannede | baggrund | kvalifikation~ | kompetence~ | erfaring | ~faglig~ | kendskab | viden
    efteruddannelse | autorisation | autoriserede?
    """
)
_REQUIREMENT = re.compile(
    rf"\b(?:har|have|besidde[rs]?|krav\s+om|kræve[rs]|er|være|uddannelse\s+som:)\s+(?P<what>[^.;:]*?{_SKILL}[^.;]*)", _I
)
_NO_PROFESSION = phrases(
    """
    erfaring~ | kendskab~ | viden | indsigt~ | interesse~ | kompetence~ | færdighed~ | forståelse~ | kurser | kursus
    efteruddannelse~ | anden (_ )?(relevant|lignende) (_ )?(uddannelse|baggrund)~ | kørekort | sprog~ | lyst | evne~
    """
)
# "fysio- og ergoterapeuter": the first borrows its end.
_BORROWED = re.compile(r"\b(fysio|ergo|psyko|musik)-\s+(og|eller)\s+(fysio|ergo|psyko|musik)(terapeut\w*)", _I)
_STAFF = phrases("personale~ | medarbejder~ | ansatte | udfører~ | behandler~ | terapeuter~")
_TRAINED = phrases("uddann~ | består af | er ansat | kvalifikation~ | baggrund")


def competence(source: Source) -> Iterator[Competence]:
    """Propose what is asked of the staff: one fact for each section about that."""
    for passage in source.about("competence"):
        if fact := _of_section(passage):
            yield fact
            return
    for each in source.elsewhere("competence", "legal_basis", "complaints", "target_group", "exclusions"):
        if _STAFF.search(each.text) and _PROFESSION.search(each.text) and _TRAINED.search(each.text):
            yield _competence([each], each.text)
            return


def _of_section(passage: Passage) -> Competence | None:
    sentences = [each for each in passage.sentences if not each.law]
    if not sentences or prose.none_answer(passage.text):
        return None
    start = next(
        (at for at, each in enumerate(sentences) if _REQUIREMENT.search(each.text) or _PROFESSION.search(each.text)), 0
    )
    used = [sentences[start]]
    for each in sentences[start + 1 : start + 8]:
        if re.match(_MARK, each.text, _I) or (each.kind == "item" and _PROFESSION.search(each.text)):
            used.append(each)
        else:
            break
    return _competence(used, passage.text)


def _competence(sentences: list[Sentence], text: str) -> Competence:
    said = " ".join(each.text for each in sentences)
    professions, marked = _professions(said)
    return Competence(
        kind="competence",
        requirement=_requirement(sentences[0].text),
        professions=professions,
        examples=bool(professions) and (marked or bool(_EXAMPLES.search(said))),
        evidence=joined(sentences[0], sentences[-1], text) if len(sentences) > 1 else sentences[0].evidence,
        proposed=True,
    )


def _requirement(text: str) -> str:
    head = re.split(rf",?\s*\(?\b{_MARK}", text, maxsplit=1, flags=_I)[0].strip(" .,;:(")
    if not re.search(rf"{_SKILL}|krav", head, _I) and not _PROFESSION.search(head):
        return text.strip(" .,;:(")
    found = re.match(r"\s*uddannelse\s+som:\s*(?P<what>[^;]+)", head, _I) or _REQUIREMENT.search(head)
    return (found["what"] if found else head).strip(" .,;:(") or text.strip(" .,;:")


def _professions(said: str) -> tuple[tuple[str, ...], bool]:
    """Find the professions: those listed after "fx", else those that the text has words for."""
    if (marked := _MARKED.search(said)) and (listed := _listed(marked["list"])):
        return listed, True
    whole = _BORROWED.sub(lambda found: f"{found[1]}{found[4]} {found[2]} {found[3]}{found[4]}", said)
    names = (found[0].strip() for found in _PROFESSION.finditer(whole))
    return tuple(
        dict.fromkeys(each if re.search(r"(?:ass|hj)\.\Z", each) else each.rstrip(".") for each in names)
    ), False


def _listed(words: str) -> tuple[str, ...]:
    words = _LIST_END.sub("", words.strip()).strip(" ")
    words = re.sub(r"(?<=\w{4})\.\s.*\Z", "", words)
    parts = re.split(r"\s*,\s*(?:og\s+|eller\s+)?|\s+eller\s+|(?<!-)\s+og\s+(?!sundheds)", words)
    named = [re.sub(r"\A(?:(?:en\s+)?uddannelse\s+som|som)\s+", "", each.strip()) for each in parts if each.strip(" .")]
    bare = [each for each in named if not _NO_PROFESSION.search(each) or _PROFESSION.search(each)]
    found = tuple(each if each.endswith("ass.") else each.rstrip(" .)") for each in bare)
    return (
        found
        if all(len(each.split()) <= 6 for each in found) and any(_PROFESSION.search(each) for each in found)
        else ()
    )


_DUTY = re.compile(
    r"\b(?:skal|må\s+ikke|forpligtet|pligt\w*|forventes?|forventer|ansvar\w*|bør|kræves|forudsætter|forudsættes|sørge[r]?\s+for|overholde\w*|oplyse|give\s+besked|medvirke\w*|deltage\w*)\b|\ADu\s+(?!kan\b|har\s+(?:ret|mulighed)|får\b|må\s+gerne)|\A(?:Meld|Giv|Husk|Kontakt|Oplys|Sørg|Mød|Medbring|Aflys|Afmeld|Hold|Ring|Ryd|Luk)\b",
    _I,
)
_CITIZENS_PART = re.compile(
    r"""\A(?:Borgeren|Brugeren|Beboeren|Modtageren|Ansøgeren|Forældrene|Pårørende|Den\s+enkelte)\s+
      (?!kan\b|har\s+(?:ret|mulighed|krav)|får\b|må\s+gerne|tilbydes|er\s+(?:velkommen|berettiget))\w+
    | \b(?:meldes|afmeldes|holdes|aflyses|afleveres|lukkes|oplyses|medbringes|ryges|stilles|ryddes|fjernes|respekteres
        |overholdes|returneres)\b
    | \bikke\s+tilladt\b | \bforbudt\b""",
    re.VERBOSE | _I,
)
_NO_DUTY = phrases(
    """
    ingen (særlige )?(forpligt_|pligter|krav)~ | ikke (nogen )?(særlige )?(forpligtelser|pligter)~
    """
)


def obligations(source: Source) -> Iterator[Obligation]:
    """Propose what is asked of the citizen: one duty for each sentence or entry of a section about that."""
    for passage in source.about("obligations"):
        bare = bool(prose.none_answer(passage.text))
        for each in passage.sentences:
            if each.law:
                continue
            if bare or _NO_DUTY.search(each.text):
                yield Obligation(kind="obligation", none=True, evidence=each.evidence, proposed=True)
            elif each.kind == "item" or (_is_duty(each.text) and not each.text.endswith(":")):
                yield Obligation(
                    kind="obligation", text=each.text.rstrip(" .;:,"), evidence=each.evidence, proposed=True
                )


def _is_duty(text: str) -> bool:
    return bool(_DUTY.search(text) or _CITIZENS_PART.search(text))
