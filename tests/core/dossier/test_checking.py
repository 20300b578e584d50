"""What the check of a finished dossier finds: the file is right, and then something in it or in the plan is not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.dossier import binder
from core.dossier.checking import check
from core.dossier.options import Options
from core.dossier.plan import Plan
from core.errors import UserError
from tests.core.dossier.making import ON, Bench, pdf
from tests.core.dossier.test_again import printer

Checked = list[tuple[Plan, Path]]


@pytest.fixture
def printed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Volumes, each with the plan that it was made from."""
    for number in range(8):
        bench.add(pdf(*[f"paper {number} page {page}" for page in range(5)]), f"paper {number}", ["1.1.1", "2.1"])
    plans: list[Plan] = []
    monkeypatch.setattr(binder, "check", lambda plan, _: plans.append(plan))
    files = printer(bench, "cache").print_dossier(bench.folder / "hồ sơ.pdf", Options(on=ON, max_pages=40)).files
    assert len(plans) == len(files) > 1
    return [(plan, file.path) for plan, file in zip(plans, files, strict=True)]


def what(plan: Plan, path: Path) -> str:
    try:
        check(plan, path)
    except UserError as error:
        return str(error.facts["what"])
    return ""


def test_what_is_as_planned_passes(printed: Checked) -> None:
    assert any(link.to not in range(plan.first, plan.first + plan.total) for plan, _ in printed for link in plan.links)
    assert [what(plan, path) for plan, path in printed] == [""] * len(printed)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda plan: replace(plan, total=plan.total + 1), "page_count"),
        (lambda plan: replace(plan, links=plan.links[1:]), "links"),
        (lambda plan: replace(plan, links=(plan.links[0]._replace(to=plan.links[0].to + 1), *plan.links[1:])), "links"),
        (lambda plan: replace(plan, back={page: to + 1 for page, to in plan.back.items()}), "links"),
        (lambda plan: replace(plan, bookmarks=plan.bookmarks[1:]), "bookmarks"),
        (
            lambda plan: replace(plan, bookmarks=(replace(plan.bookmarks[0], title="?"), *plan.bookmarks[1:])),
            "bookmarks",
        ),
        (
            lambda plan: replace(
                plan, bookmarks=(replace(plan.bookmarks[0], page=plan.first + plan.total - 1), *plan.bookmarks[1:])
            ),
            "bookmarks",
        ),
    ],
)
def test_what_is_not_as_planned_is_named(printed: Checked, change: Callable[[Plan], Plan], found: str) -> None:
    plan, path = printed[1]
    assert what(change(plan), path) == found


def test_a_page_that_is_not_where_the_table_says_is_found(printed: Checked) -> None:
    plan, path = printed[1]
    data = path.read_bytes()
    head = data.rindex(b" 0 obj\n<< /Type /Page ") - 1
    path.write_bytes(data[:head] + (b"1" if data[head : head + 1] == b"0" else b"0") + data[head + 1 :])
    assert what(plan, path) == "page_count"
