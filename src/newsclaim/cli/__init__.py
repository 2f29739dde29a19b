"""The command line: options in, one call, render out; the only place that catches errors and exits."""

from newsclaim.cli.app import main

__all__ = ["main"]
