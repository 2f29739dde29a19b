"""The command line: options in, one call, render out; the only place that catches errors and exits."""

import gc
import os

# Importing makes many objects and hardly any garbage: looking for it after every 700 costs a tenth of the start-up.
gc.set_threshold(200_000, 20, 20)
# pydantic would look through every installed package for plugins of its own; no model of ours takes one.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from newsclaim.cli.app import main  # noqa: E402 - after the line above

__all__ = ["main"]
