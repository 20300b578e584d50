"""Watching by command line: what arrives is told once, recognised page by page, and gone on with after a stop."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2
import pytest

from core.demo.sheet import write_pdf
from core.workspace import Workspace
from gui.command_line.run import run
from tests.commands.conftest import ROOT, Run, paper

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends processes without a signal that they can answer")


@contextmanager
def watching(folder: Path, *arguments: object) -> Generator[subprocess.Popen[str]]:
    """A process that watches, stopped in the end."""
    command = [sys.executable, ROOT / "main.py", "--json", "--workspace", folder, "watch", *arguments]
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
            process.terminate()
            assert process.wait() == 0
        finally:
            process.kill()


def told(process: subprocess.Popen[str]) -> dict[str, object]:
    assert process.stdout
    return json.loads(process.stdout.readline())


def wait_until_recognised(database: Path) -> None:
    with closing(sqlite3.connect(database.as_uri() + "?mode=ro", uri=True)) as connection:
        for _ in range(2400):
            if connection.execute("SELECT sum(json_array_length(scanned)) FROM original").fetchone() == (0,):
                return
            time.sleep(0.1)
    raise AssertionError("pages still wait")


def test_watch_tells_each_arrival_until_it_is_stopped(office: Run, share: Path, tmp_path: Path) -> None:
    write_pdf(paper("512-BC"), share / "first.pdf")
    with watching(tmp_path / "Dữ liệu", share) as process:
        assert told(process)["name"] == "first.pdf"
        write_pdf(paper("1386-BC"), share / "second.pdf")
        assert told(process)["name"] == "second.pdf"
    assert [arrival["name"] for arrival in office("inbox")] == ["first.pdf", "second.pdf"]
    assert run(["--workspace", str(tmp_path / "Dữ liệu"), "watch", str(share), "--remove"]) == 0


@pytest.mark.usefixtures("office")
def test_a_scan_is_told_described_and_recognised_to_the_end_after_a_stop(share: Path, tmp_path: Path) -> None:
    write_pdf(paper("512-BC"), tmp_path / "a.pdf")
    with closing(pypdfium2.PdfDocument(tmp_path / "a.pdf")) as pages:
        picture = pages[0].render(scale=200 / 72).to_pil()
    picture.save(share / "quét.pdf", resolution=200, save_all=True, append_images=[picture] * 2)
    with watching(tmp_path / "Dữ liệu", share) as process:
        assert told(process)["description"]["type"] == "Báo cáo"  # type: ignore[index]
    with watching(tmp_path / "Dữ liệu") as process:
        wait_until_recognised(tmp_path / "Dữ liệu" / "minhchung.db")
        write_pdf(paper("1386-BC"), share / "sau.pdf")
        assert told(process)["name"] == "sau.pdf"  # what was told before is not told again
    with Workspace(tmp_path / "Dữ liệu") as workspace:
        assert workspace.recognition.waiting() == 0
        scan = next(one for one in workspace.inbox.all() if one.name == "quét.pdf")
        added, _ = workspace.inbox.accept(scan.id)
        assert workspace.documents.text(added.document.id).count("BÁO CÁO") == 3
