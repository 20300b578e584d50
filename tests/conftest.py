"""What the tests of the front ends share; no screen is needed."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


@pytest.fixture(autouse=True)
def application(qapp) -> None:
    """One for windows: a command makes a plain one where there is none, and no window can be opened after that."""
