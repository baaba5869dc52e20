"""`python -m qstd` is the `qstd` command."""

from qstd.cli import main

if __name__ == "__main__":  # a process that a command starts loads this file too
    raise SystemExit(main())
