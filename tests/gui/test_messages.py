"""Codes into words: every code that the core can raise has a sentence, with the facts that the sentence names."""

import ast
import string
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from core.database.engine import MENDABLE
from core.errors import UserError
from core.reading.sources import Means, Place, Source, source
from gui.messages import ERRORS, FINDINGS, PROBLEMS, STATES, few, message, problem, state
from gui.models.findings import KINDS
from gui.source_words import MEANS, PLACES, source_words

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*sorted((ROOT / "core").rglob("*.py")), *sorted((ROOT / "gui").rglob("*.py"))]


@cache
def all_calls() -> list[tuple[str, ast.Call]]:
    trees = ((path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES)
    return [(name, node) for name, tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


def calls(*names: str) -> list[tuple[str, ast.Call]]:
    """(file, call) of these functions."""
    return [(file, call) for file, call in all_calls() if getattr(call.func, "id", "") in names]


def words(nodes: list[ast.expr]) -> list[str]:
    return [
        each.value
        for node in nodes
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def test_every_user_error_has_words() -> None:
    raised = {code for _, call in calls("UserError") for code in words(call.args[:1])}
    assert len(raised) > 30
    assert (raised | set(MENDABLE.values())) - ERRORS.keys() == set()


def test_every_problem_of_reading_and_intake_has_words() -> None:
    told = {code for _, call in calls("Unreadable") for code in words(call.args[:1])}
    told |= {code for _, call in calls("Passed") for code in words(call.args[1:2])}
    assert len(told) > 4
    assert told - PROBLEMS.keys() == set()


def test_every_source_of_a_field_has_words() -> None:
    assert get_args(Place) == (*PLACES, "person")
    assert get_args(Means) == (*MEANS, "typed")
    assert source_words(Source("person", "typed", by="Lan")) == "Do Lan ghi"
    assert source_words(source("cover", "recognised")).endswith("Nên đối chiếu với bản gốc.")


def test_every_finding_has_words_and_a_heading() -> None:
    told = {code for _, call in calls("Finding") for code in words(call.args[:1])}
    assert len(told) > 15
    assert told - FINDINGS.keys() == set()
    assert KINDS.keys() == FINDINGS.keys()


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_gets_the_facts_it_names() -> None:
    wanting = []
    for file, call in calls("UserError"):
        given = {keyword.arg for keyword in call.keywords}
        for code in words(call.args[:1]):
            missing = fields(str(ERRORS[code])) - given
            if missing and None not in given:
                wanting.append((file, call.lineno, code, missing))
    assert wanting == []


def test_a_sentence_names_its_facts_and_says_what_to_do() -> None:
    error = UserError("file_in_use", path="báo cáo.docx")
    assert message(error.code, error.facts) == ("Chương trình khác đang giữ tệp báo cáo.docx. Hãy đóng nó rồi làm lại.")


def test_a_reason_inside_a_sentence_is_in_words_too() -> None:
    assert message("no_preview", {"reason": "encrypted"}) == "Không xem trước được: tệp đặt mật khẩu."


def test_what_a_person_wrote_stays_as_it_is() -> None:
    assert problem("Bản nháp") == "Bản nháp"


@pytest.mark.parametrize("code", ["brand_new", ""])
def test_a_code_without_words_still_says_something(code: str) -> None:
    assert message(code, {}) == f"Không làm được việc này ({code})."


def test_no_sentence_begins_with_error() -> None:
    sentences = [message(code, {}) for code in ERRORS] + [problem(code) for code in PROBLEMS]
    assert not [each for each in sentences if each.lower().startswith(("lỗi", "error"))]
    assert [state(code) for code in STATES]


def test_of_many_things_a_few_are_named() -> None:
    """A thousand codes once filled the window."""
    codes = [f"1.5-{number:02}" for number in range(1, 1001)]
    assert few(codes[:8]) == ", ".join(codes[:8])
    assert few(codes) == ", ".join(codes[:8]) + " và 992 mục khác"
