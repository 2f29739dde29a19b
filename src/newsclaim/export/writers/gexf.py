"""A graph of who cites whom: outlets and speakers as nodes, quotes and claims between them as weighted edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

from newsclaim.export.findings import Findings
from newsclaim.models import Mention

_SPACE = "http://gexf.net/1.3"
#: Characters that XML cannot hold.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: (from node, to node)
_Edge = tuple[str, str]


def write(found: Findings, target: Path) -> None:
    """Write a directed graph: from each outlet to those it quotes, or through those who relay them."""
    quotes, claims = Counter[_Edge](), Counter[_Edge]()
    labels: dict[str, tuple[str, str]] = {}
    kinds = {actor.id: actor.kind for actor in found.actors}
    for quote in found.quotes:
        outlet = _outlet(quote.article.outlet, labels)
        chain = [*quote.via[:1]]
        for speaker in quote.speakers:
            quotes.update(_edges(outlet, [*chain, speaker], labels, kinds))
    for claim in found.claims:
        outlet = _outlet(claim.article.outlet, labels)
        if claim.sources:
            claims.update(_edges(outlet, claim.sources, labels, kinds))
    tree = ET.ElementTree(_graph(labels, quotes, claims))
    ET.indent(tree)
    tree.write(target, encoding="utf-8", xml_declaration=True)


def _outlet(name: str | None, labels: dict[str, tuple[str, str]]) -> str:
    key = f"outlet:{name or ''}"
    labels.setdefault(key, (name or "(unknown outlet)", "outlet"))
    return key


def _edges(
    outlet: str, chain: Sequence[Mention], labels: dict[str, tuple[str, str]], kinds: Mapping[str, str]
) -> list[_Edge]:
    """Return an edge for each step from the outlet to the innermost source; who is nobody known is left out."""
    nodes = [outlet]
    for mention in chain:
        if mention.actor and mention.name:
            labels.setdefault(mention.actor, (mention.name, kinds.get(mention.actor, "actor")))
            nodes.append(mention.actor)
    return [(a, b) for a, b in pairwise(nodes) if a != b]


def _graph(labels: dict[str, tuple[str, str]], quotes: Counter[_Edge], claims: Counter[_Edge]) -> ET.Element:
    root = ET.Element("gexf", {"xmlns": _SPACE, "version": "1.3"})
    graph = ET.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    _attributes(graph, "node", [("kind", "string")])
    _attributes(graph, "edge", [("quotes", "integer"), ("claims", "integer")])
    nodes = ET.SubElement(graph, "nodes")
    for key in sorted(labels):
        label, kind = labels[key]
        node = ET.SubElement(nodes, "node", {"id": _clean(key), "label": _clean(label)})
        _values(node, {"kind": kind})
    edges = ET.SubElement(graph, "edges")
    for number, (a, b) in enumerate(sorted(quotes.keys() | claims.keys())):
        weight = quotes[a, b] + claims[a, b]
        ends = {"id": str(number), "source": _clean(a), "target": _clean(b), "weight": str(weight)}
        edge = ET.SubElement(edges, "edge", ends)
        _values(edge, {"quotes": str(quotes[a, b]), "claims": str(claims[a, b])})
    return root


def _attributes(graph: ET.Element, owner: str, names: list[tuple[str, str]]) -> None:
    attributes = ET.SubElement(graph, "attributes", {"class": owner, "mode": "static"})
    for name, kind in names:
        ET.SubElement(attributes, "attribute", {"id": name, "title": name, "type": kind})


def _values(owner: ET.Element, values: dict[str, str]) -> None:
    inside = ET.SubElement(owner, "attvalues")
    for name, value in values.items():
        ET.SubElement(inside, "attvalue", {"for": name, "value": _clean(value)})


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
