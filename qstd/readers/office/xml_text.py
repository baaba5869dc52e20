"""The characters of XML as they stand in the bytes, for those who count words without a parser."""

import re

COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(\w+));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
ENCODING = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)""")


def decoded(content: bytes) -> str:
    """The characters of an XML file."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", "replace")
    said = ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    try:
        return content.decode(said[1].decode() if said else "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def without_comments(xml: str) -> str:
    """XML in which every text stands between two tags and nothing else does."""
    if "<!" not in xml and "<?" not in xml:
        return xml
    return CDATA.sub(lambda found: found[1].replace("&", "&amp;").replace("<", "&lt;"), COMMENT.sub("", xml))


def unescaped(text: str) -> str:
    """The characters of a text of XML."""
    return ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED.get(found[3], "")
    point = int(found[1], 16) if found[1] else int(found[2])
    return chr(point) if point < 0xD800 or 0xE000 <= point < 0x110000 else ""
