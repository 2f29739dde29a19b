"""The command line: options in, one call, render out; the only place that catches errors and exits."""

import atexit
import gc
import os
import sys
from types import ModuleType

# Importing makes many objects and hardly any garbage: looking for it after every 700 costs a tenth of the start-up.
gc.set_threshold(200_000, 20, 20)
# At its end Python looks for garbage among all that is there, whatever the threshold: a twentieth of a query.
atexit.register(gc.freeze)
# pydantic would look through every installed package for plugins of its own; no model of ours takes one. Even where it
# is told not to, it loads what reads their metadata (with it all of `email`), a fifteenth of a query: here stands one
# that finds none. Where pydantic keeps its plugins elsewhere, this one is not asked; the environment says the same.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
_no_plugins = ModuleType("pydantic.plugin._loader")
vars(_no_plugins)["get_plugins"] = tuple
sys.modules.setdefault(_no_plugins.__name__, _no_plugins)

from newsclaim.cli.app import main  # noqa: E402 - after the line above

__all__ = ["main"]
