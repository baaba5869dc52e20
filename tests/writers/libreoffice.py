"""LibreOffice as the judge of tracked changes: it accepts or rejects all of them in many Word files at one start."""

from collections.abc import Mapping
from pathlib import Path

from tests.checkers import output_of, require, soffice_profile

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Tracked" script:language="StarBasic">
Sub Resolve(list As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  Dim nothing_more()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  file = FreeFile
  Open list For Input As #file
  Do While Not EOF(file)
    Line Input #file, job
    parts = Split(job, "|")
    document = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
    dispatcher.executeDispatch(document.CurrentController.Frame, parts(0), "", 0, nothing_more())
    document.storeToURL(parts(2), word())
    document.close(True)
  Loop
  Close #file
  StarDesktop.terminate()
End Sub
</script:module>
"""
INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">
 <library:element library:name="Tracked"/>
</library:library>
"""


def resolved(files: Mapping[str, bytes], folder: Path) -> dict[tuple[str, str], bytes]:
    """The Word files, by name, as LibreOffice saves them after "Accept" and after "Reject" of all changes."""
    targets: dict[tuple[str, str], Path] = {}
    jobs = []
    for name, content in files.items():
        source = folder / f"{name}.docx"
        source.write_bytes(content)
        for answer in ("Accept", "Reject"):
            targets[name, answer] = folder / f"{name}.{answer}.docx"
            jobs.append(f".uno:{answer}AllTrackedChanges|{source.as_uri()}|{targets[name, answer].as_uri()}")
    run(jobs, folder)
    return {key: target.read_bytes() for key, target in targets.items()}


def run(jobs: list[str], folder: Path) -> None:
    """Let one LibreOffice do all jobs."""
    (folder / "jobs").write_text("\n".join(jobs) + "\n", encoding="utf-8")
    profile = soffice_profile()
    command = [require("soffice"), "--headless", "--norestore", "--nologo", "--nolockcheck"]
    command.append(f"-env:UserInstallation={profile.as_uri()}")
    library = profile / "user" / "basic" / "Standard"
    if not library.exists():
        # The first start lays the library out, over whatever is there.
        output_of([*command, "--terminate_after_init"], SAL_USE_VCLPLUGIN="svp")
    (library / "Tracked.xba").write_text(MACRO, encoding="utf-8")
    (library / "script.xlb").write_text(INDEX, encoding="utf-8")
    macro = f'macro:///Standard.Tracked.Resolve("{folder / "jobs"}")'
    output_of([*command, macro], timeout=600, SAL_USE_VCLPLUGIN="svp")
