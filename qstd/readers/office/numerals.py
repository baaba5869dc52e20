"""Automatic numbers and bullets as office programs show them."""

from collections.abc import Mapping

# How symbol fonts' bullets look; in Unicode they have no meaning of their own.
BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "o": "◦"}
ROMAN: Mapping[int, str] = {
    1000: "m",
    900: "cm",
    500: "d",
    400: "cd",
    100: "c",
    90: "xc",
    50: "l",
    40: "xl",
    10: "x",
    9: "ix",
    5: "v",
    4: "iv",
    1: "i",
}


def written(number: int, form: str) -> str:
    """A number in one of Word's forms; digits where the form is not known here."""
    if form in {"none", "bullet"}:
        return ""
    if form in {"lowerLetter", "upperLetter"}:
        return _cased(_letters(number), form)
    if form in {"lowerRoman", "upperRoman"}:
        return _cased(_roman(number), form)
    if form == "decimalZero":
        return f"{number:02}"
    return f"{number}." if form == "ordinal" else str(number)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _letters(number: int) -> str:
    """A to z, then aa to zz: the same letter over and over."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 50)


def _roman(number: int) -> str:
    if not 0 < number < 5000:
        return str(number)
    letters = ""
    for value, letter in ROMAN.items():
        letters += letter * (number // value)
        number %= value
    return letters


def bullet(text: str) -> str:
    """A bullet as it looks."""
    private = not text.strip() or any("\ue000" <= letter <= "\uf8ff" for letter in text)
    return BULLETS.get(text, "•" if private else text)
