"""A Word file as municipalities have them: headings, paragraphs, a list."""

from pathlib import Path


def standard_in_word(path: Path) -> Path:
    """Write a small standard for companionship to a Word file."""
    from docx import Document

    document = Document()
    document.add_heading("Kvalitetsstandard for ledsagelse, serviceloven § 97", 0)
    parts = {
        "Hvad er formålet med ydelsen?": "At du kan deltage i aktiviteter uden for hjemmet.",
        "Hvem kan få ledsagelse?": "Du kan få ledsagelse, hvis du er mellem 18 og 67 år og har en funktionsnedsættelse.",
        "Hvor meget kan du få?": "Du kan få 15 timers ledsagelse om måneden.",
        "Hvad koster det?": "Ledsagelse er gratis.",
        "Hvordan klager du?": "Du kan klage til Ankestyrelsen inden 4 uger.",
    }
    for heading, body in parts.items():
        document.add_heading(heading, 1)
        document.add_paragraph(body)
    document.add_paragraph("til biografen", style="List Bullet")
    document.add_paragraph("til svømmehallen", style="List Bullet")
    document.save(str(path))
    return path
