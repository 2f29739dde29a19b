"""What readers of XML have in common."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from newsclaim.errors import InputError


def parsed(data: bytes | str) -> ET.Element:
    """Return the root of an XML document.

    Raises:
        InputError: it is no sound XML.
    """
    try:
        # Expat itself stops entities that grow without end, and none from outside are loaded.
        return ET.fromstring(data)  # noqa: S314
    except (ET.ParseError, ValueError, LookupError) as error:
        raise InputError(f"it is no sound XML ({error})") from error


def local(node: ET.Element) -> str:
    """Return the name of an element without its namespace; empty for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def text_in(node: ET.Element | None) -> str:
    """Return all text in an element as one line."""
    return "" if node is None else " ".join("".join(node.itertext()).split())


def first(node: ET.Element, *names: str) -> ET.Element | None:
    """Return the first element below `node` that has one of the names, in the order of the names."""
    below = list(node.iter())
    return next((found for name in names for found in below if local(found) == name), None)
