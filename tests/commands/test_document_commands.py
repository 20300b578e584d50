"""Documents by command line: those with a password, and those with a number that another one has, too."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from core.demo.sheet import write_pdf
from tests.commands.conftest import Run, paper
from tests.locked import lock_pdf


def test_a_password_is_asked_for_and_used(
    office: Run,
    cli: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_pdf(paper("512-BC"), tmp_path / "open.pdf")
    locked = lock_pdf(tmp_path / "open.pdf", tmp_path / "Báo cáo.pdf", "mở ra")
    typed = lambda words: monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(words.encode())))  # noqa: E731

    assert cli("read", locked, status=3)["problems"] == ["encrypted"]
    assert cli("read", locked, "--password", "sai", status=1)["error"] == "password_wrong"
    typed("mở ra\n")
    assert cli("read", locked, "--password", "-")["description"]["number"] == "512"

    [added] = office("add", locked, "--password", "sai", status=3)
    assert (added["outcome"], added["reason"]) == ("added", "password_wrong")
    typed("mở ra\n")
    unlocked = office("unlock", added["document"][:12])
    assert (unlocked["description"]["number"], unlocked["problems"]) == ("512", ["has_password"])
    [again] = office("search", "512/BC-SGD&ĐT")
    assert again["document"] == added["document"]


def test_two_files_with_one_number(office: Run, tmp_path: Path) -> None:
    report = paper("512-BC")
    write_pdf(report, tmp_path / "nháp.pdf")
    share = tmp_path / "Thư mục chung"
    share.mkdir()
    (share / "ký.pdf").write_bytes((tmp_path / "nháp.pdf").read_bytes() + b"\n%signed\n")
    [draft] = office("add", tmp_path / "nháp.pdf")
    [arrival] = office("scan", share)["arrived"]
    assert arrival["same_symbol"] == [draft["document"]]

    signed = office("accept", arrival["id"], "--signed-copy-of", draft["document"])["document"]
    assert office("twins", draft["document"]) == [
        {"document": signed, "name": "ký.pdf", "kind": "signed_copy", "is_later": True}
    ]
    drafted = office("link", draft["document"], "1.1")["evidence_code"]
    office("twins", signed, "--signed-copy-of", draft["document"], "--hand-over")
    [proven] = [one["evidence_codes"] for one in office("criteria") if one["code"] == "1.1"]
    assert len(proven) == 1
    assert drafted not in proven
    assert office("twins", signed, "--other-than", draft["document"], "--hand-over", status=2)["error"] == "usage"
    [undecided] = office("twins", signed, "--undecided", draft["document"])
    assert undecided["kind"] is None
    [other] = office("twins", signed, "--other-than", draft["document"])
    assert other["kind"] == "other"
