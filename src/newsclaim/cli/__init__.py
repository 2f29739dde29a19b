"""The command line: options in, one call, render out; the only place that catches errors and exits."""

import os

# Nobody plugs anything into pydantic here, and looking for plugins costs a tenth of the start-up.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from newsclaim.cli.app import main

__all__ = ["main"]
