"""The names of the rules that find quotes, as `Quote.rule` shows them, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Rule = Literal[
    "according-to", "quote-cue-speaker", "quote-speaker-cue", "quote-speaker-manner", "quoted-as-saying", "signature",
    "transcript", "cue-quote", "colon", "intro", "parenthetical", "as-said", "that-clause", "bare-clause",
    "to-infinitive", "plea", "described-as", "called", "accused-of", "faulted-for", "likened", "gerund", "doing",
    "noun-phrase", "headline", "noun-that", "adjective-that", "passage", "partial", "partial-subject", "viewpoint",
    "continuation", "speech", "interview", "post",
]  # fmt: skip

#: What each rule reads.
RULES: Mapping[Rule, str] = {
    # direct.py: a quoted stretch and the attribution beside it
    "according-to": "according to X, per X, in the words of X; also beside reported speech",
    "quote-cue-speaker": "“…,” said X",
    "quote-speaker-cue": "“…,” X said",
    "quote-speaker-manner": "“…,” X snorted, a verb that no list has",
    "quoted-as-saying": "“…,” the agency quoted X as saying",
    "signature": "“…” —X",
    "transcript": "X: “…” at the beginning of a paragraph",
    "cue-quote": "X said, “…”",
    "colon": "X said: “…”, X praised Y: “…”, X's only comment: “…”",
    "intro": "And from the chair, X: “…”, a line without a verb that names who speaks",
    # indirect.py: reported speech by the verb that reports it
    "parenthetical": "the bridge, X said, is safe",
    "as-said": "as X said, the bridge is safe",
    "that-clause": "X said that the bridge was safe",
    "bare-clause": "X said the bridge was safe, asked whether it was",
    "to-infinitive": "X promised to leave, urged Y to leave, called on Y to leave",
    "plea": "X pleaded not guilty",
    "described-as": "X described the deal as a mistake",
    "called": "X called the deal a mistake",
    "accused-of": "X accused Y of hiding it",
    "faulted-for": "X criticised Y for hiding it",
    "likened": "X likened the deal to a trap",
    "gerund": "X denied sending it",
    "doing": "polls showed X leading Y",
    "noun-phrase": "X denied the report, warned of a flood, called for talks",
    "headline": "Mayor: Old bridge will not reopen",
    "noun-that": "X's claim that the vote was stolen, the word from X was that it was stolen",
    "adjective-that": "X was confident that it would hold",
    # passages.py, partial.py, continuation.py: what is still open
    "passage": "the statement read: and a paragraph without marks",
    "partial": "quoted words inside the article's sentence, with a reporting word before them",
    "partial-subject": "quoted words inside the article's sentence, with a person as its subject",
    "viewpoint": "for X, the deal is “a mistake”",
    "continuation": "a quoted sentence without an attribution of its own",
    # speeches.py, interviews.py, passages.py: words that no marks stand around
    "speech": "X: what a transcript or interview lets X say",
    "interview": "an answer behind the first, whose label names who answers them all",
    "post": "a post set into the article, signed — X (@account)",
}
