"""Slots in words: what has to be shown, how much of it is there, by when."""

from textwrap import shorten

from PySide6.QtCore import QCoreApplication

from core.catalogue.records import Slot
from core.evidence.records import Place
from gui.models.documents import date_words


def slot_name(slot: Slot) -> str:
    """Short, for a place among others: "(2)", "Quý I năm 2023"."""
    return f"({slot.number})" if slot.number else slot.text


def short(words: str, most: int = 40) -> str:
    """On one line, cut at a word."""
    cut = shorten(words, most, placeholder="…")
    return words[: most - 1] + "…" if cut == "…" else cut


def slot_title(slot: Slot) -> str:
    """In full; a slot without words of its own is what any paper of the criterion fills."""
    if slot.number:
        return f"({slot.number}) {slot.text}"
    return slot.text or QCoreApplication.translate("slots", "Tài liệu chứng minh tiêu chí")


def place_facts(place: Place, *, with_due: bool) -> str:
    """Count, percentage and day, as far as there is anything to say. `with_due`: the days of the slots differ."""
    slot = place.slot
    facts: list[str] = []
    if slot.count > 1:
        words = QCoreApplication.translate("slots", "Có {there}/{wanted} bản")
        facts.append(words.format(there=len(place.evidence), wanted=slot.count))
    if slot.target:
        facts.append(percent_words(slot))
    if due := due_words(place, with_due=with_due):
        facts.append(due)
    return " · ".join(facts)


def percent_words(slot: Slot) -> str:
    """What was reached of what is asked for."""
    if slot.reached is None:
        words = QCoreApplication.translate("slots", "Chưa ghi tỷ lệ đạt được (yêu cầu {target} %)")
    else:
        words = QCoreApplication.translate("slots", "Đạt {reached} % / yêu cầu {target} %")
    return words.format(reached=percent(slot.reached), target=percent(slot.target))


def percent(number: float | None) -> str:
    """97.5 as "97,5"; "" for none."""
    return "" if number is None else f"{number:g}".replace(".", ",")


def number_of(words: str) -> float | None:
    """What `percent` says, or a person types: "97,5 %"; None for nothing. Raises ValueError for what is no number."""
    plain = words.strip(" %").replace(",", ".")
    return float(plain) if plain else None


def due_words(place: Place, *, with_due: bool) -> str:
    """Late always; that it is overdue, or its day, only where the criterion does not say it for all."""
    if place.due is None:
        return ""
    day = date_words(place.due)
    if place.overdue and with_due:
        return QCoreApplication.translate("slots", "Quá hạn từ {day}").format(day=day)
    if place.late:
        issued = [one.paper.issued_on for one in place.evidence if one.paper.issued_on]
        words = QCoreApplication.translate("slots", "Muộn: ban hành {issued}, hạn {day}")
        return words.format(issued=date_words(max(issued)), day=day)
    return QCoreApplication.translate("slots", "Hạn {day}").format(day=day) if with_due else ""
