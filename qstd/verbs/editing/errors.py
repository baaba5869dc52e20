"""Why something cannot be done with a draft: each with a finding that says it to people."""

from typing import TYPE_CHECKING

from qstd import workspace
from qstd.model.finding import Finding, Message, Place, message

if TYPE_CHECKING:
    from qstd.verbs.editing.drafts import Draft


class DraftError(Exception):
    """Something cannot be done with a draft; nothing was done."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.text)
        self.finding = finding


class MissingError(DraftError):
    """There is neither a file nor a draft of that name."""


class NameTakenError(DraftError):
    """Another standard has that name."""


class BadNameError(DraftError):
    """A standard cannot have that name."""


class RefusedError(DraftError):
    """The disk refused: what was to be kept is not."""


class TooLargeError(DraftError):
    """A text is larger than a standard can be."""


class StaleError(DraftError):
    """What somebody wants to change is no longer what they saw; `draft` is how it is now."""

    def __init__(self, finding: Finding, draft: "Draft") -> None:
        super().__init__(finding)
        self.draft = draft


def missing(ref: str) -> MissingError:
    """Say that there is no such standard."""
    what = message("Standarden »{ref}« er her ikke.", ref=ref)
    hint = message("Den er måske flyttet, slettet eller omdøbt. Find den i oversigten.")
    return MissingError(Finding("W001", "error", what, Place(ref), hint))


def refused(ref: str, error: OSError) -> RefusedError:
    """Say that the disk did not keep a draft."""
    what = message("Kladden er ikke gemt: {reason}.", reason=Message(workspace.reason(error)))
    hint = message("Luk ikke siden: det, du har skrevet, står kun her. Ret fejlen, så gemmes der igen af sig selv.")
    return RefusedError(Finding("W002", "error", what, Place(ref), hint))


def too_large(ref: str) -> TooLargeError:
    """Say that a text is too large."""
    what = message("Teksten er for stor: en standard kan højst fylde {size} MB.", size=workspace.MAX_BYTES // 1_000_000)
    hint = message("Indsæt mindre ad gangen, eller del teksten i flere standarder.")
    return TooLargeError(Finding("W003", "error", what, Place(ref), hint))


def stale(ref: str, draft: "Draft") -> StaleError:
    """Say that a draft has been changed since it was shown."""
    what = message("Det, du retter, er ændret i et andet vindue, siden siden blev vist.")
    hint = message("Se begge tekster, og vælg, hvad der skal stå. Intet er gået tabt.")
    return StaleError(Finding("W004", "error", what, Place(ref), hint), draft)


def taken(ref: str) -> NameTakenError:
    """Say that a name is taken."""
    what = message("Der er allerede en standard eller en kladde, der hedder »{ref}«.", ref=ref)
    return NameTakenError(Finding("W005", "error", what, Place(ref), message("Giv den nye et andet navn.")))


def bad_name(ref: str, part: str, near: str) -> BadNameError:
    """Say that a standard cannot be called so."""
    what = message("En standard kan ikke hedde »{name}«.", name=part)
    hint = message("Brug små bogstaver uden æ, ø og å, tal og bindestreger, fx »{near}«.", near=near)
    return BadNameError(Finding("W006", "error", what, Place(ref), hint))


def reserved(ref: str, part: str) -> BadNameError:
    """Say that the site itself uses a name."""
    what = message("Mappen kan ikke hedde »{name}«: det navn bruger hjemmesiden selv.", name=part)
    return BadNameError(Finding("W006", "error", what, Place(ref), message("Kald mappen det, kommunen hedder.")))
