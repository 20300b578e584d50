"""Codes into words: what went wrong and what to do now. Used by both front ends; needs QtCore only."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui.sentences import CRITERION_FIELDS, ERRORS, PROBLEMS, UNDATED

if TYPE_CHECKING:
    from core.dossier.difference import Change

# Why a criterion is suggested. Facts of the core stand in braces.
REASONS = {
    "folder": QT_TRANSLATE_NOOP("reasons", "tên “{name}” bắt đầu bằng mã tiêu chí"),
    "words": QT_TRANSLATE_NOOP("reasons", "có các từ {words}"),
    "like_document": QT_TRANSLATE_NOOP("reasons", "giống tài liệu đã nhận: {document}"),
}

# What is otherwise than in a sealed dossier.
CHANGES = {
    "criterion_added": QT_TRANSLATE_NOOP("changes", "Thêm tiêu chí"),
    "criterion_removed": QT_TRANSLATE_NOOP("changes", "Bỏ tiêu chí"),
    "criterion_edited": QT_TRANSLATE_NOOP("changes", "Sửa nội dung tiêu chí"),
    "coverage": QT_TRANSLATE_NOOP("changes", "Tình trạng minh chứng"),
    "result": QT_TRANSLATE_NOOP("changes", "Kết quả"),
    "explanation": QT_TRANSLATE_NOOP("changes", "Giải trình"),
    "points": QT_TRANSLATE_NOOP("changes", "Điểm"),
    "evidence_added": QT_TRANSLATE_NOOP("changes", "Thêm minh chứng {code}"),
    "evidence_removed": QT_TRANSLATE_NOOP("changes", "Gỡ minh chứng {code}"),
    "evidence_rejected": QT_TRANSLATE_NOOP("changes", "Loại minh chứng {code}"),
    "evidence_edited": QT_TRANSLATE_NOOP("changes", "Sửa trang, ghi chú hoặc mục của {code}"),
    "document_revised": QT_TRANSLATE_NOOP("changes", "{code} có bản mới"),
    "document_described": QT_TRANSLATE_NOOP("changes", "Sửa mô tả của {code}"),
}

# What an inspector would find wrong.
FINDINGS = {
    "no_evidence": QT_TRANSLATE_NOOP("findings", "Chưa có minh chứng và chưa có giải trình."),
    "slot_empty": QT_TRANSLATE_NOOP("findings", "Còn thiếu {slot}: có {there} trong {wanted}."),
    "late": QT_TRANSLATE_NOOP("findings", "{slot}: ban hành ngày {issued}, sau hạn {due}."),
    "unplaced": QT_TRANSLATE_NOOP("findings", "{evidence} chưa rõ thuộc mục hoặc kỳ nào. Hãy gắn vào đúng mục."),
    "explanation_missing": QT_TRANSLATE_NOOP("findings", "Kết quả chưa đạt mà chưa có giải trình."),
    "changed_after_check": QT_TRANSLATE_NOOP("findings", "{evidence} đã thay đổi sau khi {by} kiểm tra tiêu chí."),
    "percent_missing": QT_TRANSLATE_NOOP("findings", "Chưa ghi tỷ lệ đạt được (yêu cầu {target} %)."),
    "target_missed": QT_TRANSLATE_NOOP("findings", "Mới đạt {reached} % so với yêu cầu {target} %: {slot}."),
    "remedy_missing": QT_TRANSLATE_NOOP("findings", "Năm trước chưa đạt hoặc mất điểm mà chưa ghi cách khắc phục."),
    "low_resolution": QT_TRANSLATE_NOOP("findings", "{evidence}: bản quét dưới {least} dpi. Hãy quét lại cho rõ."),
    "superseded": QT_TRANSLATE_NOOP("findings", "{evidence} đã được thay thế bởi {newer}."),
    "report_not_linked": QT_TRANSLATE_NOOP(
        "findings", "Báo cáo {report} về kế hoạch {evidence} có trong thư viện nhưng chưa là minh chứng."
    ),
    "revised_after_check": QT_TRANSLATE_NOOP(
        "findings", "{evidence} có bản mới ngày {day}, sau khi {by} kiểm tra. Hãy xem lại."
    ),
    "points_without_evidence": QT_TRANSLATE_NOOP("findings", "Tự chấm {points} điểm mà chưa có minh chứng."),
    "points_lost": QT_TRANSLATE_NOOP("findings", "Tự chấm {own} điểm, thẩm định còn {appraised} điểm."),
    "points_above": QT_TRANSLATE_NOOP(
        "findings", "Đã chấm {points} điểm, cao hơn điểm tối đa {maximum}. Hãy chấm lại (vòng {round})."
    ),
    "points_differ": QT_TRANSLATE_NOOP(
        "findings", "Bộ tiêu chí ghi {stated} điểm, nhưng tổng các tiêu chí thành phần là {sum} điểm."
    ),
    "unchecked": QT_TRANSLATE_NOOP("findings", "{count} minh chứng chưa được kiểm tra: {evidence}."),
    "pages_beyond": QT_TRANSLATE_NOOP("findings", "{evidence}: dẫn trang {cited} nhưng tài liệu chỉ có {pages} trang."),
    "plan_without_report": QT_TRANSLATE_NOOP("findings", "Có kế hoạch {evidence} mà chưa có báo cáo kết quả."),
    "file_missing": QT_TRANSLATE_NOOP("findings", "{evidence}: không thấy tệp gốc trong kho."),
    "file_damaged": QT_TRANSLATE_NOOP("findings", "{evidence}: tệp gốc trong kho đã bị thay đổi."),
    "unreadable": QT_TRANSLATE_NOOP("findings", "{evidence} không đọc được: {reason}."),
    "has_password": QT_TRANSLATE_NOOP(
        "findings", "{evidence} có mật khẩu: đoàn kiểm tra không tự mở được, và trước khi in phải nhập mật khẩu."
    ),
    "expired": QT_TRANSLATE_NOOP("findings", "{evidence} đã hết hiệu lực từ ngày {day}."),
    "wrong_year": QT_TRANSLATE_NOOP("findings", "{evidence} là văn bản năm {year}, không phải năm {wanted}."),
    "no_date": QT_TRANSLATE_NOOP("findings", "{evidence} chưa có ngày ban hành."),
    "no_number": QT_TRANSLATE_NOOP("findings", "{evidence} chưa có số, ký hiệu."),
    "same_symbol": QT_TRANSLATE_NOOP("findings", "{evidence} trùng số, ký hiệu với {others} nhưng là tệp khác."),
    "printed_code_gone": QT_TRANSLATE_NOOP("findings", "Mã {evidence} đã in trong hồ sơ nhưng không còn minh chứng."),
    "printed_code_rejected": QT_TRANSLATE_NOOP("findings", "Mã {evidence} đã in trong hồ sơ, nay bị loại: {reason}."),
}

STATES = {
    "complete": QT_TRANSLATE_NOOP("states", "Đủ"),
    "partial": QT_TRANSLATE_NOOP("states", "Một phần"),
    "missing": QT_TRANSLATE_NOOP("states", "Chưa có"),
    "survey": QT_TRANSLATE_NOOP("states", "Điều tra xã hội học"),
    "not_assigned": QT_TRANSLATE_NOOP("states", "Không được giao"),
    "documents": QT_TRANSLATE_NOOP("states", "Bằng tài liệu"),
    "untouched": QT_TRANSLATE_NOOP("states", "Chưa xem"),
    "collecting": QT_TRANSLATE_NOOP("states", "Đang thu thập"),
    "collected": QT_TRANSLATE_NOOP("states", "Đã thu thập"),
    "checked": QT_TRANSLATE_NOOP("states", "Đã kiểm tra"),
    "new": QT_TRANSLATE_NOOP("states", "Mới"),
    "changed": QT_TRANSLATE_NOOP("states", "Thay đổi"),
    "set_aside": QT_TRANSLATE_NOOP("states", "Chưa xếp"),
    "removed": QT_TRANSLATE_NOOP("states", "Bỏ"),
    "same": QT_TRANSLATE_NOOP("states", "Giống hệt"),
    "code": QT_TRANSLATE_NOOP("states", "Cùng mã"),
    "words": QT_TRANSLATE_NOOP("states", "Câu chữ giống"),
    "chosen": QT_TRANSLATE_NOOP("states", "Đã chọn"),
    "proposed": QT_TRANSLATE_NOOP("states", "Đề xuất"),
    "rejected": QT_TRANSLATE_NOOP("states", "Bị loại"),
    "difficulty": QT_TRANSLATE_NOOP("states", "Khó khăn, vướng mắc"),
    "proposal": QT_TRANSLATE_NOOP("states", "Kiến nghị, đề xuất"),
    "met": QT_TRANSLATE_NOOP("states", "Đạt"),
    "error": QT_TRANSLATE_NOOP("states", "Nặng"),
    "warning": QT_TRANSLATE_NOOP("states", "Cần sửa"),
    "notice": QT_TRANSLATE_NOOP("states", "Lưu ý"),
    "all": QT_TRANSLATE_NOOP("states", "Tất cả"),
    "open": QT_TRANSLATE_NOOP("states", "Chưa xong"),
    "done": QT_TRANSLATE_NOOP("states", "Xong"),
    "overdue": QT_TRANSLATE_NOOP("states", "Quá hạn"),
    "due_in_7": QT_TRANSLATE_NOOP("states", "Trong 7 ngày"),
    "due_in_30": QT_TRANSLATE_NOOP("states", "Trong 30 ngày"),
    "unexplained": QT_TRANSLATE_NOOP("states", "Cần giải trình"),
    "unchecked": QT_TRANSLATE_NOOP("states", "Minh chứng chưa kiểm tra"),
    "fell_short": QT_TRANSLATE_NOOP("states", "Năm trước chưa đạt"),
    "later": QT_TRANSLATE_NOOP("states", "Còn xa"),
    "undated": QT_TRANSLATE_NOOP("states", "Chưa có ngày"),
    "partly": QT_TRANSLATE_NOOP("states", "Đạt một phần"),
    "not_met": QT_TRANSLATE_NOOP("states", "Không đạt"),
    "revision": QT_TRANSLATE_NOOP("states", "Bản trước"),
    "revision_later": QT_TRANSLATE_NOOP("states", "Bản mới"),
    "replaces": QT_TRANSLATE_NOOP("states", "thay thế"),
    "reports_on": QT_TRANSLATE_NOOP("states", "báo cáo kết quả thực hiện"),
    "signed_copy": QT_TRANSLATE_NOOP("states", "Bản chưa ký"),
    "signed_copy_later": QT_TRANSLATE_NOOP("states", "Bản ký"),
    "other": QT_TRANSLATE_NOOP("states", "Văn bản khác"),
    "other_later": QT_TRANSLATE_NOOP("states", "Văn bản khác"),
    "offered": QT_TRANSLATE_NOOP("states", "Mới đến"),
    "deferred": QT_TRANSLATE_NOOP("states", "Để sau"),
    "accepted": QT_TRANSLATE_NOOP("states", "Đã nhận"),
    "refused": QT_TRANSLATE_NOOP("states", "Đã từ chối"),
}


class _Facts(dict[str, Any]):
    """A fact that the core did not give leaves its name in the sentence, which is better than no sentence."""

    def __missing__(self, key: str) -> str:
        return f"[{key}]"


def message(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for a UserError's code."""
    if code not in ERRORS:
        return translate("errors", QT_TRANSLATE_NOOP("errors", "Không làm được việc này ({code}).")).format(code=code)
    known = _Facts(facts)
    if "reason" in known:
        known["reason"] = problem(str(known["reason"]))
    return translate("errors", ERRORS[code]).format_map(known)


def problem(code: str) -> str:
    """A few words for a problem of reading or a reason of intake; a reason that a person wrote stays as it is."""
    return translate("problems", PROBLEMS[code]) if code in PROBLEMS else code


def reason(code: str, facts: Mapping[str, Any]) -> str:
    """A few words for why a criterion is suggested."""
    words = ", ".join(f"“{each}”" for each in facts.get("words", ()))
    document = " ".join(filter(None, (facts.get("symbol"), facts.get("subject")))) or facts.get("name")
    return translate("reasons", REASONS[code]).format(name=facts.get("name"), words=words, document=document)


def finding(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for a finding of the preflight."""
    known = _Facts(facts)
    if "reason" in known:
        known["reason"] = problem(str(known["reason"]))
    return translate("findings", FINDINGS[code]).format_map(known)


def change(record: "Change") -> str:
    """A few words for what is otherwise than in a sealed dossier."""
    words = translate("changes", CHANGES[record.kind]).format(code=record.code)
    if record.kind in ("document_revised", "criterion_edited"):
        return words
    before, after = record.before, record.after
    if record.kind in ("coverage", "result"):
        before, after = (state(one) if one else "" for one in (before, after))
    said = f"{before} → {after}" if before and after else before or after
    return f"{words}: {said}" if said else words


def state(code: str) -> str:
    """The word for a state of a criterion, of evidence, of an arrival or of a date; for a result, a severity, or for
    how a criterion is assessed.
    """
    return translate("states", STATES[code])


def undated_words(reason: str) -> str:
    """Why the words of a deadline name no day."""
    return translate("undated", UNDATED[reason])


def field_words(name: str) -> str:
    """What a field of a criterion is called where a corrected plan changes it."""
    return translate("update", CRITERION_FIELDS[name])


def few(words: Iterable[str], between: str = ", ", most: int = 8) -> str:
    """The first of them, and how many more there are: what is told has a line or two."""
    every = list(words)
    more = translate("steps", QT_TRANSLATE_NOOP("steps", "và {count} mục khác")).format(count=len(every) - most)
    return between.join(every[:most]) + (f" {more}" if len(every) > most else "")


def translate(context: str, source: object) -> str:
    """`source` is what QT_TRANSLATE_NOOP gave, which the stubs call an object."""
    return QCoreApplication.translate(context, str(source))
