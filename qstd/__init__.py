"""qstd: structured documents for Danish municipal quality standards.

Readers make a Standard. Checks look at it. A comparison lays two or more beside each other.
Presentation lays either one out as a Document. Writers write the Document.
`ARCHITECTURE.md` beside this file is the map.
"""

__version__ = "0.1.0"
