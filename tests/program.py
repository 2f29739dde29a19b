"""Where the installed command is."""

from __future__ import annotations

import sys
from pathlib import Path

PROGRAM = str(Path(sys.executable).parent / "newsclaim")
