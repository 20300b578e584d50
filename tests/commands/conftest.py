"""Commands with --json, as a script would run them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication

from core.demo.papers import Paper, load_papers
from core.demo.sheet import write_pdf
from gui.command_line.run import run
from gui.translators import install_language

ROOT = Path(__file__).resolve().parents[2]
PLAN = """KẾ HOẠCH
Nâng cao Chỉ số cải cách hành chính năm 2023

STT\tLĩnh vực/Tiêu chí\tPhòng chủ trì\tPhòng phối hợp\tThời gian hoàn thành
1\tCÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH\t\t\t
1.1.\tThực hiện kế hoạch CCHC\tVăn phòng Sở\t\tNăm 2023
1.2\tBáo cáo định kỳ\tVăn phòng Sở\t\tTrước ngày 15 của tháng cuối quý
1.3\tTuyên truyền: (1) Tổ chức hội nghị; (2) Đăng tải thông tin\tPhòng TCCB\tThanh tra Sở\tTrước ngày 15/11/2023
1.4\tHiệu quả (Điều tra xã hội học)\tPhòng TCCB\t\tNăm 2023
"""
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def vietnamese_afterwards() -> Iterator[None]:
    yield
    if QCoreApplication.instance():
        install_language("vi")


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with --json; returns the answer, after a look at the exit status."""

    def call(*arguments: object, status: int = 0) -> Any:
        capsys.readouterr()
        done = run(["--json", *map(str, arguments)])
        said = capsys.readouterr()
        assert done == status, said
        return json.loads(said.out, parse_constant=pytest.fail)  # NaN and Infinity are no JSON

    return call


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def office(cli: Run, plan: Path, tmp_path: Path) -> Run:
    """Commands in a workspace that was made from the plan."""
    folder = tmp_path / "Dữ liệu"
    cli("init", folder, "--plan", plan, "--organisation", "Trường THPT Mai Hồng")
    return lambda *arguments, status=0: cli("--workspace", folder, *arguments, status=status)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "Thư mục chung"
    folder.mkdir()
    return folder


@pytest.fixture
def report(office: Run, tmp_path: Path) -> str:
    """The id of a report on the first quarter, issued on 13 March 2023."""
    write_pdf(paper("512-BC"), tmp_path / "Báo cáo quý I.pdf")
    (added,) = office("add", tmp_path / "Báo cáo quý I.pdf")
    return added["document"]


def paper(name_part: str) -> Paper:
    return next(one for one in load_papers() if name_part in one.file)


def texts_of(pdf_path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(pdf_path)
    try:
        return [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()
