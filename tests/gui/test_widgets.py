"""The form of a description, the criterion picker and the preview, as pages use them."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.reading.description import Description
from core.reading.sources import source
from core.workspace import Workspace
from gui.tasks import TaskRunner
from gui.widgets.criterion_picker import CriterionPicker
from gui.widgets.description_form import DescriptionForm, parse_date
from gui.widgets.obstacle_panel import OBSTACLE, ObstaclePanel
from gui.widgets.preview import Preview
from tests.gui.conftest import PATIENCE_MS, make_pdf, type_words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("05/01/2023", date(2023, 1, 5)),
        ("5-1-2023", date(2023, 1, 5)),
        (" 5.1.2023 ", date(2023, 1, 5)),
        ("2023-01-05", date(2023, 1, 5)),
        ("05012023", date(2023, 1, 5)),
        ("31/02/2023", None),
        ("05/01/23", None),
        ("hôm qua", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_type_them(words: str, day: date | None) -> None:
    assert parse_date(words) == day


def type_over(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    field.selectAll()
    type_words(field, words)


@pytest.fixture
def form(qtbot: QtBot) -> DescriptionForm:
    form = DescriptionForm()
    qtbot.addWidget(form)
    form.show()
    return form


def test_the_form_gives_back_what_it_was_given(form: DescriptionForm) -> None:
    edits: list[int] = []
    form.edited.connect(lambda: edits.append(1))
    description = Description(
        number="2211",
        notation="QĐ-SGD&ĐT",
        issued_on=date(2021, 11, 17),
        type="Quyết định",
        issuer="Sở Giáo dục và Đào tạo",
        parent_issuer="UBND tỉnh Hoà Bình",
        subject="Về việc giao biên chế",
        signer="Nguyễn Văn A",
        signer_post="Giám đốc",
        language="vi",
        arrived_on=date(2021, 11, 20),
        valid_from=date(2022, 1, 1),
        valid_to=date(2022, 12, 31),
        note="bản chính",
    )
    form.set_description(description)
    assert form.description() == description
    assert edits == []


def test_what_was_not_read_for_sure_is_marked_until_somebody_writes_in_it(form: DescriptionForm) -> None:
    marked = lambda: [each.text().split(" <")[0] for each in form.findChildren(QLabel) if "?</b>" in each.text()]  # noqa: E731
    advice = next(each for each in form.findChildren(QLabel) if "dấu ?" in each.text())
    sources = {"number": source("number_line", "handwritten"), "type": source("title"), "subject": source("cover")}
    form.set_description(Description(number="12", type="Kế hoạch", subject="CẢI CÁCH"), sources)
    number = form.findChild(QLineEdit, "number")
    assert marked() == ["Số, ký hiệu", "Trích yếu"]
    assert advice.isVisible()
    assert number.toolTip() == "Từ dòng “Số: …” (nhận dạng chữ số viết tay). Nên đối chiếu với bản gốc."
    assert form.findChild(QComboBox, "type").accessibleDescription() == "Từ tên loại văn bản (chữ có sẵn trong tệp)"

    type_over(number, "13")
    type_over(form.findChild(QPlainTextEdit, "subject"), "Cải cách")
    assert marked() == []
    assert not advice.isVisible()


def test_typing_changes_the_description(form: DescriptionForm, qtbot: QtBot) -> None:
    form.set_description(Description(number="1", issuer="X"))
    edits: list[int] = []
    form.edited.connect(lambda: edits.append(1))
    type_over(form.findChild(QLineEdit, "notation"), "BC-SGD")
    type_over(form.findChild(QLineEdit, "issued_on"), "17/11/2021")
    type_over(form.findChild(QPlainTextEdit, "subject"), "Báo  cáo")
    type_over(form.findChild(QComboBox, "type").lineEdit(), "Báo cáo nhanh")
    form.findChild(QLineEdit, "issuer").setFocus()
    qtbot.keyClick(form.findChild(QLineEdit, "issuer"), Qt.Key.Key_Delete)
    assert edits
    assert form.description() == Description(
        number="1", notation="BC-SGD", issued_on=date(2021, 11, 17), subject="Báo cáo", type="Báo cáo nhanh"
    )


def warnings(form: DescriptionForm) -> list[QLabel]:
    return [each for each in form.findChildren(QLabel) if each.property("role") == "warning" and each.isVisible()]


def test_a_day_that_cannot_be_read_is_marked_and_left_empty(form: DescriptionForm) -> None:
    field = form.findChild(QLineEdit, "issued_on")
    type_over(field, "31/02/2021")
    form.findChild(QLineEdit, "number").setFocus()
    hints = [
        each.text() for each in form.findChildren(QLabel) if each.property("role") == "warning" and each.isVisible()
    ]
    assert hints == ["Không đọc được ngày này. Gõ ngày/tháng/năm."]
    assert form.description().issued_on is None
    assert not form.is_readable()
    type_over(field, "28/02/2021")
    form.findChild(QLineEdit, "number").setFocus()
    assert form.is_readable()
    assert not warnings(form)


@pytest.fixture
def picker(qtbot: QtBot, workspace: Workspace) -> CriterionPicker:
    picker = CriterionPicker()
    qtbot.addWidget(picker)
    picker.set_criteria(workspace.criteria.tree())
    picker.show()
    return picker


def shown(picker: CriterionPicker) -> list[str]:
    codes, index = [], picker.tree.model().index(0, 0)
    while index.isValid():
        codes.append(index.data().split()[0])
        index = picker.tree.indexBelow(index)
    return codes


@pytest.mark.parametrize("words", ["bien che", "BIÊN CHẾ", "biên che"])
def test_criteria_are_found_by_words_with_and_without_accents(picker: CriterionPicker, words: str) -> None:
    type_words(picker.filter_edit, words)
    assert "4.2" in shown(picker)
    assert "4" in shown(picker), "a match stands below its parents"
    assert "1.2" not in shown(picker)


def test_criteria_are_found_by_code_and_taken_by_enter(picker: CriterionPicker, qtbot: QtBot) -> None:
    changes: list[int] = []
    picker.chosen_changed.connect(lambda: changes.append(1))
    codes = {criterion.id: criterion.code for criterion in picker.criteria()}
    for code in ("4.2.1", "1.2"):
        qtbot.keyClicks(picker.filter_edit, code)
        assert all(each.startswith(code) or code.startswith(each) for each in shown(picker))
        qtbot.keyClick(picker.filter_edit, Qt.Key.Key_Return)
        assert picker.filter_edit.text() == ""
    assert [codes[key] for key in picker.chosen()] == ["1.2", "4.2.1"]
    assert len(changes) == 2
    qtbot.keyClicks(picker.filter_edit, "thanh tra")
    assert [codes[key] for key in picker.chosen()] == ["1.2", "4.2.1"], "a filter hides, it does not take back"


def current(picker: CriterionPicker) -> str:
    return picker.tree.currentIndex().data().split()[0]


def test_down_lands_on_the_first_match_that_space_ticks_and_enter_accepts(
    picker: CriterionPicker, qtbot: QtBot
) -> None:
    accepted: list[int] = []
    picker.accepted.connect(lambda: accepted.append(1))
    codes = {criterion.id: criterion.code for criterion in picker.criteria()}
    qtbot.keyClicks(picker.filter_edit, "bao cao")
    qtbot.keyClick(picker.filter_edit, Qt.Key.Key_Down)
    assert current(picker) == "1.2", "not the field above it, which only leads to the match"
    qtbot.keyClick(picker.tree, Qt.Key.Key_Space)
    assert [codes[key] for key in picker.chosen()] == ["1.2"]
    assert not accepted
    qtbot.keyClick(picker.tree, Qt.Key.Key_Return)
    assert accepted == [1]
    qtbot.keyClick(picker.filter_edit, Qt.Key.Key_Return)
    assert accepted == [1, 1], "what is found is ticked already"


def test_enter_accepts_nothing_where_nothing_is_found(picker: CriterionPicker, qtbot: QtBot) -> None:
    accepted: list[int] = []
    picker.accepted.connect(lambda: accepted.append(1))
    qtbot.keyClicks(picker.filter_edit, "khong co gi nhu the")
    qtbot.keyClick(picker.filter_edit, Qt.Key.Key_Return)
    assert not accepted
    assert picker.chosen() == []


@pytest.mark.parametrize(("words", "code"), [("4.2", "4.2"), ("phan cap quan ly", "4.3"), ("cai cach the che", "2")])
def test_the_first_match_is_the_code_typed_or_a_leaf(picker: CriterionPicker, words: str, code: str) -> None:
    type_words(picker.filter_edit, words)
    assert current(picker) == code


def test_one_criterion_is_chosen_by_words_and_enter(qtbot: QtBot, workspace: Workspace) -> None:
    one = CriterionPicker(multiple=False)
    qtbot.addWidget(one)
    one.set_criteria(workspace.criteria.tree())
    type_words(one.filter_edit, "bao cao")
    assert one.chosen() == [workspace.criteria.get("1.2").id]
    qtbot.keyClicks(one.filter_edit, " khong dau co")
    assert one.chosen() == [], "what is out of sight is not chosen"
    one.filter_edit.setText("8.1.2")
    with qtbot.waitSignal(one.accepted):
        qtbot.keyClick(one.filter_edit, Qt.Key.Key_Return)
    assert one.chosen() == [workspace.criteria.get("8.1.2").id]


def test_a_new_tree_keeps_what_was_chosen(picker: CriterionPicker, workspace: Workspace) -> None:
    criterion = workspace.criteria.get("4.2.1")
    picker.set_chosen([criterion.id])
    workspace.criteria.edit(criterion.id, title="Tên mới")
    picker.set_criteria(workspace.criteria.tree())
    assert picker.chosen() == [criterion.id]


@pytest.fixture
def preview(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner) -> Preview:
    preview = Preview(workspace, tasks)
    qtbot.addWidget(preview)
    preview.resize(600, 800)
    with qtbot.waitActive(preview):
        preview.show()
        preview.activateWindow()
    return preview


def picture_colour(preview: Preview) -> QColor:
    """The colour in the middle of what is on the screen."""
    image = preview.view.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def photo(path: Path, colour: str, size: tuple[int, int] = (400, 300)) -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


def test_a_photo_is_shown_and_the_next_one_replaces_it(preview: Preview, qtbot: QtBot, tmp_path: Path) -> None:
    for name, colour in (("a.png", "red"), ("b.png", "blue")):
        preview.show_file(photo(tmp_path / name, colour), "image/png", 1)
        wanted = QColor(colour)
        qtbot.waitUntil(lambda wanted=wanted: picture_colour(preview).hue() == wanted.hue(), timeout=PATIENCE_MS)


def test_pages_are_turned_by_buttons_and_keys(preview: Preview, qtbot: QtBot, tmp_path: Path) -> None:
    preview.show_file(make_pdf(tmp_path / "a.pdf", "mot", "hai", "ba"), "application/pdf", 3)
    where = preview.findChild(QLabel, "preview_page")
    back, forward = (preview.findChild(QToolButton, f"preview_{way}") for way in ("back", "next"))
    qtbot.waitUntil(forward.isVisible, timeout=PATIENCE_MS)
    assert where.text() == "Trang 1 / 3"
    assert not back.isEnabled()
    qtbot.mouseClick(forward, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(forward, Qt.MouseButton.LeftButton)
    assert where.text() == "Trang 3 / 3"
    assert not forward.isEnabled()
    qtbot.keyClick(preview, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: where.text() == "Trang 2 / 3", timeout=PATIENCE_MS)


def test_a_file_without_a_picture_says_why_and_opens_as_a_copy(
    preview: Preview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        "gui.widgets.preview.QDesktopServices.openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True
    )
    original = tmp_path / "0123abcd"
    original.write_bytes(b"\x00\x01 no picture")
    preview.show_file(original, "application/octet-stream", None, "Bảng tính: quý I.xlsx")
    button = preview.findChild(QPushButton, "preview_open")
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE_MS)
    words = [each.text() for each in preview.findChildren(QLabel) if each.isVisible()]
    assert any(each.startswith("Không xem trước được: ") for each in words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
    assert opened[0].name == "Bảng tính_ quý I.xlsx"
    assert opened[0] != original
    assert opened[0].read_bytes() == original.read_bytes()


def test_a_difficulty_that_was_resolved_stays_chosen_and_can_be_opened_again(
    qtbot: QtBot, workspace: Workspace
) -> None:
    panel, obstacles = ObstaclePanel("any"), workspace.obstacles
    qtbot.addWidget(panel)
    for words in ("Thiếu người", "Thiếu kinh phí"):
        obstacles.add("difficulty", words)
    panel.resolved.connect(lambda one, whether: obstacles.resolve(one.id, is_resolved=whether))
    panel.resolved.connect(lambda *_: panel.load(obstacles.all()))
    panel.load(obstacles.all())
    panel.show()
    model = panel.list.model()
    chosen = model.index(1, 0).data(OBSTACLE).text
    panel.list.setCurrentIndex(model.index(1, 0))
    button = panel.findChild(QPushButton, "any_resolve")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    current = panel.current()
    assert current
    assert current.text == chosen
    assert "✓ đã giải quyết" in panel.list.currentIndex().data()
    assert button.text() == "Chưa giải quyết"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Đã giải quyết"
    assert "✓" not in panel.list.currentIndex().data()
