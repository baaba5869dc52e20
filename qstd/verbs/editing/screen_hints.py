"""What to do about a finding, in the editor: where the words of a command would be of no help, the name of a screen."""

from dataclasses import replace

from qstd.model.finding import Finding, Message, message

_COMMAND = "qstd "
_HINTS: dict[str, Message] = {
    "K019": message("Se den efter under oplysningerne, og sig god for den. Indtil da vises den ikke på siderne."),
    "M011": message("Se forskellen under »Godkendelse«. Få ændringen godkendt dér, eller tag den tilbage."),
    "M012": message("Er teksten den, der blev godkendt, så vælg »Godkendt« under »Godkendelse«, og skriv det dér."),
    "M013": message("Ophæv den under »Godkendelse«, eller skriv, at den ikke er afløst."),
    "M014": message("Sæt den i kraft under »Godkendelse«."),
}


def on_a_screen(finding: Finding) -> Finding:
    """Return a finding with a hint for whoever sits at a screen."""
    if finding.hint is None or _COMMAND not in finding.hint.text:
        return finding
    return replace(finding, hint=_HINTS.get(finding.code, finding.hint))
