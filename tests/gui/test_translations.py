"""The translations: nothing is missing, and what the program loads was made from what is written."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from gui.messages import message
from gui.translators import TRANSLATIONS, install_language


@pytest.fixture
def english(qtbot: QtBot) -> Iterator[None]:  # noqa: ARG001 - there must be an application
    install_language("en")
    yield
    install_language("vi")


def test_every_word_of_the_code_is_translated() -> None:
    refresh = Path(TRANSLATIONS) / "refresh.py"
    result = subprocess.run([sys.executable, refresh, "--check"], capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr


def test_words_are_literals_that_lupdate_can_find() -> None:
    wrong = []
    for path in sorted((TRANSLATIONS.parents[1] / "gui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(call) for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for call in ast.walk(text)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tr":
                is_literal = isinstance(node.args[0], ast.Constant)
                if not is_literal or id(node) in inside:
                    wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


def fields(words: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(words) if name)


def test_translations_keep_what_the_program_fills_in() -> None:
    wrong: list[tuple[str, str]] = []
    for entry in ElementTree.parse(TRANSLATIONS / "en.ts").iter("message"):
        source, translation = entry.findtext("source", ""), entry.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        wrong += [
            (source, words) for words in forms if fields(words) != fields(source) or ("\t" in words) != ("\t" in source)
        ]
    assert wrong == []


@pytest.mark.usefixtures("english")
def test_english_sentences_and_plurals() -> None:
    assert message("file_in_use", {"path": "a.docx"}).startswith("Another program holds the file a.docx.")
    many = [QCoreApplication.translate("InboxActions", "Đã nhận %n tệp.", "", number) for number in (1, 2)]
    assert many == ["1 file accepted.", "2 files accepted."]


def test_qt_itself_speaks_vietnamese(qtbot: QtBot) -> None:
    install_language("vi")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Thôi"
