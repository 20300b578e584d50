"""Makes what a dossier is printed from: criteria, documents of every kind, links."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.catalogue.records import Appraisal, Criterion, DraftCriterion, DraftSlot, Slot
from core.dossier.options import PARTS, Part
from core.dossier.records import Material
from core.evidence.coverage import coverage
from core.evidence.records import Evidence
from core.library.records import Document
from core.reading.description import Description
from core.text import squeeze

ON = date(2023, 1, 5)
PDF = "application/pdf"
APPRAISAL = Appraisal(
    id="appraisal",
    title="Chỉ số cải cách hành chính năm 2023",
    year=2023,
    organisation="Sở Giáo dục và Đào tạo",
    parent="Ủy ban nhân dân tỉnh Hòa Bình",
    place="Hòa Bình",
    code_pattern="{criterion}-{number:02}",
    catalogue="test",
)


def tree(drafts: Iterable[DraftCriterion]) -> tuple[Criterion, ...]:
    """Criteria whose ids are their codes."""
    drafts = list(drafts)
    parents = {draft.parent for draft in drafts}
    return tuple(
        Criterion(
            id=draft.code,
            parent_id=draft.parent,
            position=position,
            level=draft.level,
            is_leaf=draft.code not in parents,
            code=draft.code,
            title=draft.title,
            text=draft.text,
            lead_unit=draft.lead_unit,
            coordinating_units=draft.coordinating_units,
            deadline_text=draft.deadline_text,
            deadlines=draft.deadlines,
            assessed_by=draft.assessed_by,
            counts_as=draft.assessed_by,
            slots=tuple(Slot(slot.text, slot.number, id=f"{draft.code}/{slot.number}") for slot in draft.slots),
        )
        for position, draft in enumerate(drafts)
    )


def criterion(code: str, title: str, text: str = "", **fields: object) -> DraftCriterion:
    parts = code.split(".")
    values: dict[str, object] = {"level": len(parts), "parent": ".".join(parts[:-1]) or None, "text": text or title}
    return DraftCriterion(code=code, title=title, **(values | fields))


REQUIREMENTS = (
    "Công chức có thái độ giao tiếp lịch sự",
    "Công chức chăm chú lắng nghe câu hỏi, ý kiến",
    "Công chức trả lời, giải thích câu hỏi, ý kiến đầy đủ",
)
CRITERIA = tree(
    [
        criterion("1", "Công tác chỉ đạo điều hành"),
        criterion("1.1", "Kế hoạch cải cách hành chính"),
        criterion(
            "1.1.1",
            "Ban hành kế hoạch",
            "Ban hành kế hoạch (Yêu cầu: ban hành kịp thời)",
            lead_unit="Văn phòng Sở",
            coordinating_units=("Phòng TCCB", "Phòng KHTC"),
            deadline_text="Trước ngày 15/11/2023",
            deadlines=(date(2023, 11, 15),),
        ),
        criterion("1.1.2", "Mức độ thực hiện kế hoạch", lead_unit="Phòng TCCB"),
        criterion("1.2", "Tuyên truyền cải cách hành chính", lead_unit="Văn phòng Sở"),
        criterion("2", "Tác động đến người dân, tổ chức"),
        criterion(
            "2.1",
            "Chỉ số hài lòng",
            slots=tuple(DraftSlot(text, number) for number, text in enumerate(REQUIREMENTS, 1)),
            lead_unit="Phòng TCCB",
        ),
        criterion("2.2", "Điều tra người dân", assessed_by="survey"),
        criterion("2.3", "Thu nhập của người dân", assessed_by="not_assigned"),
    ]
)


@dataclass
class Bench:
    """A workspace without a database: files in a folder, links in a list."""

    folder: Path
    criteria: tuple[Criterion, ...]
    appraisal: Appraisal = APPRAISAL
    documents: dict[str, Document] = field(default_factory=dict)
    links: list[Evidence] = field(default_factory=list)
    homes: dict[str, str] = field(default_factory=dict)
    rejected: list[Evidence] = field(default_factory=list)

    def original(self, sha256: str) -> Path:
        return self.folder / "files" / sha256

    def add(
        self,
        content: bytes,
        name: str,
        to: Sequence[str | tuple[str, int]] = (),
        media_type: str = PDF,
        pages: str = "",
        problems: Sequence[str] = (),
        **description: object,
    ) -> str:
        """Keep a file and link it to criteria (or to (criterion, requirement)); returns its evidence code."""
        digest = hashlib.sha256(content).hexdigest()
        document_id = f"document-{len(self.documents) + 1:03}"
        path = self.original(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.documents[document_id] = Document(
            id=document_id,
            sha256=digest,
            name=name,
            size=len(content),
            media_type=media_type,
            pages=None,
            description=Description(**description),
            text="none",
            problems=tuple(problems),
            added_at=datetime(2023, 1, 4, tzinfo=UTC),
            added_by="test",
        )
        code = ""
        for target in to:
            criterion, requirement = target if isinstance(target, tuple) else (target, None)
            if not code:
                number = 1 + sum(home == criterion for home in self.homes.values())
                code = f"{criterion}-{number:02}"
                self.homes[document_id] = criterion
            link = Evidence(
                id=f"evidence-{len(self.links) + 1:03}",
                criterion_id=criterion,
                document_id=document_id,
                requirement=requirement,
                pages=pages,
                note="",
                position=len(self.links),
                code=code,
                slot=f"{criterion}/{requirement}" if requirement else None,
            )
            self.links.append(link)
        return code

    def reject(self, reason: str) -> str:
        """Take out the last link; returns its code."""
        at = datetime(2023, 1, 3, 5, tzinfo=UTC)
        link = replace(self.links.pop(), state="rejected", reason=reason, judged_at=at, judged_by="Lê Thị Hoa")
        self.rejected.append(link)
        return link.code

    def change(self, **fields: object) -> None:
        self.appraisal = replace(self.appraisal, **fields)

    def load(self, on: date) -> Material:
        return Material(
            self.appraisal,
            self.criteria,
            tuple(self.links),
            self.documents,
            coverage(self.criteria, self.links, on),
            self.homes,
            rejected=tuple(self.rejected),
        )


def pdf(*texts: str, size: tuple[float, float] = A4, rotate: int = 0) -> bytes:
    """A PDF with a page for each text."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    for text in texts:
        canvas.setFont("Helvetica", min(size) / 40)
        canvas.drawString(size[0] / 8, size[1] * 0.8, text)
        canvas.showPage()
    canvas.save()

    def turn(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            page.Rotate = rotate

    return changed(stream.getvalue(), turn) if rotate else stream.getvalue()


def changed(content: bytes, change: Callable[[pikepdf.Pdf], None], **saving: object) -> bytes:
    """A PDF after `change`."""
    with pikepdf.open(BytesIO(content)) as document:
        change(document)
        stream = BytesIO()
        document.save(stream, **saving)
    return stream.getvalue()


def photo(color: str = "navy", size: tuple[int, int] = (400, 300), kind: str = "JPEG", **saving: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, color).save(stream, kind, **saving)
    return stream.getvalue()


class Read:
    """A printed dossier, read by pdfium (text) and by qpdf (links, bookmarks). Pages count from 1."""

    def __init__(self, path: Path) -> None:
        with closing(pypdfium2.PdfDocument(path)) as document:
            self.texts = [squeeze(page.get_textpage().get_text_range()) for page in document]
            self.sizes = [page.get_size() for page in document]
        self.pdf = pikepdf.open(path)
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}

    @property
    def first(self) -> int:
        """The label of the first page."""
        return int(self.pdf.Root.PageLabels.Nums[1].St)

    def text(self, number: int) -> str:
        return self.texts[number - 1]

    def find(self, words: str) -> list[int]:
        """The pages on which words stand."""
        return [number for number, text in enumerate(self.texts, 1) if words in text]

    def links(self, number: int) -> list[tuple[str, int]]:
        """The words under each link of a page and the page it leads to."""
        found: list[tuple[str, int]] = []
        with closing(pypdfium2.PdfDocument(self.pdf.filename)) as document:
            page = document[number - 1]
            text = page.get_textpage()
            for note in self.pdf.pages[number - 1].get("/Annots", []):
                if "/Dest" in note:
                    rectangle = [float(edge) for edge in note.Rect]
                    words = squeeze(text.get_text_bounded(*rectangle))
                    found.append((words, self._numbers[note.Dest[0].objgen]))
        return found

    def remote_links(self, number: int) -> list[tuple[str, str, int]]:
        """The words under each link of a page that leads into another file, that file, and the page in it from 1."""
        found: list[tuple[str, str, int]] = []
        with closing(pypdfium2.PdfDocument(self.pdf.filename)) as document:
            text = document[number - 1].get_textpage()
            for note in self.pdf.pages[number - 1].get("/Annots", []):
                if "/A" in note and note.A.S == "/GoToR":
                    words = squeeze(text.get_text_bounded(*(float(edge) for edge in note.Rect)))
                    found.append((words, str(note.A.F.UF), int(note.A.D[0]) + 1))
        return found

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Depth, title and page, in order."""
        found: list[tuple[int, str, int]] = []

        def walk(items: Iterable[pikepdf.OutlineItem], depth: int) -> None:
            for item in items:
                if item.action is None:
                    found.append((depth, item.title, self._numbers[item.destination[0].objgen]))
                walk(item.children, depth + 1)

        with self.pdf.open_outline() as outline:
            walk(outline.root, 0)
        return found


def parts_without(*parts: Part) -> frozenset[Part]:
    return frozenset(PARTS) - frozenset(parts)
