"""The description of a document after Nghị định 30/2020/NĐ-CP, Appendix VI, and the types of Appendix III."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

# Abbreviation in the notation → name of the type (Appendix III; below it laws and their kin).
TYPES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thoả thuận",
    "GUQ": "Giấy uỷ quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
}
ATTACHMENT = "Phụ lục/Quy định kèm theo"  # issued with a document that has its number
LETTER = "Công văn"  # has no abbreviation in its notation: 1198/UBND-NC


@dataclass(frozen=True)
class Description:
    """What the evidence list asks for. A field that could not be read is None, never a guess."""

    number: str | None = None
    notation: str | None = None
    issued_on: date | None = None
    type: str | None = None
    issuer: str | None = None
    parent_issuer: str | None = None
    subject: str | None = None
    signer: str | None = None
    signer_post: str | None = None
    language: str | None = None
    arrived_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None

    @property
    def symbol(self) -> str:
        """Number and notation as they print together: 2211/QĐ-SGD&ĐT; "" where there is neither."""
        return "/".join(part for part in (self.number, self.notation) if part)

    def filled(self, other: "Description") -> "Description":
        """With the fields that are empty here as they are in the other one."""
        return Description(**{name: value or getattr(other, name) for name, value in vars(self).items()})

    def to_json(self) -> dict[str, str | None]:
        """Plain values; dates in ISO 8601."""
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Description":
        """The reverse of to_json; unknown keys are left out."""
        known: dict[str, Any] = {name: value for name, value in values.items() if name in FIELDS}
        for name in DATES & known.keys():
            if isinstance(known[name], str):
                known[name] = date.fromisoformat(known[name])
        return cls(**known)


FIELDS = tuple(field.name for field in fields(Description))
DATES = frozenset({"issued_on", "arrived_on", "valid_from", "valid_to"})
