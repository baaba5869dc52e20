"""The words for each target group of the catalogue. Two keys stand for more than one group, see `group`."""

import re

from qstd.recognise.facts.patterns import phrases

_WORDS = {
    "mental_illness": """
        sindslid~ | psykiske? (lidelse|syg|sårbar)~ | psykiatriske? (lidelse|diagnose|sygdom|problem)~ | psykisk sårbar~
        """,
    "both_misuses": r"""
        stof-?\s*(og|eller|og/eller)\s*alkohol~ | alkohol-?\s*(og|eller|og/eller)\s*stof~ | misbrug(ere|er|et|sproblem~)?
        afhængighed af rusmidler | forbrug (_ ){0,3}?af rusmidler | rusmiddel~ | skadeligt forbrug af rusmidler
        """,
    "drug_misuse": """
        forbrug (_ ){0,3}?af (_ ){0,2}?(hash|stoffer|narkotika) | misbrug af (_ ){0,2}?(hash|stoffer)
        stofmisbrug~ | narkoman~ | euforiserende stoffer | stofafhængig~ | stofbrug~
        """,
    "alcohol_misuse": """
        alkoholmisbrug~ | alkoholafhængig~ | alkoholproblem~ | alkoholoverforbrug~
        (for)?brug (_ ){0,3}?af alkohol | afhængighed af alkohol | for stort forbrug af alkohol
        """,
    "homeless": """
        hjemløs~ | boligløs~ | ikke har (egen|en) bolig | ikke har eller ikke kan opholde | uden (egen )?bolig
        (har ikke|ingen) (_ )?bolig
        """,
    "special_social_problems": "(særlige|svære|komplekse) sociale( og _)? (problem|vanskelighed)~",
    "considerably_and_lastingly_reduced_function": """
        betydelig~ og varigt? nedsat~…(funktions|)(evne|niveau|nedsættelse)~
        varigt? og betydelig~ nedsat~…(funktions|)(evne|niveau|nedsættelse)~
        funktions(evne|niveau)~…(betydelig|væsentlig)~ og varigt? (er )?nedsat~
        varigt? og indgribende~ | betydelig~ og varig~ (_ ){0,5}?funktionsnedsættelse~
        """,
    "considerably_reduced_function": """
        funktions(evne|niveau)~ (er )?(_ )?(betydelig|væsentlig)~ nedsat~
        betydelig~ (nedsat|fysisk|psykisk)~…(funktions|)(evne|niveau|nedsættelse)~ | betydelig~ funktionsnedsættelse~
        """,
    "lastingly_reduced_function": r"""
        funktions(evne|niveau)~ (er )?(_ )?varigt? nedsat~
        (?<!eller\s)varigt? nedsat~…(funktions|)(evne|niveau|nedsættelse)~ | varige? (_ ){0,4}?funktionsnedsættelse~
        """,
    "functional_deafblindness": "døvblind~",
    "violence_in_close_relations": "vold | volds~ | krise i forhold til (familie|samliv)~",
    "cannot_keep_ordinary_work": """
        ikke kan (opnå|fastholde)…(beskæftigelse|arbejde)~ | ikke (er i stand til|kan)…(normale|ordinære) (vilkår|arbejd)~
        """,
    "relatives": """
        (ægtefælle|samlever|forældre|nære pårørende|pårørende)~…pass?er
        """,
    "illness_without_hospital_stay": """
        sygdom…(ikke|uden)…(sygehus|hospital|indlæg)~ | uden (forudgående )?(sygehus)?indlæggelse~
        """,
    "discharged_with_rehabilitation_need": """
        genoptræningsplan~ | lægefagligt? (begrundet|vurderet) | udskriv(es|ning|else)~…genoptræning~
        """,
    "social_problems_or_risk": "risiko for at udvikle…(funktionsnedsættelse|problem)~",
    "older_persons": "alderdom~ | ældre (borgere|personer|medborgere|mennesker) | ældre[, ]…(pleje|omsorg)",
    "reduced_physical_function": """
        nedsat~…fysisk~…funktion~ | fysisk~…funktion~…nedsat~
        fysisk~ (_ ){0,3}?funktions(evne|niveau|nedsættelse)~ | nedsat (_ ){0,3}?fysisk
        """,
    "reduced_mental_function": """
        nedsat~…psykisk~…funktion~ | psykisk~…funktion~…nedsat~
        psykisk~ (_ ){0,3}?funktions(evne|niveau|nedsættelse)~ | nedsat (_ ){0,3}?psykisk
        """,
}
GROUPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((key, phrases(words)) for key, words in _WORDS.items())
"""The patterns by key, in the order in which groups that begin at one word are listed."""
ANY = phrases(
    """
    sind~ | psyk~ | stof~ | alkohol~ | misbrug~ | forbrug | rusmid~ | afhængig~ | narko~ | eufori~ | skadelig~ | hjemløs~ | bolig~
    særlige | svære | komplekse | betydelig~ | varig~ | nedsat~ | fysisk~ | døvblind~ | vold~ | krise | ikke kan
    ægtefælle~ | samlever~ | forældre~ | pårørende~ | sygdom~ | genoptræning~ | læge~ | udskriv~ | risiko | alderdom~ | ældre
    for stort | uden
    """
)
"""Words of which every group has one: the quick way to tell that a sentence names none."""
