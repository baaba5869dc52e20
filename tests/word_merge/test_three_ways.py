"""The Word file, the words it was made from, and the standard as it is now: what is merged, and what is asked."""

import zipfile
from io import BytesIO

import pytest

from qstd.compare.versions import Side, revise
from qstd.model.fragments import effective
from qstd.model.theme import Theme
from qstd.present.revision import tracked_document
from qstd.present.word_base import with_base
from qstd.readers.yaml_file import read_municipality
from qstd.verbs.word_merge import Plan
from qstd.writers import docx
from tests.word_merge.places import (
    COMMON,
    LAYOUTS,
    REF,
    STANDARD,
    Layout,
    difference,
    merged,
    standard_of,
    word_file,
)

SENTENCE = "Du kan få støtte, hvis du bor i kommunen."
OURS = STANDARD.replace(SENTENCE, "Du kan få støtte, hvis du bor i Lejre.")
each_layout = pytest.mark.parametrize("layout", LAYOUTS)


def in_word(data: bytes, *changes: tuple[str, str], without: str = "") -> bytes:
    """A Word file with other words in it, and perhaps without one of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode()
                for before, after in changes:
                    assert before in text
                    text = text.replace(before, after)
                content = text.encode()
            if not without or not name.startswith(without):
                new.writestr(name, content)
    return out.getvalue()


def codes(plan: Plan) -> list[str]:
    return [each.code for each in plan.findings]


@each_layout
def test_what_only_the_file_has_changed_stays(layout: Layout) -> None:
    data = in_word(word_file(layout=layout), ("havearbejde", "rengøring"))

    plan = merged(data, OURS)

    assert plan.text == OURS.replace("havearbejde", "rengøring")
    assert codes(plan) == ["V011"]
    assert [each.number for each in plan.kept] == ["1"]


def test_what_both_changed_is_asked_and_nothing_is_written() -> None:
    data = in_word(word_file(), ("hvis du bor i kommunen", "hvis du har bopæl i kommunen"))

    plan = merged(data, OURS)

    assert plan.text is None
    (conflict,) = plan.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        SENTENCE,
        "Du kan få støtte, hvis du bor i Lejre.",
        "Du kan få støtte, hvis du har bopæl i kommunen.",
    )
    assert merged(data, OURS, choices={conflict.id: "ours"}).text == OURS
    theirs = merged(data, OURS, choices={conflict.id: "theirs"}).text
    assert theirs == OURS.replace("du bor i Lejre", "du har bopæl i kommunen")
    third = merged(data, OURS, choices={conflict.id: ("text", "Du kan få støtte.")}).text
    assert third == OURS.replace("Du kan få støtte, hvis du bor i Lejre.", "Du kan få støtte.")
    assert merged(data, OURS, choices={f"{conflict.id}x": "theirs"}).conflicts == plan.conflicts


def test_a_file_that_lost_its_base_is_merged_with_the_version_that_its_bookmarks_name() -> None:
    data = in_word(word_file(), ("havearbejde", "rengøring"), without="customXml")

    plan = merged(data, OURS, older=lambda: [(OURS, COMMON), ("not a standard", ""), (STANDARD, COMMON)])

    assert plan.text == OURS.replace("havearbejde", "rengøring")
    assert codes(plan) == ["V011"]


def test_a_file_of_which_nobody_knows_what_it_was_made_from_says_so() -> None:
    data = in_word(word_file(), ("havearbejde", "rengøring"), without="customXml")

    plan = merged(data, OURS)

    assert codes(plan) == ["V010"]
    assert difference(OURS, plan.text) == [
        "-    Du kan få støtte, hvis du bor i Lejre.",
        f"+    {SENTENCE}",
        "-    Du kan ikke få hjælp til havearbejde.",
        "+    Du kan ikke få hjælp til rengøring.",
    ]


def test_a_shared_text_that_changed_since_is_no_change_in_word() -> None:
    common = COMMON.replace("Send klagen", "Send din klage")
    data = in_word(word_file(), ("hvis du er i tvivl", "hvis du tvivler"))

    plan = merged(data, STANDARD, common)

    assert plan.text == STANDARD.replace("hvis du er i tvivl", "hvis du tvivler")


def test_tracked_changes_between_two_versions_come_back() -> None:
    municipality = read_municipality(COMMON.encode(), "").record
    assert municipality is not None
    old, new = (effective(standard_of(each), municipality.fragments) for each in (STANDARD, OURS))
    document = tracked_document(revise(Side(REF, "", old, "Lejre Kommune"), Side(REF, "", new, "Lejre Kommune")))
    data = docx.write(with_base(document, new, municipality.fragments, REF), Theme({}, {}), tracked=True)

    assert merged(data, OURS).text == OURS
    assert merged(data, OURS, accepted=()).text == STANDARD


TWO = (
    '<w:ins w:id="901" w:author="Anne" w:date="2026-01-01T00:00:00Z"><w:r><w:t>stort </w:t></w:r></w:ins>'
    '<w:del w:id="902" w:author="Bo" w:date="2026-01-02T00:00:00Z"><w:r><w:delText>tungt </w:delText></w:r></w:del>'
)


@pytest.mark.parametrize(
    ("accepted", "words"),
    [(None, "stort "), (("Anne",), "stort tungt "), (("Bo",), ""), (("Anne", "Bo"), "stort "), ((), "tungt ")],
)
def test_the_changes_of_some_people(accepted: tuple[str, ...] | None, words: str) -> None:
    text = STANDARD.replace("til havearbejde", "til tungt havearbejde")
    data = in_word(
        word_file(text),
        ("til tungt havearbejde", f'til </w:t></w:r>{TWO}<w:r><w:t xml:space="preserve">havearbejde'),
        ('<w:t xml:space="preserve">Du kan ikke', '<w:t xml:space="preserve">Du kan ikke'),
    )

    plan = merged(data, text, accepted=accepted)

    assert plan.text == STANDARD.replace("til havearbejde", f"til {words}havearbejde")
    assert [(each.name, each.insertions, each.deletions) for each in plan.authors] == [("Anne", 1, 0), ("Bo", 0, 1)]
    assert codes(plan) == ["V012"]


def test_somebody_who_changed_nothing() -> None:
    plan = merged(word_file(), accepted=("Carl",))

    assert (codes(plan), plan.text) == (["V006"], None)


def test_a_section_that_the_file_has_changed_and_word_has_taken_out_is_asked() -> None:
    ours = STANDARD.replace("Pædagoger med erfaring.", "Pædagoger.")
    data = word_file(
        STANDARD[: STANDARD.index("- topic: competence")] + STANDARD[STANDARD.index("- topic: follow_up") :]
    )
    base = word_file()
    with zipfile.ZipFile(BytesIO(data)) as new, zipfile.ZipFile(BytesIO(base)) as old:
        prefix_of = {
            each: each.read("word/document.xml").decode().split('w:name="qstd_')[2][:15] for each in (new, old)
        }
        document = new.read("word/document.xml").decode()
        document = document.replace(prefix_of[new], prefix_of[old])
        files = {name: old.read(name) for name in old.namelist()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name, document.encode() if name == "word/document.xml" else content)

    plan = merged(out.getvalue(), ours)

    assert [(each.kind, each.heading) for each in plan.conflicts] == [("delete_change", "Hvem giver støtten?")]
