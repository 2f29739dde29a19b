"""Where a test keeps its database."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "test.db"
