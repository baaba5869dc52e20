"""Danish words that say little of what a text is about."""

_WORDS = """
ad af aldrig alene alle alligevel allerede almindeligvis alt altid anden andet andre at bag begge blandt blev blevet
bliver blive blot bort bortset bør både da de dem den denne dennes dens der derefter deres derfor derfra deri dermed
derpå derved derudover desuden det dets dette dig din dine disse dit dog du efter egen eget egne eksempelvis ej eks
eller ellers en end endda endnu endvidere ene eneste enhver enkelt enkelte ens et etc ethvert evt eventuel
eventuelle eventuelt f.eks fik flere flest fleste for foran fordi forhold fortrinsvis fortsat forud fra fremover fx
få får før først gennem gerne giver give gives given gjort gjorde gør gøre ham han hans har have havde heller hende
hendes henblik henhold hen her heraf herefter heri herunder herved hos hun hver hverken hvert hvilke hvilken hvilket
hvis hvor hvoraf hvordan hvorefter hvorfor hvori hvorledes hvornår hvorvidt hvad hvem hvilken i idet ifølge ifm ift
igen igennem ikke imellem imod ind inden indenfor ingen intet ind især iht ikke jer jeres jf jo kan kom komme kommer
kun kunne lang lav lige ligeledes ligesom lægge man mange med medens medmindre meget mellem men mens mere mest mig
min mindre mindst mine mit mod mulig muligt mv måde må måtte ned nogen noget nogle nok nu nye når nær også og om
omkring op os osv over overensstemmelse overfor overhovedet pga på pr præcis sagt samme sammen samt se selv ser ses
sig sige siger sin sine sit ske skal skulle sker som stor stort store står stå stedet så sådan sådanne således
særlig særlige særligt tage tager tale tidligere til tilfælde toppen to udover u ud uden ude udenfor under undtagen
var ved vedrørende vej vi via vil ville vor vore vores være været yderligere øvrig øvrige øvrigt a ikke er
nødvendig nødvendige nødvendigt nødvendigvis relevant relevante altså ligger samtidig § % borger borgeren borgere
borgerne borgerens borgernes borgers kommune kommunen kommuner kommunens kommunes ydelse ydelsen ydelser ydelsens
yde yder ydes ydet
"""
STOP = frozenset(_WORDS.split())
