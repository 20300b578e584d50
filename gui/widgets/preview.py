"""Shows the pages of a document: PDF and photos as pictures, anything else through another program."""

import hashlib
import math
import stat
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.files import copy_whole, safe_name
from core.reading.reader import Reader
from core.reading.reading import LOCKED, UNLOCKED
from core.workspace import Workspace
from gui.dialogs.password import PasswordDialog
from gui.messages import message
from gui.tasks import Changes, TaskRunner
from gui.theme import icon
from gui.widgets.parts import label, named

WIDTHS = (900, 1400, 2100, 3000)  # pictures are made in these widths only, so that the cache is of use
ZOOM_STEP = 1.25
LARGEST_ZOOM = 6.0
_READ_ANEW = Changes(arrivals=True, documents=True)
PAUSE_MS = 120  # walking down a list shows only the file where one stops


def make_picture(reader: Reader, cache: Path, path: Path, media_type: str, page: int, width: int) -> QImage:
    """The picture of a page, made once and kept in `cache`; raises UserError("no_preview", reason)."""
    try:
        facts = path.stat()
    except OSError as error:
        raise UserError("no_preview", reason="missing_original") from error
    key = hashlib.sha256(f"{path}|{facts.st_size}|{facts.st_mtime_ns}".encode()).hexdigest()[:32]
    target = cache / f"{key}-{page}-{width}.jpg"
    image = QImage(str(target))
    if image.isNull():
        reader.picture(path, media_type, page, width, target)
        image = QImage(str(target))
    if image.isNull():
        raise UserError("no_preview", reason="damaged")
    return image


def copy_to_open(cache: Path, path: Path, name: str) -> Path:
    """A copy for another program, read-only so that nobody edits it for the original; it is made once.

    Raises UserError as copy_whole does.
    """
    target = cache / hashlib.sha256(str(path).encode()).hexdigest()[:12] / safe_name(name)
    with suppress(OSError):
        if target.stat().st_size == path.stat().st_size:
            return target
    copy_whole(path, target)
    target.chmod(stat.S_IREAD)
    return target


class PageView(QGraphicsView):
    """One picture, fitted to the view or zoomed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self._item = self.scene().addPixmap(QPixmap())
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._zoom = 1.0
        self._turn = 0

    def set_picture(self, image: QImage) -> None:
        self._item.setPixmap(QPixmap.fromImage(image))
        self.scene().setSceneRect(self._item.boundingRect())
        self._apply()

    def reset(self) -> None:
        """Upright and fitted, as a new document is shown."""
        self._zoom, self._turn = 1.0, 0
        self._apply()

    def zoom_by(self, factor: float) -> None:
        self._zoom = min(max(self._zoom * factor, 1.0), LARGEST_ZOOM)
        self._apply()

    def fit(self) -> None:
        self._zoom = 1.0
        self._apply()

    def turn(self) -> None:
        self._turn = (self._turn + 90) % 360
        self._apply()

    def wanted_width(self) -> int:
        """How many pixels of width the picture needs to look sharp now."""
        pixels = self.viewport().width() * self.devicePixelRatioF() * self._zoom
        return next((width for width in WIDTHS if width >= pixels), WIDTHS[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(math.pow(ZOOM_STEP, event.angleDelta().y() / 120))
        else:
            super().wheelEvent(event)

    def _apply(self) -> None:
        self.resetTransform()
        self.rotate(self._turn)
        self.fitInView(self._item, Qt.AspectRatioMode.KeepAspectRatio)
        self.scale(self._zoom, self._zoom)


class Preview(QWidget):
    """The preview of one file. Ctrl+PgUp and Ctrl+PgDn leaf, Ctrl++ and Ctrl+- zoom, wherever the keyboard is.

    `turned` comes with another page, `unlocked` with the right password.
    """

    turned = Signal()
    unlocked = Signal()

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._originals = workspace.originals
        self._passwords = workspace.passwords
        self._reader = workspace.reader
        self._cache = workspace.folder / "cache"
        self._tasks = tasks
        self._path: Path | None = None
        self._media_type = ""
        self._name = ""
        self._pages = 1
        self._page = 0
        self._width = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._load)
        self.view = named(PageView(), "preview_view", self.tr("Trang của tài liệu"))
        self.view.installEventFilter(self)
        self._bar = self._make_bar()
        self._words = label("", "quiet")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = named(QPushButton(self.tr("Mở bằng chương trình khác")), "preview_open")
        self._open.clicked.connect(self.open_elsewhere)
        self._unlock = named(QPushButton(self.tr("Nhập mật khẩu…")), "preview_password")
        self._unlock.clicked.connect(self.ask_password)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)  # before it is filled: what is first in it is shown, as a window of its own
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._make_instead())
        layout.addWidget(self._bar)
        self.clear("")

    def show_file(
        self, path: Path, media_type: str, pages: int | None, name: str = "", problems: Sequence[str] = ()
    ) -> None:
        """Show a file from its first page; `name` is what a copy for another program is called (default: its own).

        Of one whose `problems` tell of a password, that is asked for, unless it was given before.
        """
        is_other = path != self._path
        if is_other:
            self._page = 0
            self.view.set_picture(QImage())  # rather nothing than the page of another file
            self.view.reset()
        self._path, self._media_type, self._name = path, media_type, name or path.name
        self._pages = max(pages or 1, 1)
        is_locked = bool({LOCKED, UNLOCKED} & set(problems)) and not self._passwords.unlock(path.name)
        self._unlock.setVisible(is_locked)
        if is_locked:
            self._pause.stop()
            self._on_no_picture(UserError("encrypted"))
        elif is_other or not self._width or self._stack.currentIndex() != 0:
            self._turn_to(self._page)
        else:  # its picture is there, or on its way
            self._say_where()

    def clear(self, words: str) -> None:
        """Show no file, but some words (may be empty)."""
        self._path = None
        self._pause.stop()
        self._say(words)
        self._open.hide()
        self._unlock.hide()
        self._bar.hide()

    @property
    def page(self) -> int:
        """The page (0-based) that is shown."""
        return self._page

    def ask_password(self) -> None:
        """Ask for the password of the file that is shown, until it is right or the person gives up."""
        if self._path:
            dialog = PasswordDialog(self._name, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.typed.connect(partial(self._try_password, dialog, self._path.name))
            dialog.open()

    def _try_password(self, dialog: PasswordDialog, sha256: str, password: str) -> None:
        self._tasks.long(
            self.tr("Mở tệp có mật khẩu"),
            lambda _progress: self._originals.unlock(sha256, password),
            done=lambda _: self._on_unlocked(dialog),
            failed=dialog.show_error,
            changes=_READ_ANEW,
        )

    def _on_unlocked(self, dialog: PasswordDialog) -> None:
        dialog.saved()
        self.unlocked.emit()
        others = self._originals.unlock_others
        self._tasks.long(self.tr("Mở tệp có mật khẩu"), others, changes=_READ_ANEW, resumes=True)

    def open_elsewhere(self) -> None:
        """Open a copy of the file in the program that the system has for it."""
        if self._path:
            folder = self._cache / "open"
            self._tasks.read(copy_to_open, folder, self._path, self._name, done=self._on_copied, slow=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.Resize and self._path:
            self._pause.start()
        return super().eventFilter(watched, event)

    def _make_instead(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch()
        column.addWidget(self._words)
        column.addWidget(self._unlock, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return page

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._back = self._make_button("preview_back", "left", self.tr("Trang trước (Ctrl+PgUp)"), "Ctrl+PgUp")
        self._back.clicked.connect(lambda: self._turn_to(self._page - 1))
        self._where = QLabel()
        self._where.setObjectName("preview_page")
        self._next = self._make_button("preview_next", "right", self.tr("Trang sau (Ctrl+PgDn)"), "Ctrl+PgDown")
        self._next.clicked.connect(lambda: self._turn_to(self._page + 1))
        smaller = self._make_button("preview_smaller", "minus", self.tr("Thu nhỏ (Ctrl+-)"), "Ctrl+-")
        smaller.clicked.connect(lambda: self._zoom_by(1 / ZOOM_STEP))
        fit = self._make_button("preview_fit", "fit", self.tr("Vừa khung (Ctrl+0)"), "Ctrl+0")
        fit.clicked.connect(self.view.fit)
        larger = self._make_button("preview_larger", "plus", self.tr("Phóng to (Ctrl++)"), "Ctrl++")
        larger.clicked.connect(lambda: self._zoom_by(ZOOM_STEP))
        turn = self._make_button("preview_turn", "rotate", self.tr("Xoay"), "")
        turn.clicked.connect(self.view.turn)
        elsewhere = self._make_button("preview_elsewhere", "open", self.tr("Mở bằng chương trình khác"), "")
        elsewhere.clicked.connect(self.open_elsewhere)
        for widget in (self._back, self._where, self._next):
            row.addWidget(widget)
        row.addStretch()
        for widget in (smaller, fit, larger, turn, elsewhere):
            row.addWidget(widget)
        return bar

    def _make_button(self, name: str, picture: str, words: str, keys: str) -> QToolButton:
        button = named(QToolButton(), name, words)
        button.setIcon(icon(picture))
        button.setToolTip(words)
        button.setAutoRaise(True)
        if keys:
            button.setShortcut(QKeySequence(keys))
        return button

    def _turn_to(self, page: int) -> None:
        self._page = min(max(page, 0), self._pages - 1)
        self._say_where()
        self._width = 0
        self._pause.start()
        self.turned.emit()

    def _say_where(self) -> None:
        self._where.setText(self.tr("Trang {page} / {pages}").format(page=self._page + 1, pages=self._pages))
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page < self._pages - 1)

    def _zoom_by(self, factor: float) -> None:
        self.view.zoom_by(factor)
        self._pause.start()

    def _load(self) -> None:
        width = self.view.wanted_width()
        if self._path is None or width == self._width:
            return
        self._width = width
        file = self._passwords.path(self._path.name) if self._passwords.unlock(self._path.name) else self._path
        self._tasks.read(
            make_picture,
            self._reader,
            self._cache / "pictures" if file == self._path else file.parent,
            file,
            self._media_type,
            self._page,
            width,
            done=self._on_picture,
            failed=self._on_no_picture,
            key=self,
            slow=True,
        )

    def _on_picture(self, image: QImage) -> None:
        if self._path is None:
            return
        self.view.set_picture(image)
        self._stack.setCurrentIndex(0)
        self._bar.show()

    def _on_no_picture(self, error: UserError) -> None:
        if self._path is None:
            return
        self._say(message(error.code, error.facts))
        self._open.show()
        self._bar.hide()

    def _on_copied(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(self.tr("Máy này không có chương trình mở được tệp này."))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._stack.setCurrentIndex(1)
