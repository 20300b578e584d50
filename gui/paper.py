"""Brings pages of a PDF onto paper: drawn by a worker process, painted from a thread of its own."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter

from core.errors import UserError
from core.progress import Cancelled, Progress
from core.reading.media import PDF
from core.reading.reader import Reader

WIDTH = 2480  # pixels across a page: A4 at 300 dpi


def print_pages(
    progress: Progress, reader: Reader, cache: Path, path: Path, pages: Sequence[int], printer: QPrinter
) -> int:
    """Print these pages (from 0) of a PDF, each onto a whole sheet; returns how many.

    Nobody else touches `printer` meanwhile. Raises UserError: "no_preview", "printer_failed"; and Cancelled, and then
    the printer is told to drop the rest.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("printer_failed", name=printer.printerName())
    cache.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(dir=cache, ignore_cleanup_errors=True) as folder:
            for number, page in enumerate(pages):
                progress.step(number, len(pages))
                picture = Path(folder) / f"{page}.jpg"
                reader.picture(path, PDF, page, WIDTH, picture)
                if number and not printer.newPage():
                    raise UserError("printer_failed", name=printer.printerName())
                _paint(painter, QImage(str(picture)))
                picture.unlink(missing_ok=True)
        progress.step(len(pages), len(pages))
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _paint(painter: QPainter, image: QImage) -> None:
    """As large as the sheet allows; a page that lies on its side is turned to how the sheet stands."""
    sheet = QRectF(painter.viewport())
    if (image.width() > image.height()) != (sheet.width() > sheet.height()):
        image = image.transformed(QTransform().rotate(90))
    size = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(0, 0, size.width(), size.height())
    target.moveCenter(sheet.center())
    painter.drawImage(target, image)
