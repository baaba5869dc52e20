"""`python launch.py RESULT COMMAND ...`: run a command and write what it took into a file: seconds from start to end, seconds
that processors were busy, the most memory as the system counts it, and how it ended.

It stands between a measurement and what is measured because the system counts the memory of a process from the moment when
it is still a copy of the one that begins it; and a measurement may be larger than what it measures.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

# What a shell says of a command that it cannot find.
_CANNOT_START = 127


def main(result: str, command: list[str]) -> None:
    """Run the command to its end."""
    start = time.perf_counter()
    try:
        process = subprocess.Popen(command)
    except OSError as error:
        Path(result).write_text(json.dumps([0.0, 0.0, 0, _CANNOT_START]), "utf-8")
        sys.exit(str(error))
    with process:
        _, status, usage = os.wait4(process.pid, 0)  # the usage of just this child
        process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - start
    busy = usage.ru_utime + usage.ru_stime
    Path(result).write_text(json.dumps([taken, busy, usage.ru_maxrss, process.returncode]), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
