"""Any document as clean PDF pages, or the reason why not. Runs in the worker: it touches files from outside."""
# pypdfium2 has no types:
# pyright: reportMissingTypeStubs=false

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

from core.dossier.kinds import Kind
from core.dossier.old_letters import are_lost
from core.dossier.pdf_pages import PdfPages, cell_page, pdf_pages
from core.dossier.stamps import Scaled
from core.errors import UserError
from core.files import FULL, patiently
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
    per_page: int = 1  # photos


@dataclass(frozen=True)
class Ready:
    """Pages that lie in the target, ready to be joined.

    `reason`: the code of what is wrong; with 0 pages nothing can be printed. `cell`: a photo that
    takes a part of a page. The others as of PdfPages.
    """

    pages: int
    reason: str | None = None
    twins: dict[int, str] = field(default_factory=dict[int, str])
    scaled: dict[int, Scaled] = field(default_factory=dict[int, Scaled])
    signers: tuple[tuple[str, str], ...] = ()
    acts: bool = False
    cell: bool = False

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
    """What is wrong with a document is its own outcome and never costs another one. Raises UserError("disk_full")."""
    return [_ready(job) for job in jobs]


def _ready(job: Job) -> Ready:
    if not job.source.is_file():
        return Ready(0, reason="missing_original")
    working = job.target.with_suffix(".part")
    try:
        made = _make(job, working)
        patiently(lambda: working.replace(job.target), job.target)
        return Ready(**vars(made), cell=made.pages == 1 and job.kind == "photo" and job.per_page > 1)
    except MemoryError:
        return Ready(0, reason="out_of_memory")
    except Image.DecompressionBombError:
        return Ready(0, reason="too_large")
    except UserError as error:
        return Ready(0, reason="failed" if error.code == "file_in_use" else error.code)
    except Unreadable as error:
        return Ready(0, reason=error.problem)
    except BAD_FILE as error:
        if isinstance(error, OSError) and error.errno in FULL:
            raise UserError("disk_full") from error
        # With a number it is the system's: another program holds the file.
        return Ready(0, reason="failed" if isinstance(error, OSError) and error.errno else "damaged")
    finally:
        with suppress(OSError):
            working.unlink(missing_ok=True)


def _make(job: Job, working: Path) -> PdfPages:
    if job.kind in ("pdf", "office"):  # which is a PDF by now
        made = pdf_pages(job.source, working, job.dpi)
        return replace(made, reason="old_letters") if job.kind == "office" and are_lost(job.source) else made
    # Not above: ReportLab takes its time to load.
    from core.dossier.photos import photo_pages
    from core.dossier.text_pages import text_pages

    drawn = working.with_suffix(".drawn")
    try:
        if job.kind != "photo":
            whole = text_pages(job.source, drawn, job.kind, job.caption)
            made = pdf_pages(drawn, working)
            return made if whole else replace(made, reason="holds_files")
        lack = photo_pages(job.source, drawn, job.caption, job.dpi or PHOTO_DPI, job.per_page)
        made = cell_page(drawn, working) if job.per_page > 1 else pdf_pages(drawn, working)
        return replace(made, reason=lack) if lack else made
    finally:
        with suppress(OSError):
            drawn.unlink(missing_ok=True)
