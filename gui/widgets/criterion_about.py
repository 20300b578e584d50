"""A criterion in words: what it is, where it stands, who answers for it and by when."""

from html import escape

from PySide6.QtCore import QCoreApplication

from core.catalogue.records import Criterion
from core.evidence.records import Row, State
from gui import theme
from gui.messages import state as state_words
from gui.models.documents import date_words
from gui.models.slot_words import percent
from gui.models.totals import wanting_words
from gui.widgets.judgement_panel import judged_words

JUDGE = "judge"  # the address of the link to where it is judged


def about_html(criterion: Criterion, state: State | None, row: Row | None) -> str:
    """`state` None: not known yet; `row` None: an inner criterion."""
    quiet = theme.quiet_colour().name()
    parts = [f"<h3>{escape(criterion.code)} {escape(criterion.title)}</h3>"]
    if state:
        name = state_words("set_aside" if criterion.counts_as == "set_aside" else state)
        parts.append(f"<p>{_state(state, name, row)}</p>")
    facts = [
        f'<span style="color:{quiet}">{escape(name)}:</span> {escape(words)}'
        for name, words in (*_facts(criterion), *_judged(criterion))
    ]
    if row and row.wants_explanation:
        words = QCoreApplication.translate("criterion", "Cần giải trình")
        facts.append(f'<a href="{JUDGE}"><b style="color:{_alarm()}">{escape(words)}</b></a>')
    parts.append(f"<p>{'<br>'.join(facts)}</p>")
    if criterion.text and criterion.text != criterion.title:
        parts.append(f"<p>{escape(criterion.text)}</p>")
    return "".join(parts)


def _alarm() -> str:
    return theme.state_colour("missing").name()


def _state(state: State, name: str, row: Row | None) -> str:
    colour = theme.state_colour(state).name()
    words = [f'<b style="color:{colour}">{theme.SHAPES[state]} {escape(name)}</b>']
    if row and state == "partial":
        wanting = QCoreApplication.translate("criterion", "Còn thiếu: {what}")
        words.append(escape(wanting.format(what=wanting_words(row))))
    if row and row.due and row.overdue:
        late = QCoreApplication.translate("criterion", "Quá hạn từ {day}").format(day=date_words(row.due))
        words.append(f'<b style="color:{_alarm()}">{escape(late)}</b>')
    return " · ".join(words)


def _facts(criterion: Criterion) -> list[tuple[str, str]]:
    facts: list[tuple[str, str]] = []
    translate = QCoreApplication.translate
    if criterion.is_leaf or criterion.lead_unit:
        nobody = translate("criterion", "Chưa phân công")
        facts.append((translate("criterion", "Chủ trì"), criterion.lead_unit or nobody))
    if criterion.coordinating_units:
        facts.append((translate("criterion", "Phối hợp"), ", ".join(criterion.coordinating_units)))
    if criterion.deadline_text or criterion.deadlines:
        days = ", ".join(date_words(day) for day in criterion.deadlines)
        both = " · ".join(filter(None, (criterion.deadline_text, days)))
        facts.append((translate("criterion", "Thời gian hoàn thành"), both))
    return facts


def _judged(criterion: Criterion) -> list[tuple[str, str]]:
    """What people said of it, this year and last; empty where nobody did."""
    facts: list[tuple[str, str]] = []
    translate = QCoreApplication.translate
    if criterion.result or criterion.state == "checked":
        said = [state_words(code) for code in (criterion.state, criterion.result) if code and code != "untouched"]
        by = judged_words(criterion)
        facts.append((translate("criterion", "Kết luận"), " · ".join(said) + (f" ({by})" if by else "")))
    if criterion.fell_short:
        lost = translate("criterion", "mất {points} điểm").format(points=percent(criterion.last_lost))
        said = [state_words(criterion.last_result)] if criterion.last_result else []
        said += [lost] if criterion.last_lost else []
        said.append(criterion.remedy or translate("criterion", "chưa ghi cách khắc phục"))
        facts.append((translate("criterion", "Năm trước"), ", ".join(said)))
    return facts
