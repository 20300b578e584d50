"""Any document as clean PDF pages, or the reason why not. Runs in the worker: it touches files from outside."""
# pypdfium2 has no types:
# pyright: reportMissingTypeStubs=false

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

from core.dossier.kinds import Kind
from core.dossier.pdf_pages import PdfPages, pdf_pages
from core.dossier.stamps import Scaled
from core.errors import UserError
from core.reading import media
from core.reading.lines import Unreadable

PHOTO_DPI = 200  # what the record asks of a scan (Nghị định 30/2020/NĐ-CP, Appendix I)
# What the libraries raise for files that they cannot take.
BAD_FILE = (
    pypdfium2.PdfiumError,
    pikepdf.PdfError,
    OSError,
    EOFError,
    ValueError,
    SyntaxError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
)


@dataclass(frozen=True)
class Job:
    """An original to make pages of, and where they go."""

    source: Path
    target: Path
    kind: Kind
    media_type: str = media.PDF
    caption: str = ""
    dpi: int | None = None  # of pictures; None: as they are


@dataclass(frozen=True)
class Ready:
    """Pages that lie in the target, ready to be joined.

    `reason`: the code of what is wrong; with 0 pages nothing can be printed. The others as of PdfPages.
    """

    pages: int
    reason: str | None = None
    twins: dict[int, str] = field(default_factory=dict[int, str])
    scaled: dict[int, Scaled] = field(default_factory=dict[int, Scaled])
    signers: tuple[tuple[str, str], ...] = ()
    acts: bool = False

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: bytes) -> "Ready":
        """Raises ValueError, TypeError, LookupError or AttributeError for anything else than what to_json gave."""
        facts = json.loads(text)
        facts["twins"] = {int(number): digest for number, digest in facts["twins"].items()}
        facts["scaled"] = {int(number): Scaled(**how) for number, how in facts["scaled"].items()}
        facts["signers"] = tuple((name, at) for name, at in facts["signers"])
        return cls(**facts)


def make_ready(jobs: list[Job]) -> list[Ready]:
    """What is wrong with a document is its own outcome and never costs another one."""
    return [_ready(job) for job in jobs]


def _ready(job: Job) -> Ready:
    if not job.source.is_file():
        return Ready(0, reason="missing_original")
    working = job.target.with_suffix(".part")
    try:
        made = _make(job, working)
        working.replace(job.target)
        return Ready(**vars(made))
    except MemoryError:
        return Ready(0, reason="out_of_memory")
    except Image.DecompressionBombError:
        return Ready(0, reason="too_large")
    except UserError as error:
        return Ready(0, reason=error.code)
    except Unreadable as error:
        return Ready(0, reason=error.problem)
    except BAD_FILE:
        return Ready(0, reason="damaged")
    finally:
        with suppress(OSError):
            working.unlink(missing_ok=True)


def _make(job: Job, working: Path) -> PdfPages:
    if job.kind == "pdf":
        return pdf_pages(job.source, working, job.dpi)
    drawn = working.with_suffix(".drawn")
    try:
        _draw(job, drawn)
        return pdf_pages(drawn, working)
    finally:
        with suppress(OSError):
            drawn.unlink(missing_ok=True)


def _draw(job: Job, target: Path) -> None:
    # Not above: ReportLab takes its time to load.
    from core.dossier.photos import photo_pages
    from core.dossier.text_pages import text_pages

    if job.kind == "photo":
        photo_pages(job.source, target, job.caption, job.dpi or PHOTO_DPI)
    else:
        text_pages(job.source, target, job.kind, job.caption)
