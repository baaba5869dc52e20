"""`python -m qstd` is the `qstd` command."""

from qstd.cli import main

raise SystemExit(main())
