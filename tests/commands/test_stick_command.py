"""The stick for the inspectors, by command line."""

import zipfile
from pathlib import Path

from core.demo.sheet import write_pdf
from tests.commands.conftest import Run, paper


def test_it_is_made_checked_and_replaced_only_by_force(office: Run, tmp_path: Path) -> None:
    write_pdf(paper("512-BC"), tmp_path / "Báo cáo quý I.pdf")
    office("add", tmp_path / "Báo cáo quý I.pdf", "--to", "1.2")
    made = office("stick", tmp_path / "usb" / "Hồ sơ.zip", "--criterion", "1", "--date", "5/1/2024")
    with zipfile.ZipFile(made["path"]) as file:
        sizes = {one.filename: one.file_size for one in file.infolist()}
    assert {file["path"]: file["size"] for file in made["files"]} == sizes
    assert made["size"] == sum(sizes.values())
    assert (made["documents"], made["evidence"], made["omitted"], made["originals_omitted"]) == (1, 1, [], [])
    assert office("stick", made["path"], status=1)["error"] == "stick_exists"
    assert office("stick", made["path"], "--force", "--list-only")["pages"] < made["pages"]
