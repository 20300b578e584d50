"""The sample documents as data: resources/demo/papers.toml."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

PAPERS = Path(__file__).resolve().parents[2] / "resources" / "demo" / "papers.toml"


@dataclass(frozen=True)
class Paper:
    """An administrative document. `type` "" is an official letter to `addressee`; `to` are criteria, "1.4/2" with
    the number of the requirement; `annex` begins on a new page."""

    file: str
    date: date
    type: str
    subject: str
    body: Sequence[str]
    number: str = ""
    notation: str = ""
    parent: str = "UBND TỈNH HÒA BÌNH"
    issuer: str = "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
    place: str = "Hòa Bình"
    head: str = ""
    addressee: str = ""
    bases: Sequence[str] = ()
    table: Sequence[Sequence[str]] = ()
    authority: str = ""
    post: str = "GIÁM ĐỐC"
    signer: str = "Hoàng Minh Đức"
    recipients: Sequence[str] = field(default=("Như trên;", "Lãnh đạo Sở;", "Các phòng thuộc Sở;", "Lưu: VT, VP."))
    annex_title: str = ""
    annex_subject: str = ""
    annex: Sequence[str] = ()
    to: Sequence[str] = ()
    scanned: bool = False
    decomposed_name: bool = False

    @property
    def symbol(self) -> str:
        """As in the line under the issuer: "Số: 512/BC-SGD&ĐT"; "" for a paper without a number."""
        return f"Số: {self.number}/{self.notation}" if self.number else ""

    @property
    def dated(self) -> str:
        """Place and date; days below 10 and months 1 and 2 with a leading 0 (Nghị định 30/2020/NĐ-CP, Appendix I)."""
        month = f"{self.date.month:02}" if self.date.month < 3 else str(self.date.month)
        return f"{self.place}, ngày {self.date.day:02} tháng {month} năm {self.date.year}"


def is_heading(line: str) -> bool:
    """Whether a line of a body stands bold by itself: "I. …", "QUYẾT ĐỊNH:"."""
    first = line.partition(".")[0]
    return (line.endswith(":") and line.isupper()) or (bool(first) and set(first) <= set("IVX"))


def load_papers() -> list[Paper]:
    facts: dict[str, list[dict[str, Any]]] = tomllib.loads(PAPERS.read_text(encoding="utf-8"))
    return [Paper(**values) for values in facts["paper"]]
