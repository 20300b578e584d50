from pathlib import Path

import pytest

from core.dossier.outline import Numbers, Pages, arrange, cited_pages, document_key, number, sheet_key
from tests.core.dossier.making import CRITERIA, ON, Bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path, CRITERIA)
    for name, to in (("a", ["1.2"]), ("b", ["1.1.1", "1.2"]), ("c", [("2.1", 3), ("2.1", 1)]), ("d", ["1"])):
        bench.add(name.encode(), name, to)
    return bench


def shown(bench: Bench, *criteria: str, unit: str | None = None) -> dict[str, tuple[str, ...]]:
    """Criterion → documents printed under it, by name."""
    outline = arrange(bench.load(ON), criteria, unit)
    return {
        section.criterion.code: tuple(bench.documents[one].name for one in section.documents)
        for section in outline.sections
    }


def test_each_document_is_printed_under_the_criterion_of_its_code(bench: Bench) -> None:
    printed = {code: names for code, names in shown(bench).items() if names}
    assert printed == {"1": ("d",), "1.1.1": ("b",), "1.2": ("a",), "2.1": ("c",)}


def test_a_criterion_means_all_below_it_and_shows_what_is_above(bench: Bench) -> None:
    assert list(shown(bench, "1.1")) == ["1", "1.1", "1.1.1", "1.1.2"]
    assert shown(bench, "1.1")["1"] == ()  # a heading only
    assert list(shown(bench, "1.1.2.", "2.3")) == ["1", "1.1", "1.1.2", "2", "2.3"]


def test_without_its_home_a_document_is_printed_at_the_first_it_proves(bench: Bench) -> None:
    assert shown(bench, "1.2")["1.2"] == ("b", "a")


def test_a_unit_and_criteria_narrow_each_other(bench: Bench) -> None:
    assert list(shown(bench, "1", unit="Phòng TCCB")) == ["1", "1.1", "1.1.2"]


def test_a_document_is_one_row_with_all_its_requirements(bench: Bench) -> None:
    outline = arrange(bench.load(ON))
    (proof,) = next(section for section in outline.sections if section.criterion.code == "2.1").proofs
    assert proof.requirements == (1, 3)
    assert outline.evidence == 6


def test_rows_stand_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    bench = Bench(tmp_path, CRITERIA)
    for index in range(1, 13):
        bench.add(str(index).encode(), str(index), ["1.2"])
    assert shown(bench)["1.2"] == tuple(str(index) for index in range(1, 13))


def test_numbers_run_through_all_parts() -> None:
    counts = {sheet_key("a"): 2, document_key("b"): 3, sheet_key("c"): 1}
    assert number([list(counts)], counts.__getitem__) == Numbers(
        {sheet_key("a"): Pages(1, 2), document_key("b"): Pages(3, 5), sheet_key("c"): Pages(6, 6)}
    )


@pytest.mark.parametrize(
    ("pages", "dossier_pages"),
    [("3-5", (12, 14)), ("2", (11, 11)), ("1, 4-6", (10, 15)), ("", None), ("1-8", None), ("7-9", None), ("0", None)],
)
def test_own_pages_become_dossier_pages(pages: str, dossier_pages: tuple[int, int] | None) -> None:
    assert cited_pages(pages, 10, 17) == dossier_pages
