"""What documents are to each other, by command line."""

from pathlib import Path

from tests.commands.conftest import Run


def test_relations_and_revisions(office: Run, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("cũ", "mới", "bản sửa")]
    for path in paths:
        path.write_text(f"Quyết định thay thế Quyết định số 12/QĐ-UBND: {path.stem}", encoding="utf-8")
    old, new = (office("add", path, "--to", "1.1")[0]["document"] for path in paths[:2])
    office("describe", old, "--number", "12", "--notation", "QĐ-UBND", "--type", "Quyết định")
    office("describe", new, "--number", "20", "--notation", "QĐ-UBND", "--type", "Quyết định")
    related = {"document": new, "kind": "replaces", "other": old}
    assert office("relations", new) == {"relations": [], "proposed": [related]}
    answer = office("relate", new, "replaces", old, "--hand-over")
    assert [(one["criterion"], one["document"]) for one in answer["handed_over"]] == [("1.1", new)]
    assert office("relations")["relations"] == [related]
    assert office("relate", old, "replaces", new, status=1)["error"] == "relation_circle"
    assert office("relate", old, "reports_on", new, "--hand-over", status=2)["error"] == "usage"
    assert office("relate", new, "replaces", old, "--remove")["removed"]
    assert office("relations", old)["relations"] == []
    revised = office("revise", new, paths[2])
    assert (revised["id"], revised["revision"], revised["evidence_codes"]) == (new, 2, ["1.1-02"])
    assert [one["name"] for one in office("revisions", new)] == ["mới.txt", "bản sửa.txt"]
