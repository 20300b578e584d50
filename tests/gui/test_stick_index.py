"""What the stick's index.html works out while one types, run by Qt's own JavaScript engine."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtQml import QJSEngine

from core.dossier.stick.index import FOLDER
from core.text import fold

Ask = Callable[[str], Any]


def criterion(code: str, head: str, text: str = "", *rows: str, state: str = "complete") -> dict[str, Any]:
    parent = 0 if "." in code else -1
    is_leaf = code != "1"
    values = {"parent": parent, "field": code[0], "state": state, "isLeaf": is_leaf}
    return {**values, "head": f"{code}. {head}", "text": text, "rows": list(rows)}


CRITERIA = [
    criterion("1", "cong tac chi dao", state="partial"),
    criterion("1.1", "ke hoach cchc", "theo quyet dinh 3303", "1.1-01 quyet dinh 22", "1.1-02 bao cao"),
    criterion("1.2", "tuyen truyen", "", state="missing"),
    criterion("2", "the che", "", "2-01 quyet dinh 9"),
]


@pytest.fixture
def ask(qapp) -> Ask:  # noqa: ARG001 - an engine needs an application
    engine = QJSEngine()
    assert not engine.evaluate((FOLDER / "index.js").read_text("utf-8")).isError()

    def run(expression: str) -> Any:
        answer = engine.evaluate(f"JSON.stringify({expression})")
        assert not answer.isError(), answer.toString()
        return json.loads(answer.toString())

    return run


def chosen(ask: Ask, query: str, field: str = "", states: tuple[str, ...] = ()) -> tuple[list[int], list[list[bool]]]:
    found = ask(f"choose({json.dumps(CRITERIA)}, wordsOf({json.dumps(query)}), {json.dumps(field)}, {list(states)})")
    return [place for place, shown in enumerate(found["shown"]) if shown], found["rows"]


@pytest.mark.parametrize(
    "words", ["Đề án ƯỚC vọng", "Quyết định 2211/QĐ-SGD&ĐT", "ế ủ ữ Ỹ", "đo\u0300 a\u0309", "İ ß ﬁ 😀"]
)
def test_letters_are_folded_as_the_program_folds_them(ask: Ask, words: str) -> None:
    found = ask(f"fold({json.dumps(words)})")
    if words.startswith("İ"):
        assert len(found.encode("utf-16-le")) == len(words.encode("utf-16-le"))
    else:
        assert found == fold(words)


@pytest.mark.parametrize("query", ["quyết định", "QUYET dinh", "dinh  quyet"])
def test_words_are_found_with_and_without_accents_in_any_order(ask: Ask, query: str) -> None:
    shown, rows = chosen(ask, query)
    assert shown == [0, 1, 3]
    assert rows[1] == [True, False]


def test_words_of_a_criterion_show_all_that_proves_it_or_say_that_nothing_does(ask: Ask) -> None:
    assert chosen(ask, "kế hoạch") == ([0, 1], [[], [True, True], [], [False]])
    assert chosen(ask, "kế hoạch 22")[1][1] == [True, False]
    assert chosen(ask, "theo quyết định") == ([0, 1], [[], [False, False], [], [False]])
    assert chosen(ask, "tuyên truyền")[0] == [0, 2]
    assert chosen(ask, "không có đâu")[0] == []


def test_field_and_state_narrow_what_is_found(ask: Ask) -> None:
    assert chosen(ask, "", states=("missing",))[0] == [0, 2]
    assert chosen(ask, "quyet", field="2")[0] == [3]
    assert chosen(ask, "quyet", field="2", states=("missing", "partial"))[0] == []
    counts = ask(f"choose({json.dumps(CRITERIA)}, [], '', [])")
    assert (counts["criteria"], counts["evidence"]) == (3, 3)
