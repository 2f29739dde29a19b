"""One quote in the notation of the tables: "rule: speakers < via | cue/stance | content"."""

from __future__ import annotations

import tomllib
from pathlib import Path

CASES = Path(__file__).resolve().parents[2] / "cases" / "quotes"


def table(name):
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf8"))


def shown(quote):
    """Several speakers with &, several spans with //, a speaker by continuation with *, nobody and nothing as -."""
    star = "*" if any(s.how == "continuation" for s in quote.speakers) else ""
    who = " & ".join(s.text + star for s in quote.speakers) or "-"
    via = "".join(f" < {v.text}" for v in quote.via)
    cue = f"{quote.cue.text}/{quote.cue.stance}" if quote.cue else "-"
    return f"{quote.rule}: {who}{via} | {cue} | {' // '.join(s.text for s in quote.spans)}"
