"""Danish words by which a text is known to be about a topic, wherever it stands: in a heading, and in a sentence.

A pattern is searched for without regard to capitals. What stands in a heading may be looser than what stands in a
sentence: under "Betaling" all is about the price, but "betaling" in a sentence may be anybody's.
"""

import re

from qstd.lint.shared.patterns import lazy

_WHO = r"(?:du|jeg|man|borger\w*|bruger\w*|beboer\w*|modtager\w*)"
_TIME = r"(?:\d+|en|et|to|tre|fire|fem|seks|syv|otte|ti|fjorten)\s*-?\s*(?:\d+\s*)?(?:arbejds|hver)?(?:dag|uge|måned|mdr)\w*"


def _cue(stems: str, pattern: str) -> re.Pattern[str]:
    return lazy(pattern, re.IGNORECASE, stems)


HEADING: dict[str, re.Pattern[str]] = {
    "values": _cue("menneskesyn normer princip tilgang værdi", r"værdi|princip|normer|menneskesyn|\btilgang"),
    "legal_basis": _cue(
        "lovgrundlag retsgrundlag hjemmel lovgivning", r"lovgrundlag|retsgrundlag|lovhjemmel|hjemmel|lovgivning"
    ),
    "need": _cue("behov", r"\bbehov"),
    "purpose": _cue("mål overordne", r"formål|målsætning|\bmål(?:et|ene)? (?:med|for)\b|overordne\w* mål"),
    "target_group": _cue(
        "målgruppe personkreds hvem modtager", r"målgruppe|personkreds|hvem (?:kan|er|har|gælder)|modtager"
    ),
    "eligibility": _cue(
        "betingelse hvornår kriteri tildelingsgrundlag visitationsgrundlag",
        r"kriteri|visitationsgrundlag|betingelse|tildelingsgrundlag|hvornår kan",
    ),
    "activities": _cue(
        "aktivitet hvad indgår indhold omfatter opgaver serviceniveau",
        r"^(?!.*\bikke\b).*(?:indhold|omfatter|indgår|aktivitet|opgaver|serviceniveau"
        r"|hvad (?:får|består|ydes|dækker)|hvad kan (?:jeg|du|man) få)",
    ),
    "exclusions": _cue("=ikke afgrænsning undtag", r"\bikke\b|afgrænsning|undtag"),
    "boundary": _cue("afgrænsning bestemmelser forholdet", r"afgrænsning|forholdet til|andre bestemmelser"),
    "scope": _cue(
        "hyppighed længe mange meget ofte omfang serviceniveau tidsramme tit udmåling varighed",
        r"omfang|varighed|hvor (?:meget|længe|ofte|tit|mange)|hyppighed|serviceniveau|tidsramme|udmåling",
    ),
    "delivery": _cue(
        "hvem hvor leverandør leveres levering tilrettelæg udfør",
        r"udfør|lever(?:es|ing)\b|hvornår (?:ydes|leveres|gives|får)"
        r"|hvor (?:ydes|foregår|leveres|finder|gives)|tilrettelæg|hvem (?:udfører|leverer|hjælper|yder)"
        r"|leverandør|hvordan (?:foregår|ydes|gives|leveres)",
    ),
    "transport": _cue("befordring kørsel transport", r"transport|kørsel|befordring"),
    "organisation": _cue("organis", r"organis"),
    "supplier": _cue("hvem leverandør", r"leverandør|hvem (?:udfører|leverer|hjælper|yder)"),
    "supplier_choice": _cue(
        "behandlingsgaranti bestemme valg vælge",
        r"frit valg|fritvalg|valg af|valgmulighed|selv (?:bestemme|vælge)|behandlingsgaranti og",
    ),
    "competence": _cue(
        "faglighed kompeten kvalifikation personale uddannelse",
        r"kompeten|kvalifikation|faglighed|uddannelse|personale",
    ),
    "user_involvement": _cue(
        "beboerråd brugerråd inddrag indflydelse medbestemmelse pårørenderåd samarbejde",
        r"inddrag|indflydelse|medbestemmelse|brugerråd|pårørenderåd|beboerråd|samarbejde",
    ),
    "application": _cue("ansøg henvend hvordan søger tilmeld", r"ansøg|søger|henvend|hvordan får|tilmeld"),
    "visitation": _cue(
        "afgørelse bevilling sagsgang tildeling udredning visit vurdering",
        r"visit|bevilling|tildeling|vurdering|afgørelse|sagsgang|udredning",
    ),
    "assessment": _cue("udmåles udmåling", r"udmåling|udmåles"),
    "case_process": _cue(
        "bevilling hvordan procedure sagsbehandling sagsgang",
        r"sagsbehandling|sagsgang|procedure|bevilling|hvordan behandler",
    ),
    "case_deadline": _cue("frist sagsbehandlingstid svartid =lang", r"frist|sagsbehandlingstid|svartid|hvor lang tid"),
    "start_deadline": _cue(
        "behandlingsgaranti frist hvornår iværksæt opstart påbegynd ventetid",
        r"iværksæt|påbegynd|opstart|behandlingsgaranti|hvornår (?:starter|begynder|kommer)|ventetid|frist",
    ),
    "action_plan": _cue(
        "døgnrytmeplan handleplan handlingsplan indsatsplan",
        r"handleplan|handlingsplan|behandlingsplan|indsatsplan|døgnrytmeplan",
    ),
    "vouchers": _cue("gavekort", r"gavekort"),
    "price": _cue(
        "betal gebyr koste omkostning pris takst økonomi", r"betal|pris|takst|koste|omkostning|økonomi|gebyr"
    ),
    "obligations": _cue("ansvar forplig forvent krav pligt", r"forplig|pligt|ansvar|forvent|krav til (?:dig|borger)"),
    "rights": _cue("aktindsigt bisidder rettighed", r"rettighed|bisidder|aktindsigt"),
    "quality_goals": _cue(
        "mål kvalitetskrav kvalitetssikring",
        r"kvalitetsmål|kvalitetskrav|kvalitetssikring|effektmål|målsætning|resultatmål|servicemål|\bmål\b",
    ),
    "follow_up": _cue(
        "afslutning evaluering følg monitorering revisitation revurdering",
        r"følg\w* op|opfølgning|revurdering|evaluering|monitorering|revisitation|afslutning",
    ),
    "documentation": _cue("dokumentation", r"dokumentation"),
    "supervision": _cue("tilsyn", r"tilsyn"),
    "complaints": _cue("ankemulighed borgerrådgiver klag", r"\bklag|ankemulighed|borgerrådgiver"),
    "contact": _cue(
        "adresse hvor kontakt telefon vide yderligere åbningstid",
        r"kontakt(?!person)|adresse|telefon|åbningstid|hvor kan (?:du|jeg|man) henvende"
        r"|yderligere oplysning|vil du vide",
    ),
    "annex": _cue("bilag ydelsesbeskrivelse ydelsesblad", r"^\W*bilag\b|ydelsesbeskrivelse|ydelsesblad"),
}

SENTENCE: dict[str, re.Pattern[str]] = {
    "values": _cue("værdi menneskesyn normer", r"værdi(?:er|grundlag|sæt)\b|menneskesyn|\bnormer\b"),
    "legal_basis": _cue(
        "lov §",
        r"(?:lov|loven|lovens|\blov om [\w ]{3,60}|\bSEL|\bSUL|\bÆL|\bSL),?\s*§+\s*\d"
        r"|§+\s*\d[^.]{0,60}(?:lov\b|loven\b)"
        r"|(?:loven|lovens|lov om [\w ]{3,60}),? (?:paragraf )?\d{2,3}\b",
    ),
    "need": _cue("behov", r"behov for (?:hjælp|støtte)|\bbehovet\b"),
    "purpose": _cue(
        "=målet formål medvirke",
        r"\bformål(?:et)? (?:med|er)\b|har (?:til|som) formål|med det formål|skal medvirke til at"
        r"|\bmålet (?:med|er)\b",
    ),
    "target_group": _cue(
        "=dig =få =gives =selv =ydes borgere henvender modtage målgruppe personer personkreds rettet tilbydes voksne",
        r"\bmålgruppen?\b|personkreds|tilbydes (?:borgere|personer|voksne|dig)"
        r"|henvender sig til|er rettet mod|målrettet|(?:du|borgeren|man) ikke (?:længere )?selv (?:kan|er)\b"
        r"|hjælp\w* (?:gives|ydes) til (?:borgere|personer|dig)"
        r"|til (?:borgere|personer|voksne|dig)\b[^.]{0,40}\b(?:som|der|med)\b"
        r"|for at (?:kunne )?(?:få|modtage) [^.]{0,40}skal (?:du|man|borgeren)",
    ),
    "eligibility": _cue(
        "berettiget betingelse betinget forudsat forudsætning få kriteri",
        r"\bkriteri|betinget af|det er en (?:betingelse|forudsætning)|forudsat at"
        r"|for at (?:få|kunne få|være berettiget)",
    ),
    "activities": _cue(
        "bestå foregå indeholde omfatte",
        r"(?:hjælpen|ydelsen|støtten|indsatsen|tilbuddet|opholdet|behandlingen|træningen)"
        r" (?:kan )?(?:omfatte|bestå|indeholde|foregå\w* som)",
    ),
    "exclusions": _cue(
        "bevilges dækker gives indgår omfatter ydes",
        r"(?:omfatter|ydes|gives|indgår|dækker|bevilges|tilbydes)\b[^.]{0,30}\bikke\b",
    ),
    "boundary": _cue("afgræns overgå stedet", r"(?:i stedet|overgå\w*|afgræns\w*)[^.]{0,60}§+\s*\d"),
    "scope": _cue(
        "=gang =hver alle dagligt døgnet gange minutter omfanget tidsbegræns tidsmæssige time ugentlig",
        r"(?<!\d)\d{1,9}(?:[,.]\d{1,9})?\s*(?:timer|minutter|gange|time)\b"
        r"|\b(?:én|en|to|tre|fire) gange? (?:om|pr\.?|hver)\b|\bhver (?:\d+\.|anden|tredje|fjerde) uge"
        r"|\bdagligt\b|\bugentligt?\b|hele døgnet|døgnet rundt|alle (?:ugens )?dage|tidsbegræns|\bomfanget\b|tidsmæssige rammer",
    ),
    "delivery": _cue(
        "foregår gives kommer leveres planlægges udfører udføres varetages ydes",
        r"(?:leveres|udføres|foregår|ydes|gives) (?:af|i|på|hos|om|mellem|alle|som)\b"
        r"|medarbejder\w* (?:kommer|udfører)|(?:varetages|planlægges) af\b",
    ),
    "transport": _cue("befordring kørsel transport", r"\btransport|\bkørsel|befordring"),
    "organisation": _cue("organiseret organisering", r"organiser(?:et|ing)"),
    "supplier": _cue("leverandør leveres udføres ydes", r"\bleverandør|(?:leveres|udføres|ydes) af\b"),
    "supplier_choice": _cue(
        "frit vælge",
        r"frit valg|fritvalg|frit (?:kan )?vælge|(?:selv|mellem) [^.]{0,30}vælge"
        r"|vælge [^.]{0,50}(?:leverandør|tilbud|behandlingssted)",
    ),
    "competence": _cue(
        "uddannelse uddanned kompetence kvalifikation fagligt",
        r"\buddannede?\b|uddannelse|kompetence|kvalifikation|fagligt personale",
    ),
    "user_involvement": _cue(
        "inddrage indflydelse brugerråd beboerråd samarbejde",
        r"inddrag(?:es|er|else)|medindflydelse|indflydelse på|brugerråd|beboerråd"
        r"|i samarbejde med (?:dig|borgeren)",
    ),
    "application": _cue(
        "søge ansøgning henvende kontakt",
        r"\bansøg(?:e|er|es|ning|ningen)\b|\bsøge[rs]? om\b|\b(?:henvende|kontakte?) (?:dig|sig|til)\b"
        r"|henvendelse til",
    ),
    "visitation": _cue(
        "afgørelse bevilg visitation visitator visiter vurdering",
        r"\bvisit(?:ator|ation|er)|\bbevilg|individuel vurdering|konkret vurdering|træffe[rs]? afgørelse",
    ),
    "assessment": _cue("udmål", r"udmål"),
    "case_process": _cue("afgørelse partshør sagsbehandl", r"sagsbehandl|partshør|træffe[rs]? (?:\w+ )?afgørelse"),
    "case_deadline": _cue(
        "sagsbehandling =inden indenfor senest straks",
        r"sagsbehandlings(?:tid|frist)"
        r"|(?:svar|afgørelse|reager\w*|besked)\b[^.]{0,80}\b(?:inden ?for|senest)\b"
        r"|\b(?:inden ?for|senest)\b[^.]{0,80}\b(?:svar|afgørelse|reager\w*|besked)"
        r"|straks (?:svar|afgørelse)",
    ),
    "start_deadline": _cue(
        "begynde behandlingsgaranti iværksæt opstart påbegynd starte",
        r"behandlingsgaranti"
        rf"|(?:iværksæt|påbegynd|starte|begynde|opstart)\w*[^.]{{0,60}}(?:inden ?for|senest|efter|{_TIME})"
        r"|(?:inden ?for|senest)\b[^.]{0,60}(?:iværksæt|påbegynd|starte|begynde|opstart)",
    ),
    "action_plan": _cue(
        "handleplan handlingsplan indsatsplan", r"handleplan|handlingsplan|behandlingsplan|indsatsplan"
    ),
    "vouchers": _cue("gavekort", r"gavekort"),
    "price": _cue(
        "betale betaling gratis koster kr takst udgift vederlagsfri",
        r"\bgratis\b|vederlagsfri|egenbetaling|\bkr\.|(?<!\d)\d{1,9} ?kr\b|kroner|\bkoster\b|uden (?:egen)?betaling"
        rf"|\btakst|brugerbetaling|{_WHO} (?:skal )?(?:ikke )?(?:selv )?betale"
        r"|\bbetale[rs]? (?:selv|for|en|et|husleje)\b|(?:udgift\w*|betaling) (?:til|for)\b",
    ),
    "obligations": _cue(
        "=pligt =skal ansvarlig forpligt forventes",
        rf"{_WHO} (?:skal|har pligt|er forpligtet|forventes|er ansvarlig)\b|forventes det|\bforpligt",
    ),
    "rights": _cue(
        "=lade aktindsigt bisidder partsrepræsentant",
        r"bisidder|partsrepræsentant|aktindsigt|ret til at lade sig (?:bistå|repræsentere)",
    ),
    "quality_goals": _cue(
        "0 kvalitetsmål kvalitetskrav servicemål =målet tilfredshed",
        r"kvalitetsmål|kvalitetskrav|servicemål|\bmålet er, at\b|(?<!\d)\d{1,9} ?(?:%|procent)|tilfredshed",
    ),
    "follow_up": _cue(
        "=op evaluer fulgt løbende opfølgning revisit revurder",
        r"følge[rs]? op\b|fulgt op|\bopfølgning|revurder|evaluer|revisit|løbende vurder",
    ),
    "documentation": _cue("dokumenter journal", r"\bdokumenter|journal"),
    "supervision": _cue("tilsyn", r"\btilsyn"),
    "complaints": _cue(
        "klage ankestyrelsen borgerrådgiver",
        r"\bklage[rs]?\b|\bklagen\b|klage(?:frist|vejledning|mulighed|adgang)|ankestyrelsen|borgerrådgiver",
    ),
    "contact": _cue(
        "0 @",
        r"\b(?:tlf|telefon)\w*\.?:?\s*(?:nr\.?|nummer)?:?\s*(?:\+45)?\s*\d{2}|[\w.+-]{1,64}@[\w-]{1,64}\.\w"
        r"|\b\d{4} (?-i:[A-ZÆØÅ])[a-zæøå]+\b",
    ),
    "annex": _cue("bilag", r"\bbilag\b"),
}
