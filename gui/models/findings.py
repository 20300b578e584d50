"""What an inspector would find, as a tree: by severity, and below it by kind, by unit or by criterion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from core.catalogue.records import Criterion
from core.evidence.preflight import SEVERITIES, Finding, Severity
from gui import theme
from gui.messages import finding as finding_words
from gui.messages import state as state_words
from gui.messages import translate
from gui.widgets.states import severity_icon

By = Literal["kind", "unit", "criterion"]
WORDS, UNIT, GO = range(3)
FINDING = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2  # of a group: what it is known by when it is filled again
# Kinds of findings, as headings.
KINDS = {
    "no_evidence": QT_TRANSLATE_NOOP("findings", "Tiêu chí chưa có minh chứng, chưa có giải trình"),
    "slot_empty": QT_TRANSLATE_NOOP("findings", "Còn thiếu minh chứng của mục hoặc kỳ"),
    "late": QT_TRANSLATE_NOOP("findings", "Ban hành sau hạn"),
    "unplaced": QT_TRANSLATE_NOOP("findings", "Minh chứng chưa xếp chỗ"),
    "explanation_missing": QT_TRANSLATE_NOOP("findings", "Chưa đạt mà chưa có giải trình"),
    "changed_after_check": QT_TRANSLATE_NOOP("findings", "Thay đổi sau khi đã kiểm tra"),
    "percent_missing": QT_TRANSLATE_NOOP("findings", "Chưa ghi tỷ lệ đạt được"),
    "target_missed": QT_TRANSLATE_NOOP("findings", "Chưa đạt tỷ lệ yêu cầu"),
    "remedy_missing": QT_TRANSLATE_NOOP("findings", "Năm trước mất điểm, chưa ghi cách khắc phục"),
    "unchecked": QT_TRANSLATE_NOOP("findings", "Minh chứng chưa được kiểm tra"),
    "pages_beyond": QT_TRANSLATE_NOOP("findings", "Dẫn trang không có trong tài liệu"),
    "plan_without_report": QT_TRANSLATE_NOOP("findings", "Kế hoạch chưa có báo cáo kết quả"),
    "file_missing": QT_TRANSLATE_NOOP("findings", "Mất tệp gốc trong kho"),
    "file_damaged": QT_TRANSLATE_NOOP("findings", "Tệp gốc trong kho bị thay đổi"),
    "unreadable": QT_TRANSLATE_NOOP("findings", "Tệp không đọc được"),
    "has_password": QT_TRANSLATE_NOOP("findings", "Tệp có mật khẩu"),
    "expired": QT_TRANSLATE_NOOP("findings", "Văn bản đã hết hiệu lực"),
    "wrong_year": QT_TRANSLATE_NOOP("findings", "Văn bản của năm khác"),
    "no_date": QT_TRANSLATE_NOOP("findings", "Thiếu ngày ban hành"),
    "no_number": QT_TRANSLATE_NOOP("findings", "Thiếu số, ký hiệu"),
    "same_symbol": QT_TRANSLATE_NOOP("findings", "Trùng số, ký hiệu"),
    "low_resolution": QT_TRANSLATE_NOOP("findings", "Bản quét dưới 200 dpi"),
    "superseded": QT_TRANSLATE_NOOP("findings", "Văn bản đã bị thay thế"),
    "report_not_linked": QT_TRANSLATE_NOOP("findings", "Báo cáo có trong thư viện, chưa là minh chứng"),
    "revised_after_check": QT_TRANSLATE_NOOP("findings", "Có bản mới sau khi đã kiểm tra"),
    "points_without_evidence": QT_TRANSLATE_NOOP("findings", "Tự chấm điểm mà chưa có minh chứng"),
    "points_lost": QT_TRANSLATE_NOOP("findings", "Bị thẩm định trừ điểm"),
    "points_above": QT_TRANSLATE_NOOP("findings", "Điểm đã chấm cao hơn điểm tối đa"),
    "points_differ": QT_TRANSLATE_NOOP("findings", "Điểm của bộ tiêu chí không khớp tổng"),
    "printed_code_gone": QT_TRANSLATE_NOOP("findings", "Mã đã in mà không còn minh chứng"),
    "printed_code_rejected": QT_TRANSLATE_NOOP("findings", "Mã đã in, minh chứng nay bị loại"),
}
# What of the criterion is to be filled in: as EvidencePage.reveal takes it.
FIELDS = {
    "points_without_evidence": "points",
    "points_lost": "points",
    "points_above": "points",
    "points_differ": "points",
    "explanation_missing": "explanation",
    "remedy_missing": "remedy",
}
# What is mended in the document itself.
IN_LIBRARY = {
    "file_missing",
    "file_damaged",
    "unreadable",
    "has_password",
    "expired",
    "wrong_year",
    "no_date",
    "no_number",
    "same_symbol",
    "report_not_linked",
    "low_resolution",
}


@dataclass(frozen=True)
class Told:
    """A finding in words, with the criterion that it is about."""

    finding: Finding
    words: str
    code: str
    title: str
    unit: str

    @property
    def place(self) -> str:
        return f"{self.code} {self.title}".strip()


def tell(findings: Sequence[Finding], criteria: Mapping[str, Criterion]) -> list[Told]:
    """`criteria` by id."""
    told: list[Told] = []
    for one in findings:
        criterion = criteria.get(one.criterion_id or "")
        code, title, unit = (criterion.code, criterion.title, criterion.lead_unit or "") if criterion else ("", "", "")
        told.append(Told(one, finding_words(one.code, one.facts), code, title, unit))
    return told


def where(finding: Finding) -> tuple[str, str]:
    """What a page asks for to lead there: as Page.open_requested."""
    if finding.document_id and (finding.code in IN_LIBRARY or not finding.criterion_id):
        return "document", finding.document_id
    if not finding.criterion_id:
        return "page", "settings"
    part = FIELDS.get(finding.code) or finding.slot_id or finding.document_id or ""
    return "criterion", f"{finding.criterion_id}#{part}" if part else finding.criterion_id


class FindingsModel(QStandardItemModel):
    """Severities, groups, findings. A finding has three cells: words, unit, and a link that leads there."""

    def fill(self, told: Sequence[Told], by: By, only: Severity | None) -> None:
        self.clear()
        self.setColumnCount(GO + 1)
        self.setHorizontalHeaderLabels([self.tr("Vấn đề"), self.tr("Phòng chủ trì"), ""])
        for severity in SEVERITIES:
            of_one = [one for one in told if one.finding.severity == severity]
            if of_one and only in (None, severity):
                self.appendRow(self._severity(severity, of_one, by))

    def _severity(self, severity: Severity, told: Sequence[Told], by: By) -> QStandardItem:
        top = _heading(f"{state_words(severity)} ({len(told)})", severity)
        top.setIcon(severity_icon(severity))
        groups: dict[str, list[Told]] = {}
        for one in told:
            groups.setdefault(self._group(one, by), []).append(one)
        for name, inside in sorted(groups.items(), key=lambda item: -len(item[1]) if by == "kind" else 0):
            group = _heading(f"{name} ({len(inside)})", f"{severity} {name}")
            for one in inside:
                group.appendRow(self._row(one, by))
            top.appendRow(group)
        return top

    def _group(self, one: Told, by: By) -> str:
        if by == "unit":
            return one.unit or self.tr("Chưa phân công")
        if by == "criterion":
            return one.place or self.tr("Chung")
        kind = KINDS.get(one.finding.code)
        return translate("findings", kind) if kind else one.words

    def _row(self, one: Told, by: By) -> list[QStandardItem]:
        lines = {"criterion": [one.words], "unit": [one.place, one.words], "kind": [one.place, one.words]}[by]
        words = QStandardItem("\n".join(filter(None, lines)))
        words.setIcon(severity_icon(one.finding.severity))
        unit = QStandardItem(one.unit)
        go = QStandardItem(self.tr("Xem ›"))
        go.setForeground(theme.accent_colour())
        go.setToolTip(self.tr("Đến chỗ cần sửa (Enter)"))
        for item in (words, unit, go):
            item.setData(one.finding, FINDING)
            item.setEditable(False)
        severity = state_words(one.finding.severity)
        words.setData(f"{severity}: {words.text()}", Qt.ItemDataRole.AccessibleTextRole)
        return [words, unit, go]


def _heading(words: str, key: str) -> QStandardItem:
    item = QStandardItem(words)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    item.setData(key, KEY)
    item.setEditable(False)
    return item


def severity_counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    return {severity: sum(one.severity == severity for one in findings) for severity in SEVERITIES}


def summary(findings: Sequence[Finding]) -> str:
    """In one sentence what would go wrong if the inspectors came tomorrow."""
    grave = [one for one in findings if one.severity == "error"]
    if not findings:
        return QCoreApplication.translate("findings", "Không thấy vấn đề nào: có thể đón đoàn kiểm tra.")
    if not grave:
        words = QCoreApplication.translate("findings", "Không có lỗi nặng. Còn {count} điểm nên sửa.")
        return words.format(count=len(findings))
    words = QCoreApplication.translate(
        "findings", "Nếu đoàn kiểm tra đến ngày mai: {count} lỗi nặng ở {criteria} tiêu chí sẽ bị hỏi trước tiên."
    )
    return words.format(count=len(grave), criteria=len({one.criterion_id for one in grave}))
