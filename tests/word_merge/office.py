"""Run by the system's Python with UNO: opens Word files in one LibreOffice, edits them as a person would, saves them.

Standard input has the jobs as JSON: {"source", "target", "tracked" (name of who edits, or empty), "steps": [[name, ...]]}.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # of the system's Python
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # of the system's Python
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK  # type: ignore[import-not-found]  # of the system's Python

PIPE = f"qstd{os.getpid()}"


def properties(**values: Any) -> Any:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Office:
    """One LibreOffice."""

    def __init__(self, profile: Any) -> None:
        command = ["soffice", "--headless", "--norestore", "--nologo", "--nolockcheck"]
        command += [f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={PIPE};urp;"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + 90
        while True:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
                break
            except Exception:
                if time.monotonic() > end:
                    self.process.kill()
                    raise
                time.sleep(0.1)
        self.manager = self.context.ServiceManager
        self.desktop = self.manager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)

    def author(self, name: Any) -> None:
        provider = self.manager.createInstanceWithContext(
            "com.sun.star.configuration.ConfigurationProvider", self.context
        )
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            properties(nodepath="/org.openoffice.UserProfile/Data"),
        )
        access.setPropertyValue("givenname", name)
        access.setPropertyValue("sn", "")
        access.commitChanges()

    def edit(self, job: Any) -> None:
        document = self.desktop.loadComponentFromURL(Path(job["source"]).as_uri(), "_blank", 0, properties(Hidden=True))
        if job.get("tracked"):
            self.author(job["tracked"])
            document.RecordChanges = True
        for name, *words in job.get("steps", ()):
            STEPS[name](self, document, *words)
        document.storeToURL(Path(job["target"]).as_uri(), properties(FilterName=job.get("filter", "MS Word 2007 XML")))
        document.close(True)

    def dispatch(self, document: Any, command: Any, **values: Any) -> None:
        helper = self.manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)
        helper.executeDispatch(document.CurrentController.Frame, command, "", 0, properties(**values))

    def stop(self) -> None:
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


def found(document: Any, words: Any) -> Any:
    """Where some words stand last: what is said of them in short comes before."""
    descriptor = document.createSearchDescriptor()
    descriptor.SearchRegularExpression = True
    descriptor.SearchString = re.sub(r"([\\^$.|?*+()\[\]{}])", r"\\\1", words).replace(" ", "[ \u00a0]")
    descriptor.SearchCaseSensitive = True
    match, following = None, document.findFirst(descriptor)
    while following is not None:
        match, following = following, document.findNext(following.End, descriptor)
    if match is None:
        raise SystemExit(f"not in the document: {words}")
    return match


def paragraph(document: Any, words: Any) -> Any:
    """A cursor over the paragraph that holds some words."""
    match = found(document, words)
    cursor = match.Text.createTextCursorByRange(match.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def replace(office: Any, document: Any, old: Any, new: Any) -> None:
    found(document, old).setString(new)


def entry(office: Any, document: Any, after: Any, words: Any) -> None:
    """A new paragraph like the one that holds some words, below it: what Enter does."""
    cursor = paragraph(document, after)
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, words, False)


def styled(office: Any, document: Any, after: Any, words: Any, style: Any) -> None:
    """A new paragraph of a style below the one that holds some words."""
    entry(office, document, after, words)
    cursor = paragraph(document, words)
    cursor.setPropertyValue("ParaStyleName", style)
    cursor.setPropertyValue("NumberingStyleName", "")
    cursor.setPropertyValue("ParaLeftMargin", 0)
    cursor.setPropertyValue("ParaFirstLineIndent", 0)


def drop(office: Any, document: Any, words: Any) -> None:
    """A whole paragraph gone, its end with it."""
    cursor = paragraph(document, words)
    if not cursor.goRight(1, True):
        cursor.collapseToStart()
        cursor.goLeft(1, False)
        cursor.gotoEndOfParagraph(True)
    cursor.setString("")


def move(office: Any, document: Any, first: Any, last: Any, before: Any) -> None:
    """Paragraphs from the one that holds `first` to the one that holds `last` cut, and pasted before another."""
    view = document.CurrentController.ViewCursor
    start, end = paragraph(document, first), paragraph(document, last)
    view.gotoRange(start.Start, False)
    view.gotoRange(end.End, True)
    view.goRight(1, True)
    office.dispatch(document, ".uno:Cut")
    view.gotoRange(paragraph(document, before).Start, False)
    office.dispatch(document, ".uno:Paste")


def row(office: Any, document: Any, words: Any, before: Any) -> None:
    """The row of a table in which some words stand cut, and pasted above another."""
    view = document.CurrentController.ViewCursor
    view.gotoRange(found(document, words).Start, False)
    office.dispatch(document, ".uno:EntireRow")
    office.dispatch(document, ".uno:Cut")
    view.gotoRange(found(document, before).Start, False)
    office.dispatch(document, ".uno:PasteRowsBefore")


def remark(office: Any, document: Any, about: Any, words: Any, author: Any) -> None:
    """A remark in the margin."""
    field = document.createInstance("com.sun.star.text.textfield.Annotation")
    field.Author, field.Content = author, words
    match = found(document, about)
    match.Text.insertTextContent(match, field, True)


def bookmarks_gone(office: Any, document: Any) -> None:
    """All bookmarks taken away, as programs do that do not know them."""
    for name in document.Bookmarks.ElementNames:
        mark = document.Bookmarks.getByName(name)
        mark.Anchor.Text.removeTextContent(mark)


STEPS = {each.__name__: each for each in (replace, entry, styled, drop, move, row, remark, bookmarks_gone)}


def main() -> None:
    order = json.load(sys.stdin)
    office = Office(order["profile"])
    try:
        for job in order["jobs"]:
            office.edit(job)
    finally:
        office.stop()


main()
