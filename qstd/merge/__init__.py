"""Three versions of a standard to one: what each side changed, field by field, and where they disagree.

Sections, facts and waivers of the three are found in each other first (`sections`, `entries`), so that one that was moved,
renamed or split is still the same; then each field is merged by itself, bodies line by line (`bodies`), the order last
(`order`). What both sides changed differently is a `Conflict`. Nothing is decided for anybody: an undecided conflict keeps
what the first side says, and is told. Everything here is a function of its arguments.
"""

from qstd.merge.edits import changes
from qstd.merge.parts import Choice, Conflict, Merge, Taken
from qstd.merge.three import merged

__all__ = ["Choice", "Conflict", "Merge", "Taken", "changes", "merged"]
