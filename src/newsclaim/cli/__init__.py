"""The command line: options in, one call, render out; the only place that catches errors and exits."""

import gc

# Importing makes many objects and hardly any garbage: looking for it after every 700 costs a tenth of the start-up.
gc.set_threshold(50_000, 20, 20)

from newsclaim.cli.app import main  # noqa: E402 - after the line above

__all__ = ["main"]
