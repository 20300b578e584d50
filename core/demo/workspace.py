"""The demo: a workspace on the built-in plan, with sample documents on their whole way into a printed dossier."""

import shutil
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from core.catalogue.builtin import load_catalogue
from core.demo.papers import Paper, load_papers
from core.errors import UserError
from core.files import atomic_path
from core.progress import Progress
from core.text import nfc
from core.workspace import DATABASE, Workspace

CATALOGUE = "par-index-2023-hoa-binh"
DOSSIER = "ho-so-minh-chung-2023.pdf"
BROKEN_BYTES = 900  # of a PDF: its head, and no page


@dataclass(frozen=True)
class Demo:
    """What was made; `documents` and `evidence` are those that the dossier counts."""

    workspace: Path
    dossier: Path
    pages: int
    documents: int
    evidence: int


@dataclass(frozen=True)
class Sample:
    """A file for the watched folder: `name` in it, how it is made, what a clerk links it to (as Paper.to), and what
    a clerk types of it because it has no text to read.
    """

    name: str
    make: Callable[[Path], None]
    to: Sequence[str] = ()
    typed: Mapping[str, str | date] = field(default_factory=dict[str, "str | date"])


def make_demo(folder: Path, progress: Progress | None = None) -> Demo:
    """Make the demo's workspace in `folder` and its watched folder beside it; one that is there is only printed anew.

    A demo that was cut off is begun again. Raises UserError("folder_not_empty") where something else lies.
    """
    progress = progress or Progress()
    folder = folder.absolute()
    if not (folder / DATABASE).is_file():
        if folder.exists() and any(folder.iterdir()):
            raise UserError("folder_not_empty", path=str(folder))
        _build(folder, progress)
    with Workspace(folder) as workspace:
        return _print(workspace, progress)


def shared_folder(folder: Path) -> Path:
    """Where the sample documents are dropped: beside the workspace, for no workspace watches itself."""
    return folder.with_name(f"{folder.name}-thu-muc-chung")


def samples() -> Iterator[Sample]:
    from core.demo import office, pictures

    for paper in load_papers():
        # As a Mac names it: the marks beside their letters.
        name = unicodedata.normalize("NFD", paper.file) if paper.decomposed_name else paper.file
        yield Sample(name, partial(_write, paper), paper.to, _typed(paper) if paper.scanned else {})
    meeting = {"subject": "Ảnh Hội nghị tập huấn công tác cải cách hành chính", "issued_on": date(2023, 5, 18)}
    yield Sample("Ảnh/Hội nghị tập huấn 18.5.jpg", pictures.write_meeting, ("1.4/1",), meeting)
    sign = {"subject": "Ảnh sơ đồ hướng dẫn đặt tại tầng 1", "issued_on": date(2023, 3, 27)}
    yield Sample("Ảnh/Sơ đồ hướng dẫn tầng 1.jpg", pictures.write_sign, ("8.1.1/1",), sign)
    yield Sample("Ảnh/Bộ phận một cửa.jpg", pictures.write_counter)
    yield Sample("KHTC/Tổng hợp giải ngân vốn 2023.xlsx", office.write_xlsx, ("6.1.1",))
    first = load_papers()[0]
    yield Sample("KHTC/Báo cáo xử lý sau kiểm toán (tải lỗi).pdf", partial(_write_broken, first), ("6.1.3",))
    yield Sample("Văn phòng/Bản sao kế hoạch CCHC 2023.pdf", partial(_write, first))


def _typed(paper: Paper) -> Mapping[str, str | date]:
    words = {"type": paper.type.capitalize(), "subject": paper.subject, "signer": paper.signer}
    return {**words, "issuer": "Sở Giáo dục và Đào tạo", "issued_on": paper.date}


def _build(folder: Path, progress: Progress) -> None:
    """Under another name until it is whole, so that a demo that was cut off is not taken for one."""
    unfinished = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    shared = shared_folder(folder)
    dropped = _drop_samples(shared, progress)
    with Workspace.create(unfinished) as workspace:
        workspace.criteria.create(load_catalogue(CATALOGUE), catalogue=CATALOGUE)
        workspace.folders.add(shared)
        workspace.scan.run(progress=progress)
        arrivals = {nfc(Path(one.path).relative_to(shared).as_posix()): one.id for one in workspace.inbox.all()}
        for sample in dropped:
            if sample.to:
                _accept(workspace, arrivals[nfc(sample.name)], sample)
    if folder.exists():
        folder.rmdir()  # empty; Windows renames onto nothing else
    unfinished.rename(folder)


def _drop_samples(shared: Path, progress: Progress) -> list[Sample]:
    """Write the files into the folder; returns them."""
    wanted = list(samples())
    for number, sample in enumerate(wanted):
        progress.step(number, len(wanted), sample.name)
        target = shared / sample.name
        with atomic_path(target) as temporary:
            sample.make(temporary)
    return wanted


def _write(paper: Paper, target: Path) -> None:
    # ReportLab, python-docx and Pillow take half a second to load and belong to the demo only.
    from core.demo import office, pictures, sheet

    if paper.file.endswith(".docx"):
        office.write_docx(paper, target)
    elif paper.scanned:
        pictures.write_scan(paper, target)
    else:
        sheet.write_pdf(paper, target)


def _write_broken(paper: Paper, target: Path) -> None:
    """What a download that broke off leaves."""
    _write(paper, target)
    target.write_bytes(target.read_bytes()[:BROKEN_BYTES])


def _accept(workspace: Workspace, arrival_id: str, sample: Sample) -> None:
    """As a clerk does it: onto the criteria; what proves one numbered requirement is linked to that."""
    added, _ = workspace.inbox.accept(arrival_id)
    if sample.typed:
        workspace.documents.describe(added.document.id, **sample.typed)
    for place in sample.to:
        code, _, requirement = place.partition("/")
        criterion = workspace.criteria.get(code)
        workspace.links.link(added.document.id, criterion.id, int(requirement) if requirement else None)


def _print(workspace: Workspace, progress: Progress) -> Demo:
    printed = workspace.dossier.print_dossier(workspace.folder / DOSSIER, progress=progress)
    pages = sum(file.pages for file in printed.files)
    return Demo(workspace.folder, printed.files[0].path, pages, printed.documents, printed.evidence)
