"""What the tests of the front ends share; no screen is needed."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from pathlib import Path

import pytest

from core.database import upgrade


@pytest.fixture(scope="session", autouse=True)
def migrated(tmp_path_factory: pytest.TempPathFactory):
    """A new database is a copy of the first one; each walk through all migrations takes ten times as long."""
    migrate, template = upgrade._migrate, tmp_path_factory.mktemp("migrated") / "template.db"

    migrate(template)

    def quickly(path: Path) -> None:
        if path.stat().st_size:
            migrate(path)
        else:
            shutil.copyfile(template, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "_migrate", quickly)
        yield


@pytest.fixture(autouse=True)
def application(qapp) -> None:
    """One for windows: a command makes a plain one where there is none, and no window can be opened after that."""
