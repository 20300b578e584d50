import gc
import re
import tomllib
import weakref
from contextlib import closing
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from core.dossier import fonts
from core.dossier.blocks import Paragraph, Put, Row, space
from core.dossier.fonts import MARKED, printable, register, width
from core.dossier.outline import Numbers, Pages
from core.dossier.pagination import paginate, together
from core.dossier.typeset import CELL, HEADING, Pen, Span, Style, lines
from core.dossier.wording import FOLDER, vietnamese
from core.errors import UserError
from core.evidence.records import State

WORDS = st.text(st.sampled_from("aăêộưỹ Đ/-&.0"), max_size=120)


@pytest.fixture(autouse=True)
def typeface() -> None:
    register()


@settings(deadline=None)
@given(WORDS, st.floats(20, 400))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: float) -> None:
    broken = [[token.word for token in line] for line in lines(text, CELL, room)]
    assert all(width(" ".join(line), CELL.font, CELL.size) <= room + 0.01 for line in broken)
    assert "".join(word for line in broken for word in line) == printable(text).replace(" ", "")


class Dossier:
    """As large as all that an office has, and gone when it is printed."""

    def words(self, _pages: Pages | None) -> str:
        return "Tập 1"


def test_lines_that_are_kept_hold_on_to_no_dossier() -> None:
    dossier = Dossier()
    gone = weakref.ref(dossier)
    lines([Span("xem"), Span(to=("sheet", "1.1"), room="Tập 99", shows=dossier.words)], CELL, 400)
    del dossier
    gc.collect()
    assert gone() is None


def test_each_link_lies_on_its_own_words(tmp_path: Path) -> None:
    here, there = ("sheet", "here"), ("sheet", "there")
    line = Paragraph.of([Span("xem", here), Span("và so sánh với"), Span("chỗ kia", there)], CELL, 400)
    pen = Pen(Canvas(str(tmp_path / "a.pdf")), Numbers({here: Pages(4, 4), there: Pages(7, 9)}))
    line.draw(pen, 0, 100)
    (first, second), whole = pen.links, width("xem và so sánh với chỗ kia", CELL.font, CELL.size)
    assert (first.to, second.to) == (4, 7)
    assert first.rectangle[::2] == pytest.approx((0, width("xem", CELL.font, CELL.size)))
    assert second.rectangle[::2] == pytest.approx((whole - width("chỗ kia", CELL.font, CELL.size), whole))


def test_every_letter_can_be_read_however_many_there_are(tmp_path: Path) -> None:
    face = fonts.pdfmetrics.getFont(fonts.REGULAR).face
    letters = [chr(code) for code in sorted(face.charToGlyph) if 0x21 <= code < 0x530 and chr(code).isalnum()]
    pen = Pen(Canvas(str(tmp_path / "a.pdf")), Numbers({}))
    for row, start in enumerate(range(0, len(letters), 40)):
        pen.text(20, 820 - 20 * row, "".join(letters[start : start + 40]), fonts.REGULAR, 10)
    pen.canvas.save()
    with closing(pypdfium2.PdfDocument(tmp_path / "a.pdf")) as document:
        assert len(letters) > 600
        assert set(letters) <= set(document[0].get_textpage().get_text_bounded())


@pytest.mark.parametrize("words", ["Quyết định số 12/QĐ", "Độ ẩm 5‰, góc Ω", "Школа", "đồng thuận – 100%"])
def test_lines_of_one_document_are_drawn_in_the_next(tmp_path: Path, words: str) -> None:
    block = Paragraph.of(f"{words} và tiếp theo", CELL.but(align="justify"), 60)
    for name, before in (("a.pdf", "Ж"), ("b.pdf", "ΨΞ Жы")):  # which take other codes in each
        pen = Pen(Canvas(str(tmp_path / name)), Numbers({}))
        pen.text(20, 800, before, fonts.REGULAR, 10)
        block.draw(pen, 20, 700)
        pen.canvas.save()
        with closing(pypdfium2.PdfDocument(tmp_path / name)) as document:
            assert document[0].get_textpage().get_text_bounded().split() == f"{before} {words} và tiếp theo".split()


def rows(count: int, text: str = "một hai ba") -> list[Row]:
    head = Row.of([Put("Đầu bảng")], [200], shade=0.9)
    return [Row.of([Put(f"{index} {text}")], [200], head) for index in range(count)]


@settings(deadline=None)
@given(st.integers(1, 60), st.floats(120, 800))
def test_every_row_is_on_one_page_below_the_head(count: int, room: float) -> None:
    table = rows(count)
    pages = paginate(table, room)
    assert all(page[0] is table[0].head for page in pages)
    assert [block for page in pages for block in page if block is not table[0].head] == table
    assert all(sum(block.height for block in page) <= room + 0.01 for page in pages)


def test_a_row_longer_than_a_page_goes_on_on_the_next() -> None:
    pages = paginate(rows(1, "chữ " * 900), 300)
    words = [token.word for page in pages for block in page[1:] for line in block.cells[0].text for token in line]
    assert len(pages) > 2
    assert words == ["0", *["chữ"] * 900]


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    heading = Paragraph.of("Danh mục", HEADING, 200, keeps=True)
    before = Paragraph.of("chữ " * 20, Style(after=0), 200)
    pages = paginate([before, heading, *rows(3)], before.height + heading.height + 5)
    assert heading not in pages[0]


def test_a_heading_goes_with_a_row_that_does_not_fit_below_it() -> None:
    heading = Paragraph.of("Danh mục", HEADING, 200, keeps=True)
    before = Paragraph.of("chữ " * 20, Style(after=0), 200)
    (row,) = rows(1, "chữ " * 120)
    room = before.height + heading.height + row.height - 1
    assert heading not in paginate([before, heading, row], room)[0]


@settings(deadline=None)
@given(st.integers(2, 40), st.integers(0, 12), st.floats(160, 800))
def test_neither_first_nor_last_row_of_a_table_stands_alone(count: int, above: int, room: float) -> None:
    filler = [Paragraph.of("chữ", Style(after=0), 200) for _ in range(above)]
    heading = Paragraph.of("Danh mục", HEADING, 200, keeps=True)
    table = list(together(rows(count)))
    counts = [sum(block in table for block in page) for page in paginate([*filler, heading, *table], room)]
    assert 1 not in counts
    assert heading in next(page for page in paginate([*filler, heading, *table], room) if table[0] in page)


def test_no_page_is_there_for_the_space_below_a_table() -> None:
    table = rows(3)
    room = sum(row.height for row in table) + table[0].head.height + 1
    assert len(paginate([*table, space(16)], room)) == 1
    assert len(paginate([*table, space(16), *rows(1)], room)) == 2


def test_what_keeps_together_and_is_longer_than_a_page_goes_on_on_the_next() -> None:
    chain = [Paragraph.of(f"{index}", Style(after=0), 200, keeps=True) for index in range(40)]
    assert len(paginate(chain, 10 * chain[0].height)) == 4


def test_the_typeface_has_every_vietnamese_letter() -> None:
    letters = MARKED + MARKED.upper() + "–…“”"
    assert printable(letters) == letters


def test_what_the_typeface_lacks_becomes_a_question_mark() -> None:
    assert printable("văn\tbản \u4e2d\x00\u200e.") == "văn bản ?."


def test_decomposed_letters_print_as_one() -> None:
    assert printable("Quye\u0302\u0301t đi\u0323nh") == "Quyết định"


def test_without_a_typeface_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    register.cache_clear()
    monkeypatch.setattr(fonts, "font_folders", lambda: iter([tmp_path]))
    with pytest.raises(UserError) as error:
        register()
    assert error.value.code == "font_missing"
    monkeypatch.undo()
    register()


def test_every_state_and_reason_has_its_words() -> None:
    say = vietnamese()
    assert all(say("states", state) for state in get_args(State))
    reasons = "encrypted damaged repaired empty missing_original not_paged unsafe too_large timed_out crashed"
    reasons += " out_of_memory failed needs_reader portfolio holds_files first_picture old_letters"
    assert all(say("reasons", reason) for reason in reasons.split())


def test_all_words_that_are_asked_for_are_there_and_no_others() -> None:
    words = tomllib.loads((FOLDER / "wording-vi.toml").read_text("utf-8"))
    code = "\n".join(path.read_text("utf-8") for path in (FOLDER.parents[1] / "core" / "dossier").rglob("*.py"))
    for section, names in words.items():
        if section in ("language", "states", "reasons"):
            continue
        assert f'"{section}"' in code, section
        assert [name for name in names if not re.search(rf"[\"']{name}[\"']", code)] == []
