"""The documents that suggestions are measured with, as an office would have them on its share.

Written from what such offices write, before there was anything to measure, and not changed to please it.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from core.evidence.scoring import Content

HERE = Path(__file__).parent / "suggest_documents"
HEAD = """{parent}
{issuer}
Số: {symbol}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hòa Bình, ngày 12 tháng 5 năm 2023
{title}
{subject}
"""
FOOT = """
Nơi nhận:
- Như trên;
- Giám đốc, các PGĐ Sở;
- Lưu: VT, VP.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Nguyễn Văn A
"""


@dataclass(frozen=True)
class Written:
    """`codes`: the criteria that it proves, none for a paper that proves nothing."""

    codes: tuple[str, ...]
    symbol: str
    kind: str
    issuer: str
    subject: str
    body: str

    @property
    def content(self) -> Content:
        """As the reader would hand it on, with what stands in every paper around it; a photo has no text."""
        is_letter = self.kind == "Công văn"
        head = HEAD.format(
            parent="UBND TỈNH HÒA BÌNH",
            issuer=self.issuer.upper(),
            symbol=self.symbol,
            title="" if is_letter else self.kind.upper(),
            subject=f"V/v {self.subject}" if is_letter else self.subject,
        )
        return Content(f"{self.kind} {self.subject}", self.symbol, head + self.body + FOOT if self.body else "")


def load_written() -> list[Written]:
    """In the order of the catalogue; those that prove nothing come last."""
    found: list[Written] = []
    for path in sorted(HERE.glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["document"]:
            symbol = "/".join(part for part in (entry.get("number"), entry.get("notation")) if part)
            found.append(
                Written(
                    tuple(entry["to"]), symbol, entry["type"], entry["issuer"], entry["subject"], entry["body"].strip()
                )
            )
    return found
