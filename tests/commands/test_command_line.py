"""The whole way through by command line only, with --json, as a script would go it."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas

from core.demo.sheet import write_pdf
from gui.command_line.run import run
from tests.commands.conftest import PLAN, ROOT, Run, paper, texts_of


def in_process(arguments: Sequence[object], **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *map(str, arguments)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        check=False,
    )


def test_from_the_plan_to_the_dossier(office: Run, share: Path, tmp_path: Path) -> None:
    write_pdf(paper("512-BC"), share / "Báo cáo quý I.pdf")
    write_pdf(paper("214-KH"), share / "Kế hoạch tuyên truyền.pdf")
    (share / "Bản sao.pdf").write_bytes((share / "Báo cáo quý I.pdf").read_bytes())

    scan = office("scan", share)
    assert len(scan["arrived"]) == 3
    assert (scan["waiting"], scan["refused"], scan["known"]) == ([], [], 0)
    inbox = {Path(arrival["path"]).name: arrival for arrival in office("inbox")}
    assert inbox.keys() == {"Báo cáo quý I.pdf", "Kế hoạch tuyên truyền.pdf", "Bản sao.pdf"}
    about = inbox["Báo cáo quý I.pdf"]["description"]
    assert (about["number"], about["notation"], about["issued_on"]) == ("512", "BC-SGD&ĐT", "2023-03-13")
    assert inbox["Bản sao.pdf"]["duplicate_of"] or inbox["Báo cáo quý I.pdf"]["duplicate_of"]

    report = office("accept", inbox["Báo cáo quý I.pdf"]["id"][:12], "--to", "1.2")
    assert report["evidence_codes"] == ["1.2-01"]
    again = office("accept", inbox["Bản sao.pdf"]["id"])
    assert (again["outcome"], again["document"]) == ("duplicate", report["document"])
    publicity = office("accept", inbox["Kế hoạch tuyên truyền.pdf"]["id"])["document"]
    linked = office("link", publicity[:8], "1.3.", "--requirement", 2, "--pages", "1", "--note", "Mục 2")
    assert (linked["evidence_code"], linked["criterion"], linked["document"]) == ("1.3-01", "1.3", publicity)
    assert office("link", report["document"], "1.1")["evidence_code"] == "1.2-01"
    assert office("inbox") == []

    for words in ("tuyên truyền cải cách", "tuyen truyen cai cach", "tọa đàm", "toa dam", "214/KH-SGD&ĐT", "dang tai"):
        assert office("search", words)[0]["document"] == publicity, words
    assert office("search", "không có chữ này") == []

    coverage = office("coverage", "--on", "2023-06-30")
    assert {key: coverage[key] for key in ("criteria", "complete", "partial", "missing", "survey")} == {
        "criteria": 4,
        "complete": 1,
        "partial": 2,
        "missing": 0,
        "survey": 1,
    }
    states = {criterion["code"]: criterion["coverage"] for criterion in office("criteria")}
    assert states["1.2"] == "partial"
    assert states["1.1"] == "complete"

    out = tmp_path / "In" / "Hồ sơ.pdf"
    printed = office("dossier", out)
    assert (printed["documents"], printed["evidence"], printed["omitted"]) == (2, 3, [])
    pages = texts_of(out)
    assert len(pages) == printed["files"][0]["pages"]
    assert "TRƯỜNG THPT MAI HỒNG" in pages[0].upper()
    assert any("512/BC-SGD&ĐT" in page and "1.2-01" in page for page in pages)

    office("unlink", publicity, "1.3")
    assert office("documents")[1]["evidence_codes"] == ["1.3-01"]  # a code stays with its document
    assert office("coverage", "--unit", "phòng tccb")["missing"] == 1
    assert office("verify") == {"checked": 2, "damaged": [], "missing": [], "orphans": [], "journal": "ok"}
    actions = [entry["action"] for entry in office("journal", "--document", publicity)]
    assert actions[0] == "document.added"
    assert "evidence.unlinked" in actions


def test_describe_shows_edits_and_empties(office: Run, tmp_path: Path) -> None:
    write_pdf(paper("512-BC"), tmp_path / "a.pdf")
    (added,) = office("add", tmp_path / "a.pdf", "--to", "1.1", "--to", "1.2")
    assert (added["outcome"], added["evidence_codes"]) == ("added", ["1.1-01"])
    document = added["document"]
    changed = office("describe", document, "--number", "513", "--issued-on", "14/3/2023", "--signer", "")
    assert (changed["number"], changed["issued_on"], changed["signer"]) == ("513", "2023-03-14", None)
    assert office("describe", document) == changed
    assert [hit["document"] for hit in office("search", "513")] == [document]


def test_options_are_taken_before_and_after_the_command(
    cli: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli("init", "--catalogue", "par-index-2023-hoa-binh", tmp_path / "w")
    for arguments in (
        ["--workspace", str(tmp_path / "w"), "--json", "documents"],
        ["documents", "--json", "--workspace", str(tmp_path / "w")],
        ["--json", "documents", f"--workspace={tmp_path / 'w'}"],
    ):
        capsys.readouterr()
        assert run(arguments) == 0
        assert json.loads(capsys.readouterr().out) == []


def test_the_workspace_comes_from_the_environment_or_the_current_folder(
    cli: Run, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MINHCHUNG_WORKSPACE", raising=False)
    cli("init", "w", "--plan", plan)
    assert cli("documents", status=1)["error"] == "workspace_not_given"
    monkeypatch.setenv("MINHCHUNG_WORKSPACE", "w")
    assert cli("documents") == []
    monkeypatch.delenv("MINHCHUNG_WORKSPACE")
    monkeypatch.chdir("w")
    assert cli("documents") == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["accept", "ffffffff"], "arrival_unknown"),
        (["link", "ffffffff", "1.1"], "document_unknown"),
        (["add", "plan", "--to", "9.9"], "criterion_unknown"),
        (["coverage", "--unit", "Phòng Không Có"], "unit_unknown"),
        (["coverage", "--on", "hôm qua"], "date_unreadable"),
        (["watch"], "no_folder_watched"),
        (["scan", "nowhere"], "folder_missing"),
        (["read", "nowhere.pdf"], "file_missing"),
        (["init", "other", "--catalogue", "no-such"], "catalogue_unknown"),
        (["init", "other", "--plan", "nowhere.txt"], "file_missing"),
        (["init", "other", "--catalogue", "par-index-2023-hoa-binh", "--code-pattern", "x"], "code_pattern_wrong"),
    ],
)
def test_what_a_person_can_mend_is_said_in_both_languages(
    office: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    vietnamese = office(*arguments, status=1)
    english = office(*arguments, "--language", "en", status=1)
    assert vietnamese["error"] == english["error"] == code
    assert vietnamese["message"] != english["message"]
    for answer in (vietnamese, english):
        assert code not in answer["message"], "a code is no sentence"
        assert "[" not in answer["message"], "every placeholder is filled"
    assert not (tmp_path / "other").exists()


def test_a_plan_that_cannot_be_used_names_the_line(cli: Run, tmp_path: Path) -> None:
    twice = tmp_path / "twice.txt"
    twice.write_text(PLAN + "1.2\tLại báo cáo\tVăn phòng Sở\t\tNăm 2023\n", encoding="utf-8")
    answer = cli("init", tmp_path / "w", "--plan", twice, status=1)
    assert (answer["error"], answer["code"], answer["line"], answer["first_line"]) == (
        "plan_duplicate_code",
        "1.2",
        10,
        7,
    )
    letter = tmp_path / "letter.docx"
    document = Document()
    document.add_paragraph("Kính gửi: Các phòng thuộc Sở")
    document.save(str(letter))
    assert cli("init", tmp_path / "w", "--plan", letter, status=1)["error"] == "plan_without_table"
    assert not (tmp_path / "w").exists()


def test_init_leaves_a_workspace_that_is_there_alone(office: Run, plan: Path, tmp_path: Path) -> None:
    assert office("init", tmp_path / "Dữ liệu", "--plan", plan, status=1)["error"] == "workspace_exists"
    assert len(office("criteria")) == 5


@pytest.mark.parametrize(
    "arguments",
    [["no-such"], ["accept"], ["search", "x", "--limit", "none"], ["--language", "fr", "inbox"], ["--workspace"]],
)
def test_wrong_usage_ends_with_2_and_a_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_what_is_left_out_is_named_with_status_3(office: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")
    (tmp_path / "run.exe").write_bytes(b"MZ" + bytes(200))
    broken, refused = office("add", tmp_path / "broken.pdf", tmp_path / "run.exe", "--to", "1.1", status=3)
    assert (broken["outcome"], refused["outcome"], refused["document"]) == ("added", "refused", None)
    assert refused["reason"]
    (omitted,) = office("dossier", tmp_path / "out.pdf", status=3)["omitted"]
    assert omitted["document"] == broken["document"]
    assert any("broken.pdf" in page for page in texts_of(tmp_path / "out.pdf"))


def test_verify_finds_a_file_that_was_changed(office: Run, tmp_path: Path) -> None:
    write_pdf(paper("512-BC"), tmp_path / "a.pdf")
    office("add", tmp_path / "a.pdf")
    (sha256,) = (one["sha256"] for one in office("documents"))
    (kept,) = (tmp_path / "Dữ liệu" / "files").rglob(f"{sha256}*")
    kept.chmod(0o600)
    kept.write_bytes(b"spoilt")
    found = office("verify", status=3)
    assert found["damaged"] == [{"sha256": sha256, "name": "a.pdf"}]


def test_read_keeps_nothing(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "Công văn.pdf"
    write_pdf(paper("734-SGDĐT"), path)
    answer = cli("read", path)
    assert (answer["media_type"], answer["pages"], answer["text_source"]) == ("application/pdf", 1, "text")
    assert "số hóa 100% thành phần hồ sơ" in answer["text"].replace("\n", " ")
    assert answer["description"]["number"] == "734"
    assert list(tmp_path.iterdir()) == [path]


def test_a_scan_has_no_text_and_says_so(cli: Run, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.rect(100, 100, 200, 200)
    canvas.save()
    answer = cli("read", tmp_path / "scan.pdf")
    assert (answer["text"].strip(), answer["text_source"]) == ("", "none")


def test_decisions(office: Run, share: Path) -> None:
    for name in ("512-BC", "1386-BC"):
        write_pdf(paper(name), share / f"{name}.pdf")
    office("scan", share)
    first, second = (arrival["id"] for arrival in office("inbox"))
    assert office("refuse", first, "--reason", "Không thuộc kỳ này")["reason"] == "Không thuộc kỳ này"
    assert office("defer", second)["state"] == "deferred"
    assert [arrival["id"] for arrival in office("inbox")] == [second]
    assert office("refuse", first, "--reason", "x", status=1)["error"] == "arrival_decided"
    assert office("scan", share)["known"] == 2


def test_words_without_json(office: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pdf(paper("512-BC"), tmp_path / "a.pdf")
    office("add", tmp_path / "a.pdf", "--to", "1.2")
    for command, words in (
        ("criteria", "Báo cáo định kỳ"),
        ("documents", "512/BC-SGD&ĐT"),
        ("coverage", "Một phần"),
        ("journal", "document.added"),
        ("catalogues", "par-index-2023-hoa-binh"),
        ("inbox", "Không có tệp nào"),
    ):
        assert run([command, "--workspace", str(tmp_path / "Dữ liệu")]) == 0
        assert words in capsys.readouterr().out, command
    assert run(["coverage", "--language", "en", "--workspace", str(tmp_path / "Dữ liệu")]) == 0
    assert "Partial" in capsys.readouterr().out


def test_a_bug_is_one_line_and_a_log(office: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.library.documents.Documents.all", lambda _self: 1 / 0)
    answer = office("documents", status=1)
    assert answer["error"] == "bug"
    log = Path(answer["log"])
    assert log.parent == tmp_path / "Dữ liệu" / "logs"
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_as_a_process_with_other_names_than_ascii(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Phòng Tổ chức – đợt 1"
    made = in_process(["init", folder, "--plan", plan, "--json"], PYTHONIOENCODING="cp1252")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout.decode("utf-8"))["workspace"] == str(folder)
    refused = in_process(["accept", "ffffffff", "--workspace", folder])
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode("utf-8").count("\n") == 1
    assert b"Traceback" not in refused.stderr


def test_a_scan_that_is_added_is_described_unless_that_is_not_wanted(office: Run, tmp_path: Path) -> None:
    for name, number in (("a", "512-BC"), ("b", "1386-BC")):
        write_pdf(paper(number), tmp_path / f"{name}.pdf")
        pages = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")
        pages[0].render(scale=200 / 72).to_pil().save(tmp_path / f"{name}.png")
        pages.close()
    office("add", tmp_path / "a.png")
    office("add", tmp_path / "b.png", "--no-ocr")
    first, second = office("documents")
    assert (first["text"], first["description"]["type"]) == ("ocr", "Báo cáo")
    assert first["description_sources"]["type"]["means"] == "recognised"
    assert (second["text"], second["description"]["type"]) == ("none", None)


def test_criteria_are_suggested_with_the_reason_in_words(office: Run, share: Path, tmp_path: Path) -> None:
    write_pdf(paper("512-BC"), share / "1.3 Tuyên truyền.pdf")
    office("scan", share)
    arrival = office("inbox")[0]
    assert [one["code"] for one in arrival["suggestions"]][:2] == ["1.3", "1.1"]
    assert arrival["suggestions"][0]["why"].startswith("tên “1.3 Tuyên truyền.pdf” bắt đầu bằng mã tiêu chí")
    assert arrival["suggestions"][1]["why"].startswith("có các từ “cải cách hành chính")
    document = office("accept", arrival["id"], "--to", "1.2")["document"]
    assert [one["code"] for one in office("suggest", document, "--limit", 1)] == ["1.3"]
    write_pdf(paper("1386-BC"), tmp_path / "a.pdf")
    first = office("suggest", office("add", tmp_path / "a.pdf")[0]["document"])[0]
    assert first["code"] == "1.2"
    assert 0 < first["score"] < 1
    assert [one["document"] for one in first["reasons"] if one["reason"] == "like_document"] == [document]
    assert "giống tài liệu đã nhận: 512/BC-SGD&ĐT" in first["why"]


def test_an_archive_and_a_changed_file_by_command_line(office: Run, share: Path) -> None:
    with zipfile.ZipFile(share / "hồ sơ.zip", "w") as archive:
        archive.writestr("Kế hoạch.txt", "Kế hoạch tuyên truyền năm 2023")
        archive.writestr("Báo cáo.txt", "Báo cáo quý I")
        archive.writestr("../thoát ra.txt", "x")
    scan = office("scan", share, status=3)
    assert [Path(one["path"]).name for one in scan["refused"]] == ["thoát ra.txt"]
    bundle = next(one for one in office("inbox") if one["entries"])
    assert {one["name"] for one in office("inbox") if one["set"] == bundle["id"]} == {"Kế hoạch.txt", "Báo cáo.txt"}
    accepted = office("accept", bundle["id"], "--to", "1.2")
    assert [one["outcome"] for one in accepted["documents"]] == ["added", "added"]
    assert office("inbox") == []

    path = share / "Tờ trình.txt"
    path.write_text("bản thảo", encoding="utf-8")
    office("scan", share)
    document = office("accept", office("inbox")[0]["id"])["document"]
    for text, options, outcome in (("bản đã sửa", (), "revised"), ("văn bản khác hẳn", ("--as-new",), "added")):
        path.write_text(text, encoding="utf-8")
        office("scan", share)
        (changed,) = office("inbox")
        assert changed["revision_of"] == document
        decided = office("accept", changed["id"], *options)
        assert (decided["outcome"], decided["document"] == document) == (outcome, outcome == "revised")


def test_scan_says_what_is_left_to_recognise_and_recognise_does_it(office: Run, share: Path) -> None:
    canvas = Canvas(str(share / "scan.pdf"))
    canvas.rect(100, 100, 200, 200)
    canvas.save()
    assert office("scan", share)["to_recognise"] == 1
    assert office("recognise") == {"pages": 1, "waiting": 0}
    assert office("scan", share)["to_recognise"] == 0
