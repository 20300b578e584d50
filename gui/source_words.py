"""Where a field of a description comes from, in words. Used by both front ends; needs QtCore only."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.reading.sources import Source
from gui.messages import translate

PLACES = {
    "number_line": QT_TRANSLATE_NOOP("sources", "Từ dòng “Số: …”"),
    "date_line": QT_TRANSLATE_NOOP("sources", "Từ dòng địa danh, ngày tháng"),
    "left_head": QT_TRANSLATE_NOOP("sources", "Từ tên cơ quan ở đầu trang"),
    "title": QT_TRANSLATE_NOOP("sources", "Từ tên loại văn bản"),
    "no_title": QT_TRANSLATE_NOOP("sources", "Văn bản không ghi tên loại"),
    "notation": QT_TRANSLATE_NOOP("sources", "Từ chữ viết tắt trong ký hiệu"),
    "under_title": QT_TRANSLATE_NOOP("sources", "Từ dòng dưới tên loại"),
    "subject_mark": QT_TRANSLATE_NOOP("sources", "Từ dòng “V/v”"),
    "in_title": QT_TRANSLATE_NOOP("sources", "Từ tên văn bản"),
    "cover": QT_TRANSLATE_NOOP("sources", "Từ chữ in hoa ở đầu trang"),
    "signature_block": QT_TRANSLATE_NOOP("sources", "Từ phần ký tên"),
    "sentence": QT_TRANSLATE_NOOP("sources", "Từ một câu trong văn bản"),
    "camera": QT_TRANSLATE_NOOP("sources", "Máy ảnh ghi trong tệp"),
}
MEANS = {
    "text": QT_TRANSLATE_NOOP("sources", "chữ có sẵn trong tệp"),
    "field": QT_TRANSLATE_NOOP("sources", "ô điền hoặc khung chữ ký số"),
    "recognised": QT_TRANSLATE_NOOP("sources", "nhận dạng từ bản quét"),
    "handwritten": QT_TRANSLATE_NOOP("sources", "nhận dạng chữ số viết tay"),
}
TYPED = QT_TRANSLATE_NOOP("sources", "Do {by} ghi")
COMPARE = QT_TRANSLATE_NOOP("sources", "Nên đối chiếu với bản gốc.")


def source_words(source: Source) -> str:
    """A line about it: where, how, and whether to compare it with the original."""
    if source.place == "person":
        return translate("sources", TYPED).format(by=source.by)
    words = f"{translate('sources', PLACES[source.place])} ({translate('sources', MEANS[source.means])})"
    return words if source.is_sure else f"{words}. {translate('sources', COMPARE)}"
