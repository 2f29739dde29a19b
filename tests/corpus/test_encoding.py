"""Encodings: what is read, what is refused."""

import hashlib

import pytest

from newsclaim.corpus.encoding import decode
from newsclaim.errors import InputError

NEWS = "The minister’s aide said: “About 3,000 troops came — no more.” The café in Málaga cost €5."
NOISE = b"".join(hashlib.sha256(bytes([i])).digest() for i in range(250))
SHORT = "Café closed, 3 hurt"


@pytest.mark.parametrize("text", [NEWS, SHORT, "plain ASCII", NEWS * 500])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_is_read_as_it_was_written(text, encoding):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.note is None


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark(mark):
    assert decode(("\ufeff" + SHORT).encode(mark)).text == SHORT


def test_latin_1_and_the_empty_places_of_windows_1252():
    assert decode("Señor Muñoz".encode("latin-1")).text == "Señor Muñoz"
    assert decode(b"a caf\xe9 \x81 said so and nobody knew why").text == "a café \x81 said so and nobody knew why"


def test_old_macintosh_text_is_told_by_its_marks():
    text = "The minister’s aide said: “We don’t know.” “Stop,” he added."
    assert decode(text.encode("mac_roman")).text == text


def test_another_alphabet_is_guessed_with_a_note():
    text = "Военные сообщили, что три тысячи солдат прибыли в регион. Министр сказал, что это неправда. " * 3
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert "cp1251" in decoded.note


def test_one_damaged_byte_leaves_the_file_utf_8():
    decoded = decode(NEWS.encode() + b"\xe2\x80 and on " + NEWS.encode())
    assert decoded.text == f"{NEWS}\ufffd and on {NEWS}"
    assert "damaged" in decoded.note


def test_a_cut_off_utf_16_file_is_read_with_a_note():
    decoded = decode(("\ufeff" + NEWS).encode("utf-16-le")[:-1])
    assert decoded.text == NEWS[:-1] + "\ufffd"
    assert "damaged" in decoded.note


def test_a_stray_nul_is_kept():
    assert decode(b"The army said 3,000\x00 troops came to the base in the north on Monday.").text.count("\x00") == 1


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00\\r\xa8f",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        b"\x00" * 1000,
        NOISE,
    ],
    ids=["png", "pdf", "zip", "zeros", "noise"],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(InputError, match="no text"):
        decode(data)


def test_an_encoding_nobody_can_tell_is_refused():
    with pytest.raises(InputError, match="encoding cannot be told"):
        decode(bytes(b for b in NOISE if b >= 128))


def test_nothing_is_the_empty_text():
    assert decode(b"").text == ""
