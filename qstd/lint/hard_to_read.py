"""A001 hard_to_read (info): the text that citizens read has a LIX of at most 45.

Applies to the paragraphs written to citizens, in Danish: not to headings, lists, tables, the legal basis, or sections for
professionals. The whole text is judged from 100 words and five sentences on. A section is named on its own where it has
60 words and five sentences and a LIX over 55: that is as hard as an act. From 50 on it is a warning. Below, readers who had
the text before them could not agree on findings one over the limit (4 of 6 were right on blind text), so it is an info.
Why: most people follow a text with a LIX of 35 to 44. Who asks for help is often in trouble, and must be able to read
what there is to have. LIX counts only long words and long sentences, and Danish compounds make it a little too high.
Source: the scale as Danish guides to writing give it (sprogvaskeriet.dk, read); the limit of 45 is where "hard" begins.
How to mend: divide long sentences, say who does what, and take a short word where there is one. Begin where it is worst.
Bad: "Indsatsen iværksættes med henblik på opretholdelse af funktionsniveauet." Good: "Du får hjælpen, så du fortsat kan
klare dig selv."
"""

from collections.abc import Iterator, Mapping

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.readable import prose_for_citizens
from qstd.model.finding import Message, Severity, message
from qstd.model.standard import Standard
from qstd.prose.readability import Lix, of_sentences

HARD, SURELY_HARD, VERY_HARD = 45, 50, 55
_SENTENCES = 5
_WORDS, _WORDS_OF_SECTION = 100, 60
_WORDS_TO_BE_NAMED = 25
_NAMED = 3


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Reckon the LIX of the whole text and of each section."""
    texts: dict[int, list[str]] = {}
    for each in prose_for_citizens(standard, around):
        texts.setdefault(each.section, []).append(each.text)
    each_own = {index: of_sentences(own) for index, own in texts.items()}
    whole = Lix(*(sum(each) for each in zip((0, 0, 0), *each_own.values(), strict=True)))
    if _judged(whole, _WORDS) and round(whole.value) > HARD:
        severity: Severity | None = "warning" if round(whole.value) >= SURELY_HARD else None
        yield Hit((), _of_whole(round(whole.value)), _where(standard, each_own), severity=severity)
    for index, figure in each_own.items():
        if _judged(figure, _WORDS_OF_SECTION) and round(figure.value) > VERY_HARD:
            what = message(
                "Afsnittet er meget svært at læse. Lixtallet er {lix}, som i en lov.", lix=round(figure.value)
            )
            hint = message("Del de lange sætninger, og skriv, hvem der gør hvad. Brug korte, almindelige ord.")
            yield Hit(("sections", index, "body"), what, hint, severity="warning")


def _judged(figure: Lix, words: int) -> bool:
    return figure.words >= words and figure.sentences >= _SENTENCES


def _of_whole(lix: int) -> Message:
    if lix > VERY_HARD:
        return message("Teksten er meget svær at læse: lixtallet er {lix}. De fleste kan følge med op til 44.", lix=lix)
    return message("Teksten er svær at læse: lixtallet er {lix}. De fleste kan følge med op til 44.", lix=lix)


def _where(standard: Standard, figures: Mapping[int, Lix]) -> Message:
    """Name the sections that are hardest, of those long enough to tell."""
    long_enough = [(each.value, -index) for index, each in figures.items() if each.words >= _WORDS_TO_BE_NAMED]
    worst = [(value, -index) for value, index in sorted(long_enough, reverse=True)[:_NAMED] if round(value) > HARD]
    if not worst:
        return message("Del de lange sætninger, og brug korte, almindelige ord.")
    named = ", ".join(f"»{standard.sections[index].heading or index + 1}« ({round(value)})" for value, index in worst)
    return message(
        "Begynd med de sværeste afsnit: {sections}. Del de lange sætninger, og brug korte ord.", sections=named
    )


RULE = Rule(
    "A001",
    "info",
    check,
    source=message("Kilde: lixskalaen, som danske skrivevejledninger bruger den."),
    url="https://sprogvaskeriet.dk/tjek-din-lix/",
)
