"""What a person did in one go, as words for "Hoàn tác: …" and "Làm lại: …"."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.undo import Step
from gui.messages import translate

LONGEST = 48

OTHER = QT_TRANSLATE_NOOP("steps", "thay đổi vừa rồi")
# By the action of the journal; what stands in braces is of the step's facts.
STEPS = {
    "appraisal.carried": QT_TRANSLATE_NOOP("steps", "lập kỳ đánh giá năm {year}"),
    "appraisal.chosen": QT_TRANSLATE_NOOP("steps", "chuyển sang kỳ {title}"),
    "appraisal.created": QT_TRANSLATE_NOOP("steps", "tạo kỳ đánh giá {title}"),
    "appraisal.edited": QT_TRANSLATE_NOOP("steps", "sửa kỳ đánh giá"),
    "arrival.accepted": QT_TRANSLATE_NOOP("steps", "nhận {name}"),
    "arrival.deferred": QT_TRANSLATE_NOOP("steps", "để {name} lại sau"),
    "arrival.refused": QT_TRANSLATE_NOOP("steps", "từ chối {name}"),
    "arrival.reopened": QT_TRANSLATE_NOOP("steps", "xét lại {name}"),
    "codes.renumbered": QT_TRANSLATE_NOOP("steps", "đánh lại mã minh chứng"),
    "catalogue.updated": QT_TRANSLATE_NOOP("steps", "cập nhật bộ tiêu chí"),
    "criterion.added": QT_TRANSLATE_NOOP("steps", "thêm tiêu chí {criterion}"),
    "criterion.assessed": QT_TRANSLATE_NOOP("steps", "đánh giá tiêu chí {criterion}"),
    "criterion.assigned": QT_TRANSLATE_NOOP("steps", "đổi cách đánh giá {criterion}"),
    "criterion.edited": QT_TRANSLATE_NOOP("steps", "sửa tiêu chí {criterion}"),
    "criterion.last_year": QT_TRANSLATE_NOOP("steps", "ghi kết quả năm trước của {criterion}"),
    "criterion.moved": QT_TRANSLATE_NOOP("steps", "chuyển tiêu chí {criterion}"),
    "criterion.scored": QT_TRANSLATE_NOOP("steps", "chấm điểm {criterion}"),
    "criterion.removed": QT_TRANSLATE_NOOP("steps", "xoá tiêu chí {criterion}"),
    "document.added": QT_TRANSLATE_NOOP("steps", "thêm tài liệu {document}"),
    "document.compared": QT_TRANSLATE_NOOP("steps", "quyết định về {document} trùng số"),
    "document.described": QT_TRANSLATE_NOOP("steps", "sửa mô tả {document}"),
    "dossier.unsealed": QT_TRANSLATE_NOOP("steps", "bỏ niêm phong “{name}”"),
    "evidence.accepted": QT_TRANSLATE_NOOP("steps", "nhận {document} vào {criterion}"),
    "document.related": QT_TRANSLATE_NOOP("steps", "ghi quan hệ của {document}"),
    "document.revised": QT_TRANSLATE_NOOP("steps", "nhận bản mới của {document}"),
    "document.unrelated": QT_TRANSLATE_NOOP("steps", "bỏ quan hệ của {document}"),
    "evidence.checked": QT_TRANSLATE_NOOP("steps", "ghi đã kiểm tra {document}"),
    "evidence.edited": QT_TRANSLATE_NOOP("steps", "sửa minh chứng {document} của {criterion}"),
    "evidence.handed_over": QT_TRANSLATE_NOOP("steps", "chuyển minh chứng sang {document}"),
    "dossier.worded": QT_TRANSLATE_NOOP("steps", "sửa lời văn hồ sơ"),
    "evidence.linked": QT_TRANSLATE_NOOP("steps", "gắn {document} vào {criterion}"),
    "evidence.rejected": QT_TRANSLATE_NOOP("steps", "loại {document} khỏi {criterion}"),
    "evidence.reopened": QT_TRANSLATE_NOOP("steps", "xét lại {document}"),
    "evidence.unlinked": QT_TRANSLATE_NOOP("steps", "gỡ {document} khỏi {criterion}"),
    "folder.added": QT_TRANSLATE_NOOP("steps", "theo dõi {path}"),
    "folder.changed": QT_TRANSLATE_NOOP("steps", "sửa cách theo dõi thư mục"),
    "folder.removed": QT_TRANSLATE_NOOP("steps", "bỏ theo dõi {path}"),
    "obstacle.added": QT_TRANSLATE_NOOP("steps", "ghi “{text}”"),
    "obstacle.edited": QT_TRANSLATE_NOOP("steps", "sửa “{text}”"),
    "obstacle.resolved": QT_TRANSLATE_NOOP("steps", "ghi đã giải quyết “{text}”"),
    "obstacle.reopened": QT_TRANSLATE_NOOP("steps", "ghi chưa giải quyết “{text}”"),
    "obstacle.removed": QT_TRANSLATE_NOOP("steps", "xoá “{text}”"),
    "slot.added": QT_TRANSLATE_NOOP("steps", "thêm mục phải có vào {criterion}"),
    "slot.edited": QT_TRANSLATE_NOOP("steps", "sửa mục phải có của {criterion}"),
    "slot.removed": QT_TRANSLATE_NOOP("steps", "bỏ mục phải có của {criterion}"),
    "unit.described": QT_TRANSLATE_NOOP("steps", "ghi người liên hệ của {name}"),
    "unit.removed": QT_TRANSLATE_NOOP("steps", "xoá người liên hệ của {name}"),
}


def step_words(step: Step) -> str:
    """Such as "gắn 2211/QĐ-SGD&ĐT vào 1.2 và 3 mục khác"."""
    words = translate("steps", STEPS.get(step.action, OTHER))
    words = words.format_map(_Facts({name: _short(str(value or "")) for name, value in step.facts.items()}))
    if step.more:
        words += " " + translate("steps", QT_TRANSLATE_NOOP("steps", "và {count} mục khác")).format(count=step.more)
    return words


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
