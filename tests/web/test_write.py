"""The write screen: what it answers to everything that is done on it, and that nothing is lost when it cannot be done."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qstd.verbs.editing.drafts import Author
from tests.checkers import html_problems
from tests.web.editors import SESSION, Browser, app

REF = "lejre/stoettekontaktperson"
BASE = f"/skriv/{REF}"
WHO = Author("Kim", SESSION)
EVIL = "<script>alert(1)</script>\"'&"


class Writer:
    """A browser in which somebody writes."""

    def __init__(self, folder: Path) -> None:
        self.served = app(folder)
        self.browser = Browser(self.served)
        self.file = folder / "standards" / f"{REF}.yaml"

    def page(self, at: int = 4) -> str:
        answer = self.browser.get(f"{BASE}?afsnit={at}")
        assert answer.status_code == 200
        return str(answer.text)

    def do(self, way: str, status: int = 200, /, **values: Any) -> Any:
        answer = self.browser.post(f"{BASE}/{way}", data=values)
        assert answer.status_code == status, answer.text
        return answer

    def draft(self) -> Any:
        return self.served.state.drafts.open(REF, WHO)

    def digest(self) -> str:
        return str(self.draft().digest)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    own = Writer(tmp_path)
    yield own
    own.served.state.desk.close()


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_every_section_has_a_page(writer: Writer, tmp_path: Path) -> None:
    writer.do("afsnit/10", body="Svar inden for 9 dage på en henvendelse.")  # a sentence under a fact
    paths = []
    for at in (0, 1, 10, 13, 99):
        text = writer.page(at)
        assert text.count('aria-current="page"') == 1
        paths.append(tmp_path / f"{at}.html")
        paths[-1].write_text(re.sub(r"\shx-headers:inherited='[^']*'", "", text), "utf-8")
    assert html_problems(paths) == []


def test_what_is_typed_is_kept_and_looked_at(writer: Writer) -> None:
    text = writer.do(
        "afsnit/4", body="Der gives ikke hjælp til rengøring.", navn="exclusions", kladde=writer.digest()
    ).text
    assert "Gemt som kladde kl." in text
    assert "R003" in text
    assert "6 ord, 1 sætning" in words(text)
    assert "&#34;w&#34;" in text or '"w"' in html.unescape(text)
    assert writer.draft().file.sections[3].body == "Der gives ikke hjælp til rengøring.\n"
    assert "rengøring" not in writer.file.read_text("utf-8")


def test_a_preview_is_sent_to_who_looks_at_it(writer: Writer) -> None:
    post = writer.browser.post(f"{BASE}/afsnit/4", data={"body": "**Ikke** § 85."}, **{"X-Vis": "ja"})
    assert "<strong>Ikke</strong>" in post.text
    assert 'id="visning"' not in writer.do("afsnit/4", body="Ikke.").text


def test_html_in_every_field_is_text(writer: Writer) -> None:
    writer.do("afsnit/4", number=EVIL, heading=EVIL, body=EVIL, derived_from=EVIL)
    name = re.search(r'data-name="([^"]*)"', writer.page())
    assert name
    writer.do("om", **{"title": EVIL, "approval.body": EVIL, "approval.text": EVIL})
    quote = writer.draft().file.sections[4].body.strip()
    writer.do("oplysning/gem", afsnit=5, ord=quote, slags="provider", **{"felt.name": EVIL})
    writer.do("til-side", afsnit=4, kode="R003", grund=EVIL)
    for at in (0, 4, 5):
        text = writer.page(at)
        assert "<script>alert" not in text
    assert html.escape(EVIL.strip(), quote=False).split("&#")[0][:20] in writer.page(4)


def test_sections_are_added_moved_and_removed(writer: Writer) -> None:
    assert "afsnit=2" in writer.do("nyt", 204, emne="price", plads=1).headers["HX-Redirect"]
    assert writer.draft().file.sections[1].topic == "price"
    assert "fokus=flyt-op" in writer.do("flyt", 204, afsnit=2, vej="op").headers["HX-Redirect"]
    assert writer.draft().file.sections[0].topic == "price"
    writer.do("flyt", 204, afsnit=1, vej="op")  # it is the first one already
    assert "fokus=fortryd" in writer.do("fjern", 204, afsnit=1).headers["HX-Redirect"]
    assert writer.draft().text == writer.file.read_text("utf-8")
    assert "Afsnittet er fjernet" in writer.browser.get(f"{BASE}?afsnit=1&fjernet=ja").text
    writer.do("fortryd", 204)
    assert writer.draft().file.sections[0].topic == "price"


def test_undo_leads_to_the_field(writer: Writer) -> None:
    writer.do("afsnit/4", heading="En anden")
    where = writer.do("fortryd?afsnit=1", 204).headers["HX-Redirect"]
    assert "afsnit=4" in where
    assert "fokus=afsnit-overskrift" in where
    assert "fokus=afsnit-overskrift" in writer.do("gentag", 204).headers["HX-Redirect"]
    assert writer.draft().file.sections[3].heading == "En anden"


def test_setting_a_finding_aside_needs_a_reason(writer: Writer) -> None:
    assert (
        "Skriv, hvorfor" in writer.do("til-side", 422, afsnit=4, kode="R003", grund=" ", felt="bem-R003-1-grund").text
    )
    assert "sat til side" in writer.do("til-side", afsnit=4, kode="R003", grund="Sådan er det.").text
    assert [(each.code, each.section) for each in writer.draft().file.waive] == [("R003", "exclusions")]
    assert 'bem-R003-1"' in writer.do("frem", afsnit=4, nr=0).text
    assert writer.draft().file.waive == ()


def test_a_fact_is_made_of_marked_words(writer: Writer) -> None:
    form = writer.do("oplysning/ny", afsnit=10, ord="inden for 7 dage").text
    assert re.search(r'value="deadline" selected', form)
    assert re.search(r'id="felt-value" name="felt.value" value="7"', form)
    other = writer.do("oplysning/ny", afsnit=10, ord="inden for 7 dage", slags="age").text
    assert re.search(r'value="age" selected', other)
    wrong = writer.do("oplysning/gem", 422, afsnit=10, ord="inden for 7 dage", slags="age", **{"felt.min": "x"}).text
    assert 'href="#felt-min"' in wrong
    assert 'value="x"' in wrong
    before = len(writer.draft().file.facts)
    answer = writer.do("oplysning/gem", afsnit=10, ord="inden for 7 dage", slags="age", **{"felt.min": "7"}).text
    assert "Alder: Fra 7 år" in words(answer)
    assert len(writer.draft().file.facts) == before + 1
    assert "Markér hele ord" in words(writer.do("oplysning/ny", 422, afsnit=10, ord="findes ikke").text)


def test_the_sentence_under_a_fact_is_changed(writer: Writer) -> None:
    sentence = "Der vil blive reageret inden for 14 hverdage på en henvendelse."
    answer = words(writer.do("afsnit/10", body=sentence).text)
    assert "Sætningen bag »Frist for svar: 7 dage« er ændret" in answer
    number = next(
        n for n, each in enumerate(writer.draft().file.facts) if each.kind == "deadline" and each.role == "reaction"
    )
    kept = words(writer.do("oplysning/citat", afsnit=10, nr=number, ord=sentence).text)
    assert "Frist for svar: 7 dage" in kept
    assert "er ændret" not in kept
    new = words(writer.do("oplysning/citat", afsnit=10, nr=number, ord=sentence, nyt="ja").text)
    assert "Frist for svar: 14 hverdage" in new
    assert "Oplysningen er fjernet" in words(writer.do("oplysning/fjern", afsnit=10, nr=number).text)


@pytest.mark.parametrize(
    ("way", "values"),
    [
        ("oplysning/fjern", {"afsnit": 1, "nr": 9999}),
        ("oplysning/ret", {"afsnit": 1, "nr": "x"}),
        ("oplysning/ny", {"afsnit": 999, "ord": "x"}),
        ("oplysning/citat", {"afsnit": 0, "nr": 0, "ord": "x"}),
    ],
)
def test_what_is_not_there_is_refused_in_words(writer: Writer, way: str, values: dict[str, Any]) -> None:
    answer = writer.browser.post(f"{BASE}/{way}", data=values)
    assert answer.status_code == 404
    assert "Det findes ikke her" in answer.text


def test_an_old_page_overwrites_nothing(writer: Writer) -> None:
    seen = writer.digest()
    writer.do("afsnit/4", body="Skrevet i det andet vindue.", kladde=seen, navn="exclusions")
    answer = writer.do("afsnit/4", 409, body="Skrevet her.", kladde=seen, navn="exclusions").text
    assert "Skrevet her." in answer
    assert "Skrevet i det andet vindue." in answer
    assert writer.draft().file.sections[3].body == "Skrevet i det andet vindue.\n"
    writer.do("afsnit/3", heading="Et andet felt", kladde=seen, navn="activities")  # that nobody has touched


def test_a_section_that_has_moved_is_found_again(writer: Writer) -> None:
    seen = writer.digest()
    writer.do("flyt", 204, afsnit=4, vej="op")
    answer = writer.do("afsnit/4", 409, body="Skrevet her.", kladde=seen, navn="exclusions").text
    assert f'action="{BASE}/afsnit/3"' in answer
    writer.do("fjern", 204, afsnit=3)
    gone = writer.do("afsnit/4", 409, body="Skrevet her.", kladde=seen, navn="exclusions").text
    assert f'action="{BASE}/nyt"' in gone
    assert "Tilføj den som et nyt afsnit" in gone


def test_a_request_that_comes_twice_is_no_quarrel(writer: Writer) -> None:
    seen = writer.digest()
    for _ in range(2):
        writer.do("afsnit/4", body="To gange.", topic="special", kladde=seen, navn="exclusions")
    assert writer.draft().file.sections[3].body == "To gange.\n"


def test_saving_writes_the_file(writer: Writer) -> None:
    before = writer.file.read_text("utf-8")
    writer.do("afsnit/5", heading="Hvem hjælper?")
    assert "Gemt i filen" in words(writer.do("gem").text)
    assert writer.file.read_text("utf-8") == before.replace("heading: Leverandør", "heading: Hvem hjælper?")


def test_a_clash_is_put_together_by_choice(writer: Writer) -> None:
    writer.do("afsnit/5", body="Min tekst.")
    text = writer.file.read_text("utf-8")
    writer.file.write_text(text.replace("Socialpsykiatrisk Center Horsager\n\n", "Filens tekst.\n\n", 1), "utf-8")
    assert "Filen er ændret" in writer.browser.get(f"{BASE}/stand?afsnit=5").text
    assert writer.do("gem?afsnit=5", 204).headers["HX-Redirect"] == f"{BASE}/flet?afsnit=5"
    page = writer.browser.get(f"{BASE}/flet").text
    assert "Min tekst." in words(page)
    assert "Filens tekst." in words(page)
    names = re.findall(r'name="(valg:[^"]+)" value="theirs"', page)
    assert len(names) == 1
    again = writer.do("flet").text
    assert "Vælg, hvad der skal stå." in words(again)
    assert 'href="#valg-1"' in again
    done = writer.do("flet?afsnit=5", 204, **{html.unescape(names[0]): "theirs"})
    assert done.headers["HX-Redirect"] == f"{BASE}?afsnit=5&flettet=ja"  # where one was
    assert "Min tekst." in writer.file.read_text("utf-8")


def test_a_file_that_was_broken_outside(writer: Writer) -> None:
    writer.do("afsnit/5", heading="Min overskrift")
    good = writer.file.read_text("utf-8")
    writer.file.write_text(good.replace("service: sel-99", "service: [sel-99"), "utf-8")
    assert "kan ikke læses" in writer.page()
    answer = words(writer.do("gem", 409).text)
    assert "Gem min kladde alligevel" in answer
    assert "Gemt i filen" in words(writer.do("gem", alligevel="ja").text)
    assert "Min overskrift" in writer.file.read_text("utf-8")


def test_a_broken_file_is_mended_as_text(writer: Writer) -> None:
    good = writer.file.read_text("utf-8")
    writer.file.write_text(good.replace("service: sel-99", "service: [sel-99"), "utf-8")
    assert writer.browser.get(BASE).headers["Location"] == f"/tekst/{REF}"
    page = writer.browser.get(f"/tekst/{REF}").text
    assert "data-line=" in page
    assert "service: [sel-99" in html.unescape(page)
    kept = writer.browser.post(f"/tekst/{REF}", data={"text": good.replace("\n", "\r\n"), "kladde": writer.digest()})
    assert kept.status_code == 200
    assert writer.browser.post(f"/tekst/{REF}/gem").status_code == 200
    assert writer.file.read_text("utf-8") == good


def test_an_old_text_overwrites_nothing(writer: Writer) -> None:
    seen, text = writer.digest(), writer.file.read_text("utf-8")
    writer.do("om", title="Skrevet i det andet vindue")
    post = writer.browser.post(f"/tekst/{REF}", data={"text": f"{text}# her\n", "kladde": seen})
    assert post.status_code == 409
    assert "Skrevet i det andet vindue" in post.text
    assert "# her" in post.text
    assert f'action="/tekst/{REF}"' in post.text


def test_a_draft_is_thrown_away_and_brought_back(writer: Writer) -> None:
    writer.do("afsnit/5", heading="Min overskrift")
    writer.do("smid?afsnit=5", 204)
    assert not writer.draft().changed
    assert "Hent kladden frem igen" in writer.browser.get(f"{BASE}?afsnit=5&smidt=ja").text
    writer.do("hent-frem?afsnit=5", 204)
    assert writer.draft().file.sections[4].heading == "Min overskrift"


def test_the_draft_of_another_browser_is_gone_on_with(writer: Writer) -> None:
    other = Author("Kim", "another")
    from qstd.model.edit import Put

    writer.served.state.drafts.change(REF, other, [Put(("title",), "Fra en anden")], "title")
    page = writer.page()
    assert "Du har også en kladde i en anden browser" in page
    session = re.search(r'name="session" value="([^"]+)"', page)
    assert session
    writer.do("overtag", 204, session=session[1])
    assert writer.draft().file.title == "Fra en anden"


def test_the_same_topic_elsewhere(writer: Writer) -> None:
    text = writer.browser.get(f"{BASE}/samme?afsnit=4").text
    assert 'data-wording="hvidovre/stoette-og-kontaktperson#exclusions"' in text
    assert "#afsnit-indgaar-ikke" in text
    assert writer.browser.get(f"{BASE}/samme?afsnit=0").status_code == 200


def test_pasting(writer: Writer) -> None:
    answer = writer.do("indsat", html="<ul><li>en</li><li>to</li></ul><script>x</script>").text
    assert "- en\n- to</pre>" in answer
    assert "mindre bidder" in writer.do("indsat", html="<p>x</p>" * 30_000).text


def test_a_text_too_large_is_refused_and_said(writer: Writer) -> None:
    answer = writer.do("afsnit/4", 413, body="ord " * 600_000)
    assert "for stor" in answer.text
    assert not writer.draft().changed


def test_without_script_forms_lead_back_to_the_page(writer: Writer) -> None:
    head = {"Origin": writer.browser.origin, "Sec-Fetch-Site": "same-origin"}
    values = {"csrf": writer.browser.token, "body": "Uden script.\r\n"}
    answer = writer.browser.send("POST", f"{BASE}/afsnit/4", head, data=values)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{BASE}?afsnit=4")
    assert writer.draft().file.sections[3].body == "Uden script.\n"
    assert writer.browser.send("POST", f"{BASE}/gem?afsnit=4", head, data=values).status_code == 303


@pytest.mark.parametrize("ref", ["lejre/nej", "../x/y", "law/sel-99", "lejre/municipality"])
def test_no_such_standard(writer: Writer, ref: str) -> None:
    assert writer.browser.get(f"/skriv/{ref}").status_code == 404
