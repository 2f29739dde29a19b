"""Dates of headers."""

import pytest

from newsclaim.corpus.dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-10-23", "2024-10-23"),
        ("2024-10-23T10:15:00Z", "2024-10-23T10:15:00Z"),
        ("2024-10-23 10:15", "2024-10-23T10:15"),
        ("2024-10-23T10:15:00.123+02:00", "2024-10-23T10:15:00.123+02:00"),
        ("20241023", "2024-10-23"),
        ("2024/10/23", "2024-10-23"),
        ("October 23, 2024", "2024-10-23"),
        ("23rd Oct. 2024", "2024-10-23"),
        ("Wednesday, October 23, 2024 10:15 am EDT", "2024-10-23T10:15:00-04:00"),
        ("Wed, 23 Oct 2024 10:15:00 GMT", "2024-10-23T10:15:00+00:00"),
        ("23/10/2024", "2024-10-23"),
        ("10.10.2024", "2024-10-10"),
        # Nothing is guessed: neither year, month nor day, nor which number is the month.
        ("Oct 23", None),
        ("October 2024", None),
        ("2024", None),
        ("Wednesday", None),
        ("03/04/2024", None),
        ("2024-13-01", None),
        ("2024-02-30", None),
        ("yesterday", None),
        ("10:15", None),
        ("", None),
        ("9" * 5000, None),
        ("2024 " * 5000, None),
    ],
)
def test_iso_date(written, iso):
    assert iso_date(written) == iso
