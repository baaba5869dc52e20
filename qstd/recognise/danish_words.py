"""Words that are common in Danish standards, whole and with the hyphens that belong to them: evidence for torn words."""

_WORDS = """
a-kasse ad-hoc adgang adgangen adgangskode adresse adressen afgøre afgørelse afgørelsen afgørelser afgørelserne
afgøres afhjælpe afhænger afhængig afhængighed afklare afklaring afklaringen aflaste aflastning aflastningen
aflastningsophold afløsning afløsningen afregning afslag afslaget afslutning afsluttes afsluttet afsnit afsted aftale
aftalen aftaler aftalerne aftales aften aftenen afvige afvigelse afvise afvises aktindsigt aktiv aktivere aktivering
aktivitet aktiviteten aktiviteter aktiviteterne akut akutte akuttilbud alderdom aldersgruppe aldrende alene alkohol
alkoholbehandling alkoholbehandlingen alkoholmisbrug alkoholmisbrugere allerede almene almindelig almindelige
almindeligvis alternativ alternativt altid alvorlig alvorlige alvorligt anbefale anbefaler anbefaling anbringelse
anbringelsen andele andet andre anerkende anerkendende angive angivelse angiver angst anke ankenævn ankes ankestyrelse
ankestyrelsen ankestyrelsens anledning anledningen anmelde anmode anmodning anmodningen anonym anonyme anonymitet
anonymt anordning ansat ansatte ansigt ansvar ansvaret ansvarlig ansvarlige ansættelse ansøge ansøger ansøgere
ansøgeren ansøges ansøgning ansøgningen ansøgninger ansøgningsskema antal antallet anvende anvendelse anvendelsen
anvender anvendes anvendt anvise anvises anvisning anvisningsret arbejde arbejdede arbejder arbejdet
arbejdsbetingelser arbejdsdag arbejdsdage arbejdsevne arbejdsforhold arbejdsgang arbejdsgiver arbejdsmarked
arbejdsmarkedet arbejdsmarkedsforvaltning arbejdsmiljø arbejdsmiljøloven arbejdsmiljømæssige arbejdsplads
arbejdspladsen arbejdspladser arbejdsredskaber arbejdstid arbejdstilsynet arbejdsuger arrangement arrangementer
arrangere atter august autismespektret autorisation autoriserede autoriseret bade baggrund baggrunden barn barnet
barnets bedre bedring bedst bedste bedømmelse befordring befordringen begge begrunde begrundede begrundelse
begrundelsen begrundet begrænse begrænsede begrænses begrænset begrænsning begrænsninger behandle behandlede behandler
behandlere behandleren behandles behandlet behandling behandlingen behandlingens behandlinger behandlingsansvar
behandlingsforløb behandlingsmæssig behandlingsmæssige behandlingsplan behandlingspsykiatri behandlingspsykiatrien
behandlingssted behandlingssystemet behandlingstilbud behandlingstilbuddet behold beholde behov behovene behovet
behovsvurdering bekendtgørelse bekendtgørelsen bekostning belastning belyse belysning beløb beløbet bemanding
bemyndigelse bemærke bemærkes bemærkninger benytte benyttes beregne beregnes beregning beregningen berettige
berettigede berettiget beskadiget beskrevet beskrive beskrivelse beskrivelsen beskriver beskrives beskyttede
beskyttelse beskyttet beskæftigelse beskæftigelsen beslutning beslutningen beslutninger beslutte besluttet bestemme
bestemmelse bestemmelsen bestemmelser bestemmelserne bestemt bestemte bestyrelse bestyrelsen bestå består besøg besøge
besøgene besøger besøget betale betaler betales betaling betalingen betegnelse betingelse betingelser betingelserne
betjening betyde betydelig betydelige betydeligt betyder betydning betydningen bevare bevares bevilge bevilges
bevilget bevilling bevillingen bevillinger bevis bevise bevæge bevægelse bevægelser bidrag bidrage bidrager bil bilag
bilaget bistand bistanden blandt bliver bo boede boform boformen boformer bolig boligen boligens boliger boligerne
boligforening boligform boligindretning boligselskab boligstøtte borger borgere borgeren borgerens borgeres borgerne
borgernes borgerråd borgerrådgiver borgerrådgiveren borgerservice borgerstyret borgmester bosted bostedet bostøtte
bostøtten botilbud botilbuddet bruge bruger brugere brugeren brugerens brugerne brugernes brugerråd brugerundersøgelse
bruges bryde byggesag byråd byrådet byrådets både bærer bøde børn børne-unge-udvalget børnehave børnene case-manager
center centeret centret centrets chef chefen cpr-nummer cvr-nummer dagbehandling dagcenter dagene dagens daglig
dagligdag dagligdagen daglige dagligt dagpenge dagtilbud dagtimerne dataansvarlig databeskyttelse
databeskyttelsesloven december delagtig dele deler deles delmål delmålene deltage deltagelse deltagelsen deltagende
deltager deltagere deltagerne demens demente den dennes depression derefter deres derfor derimod dermed derudover
desuden diagnose diagnosen diagnoser digital digitale digitalt direkte dog dokumentation dokumentationen dokumentere
dokumenteres dokumenteret drift driften drikke drop-in drøfte drøftelse drøftes dække dækker dækkes dækning døgn
døgnbehandling døgnet døgnophold døgnrytme døgntilbud e-boks e-mail e-mailadresse e-mails effekt effekten effektiv
efter efterfølgende eftermiddag efterretning efterspørgsel eftersyn efterværn egen egenbetaling egenbetalingen
egenomsorg egentlig egentlige egne egnede egnet eksempel eksempelvis eksempler eksisterende ekstern eksterne
elektronisk elektroniske elev eller ellers en-til-en endelig endelige endeligt endvidere eneste enhed enheden enheder
enhver enkelt enkelte enkeltes enlige ens enten erfaring erfaringer ergoterapeut ergoterapeuten ergoterapeuter
ergoterapi erhverve erhvervelse ernæring ernæringsrigtig erstatning etablere etableres etableret etablering
etableringen evaluere evalueres evalueret evaluering evalueringen eventuel eventuelle eventuelt evne evnen evner
face-to-face faglig faglige faglighed fagligt fagperson fagpersoner faldtruet familie familien familiens familier
familiær farlig fast fastholde fastholdelse fastlagt fastlægge fastlæggelse fastlægges fastsat fastsatte fastsætte
fastsættelse fastsættes februar fejl ferie feriefravær finansiering finder findes fleksibel fleksibilitet fleksible
flere flest flytning flytte flytter fodpleje folkepension folkepensionen folkepensionist folkepensionsalderen
folkeregister forandring forandringer forarbejder forbedre forbedres forbedring forbedringer forbehold forberede
forberedelse forberedelsen forbi forbindelse forbindelsen forbliver forbrug fordele fordeles fordeling forebygge
forebyggelse forebyggende foregå foregår foreligge foreliggende foreligger forening foreninger foreslå foretage
foretager foretages foretaget foretrække forhindre forhindrer forhold forholde forholdene forholdet forholdsregler
forhøjet forinden forkert forklare forklaring forlade forlange forløb forløbene forløbet forløbsplan form formand
formelle former formindske formodes formular formuleret formulering formål formålene formålet fornuftig fornyet
fornødent fornødne forpligte forpligtelse forpligtelser forpligtet forpligtigelse forpligtigelser forringet forsikring
forskel forskellig forskellige forskelligt forslag forsorgshjem forsorgshjemmet forstander forstå forståelse
forsvarlig forsvarligt forsøg forsøge forsøger forsørgelse forsørgelsesgrundlag fortrinsvis fortrolig fortrolighed
fortsat fortsætte fortsættelse fortsætter fortælle forudgående forudsat forudsætning forudsætninger forudsætte
forudsætter forvaltning forvaltningen forvaltningens forvaltningslov forvaltningsloven forvente forventede forventes
forventet forventning forventninger forværring fra fraflytning fraflytte fraflytter fraråde frasige fravige fravigelse
fravær frem fremad fremgang fremgå fremgår fremme fremmer fremmøde fremover fremsat fremsende fremsendes fremsætte
fremtid fremtiden fremtidig fremtidige fri friplejebolig fritidsaktiviteter fritidsordning fritvalg fritvalgsbevis
frivillig frivillige frivillighed frivilligt frokost fuld fuldmagt fuldstændig funktion funktionen funktioner
funktionsevne funktionsevnen funktionsevner funktionsnedsættelse funktionsnedsættelsen funktionsnedsættelser
funktionsniveau funktionsniveauet fysioterapeut fysioterapeuter fysioterapi fysisk fysiske fælles fællesskab
fællesskaber fællesskabet færdig færdighed færdigheder færdighederne færre fødsel fødselsdag føle følelsesmæssig følge
følgende følger følges føres først første førtidspension førtidspensionist gang gange gangen gavn genbevilling generel
generelle generelt gennem gennemføre gennemførelse gennemføres gennemført gennemgang gennemgribende gennemskuelig
gennemsnit gennemsnitlig gennemsnitligt genoptræning genoptræningen genoptræningsplan genoptræningsplaner genvinde
give given giver gives godkende godkendelse godkendelsen godkendes godkendt godkendte gratis grund grunde grundet
grundlag grundlaget grundlæggende gruppe gruppeforløb gruppen grupper gældende gælder gældsrådgivning gør-det-selv
haft halvdel handicap handicappede handicappet handicaprådet handicaprådets handle handleplan handleplanen
handleplaner handling handlinger hans havde have haver helbred helbredet helbredsforhold helbredsmæssig
helbredsmæssige helbredstilstand helhed helhedsorienteret helhedssyn heller henblik hende hendes henhold henholdsvis
hensigt hensigten hensigtsmæssig hensigtsmæssige hensigtsmæssigt hensyn hensynet henvende henvendelse henvendelsen
henvendelser henvender henvises henvisning henvisningen henvist her-og-nu heraf herberg herefter herfra herigennem
herom herudover herunder herved hidtil hindre hjem hjemkommune hjemløs hjemløse hjemløshed hjemme hjemmebesøg
hjemmehjælp hjemmehjælpen hjemmehjælper hjemmepleje hjemmeplejen hjemmeside hjemmesiden hjemmesygepleje
hjemmesygeplejen hjemmesygeplejerske hjemmet hjertet hjælp hjælpe hjælpemiddel hjælpemidler hjælpemidlet hjælpen
hjælpens hjælpeordning hjælper hjælpere hjælperen hjælpes hoveddør hovedindsats hovedindsatsen hovedregel hovedreglen
husholdning husholdningen husleje huslejen husstand husstanden husvild hverdag hverdage hverdagen hverdagens hverdags
hverdagslivet hverken hvilke hvilken hvilket hvordan hvorefter hvorfor hvorledes hvornår hvorunder hvorvidt hygiejne
hygiejnen håndtere håndtering håndværker højere højest højskole højst høre høreapparat høring høringen
høringsberettigede høringssvar ibrugtagning identitet idræt ifølge igangsat igangsætte igangsættelse igangsættes
igennem ikke ikke-visiteret imellem imens imidlertid imod indbefatte indberette indblik indbo indbringe indbringes
inddrage inddragelse inddragelsen inddrages inddraget indebære indebærer indeholde indeholder indendørs indenfor
indflydelse indflytning indflytningen indgang indgange indgives indgå indgår indhente indhentes indhold indholdet
indirekte individuel individuelle individuelt indkalde indkaldes indkøb indkøbet indkøbsordning indlagt indlede
indledende indlæggelse indlæring indretning indretningen indrette indsats indsatsen indsatsens indsatser indsatserne
indsatsområde indsatsområder indsatstrappe indsende indsendes indsigt indskrevet indskrive indskrivning indskrænkning
indstille indstilles indstilling indstillingen indtil indtægt indtægten indtægter infektion information informationen
informationer informere informerer informeres informeret ingen initiativ initiativer inklusiv inklusive institution
institutionen institutioner instruere instruktion integrere integreret interesse interesser intern interne intet
introduktion isolation isolationen isolerede isoleret især ivaretage iværksat iværksætte iværksættelse iværksættes
januar jobcenter jobcenteret jobcentret journal journalen journalføring journalisere juridisk juridiske kan kapacitet
kapitel karakter klage klageadgang klageadgangen klagefrist klagefristen klagemulighed klagemuligheder klagen klager
klagevejledning klarlægge klinisk kognitiv kognitive kollektiv kollektive kolonihave kombination kommende kommer
kommunal kommunalbestyrelse kommunalbestyrelsen kommunalbestyrelsens kommunale kommunalt kommune kommunen kommunens
kommuner kommunerne kommunernes kommunikation kommunikationen kompensation kompensere kompenserende kompetence
kompetencekrav kompetencen kompetencer kompleks komplekse konkret konkrete konsekvens konsekvenser konstatere
konstaterede kontakt kontakte kontakten kontaktes kontaktforløb kontaktforløbet kontaktoplysninger kontaktperson
kontaktpersonen kontaktpersoner kontaktpersonordning kontaktpersonordningen kontant kontanthjælp kontrakt kontrol
kontrolleres koordinere koordinerende koordineres koordinering koordineringen korrekt kortere kortvarig kortvarige
kost koste koster kostfaglig kostplan kostvejledning kriminalitet krise krisecenter krisecenteret krisecentre kriser
kriterier kriterierne kroner kronisk kroniske kræve kræver kræves kunne kursus kvalificere kvalificerede kvalificeret
kvalitet kvaliteten kvalitetskrav kvalitetsmål kvalitetssikring kvalitetsstandard kvalitetsstandarden
kvalitetsstandarder kvalitetsstandarderne kvartal kvinde kvinden kvinder kørekort kørestol kørsel kørselsordning lade
langvarig langvarige ledelse ledelsen ledelsens leder ledere lederen ledig ledige ledsage ledsagelse ledsageordning
ledsager ledsagerordning lejemål lejlighed lejligheden lempe lette leve lever leverandør leverandøren leverandørens
leverandører leverandørerne levere leveres leveret levering lidelse lidelser lige ligeledes liggende ligger lighed
lignende livet livets livskvalitet livssituation livsstil livsstils livsvilkår lokal lokale lokaler lokalområde
lokalområdet lokalt lommepenge lov lovbekendtgørelse lovbekendtgørelsen lovbestemt loven lovens lovgivning
lovgivningen lovgivningens lovgrundlag lovgrundlaget lovlig lovpligtig lovpligtige lyst læge lægefaglig lægelig
lægelige lægen læger længde længere længerevarende længst løbende lønnet løse løses løsning løsningen løsninger
madlavning madservice madserviceordning maksimal maksimalt mangel mangelfuld mangle manglende med medarbejder
medarbejdere medarbejderen medarbejderne medarbejdernes medborger medborgerskab meddele meddelelse meddeles medfødt
medføre medfører medicin medicinadministration medicinen medicinering medicinsk medicinske medinddrage medinddragelse
medindflydelse medlem medlemmer medmindre medvirke medvirken medvirker mellem mellemkommunal mening meningsfuld
meningsfulde meningsfyldt menneske menneskelig mennesker mental mentale mentor mestre mestring metode metoden metoder
midler midlerne midlertidig midlertidige midlertidigt miljø mindre mindske mindst minimum ministeriet minutter misbrug
misbruger misbrugere misbrugeren misbruget misbrugsbehandling misbrugsbehandlingen misbrugscenter misbrugsproblemer
mobil mod modsat modtage modtagelse modtagelsen modtager modtagere modtageren modtages modtaget morgen motion
motivation motivationen motivere motiverende motiveres motiveret mulighed muligheden muligheder mulighederne muligvis
myndighed myndigheden myndigheder myndighederne myndighedsafgørelse mål målene målet målgruppe målgruppen målgruppens
målgrupper målrettede målrettet målsætning målsætningen målsætninger måltid måltider måned måneden måneder månedlig
månedlige månedligt måske nabo naboer nationale natten naturlig naturligt navn nedenfor nedenstående nedsat nedsatte
nedsættelse netværk netværket netværksdannelse neurologisk niveau niveauet normal normale normalt november nuværende
nyde nye nærmere nærmeste nærmiljø nærmiljøet næste nævnt nævnte nødkald nødsituation nødvendig nødvendige
nødvendiggør nødvendighed nødvendigt nødvendigvis offentlig offentlige offentliggøre offentliggørelse offentliggøres
offentligt ofte oktober omfang omfanget omfatte omfattende omfatter omfattet omgang omgivelser omgivelserne
omgivelsernes område områder områderne området omsorg omsorgen omsorgsplan omstændighed omstændigheder omverden
omverdenen oparbejde opbevaring opbygge opbygger opbygning opdatere opdateres opdatering opfattelse opfordre opfylde
opfyldelse opfylder opfyldes opfyldt opfølgende opfølgning opfølgningen opgave opgaven opgaver opgaverne opgøre
opgørelse ophold opholde opholder opholdet opholdssted ophør ophøre ophører opkræve opkræves opkrævning oplevelse
oplevelser oplever oplyse oplyser oplyses oplysning oplysningen oplysninger oplysningerne oplysningspligt oplyst
opmærksom opmærksomhed opnå opnåelse opnået opnår opretholde opretholdelse oprette oprettes oprettet oprydning opsige
opsigelse opsigelsen opstart opstilling opstå opstået opstår opsøge opsøgende optage optagelse optages optræning
ordentlig ordinære ordning ordningen ordningens ordninger ordningerne organisation organisationer organisatorisk
organisere organiseret orientere orienteres orienteret orientering over overblik overdrage overensstemmelse overfor
overføre overføres overføring overgang overgangen overgreb overgå overgår overholde overholdelse overholdes
overnatning overordnede overordnet oversigt overskride overskuelig overslag overtage overtager overvejelser
overvejende overvåge overvågning pakke pakker palliativ parkering part parten partens parter parterne partnerskab
patient patienten patienter patientrettigheder pauser penge pension pensionen pensionist pensionister periode perioden
perioder permanent person personale personalemæssige personaler personalet personalets personen personens personer
personerne personers personkreds personkredsen personlig personlige personlighed personlighedsforstyrrelse personligt
perspektiv placere placeres placeret plads pladser plan planen planer planlagt planlægge planlægges planlægning pleje
plejebolig plejeboligen plejeboliger plejecenter plejecentre plejecentret plejefamilie plejehjem plejen plejeopgaver
pligt politi politiet politik politikken politisk politiske porto positiv positive post praksis praktiserende praktisk
praktiske primær primære prioritere prioriteres privat private problem problemer problemerne problemstilling
problemstillinger procedure procent proces processen produktion professionel professionelle program projekt projekter
præcisere præmisser psykiatri psykiatrien psykiatrisk psykiatriske psykisk psykiske psykolog psykologer psykologisk
psykologiske psykosociale pulje påbegynde påbegyndes påbegyndt påklages pålagt pålægge pålægges pårørende pårørendes
påse påtage påvirke påvirker påvirket påvirkning pædagog pædagogen pædagoger pædagogik pædagogisk pædagogiske
pædagoguddannelsen ramme rammen rammer rammerne ramt realistisk realistiske redskab redskaber reducere reducerede
reduceret reel refusion regel regelmæssig regelmæssige regelmæssigt regering region regionale regionen regioner
registrere registreret registrering reglen regler reglerne regnskab regulere reguleres regulering rehabiliterende
rehabilitering rehabiliteringsforløb rehabiliteringsforløbet relation relationen relationer relevans relevant
relevante rengøre rengøring rengøringen rengøringsmidler ressource ressourcer ressourcerne restance resten resultat
resultater resultatet ret retsgrundlag retssikkerhed retssikkerhedsloven retsstilling rette rettelse retten rettes
rettidig rettighed rettigheden rettigheder revidere revideres revideret revisitation revisiteres revurdere revurderes
revurdering risici risiko risikoen rummelig rusmiddel rusmiddelbehandling rusmiddelcenter rusmidler ryge rådgivende
rådgiver rådgivere rådgiveren rådgivning rådgivningen rådhus rådhuset rådighed sag sagen sagens sager sagsbehandler
sagsbehandlere sagsbehandleren sagsbehandlerens sagsbehandling sagsbehandlingen sagsbehandlingsfrist
sagsbehandlingsfristen sagsbehandlingsfrister sagsbehandlingstid sagsbehandlingstiden sagsforløb samarbejde
samarbejder samarbejdet samarbejdspartner samarbejdspartnere samfund samfundet samfundets samlede samlet samlever
samling samme sammen sammenhæng sammenhængende sammenlignelige sammensat sammensætning samspil samtale samtalen
samtaler samtidig samtidigt samtykke samvirke samvær samværs samværstilbud sanktion selvbestemmelse
selvbestemmelsesret selvbetjening selvbetjeningsløsning selve selvforsørgelse selvhjulpen selvhjulpne selvmord
selvstændig selvstændige selvstændighed selvstændigt selvværd senere senest seneste senfølger september service
serviceloven servicelovens serviceniveau serviceniveauet sexologi sikker sikkerhed sikkerheden sikre sikrer sikres
sikret sikring sindslidelse sindslidelsen sindslidelser sindslidende sindslidendes situation situationen situationer
skabe skaber skabes skadelig skema skemaet skete skifte skiftende skole skolen skriftlig skriftlige skriftligt skrive
skriver skrives skrøbelige skønne skønnes social sociale socialfaglig socialfaglige socialforvaltning socialområdet
socialpsykiatri socialpsykiatrien socialpsykiatrisk socialpædagog socialpædagogisk socialpædagogiske socialrådgiver
socialrådgivere socialrådgiveren socialt socialtilsyn socialtilsynet socialudvalg socialudvalget solidarisk sommer
sorg sparring specialiserede specialiseret specialområde specialpædagogisk speciel specielle specielt spise spisning
spørge spørgsmål spørgsmålet stabil stabile stabilitet stadig stand standard standarden standarder start starte
starter starttidspunkt stat statslige status sted steder stedet stille stiller stilles stillet stofmisbrug
stofmisbrugere stofmisbrugeren stofmisbruget stofmisbrugsbehandling straks struktur strukturen strukturere
strukturerede strukturering studerende større størrelse størst støtte støtteforanstaltninger støttekontaktperson
støttekontaktpersonen støttemulighed støtten støttens støtter støttes støttesamtale støttesamtaler
substitutionsbehandling sundhed sundheden sundhedsfaglig sundhedsfaglige sundhedsfremme sundhedslov sundhedsloven
sundhedslovens sundhedsstyrelsen sundhedstilbud sundhedsvæsen sundhedsvæsenet supplement supplere supplerende svar
svare svarer svækkede svære svært sygdom sygdomme sygdommen sygehus sygehusene sygehuset sygepleje sygeplejen
sygeplejerske sygeplejersken sygeplejersker synligt synsnedsættelse system systemet særlig særlige særligt særlov
sætning sætte søge søger søges søgning søndag tab tabt tage tager tages takst taksten takster taksterne tale tandlæge
tandpleje tandplejen teknisk tekniske telefon telefonen telefonisk telefoniske telefonnummer telefontid terapeut
terapeutisk terapeutiske terapi tid tiden tidlig tidligere tidligst tidsbegrænset tidsforbrug tidsfrist tidsmæssig
tidsmæssige tidsperiode tidspunkt tidspunkter tidspunktet tilbage tilbagebetaling tilbageholdelse tilberedning tilbud
tilbuddene tilbuddet tilbuddets tilbudsportalen tilbudt tilbyde tilbyder tilbydes tildele tildeles tildeling
tildelingen tilegne tilfreds tilfredshed tilfredsstillende tilfælde tilfældet tilføjelse tilgang tilgodese tilgængelig
tilgængelige tilgængelighed tilhører tilkalde tilkaldes tilknytning tilknyttet tilkøb tillid tillæg tillægge tilmelde
tilmelding tilpas tilpasning tilpasse tilpassede tilpasses tilpasset tilrettelagt tilrettelægge tilrettelæggelse
tilrettelæggelsen tilrettelægges tilskud tilskuddet tilskynde tilslutning tilstand tilstanden tilstede tilstrækkelig
tilstrækkelige tilstrækkeligt tilsvarende tilsyn tilsynet tilvejebringe timer timers tirsdag tolk tolkning torsdag
trafik transport transporten transporter tre-trins tro trods tryg tryghed træffe træffes trænger træning træningen
træningsplan tværfaglig tværfaglige tværfagligt tydelig type typer typisk uafhængig uafhængige uanset udadrettede
udarbejde udarbejdelse udarbejdelsen udarbejder udarbejdes udarbejdet udbetale udbetales udbetaling uddannede
uddannelse uddannelsen uddannelser uddannet uddybe uddybende udeblivelse udebliver udefra udelukkende udelukket
udfordring udfordringer udføre udførelse udførelsen udfører udføreren udføres udført udgangspunkt udgift udgiften
udgifter udgifterne udgør udgøre udlejning udlån udlånes udløb udløber udmøntning udpege udpeget udredning udredningen
udsat udsatte udskiftes udskrevet udskrive udskrivelse udskrives udskrivning udstationere udstede udstyr udtalelse
udtaler udtryk udtrykke udvalg udvalget udvalgte udvidet udvikle udvikles udvikling udviklingen udviklingshæmmede
udviklingshæmmet udviklingshæmning udviklingsmuligheder udvise uenig uge ugen ugens ugentlig ugentlige ugentligt uger
uhensigtsmæssig umiddelbar umiddelbart under underlagt underretning underrette underskrift underskrive understøtte
understøttelse understøtter undersøge undersøgelse undersøgelsen undersøges undervejs undervisning undgå undtagelse
undtagelser undtagelsesvis undtaget ungdom ungdommens unge unges uvildig uvisiterede uvisiteret vaner vanskelig
vanskelige vanskeligheder varetage varetagelse varetagelsen varetager varetages variation variere varierer varig
varige varighed varigheden varslet varsling vask vaske ved vederlag vederlagsfri vederlagsfrit vedligehold
vedligeholde vedligeholdelse vedligeholder vedrørende vedtage vedtages vedtaget vedtagne vejlede vejledende vejleder
vejledning vejledningen vejledninger velbefindende velfungerende velfærd velfærds velfærdsteknologi venner vente
venteliste ventelisten ventelister ventetid ventetiden viden videre vidt vil vilje vilkår vilkårene virke virkelighed
virkemidler virkning virkningen virksomhed virksomheden virksomheder visitation visitationen visitationens visitator
visitatoren visitatorer visitatorerne visitere visiterede visiteres visiteret voksen voksne voksnes vold voldsramte
voldsudsatte vurdere vurderer vurderes vurderet vurdering vurderingen vurderingens vurderinger vægt værdi værdier
værdierne værdig værdighed værdigt værested væresteder værestedet værge værktøj væsentlig væsentlige væsentligt
weekend weekenden weekender yde ydede ydelse ydelsen ydelsens ydelser ydelserne ydelses yder yderligere ydes ydet åben
åbent åbne åbningstid åbningstider årlig årlige årligt årsag årsagen årsager ældre ældreloven ældrelovens ældrepleje
ældreplejen ældreråd ældrerådet ældrerådets ændre ændrede ændrer ændres ændret ændring ændringen ændringer øgede øget
økonomi økonomien økonomisk økonomiske ønske ønsker ønskerne ønskes øverste øvrige
"""
WORDS = frozenset(_WORDS.split())
