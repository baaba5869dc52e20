"""Danish words by which a text is known to be about a topic, wherever it stands: in a heading, and in a sentence.

A pattern is searched for without regard to capitals. What stands in a heading may be looser than what stands in a
sentence: under "Betaling" all is about the price, but "betaling" in a sentence may be anybody's.
"""

_WHO = r"(?:du|jeg|man|borger\w*|bruger\w*|beboer\w*|modtager\w*)"
_TIME = r"(?:\d+|en|et|to|tre|fire|fem|seks|syv|otte|ti|fjorten)\s*-?\s*(?:\d+\s*)?(?:arbejds|hver)?(?:dag|uge|måned|mdr)\w*"

HEADING: dict[str, str] = {
    "values": r"værdi|princip|normer|menneskesyn|\btilgang",
    "legal_basis": r"lovgrundlag|retsgrundlag|lovhjemmel|hjemmel|lovgivning",
    "need": r"\bbehov",
    "purpose": r"formål|målsætning|\bmål(?:et|ene)? (?:med|for)\b|overordne\w* mål",
    "target_group": r"målgruppe|personkreds|hvem (?:kan|er|har|gælder)|modtager",
    "eligibility": r"kriteri|visitationsgrundlag|betingelse|tildelingsgrundlag|hvornår kan",
    "activities": (
        r"^(?!.*\bikke\b).*(?:indhold|omfatter|indgår|aktivitet|opgaver|serviceniveau"
        r"|hvad (?:får|består|ydes|dækker)|hvad kan (?:jeg|du|man) få)"
    ),
    "exclusions": r"\bikke\b|afgrænsning|undtag",
    "boundary": r"afgrænsning|forholdet til|andre bestemmelser",
    "scope": r"omfang|varighed|hvor (?:meget|længe|ofte|tit|mange)|hyppighed|serviceniveau|tidsramme|udmåling",
    "delivery": (
        r"udfør|lever(?:es|ing)\b|hvornår (?:ydes|leveres|gives|får)"
        r"|hvor (?:ydes|foregår|leveres|finder|gives)|tilrettelæg|hvem (?:udfører|leverer|hjælper|yder)"
        r"|leverandør|hvordan (?:foregår|ydes|gives|leveres)"
    ),
    "transport": r"transport|kørsel|befordring",
    "organisation": r"organis",
    "supplier": r"leverandør|hvem (?:udfører|leverer|hjælper|yder)",
    "supplier_choice": r"frit valg|fritvalg|valg af|valgmulighed|selv (?:bestemme|vælge)|behandlingsgaranti og",
    "competence": r"kompeten|kvalifikation|faglighed|uddannelse|personale",
    "user_involvement": r"inddrag|indflydelse|medbestemmelse|brugerråd|pårørenderåd|beboerråd|samarbejde",
    "application": r"ansøg|søger|henvend|hvordan får|tilmeld",
    "visitation": r"visit|bevilling|tildeling|vurdering|afgørelse|sagsgang|udredning",
    "assessment": r"udmåling|udmåles",
    "case_process": r"sagsbehandling|sagsgang|procedure|bevilling|hvordan behandler",
    "case_deadline": r"frist|sagsbehandlingstid|svartid|hvor lang tid",
    "start_deadline": (
        r"iværksæt|påbegynd|opstart|behandlingsgaranti|hvornår (?:starter|begynder|kommer)|ventetid|frist"
    ),
    "action_plan": r"handleplan|handlingsplan|behandlingsplan|indsatsplan|døgnrytmeplan",
    "vouchers": r"gavekort",
    "price": r"betal|pris|takst|koste|omkostning|økonomi|gebyr",
    "obligations": r"forplig|pligt|ansvar|forvent|krav til (?:dig|borger)",
    "rights": r"rettighed|bisidder|aktindsigt",
    "quality_goals": (
        r"kvalitetsmål|kvalitetskrav|kvalitetssikring|effektmål|målsætning|resultatmål|servicemål|\bmål\b"
    ),
    "follow_up": r"følg\w* op|opfølgning|revurdering|evaluering|monitorering|revisitation|afslutning",
    "documentation": r"dokumentation",
    "supervision": r"tilsyn",
    "complaints": r"\bklag|ankemulighed|borgerrådgiver",
    "contact": (
        r"kontakt(?!person)|adresse|telefon|åbningstid|hvor kan (?:du|jeg|man) henvende"
        r"|yderligere oplysning|vil du vide"
    ),
    "annex": r"^\W*bilag\b|ydelsesbeskrivelse|ydelsesblad",
}

SENTENCE: dict[str, str] = {
    "values": r"værdi(?:er|grundlag|sæt)\b|menneskesyn|\bnormer\b",
    "legal_basis": (
        r"(?:lov|loven|lovens|\blov om [\w ]{3,60}|\bSEL|\bSUL|\bÆL|\bSL),?\s*§+\s*\d"
        r"|§+\s*\d[^.]{0,60}(?:lov\b|loven\b)"
        r"|(?:loven|lovens|lov om [\w ]{3,60}),? (?:paragraf )?\d{2,3}\b"
    ),
    "need": r"behov for (?:hjælp|støtte)|\bbehovet\b",
    "purpose": (
        r"\bformål(?:et)? (?:med|er)\b|har (?:til|som) formål|med det formål|skal medvirke til at"
        r"|\bmålet (?:med|er)\b"
    ),
    "target_group": (
        r"\bmålgruppen?\b|personkreds|tilbydes (?:borgere|personer|voksne|dig)"
        r"|henvender sig til|er rettet mod|målrettet|(?:du|borgeren|man) ikke (?:længere )?selv (?:kan|er)\b"
        r"|hjælp\w* (?:gives|ydes) til (?:borgere|personer|dig)"
        r"|til (?:borgere|personer|voksne|dig)\b[^.]{0,40}\b(?:som|der|med)\b"
        r"|for at (?:kunne )?(?:få|modtage) [^.]{0,40}skal (?:du|man|borgeren)"
    ),
    "eligibility": (
        r"\bkriteri|betinget af|det er en (?:betingelse|forudsætning)|forudsat at"
        r"|for at (?:få|kunne få|være berettiget)"
    ),
    "activities": (
        r"(?:hjælpen|ydelsen|støtten|indsatsen|tilbuddet|opholdet|behandlingen|træningen)"
        r" (?:kan )?(?:omfatte|bestå|indeholde|foregå\w* som)"
    ),
    "exclusions": r"(?:omfatter|ydes|gives|indgår|dækker|bevilges|tilbydes)\b[^.]{0,30}\bikke\b",
    "boundary": r"(?:i stedet|overgå\w*|afgræns\w*)[^.]{0,60}§+\s*\d",
    "scope": (
        r"(?<!\d)\d{1,9}(?:[,.]\d{1,9})?\s*(?:timer|minutter|gange|time)\b"
        r"|\b(?:én|en|to|tre|fire) gange? (?:om|pr\.?|hver)\b|\bhver (?:\d+\.|anden|tredje|fjerde) uge"
        r"|\bdagligt\b|\bugentligt?\b|hele døgnet|døgnet rundt|alle (?:ugens )?dage|tidsbegræns|\bomfanget\b|tidsmæssige rammer"
    ),
    "delivery": (
        r"(?:leveres|udføres|foregår|ydes|gives) (?:af|i|på|hos|om|mellem|alle|som)\b"
        r"|medarbejder\w* (?:kommer|udfører)|(?:varetages|planlægges) af\b"
    ),
    "transport": r"\btransport|\bkørsel|befordring",
    "organisation": r"organiser(?:et|ing)",
    "supplier": r"\bleverandør|(?:leveres|udføres|ydes) af\b",
    "supplier_choice": (
        r"frit valg|fritvalg|frit (?:kan )?vælge|(?:selv|mellem) [^.]{0,30}vælge"
        r"|vælge [^.]{0,50}(?:leverandør|tilbud|behandlingssted)"
    ),
    "competence": r"\buddannede?\b|uddannelse|kompetence|kvalifikation|fagligt personale",
    "user_involvement": (
        r"inddrag(?:es|er|else)|medindflydelse|indflydelse på|brugerråd|beboerråd"
        r"|i samarbejde med (?:dig|borgeren)"
    ),
    "application": (
        r"\bansøg(?:e|er|es|ning|ningen)\b|\bsøge[rs]? om\b|\b(?:henvende|kontakte?) (?:dig|sig|til)\b"
        r"|henvendelse til"
    ),
    "visitation": r"\bvisit(?:ator|ation|er)|\bbevilg|individuel vurdering|konkret vurdering|træffe[rs]? afgørelse",
    "assessment": r"udmål",
    "case_process": r"sagsbehandl|partshør|træffe[rs]? (?:\w+ )?afgørelse",
    "case_deadline": (
        r"sagsbehandlings(?:tid|frist)"
        r"|(?:svar|afgørelse|reager\w*|besked)\b[^.]{0,80}\b(?:inden ?for|senest)\b"
        r"|\b(?:inden ?for|senest)\b[^.]{0,80}\b(?:svar|afgørelse|reager\w*|besked)"
        r"|straks (?:svar|afgørelse)"
    ),
    "start_deadline": (
        r"behandlingsgaranti"
        rf"|(?:iværksæt|påbegynd|starte|begynde|opstart)\w*[^.]{{0,60}}(?:inden ?for|senest|efter|{_TIME})"
        r"|(?:inden ?for|senest)\b[^.]{0,60}(?:iværksæt|påbegynd|starte|begynde|opstart)"
    ),
    "action_plan": r"handleplan|handlingsplan|behandlingsplan|indsatsplan",
    "vouchers": r"gavekort",
    "price": (
        r"\bgratis\b|vederlagsfri|egenbetaling|\bkr\.|(?<!\d)\d{1,9} ?kr\b|kroner|\bkoster\b|uden (?:egen)?betaling"
        rf"|\btakst|brugerbetaling|{_WHO} (?:skal )?(?:ikke )?(?:selv )?betale"
        r"|\bbetale[rs]? (?:selv|for|en|et|husleje)\b|(?:udgift\w*|betaling) (?:til|for)\b"
    ),
    "obligations": rf"{_WHO} (?:skal|har pligt|er forpligtet|forventes|er ansvarlig)\b|forventes det|\bforpligt",
    "rights": r"bisidder|partsrepræsentant|aktindsigt|ret til at lade sig (?:bistå|repræsentere)",
    "quality_goals": r"kvalitetsmål|kvalitetskrav|servicemål|\bmålet er, at\b|(?<!\d)\d{1,9} ?(?:%|procent)|tilfredshed",
    "follow_up": r"følge[rs]? op\b|fulgt op|\bopfølgning|revurder|evaluer|revisit|løbende vurder",
    "documentation": r"\bdokumenter|journal",
    "supervision": r"\btilsyn",
    "complaints": (r"\bklage[rs]?\b|\bklagen\b|klage(?:frist|vejledning|mulighed|adgang)|ankestyrelsen|borgerrådgiver"),
    "contact": (
        r"\b(?:tlf|telefon)\w*\.?:?\s*(?:nr\.?|nummer)?:?\s*(?:\+45)?\s*\d{2}|[\w.+-]{1,64}@[\w-]{1,64}\.\w"
        r"|\b\d{4} (?-i:[A-ZÆØÅ])[a-zæøå]+\b"
    ),
    "annex": r"\bbilag\b",
}
