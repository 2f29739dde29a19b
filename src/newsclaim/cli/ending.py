"""Being asked to end: SIGTERM does what Ctrl-C does, with an exit code of its own."""

from __future__ import annotations

import signal


class Terminated(SystemExit):
    """Somebody asked the program to end."""

    def __init__(self) -> None:
        super().__init__(128 + signal.SIGTERM)


def end_when_asked() -> None:
    """Let SIGTERM end the program in an orderly way."""
    signal.signal(signal.SIGTERM, _end)


def _end(*_: object) -> None:
    raise Terminated
