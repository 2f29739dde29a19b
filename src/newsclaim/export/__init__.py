"""Findings handed on to other programs: one writer a format, found by a registry. Takes models, asks nothing."""
