"""Every screen of the editor, in light and dark, wide and narrow: what axe-core finds, and what sticks out."""

from pathlib import Path

from tests.checkers import axe_problems
from tests.web.journey import LEJRE
from tests.web.served import Served, served

OTHER = "hvidovre/stoette-og-kontaktperson"


def test_every_screen_can_be_used_by_everybody(tmp_path: Path) -> None:
    with served(tmp_path) as editor:
        look(editor)


def look(editor: Served) -> None:
    """Look at all of them; one file is broken."""
    (editor.home / "standards" / "lejre" / "oedelagt.yaml").write_text("title: x\n  status: [\n", "utf-8")
    screens = ["/", "/?soeg=findes-ikke", "/ny", "/ny/fra", f"/ny/fra?kilde={LEJRE}", f"/skriv/{LEJRE}?afsnit=0"]
    screens += [
        f"/skriv/{LEJRE}?afsnit=4",
        f"/tekst/{LEJRE}",
        "/tekst/lejre/oedelagt",
        "/sammenlign",
        "/udgiv",
        "/findes-ikke",
    ]
    screens += [f"/sammenlign?vaelg=law/sel-99&vaelg={LEJRE}&til={LEJRE}", f"/udgaver/{LEJRE}"]
    screens += [
        f"/godkend/{LEJRE}",
        f"/word/{LEJRE}",
        "/historik/hvem",
        "/lovaendring?lov=SEL&paragraf=99",
        "/aarshjul",
        f"/pakke/{LEJRE}",
        f"/hoering/{LEJRE}",
    ]
    screens += [f"/sammenlign/brug?til={LEJRE}&fra={OTHER}&afsnit=exclusions", "/vis/"]
    assert axe_problems([editor.address, *(editor.base + each for each in screens)], (1280, 390)) == []
