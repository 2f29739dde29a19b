"""CPU seconds of a command of newsclaim, as the benchmarks of commands count them."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("newsclaim")


def seconds(command: Sequence[str]) -> float:
    """Run a command of newsclaim, its output thrown away, and return the user and system time it took."""
    return of_program([PROGRAM, *command], check=False)


def of_program(command: Sequence[str | Path], *, check: bool = True) -> float:
    """Do the same for any program; `check` raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=check)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
