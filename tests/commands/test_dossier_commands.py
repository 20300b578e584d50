"""The dossier by command line: parts, volumes, wording, seals and supplements."""

from pathlib import Path

import pytest

from tests.commands.conftest import Run


def test_an_estimate_prints_nothing(office: Run, report: str, tmp_path: Path) -> None:
    office("link", report, "1.2")
    told = office("dossier", tmp_path / "1.pdf", "--criterion", "1", "--estimate")
    assert not (tmp_path / "1.pdf").exists()
    (file,) = office("dossier", tmp_path / "1.pdf", "--criterion", "1")["files"]
    assert (told["pages"], told["volumes"], told["documents"], told["slips"]) == (file["pages"], 1, 1, [])


def test_a_dossier_is_sealed_printed_again_and_supplemented(office: Run, report: str, tmp_path: Path) -> None:
    office("link", report, "1.2")
    assert office("seal", "Lần 1", status=1)["error"] == "nothing_printed"
    first = office("dossier", tmp_path / "1.pdf", "--date", "2023-11-20")
    sealed = office("seal", "Lần 1")
    assert [sealed] == office("seals")
    assert (sealed["name"], sealed["documents"], sealed["date"]) == ("Lần 1", 1, "2023-11-20")
    assert sealed["files"][0]["sha256"] == first["files"][0]["sha256"]
    assert office("changes", "--since", "Lần 1") == []
    office("link", report, "1.1")
    told = office("changes", "--since", "Lần 1")
    assert [(one["kind"], one["criterion"]) for one in told] == [("coverage", "1.1"), ("evidence_added", "1.1")]
    again = office("dossier", tmp_path / "again.pdf", "--sealed", "Lần 1")
    assert again["files"][0]["sha256"] == first["files"][0]["sha256"]
    assert again["same"]
    more = office("dossier", tmp_path / "2.pdf", "--since", "Lần 1")
    assert more["files"][0]["first"] == first["files"][0]["pages"] + 1
    assert (more["documents"], more["evidence"]) == (0, 1)


def test_parts_volumes_and_wording_by_command(office: Run, report: str, tmp_path: Path) -> None:
    office("link", report, "1.2")
    whole = office("dossier", tmp_path / "a.pdf")["files"][0]["pages"]
    less = office("dossier", tmp_path / "a.pdf", "--without", "summary", "--without", "missing")["files"][0]["pages"]
    assert less < whole
    volumes = office("dossier", tmp_path / "b.pdf", "--max-pages", whole // 2)["files"]
    assert [Path(one["path"]).name for one in volumes][:1] == [f"b-tap-1-cua-{len(volumes)}.pdf"]
    assert [one["first"] for one in volumes][1] == volumes[0]["pages"] + 1
    assert office("dossier", tmp_path / "c.pdf", "--preset", "email", "--photos", "2")["files"][0]["pages"] == whole
    (changed,) = office("wording", "cover.title", "HỒ SƠ TỰ ĐÁNH GIÁ")
    assert (changed["text"], changed["default"]) == ("HỒ SƠ TỰ ĐÁNH GIÁ", "HỒ SƠ MINH CHỨNG")
    assert office("wording", "cover.year", "Năm {month}", status=1)["error"] == "wording_facts_wrong"
    assert office("wording", "cover.nothing", "x", status=1)["error"] == "wording_unknown"
    (back,) = office("wording", "cover.title", "--reset")
    assert back["text"] == back["default"]


@pytest.mark.parametrize("name", ["Dữ liệu/minhchung.db", "Kế hoạch.txt", ""])
def test_a_dossier_replaces_nothing_but_a_pdf(
    office: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert office("dossier", name, status=1)["error"] == "dossier_not_pdf"
    assert (tmp_path / "Kế hoạch.txt").read_text("utf-8").startswith("KẾ HOẠCH")
    assert office("verify")["journal"] == "ok"
