"""The elements of HTML by what they do to text: which separate words, which hold none, which stand apart."""

import re

HEADINGS = {f"h{level}": level for level in range(1, 7)}

BLOCKS = frozenset(
    """address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex legend li link listing main menu meta
    nav noscript ol optgroup option p plaintext pre search section summary table tbody td template tfoot th thead title tr
    ul xmp""".split()
)
"""Elements that stand on lines of their own."""

SEPARATE = BLOCKS | frozenset(
    "audio br button canvas datalist iframe img input label meter noembed noframes object output progress select svg textarea "
    "video".split()
)
"""Elements at whose borders a word ends."""

RAW = frozenset({"iframe", "script", "style"})
"""Elements whose content is no text for people."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without content."""

UNSEEN = frozenset("audio canvas head noembed noframes noscript object svg template title video".split())
"""Elements whose text a reader of the page does not see in it."""

CONTROLS = frozenset("button datalist input meter output progress select textarea".split())
"""Elements of forms."""

DELETED = frozenset({"del", "s", "strike"})


_APART = re.compile(r"display\s*:\s*(?!inline\b(?!-)|none|contents|inherit)[a-z]", re.IGNORECASE)


def stands_apart(style: str) -> bool:
    """Say whether an inline style sets an element on a line, or in a box, of its own."""
    return "display" in style and _APART.search(style) is not None


def separates(tag: str) -> bool:
    """Say whether a word ends where an element of this name begins or ends. Elements that a site made up ("x-panel")
    nearly always stand on lines of their own; those of Word ("o:p") never do.
    """
    return tag in SEPARATE or "-" in tag
