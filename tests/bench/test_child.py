"""What a measured command is said to have taken is its own: not the measurement's, and not nothing when it fails."""

import sys

from bench.common.child import run

_MIB = 1024 * 1024


def test_the_memory_of_a_command_is_its_own() -> None:
    """A process begins as a copy of the one that starts it: a large measurement makes no command larger."""
    ballast = bytearray(300 * _MIB)
    ballast[::4096] = b"x" * len(ballast[::4096])
    done = run([sys.executable, "-I", "-S", "-c", "print('small')"])
    assert done.code == 0
    assert done.output == "small\n"
    assert done.memory < 100
    assert len(ballast) == 300 * _MIB


def test_what_a_command_holds_is_counted() -> None:
    """A large command is found large."""
    assert run([sys.executable, "-I", "-S", "-c", f"x = b'x' * {200 * _MIB}"]).memory > 150


def test_a_command_that_fails_says_so() -> None:
    """Its code and its last complaint are kept, and those of one that does not exist."""
    failed = run([sys.executable, "-I", "-S", "-c", "raise SystemExit('no paper')"])
    missing = run(["no-such-command-anywhere"])
    assert (failed.code, failed.complaint) == (1, "no paper")
    assert missing.code == 127
    assert "no-such-command-anywhere" in missing.complaint
