"""All standards as Open Referral HSDS 3.0, the form in which directories of human services are exchanged: tables as CSV in
one zip, with a `datapackage.json` that says what they hold.

`standard_rows` makes the rows of one standard, by itself; `package` puts the rows of all together.
"""

from qstd.exports.hsds.package import package
from qstd.exports.hsds.rows import Rows, standard_rows

__all__ = ("Rows", "package", "standard_rows")
