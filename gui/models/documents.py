"""The documents of the library as a table that holds only the rows in view: 100,000 of them scroll like ten."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt

from core.library.records import Document
from core.text import code_key, fold
from core.workspace import Workspace
from gui import mime
from gui.models.indexes import TOP, Index
from gui.widgets.parts import tip

Fetch = Callable[[Sequence[str]], list[Document]]

SYMBOL, DATE, TYPE, ISSUER, SUBJECT, PAGES, CODE, ADDED, FULL = range(9)
# What the listing sorts by when the head of a column is clicked.
SORTS = {
    SYMBOL: "symbol",
    DATE: "issued_on",
    TYPE: "type",
    ISSUER: "issuer",
    SUBJECT: "subject",
    PAGES: "pages",
    CODE: "code",
    ADDED: "added_at",
}
MOST_FOUND = 500  # a search shows the best ones
SHORTEST_CODE = 3  # characters
WINDOW = 200
WINDOWS_KEPT = 8


@dataclass(frozen=True)
class Wanted:
    """Which documents and in which order; `sort` "" is the best hit first, or the newest first without words."""

    words: str = ""
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True)
class Listed:
    """The ids that were wanted, and the evidence codes of documents by id."""

    ids: list[str]
    codes: dict[str, str]


def load_listed(workspace: Workspace, wanted: Wanted) -> Listed:
    listing, codes = workspace.listing, workspace.codes.all()
    found = None
    if wanted.words.strip():
        by_code = _with_code(codes, wanted.words)
        by_words = [hit.document.id for hit in workspace.search.find(wanted.words, MOST_FOUND)]
        found = list(dict.fromkeys([*by_code, *by_words]))
    if found is not None and not wanted.sort:
        return Listed(found, codes)
    if wanted.sort != "code":
        by_field = (wanted.sort, wanted.descending) if wanted.sort else ("added_at", True)
        return Listed(listing.ids(*by_field, among=found), codes)
    ids = listing.ids(among=found)
    coded = sorted(
        (one for one in ids if one in codes), key=lambda one: code_key(codes[one]), reverse=wanted.descending
    )
    return Listed(coded + [one for one in ids if one not in codes], codes)


def _with_code(codes: Mapping[str, str], words: str) -> list[str]:
    """The documents whose evidence code begins so; a bare number is rather that of a document."""
    begin = fold(words.strip())
    if len(begin) < SHORTEST_CODE or begin.isdigit():
        return []
    return sorted((key for key, code in codes.items() if fold(code).startswith(begin)), key=lambda key: codes[key])


def date_words(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def name_words(document: Document) -> str:
    """What a person calls it: its subject, or the name of its file where it has none."""
    return document.description.subject or document.name


def full_words(document: Document) -> str:
    """Symbol, date and what it is called, in one line."""
    described = document.description
    head = ", ".join(filter(None, (described.symbol, date_words(described.issued_on))))
    return ": ".join(filter(None, (head, name_words(document))))


class DocumentsModel(QAbstractTableModel):
    """Ids come from a listing; rows are fetched by windows when they come into view (about 2 ms each)."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: list[str] = []
        self._codes: Mapping[str, str] = {}
        self._windows: OrderedDict[int, list[Document]] = OrderedDict()

    def load(self, ids: list[str], codes: Mapping[str, str]) -> None:
        """Show these; where they are the same as before, only what they say is read again."""
        self._codes = codes
        if ids == self._ids:
            self._windows.clear()
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, FULL))
            return
        self.beginResetModel()
        self._windows.clear()
        self._ids = ids
        self.endResetModel()

    def id_at(self, index: Index) -> str | None:
        return self._ids[index.row()] if index.isValid() else None

    def index_of(self, document_id: str) -> QModelIndex:
        try:
            return self.index(self._ids.index(document_id), 0)
        except ValueError:
            return QModelIndex()

    def document(self, row: int) -> Document | None:
        """None where it is gone since the listing was made."""
        start = row - row % WINDOW
        if start not in self._windows:
            self._windows[start] = self._fetch_window(start)
            while len(self._windows) > WINDOWS_KEPT:
                self._windows.popitem(last=False)
        self._windows.move_to_end(start)
        return self._windows[start][row - start]

    def _fetch_window(self, start: int) -> list[Any]:
        ids = self._ids[start : start + WINDOW]
        found = {document.id: document for document in self._fetch(ids)}
        return [found.get(document_id) for document_id in ids]

    # Qt's own names from here on

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else FULL + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            SYMBOL: self.tr("Số, ký hiệu"),
            DATE: self.tr("Ngày"),
            TYPE: self.tr("Loại"),
            ISSUER: self.tr("Cơ quan ban hành"),
            SUBJECT: self.tr("Trích yếu"),
            PAGES: self.tr("Số trang"),
            CODE: self.tr("Mã"),
            ADDED: self.tr("Ngày thêm"),
            FULL: self.tr("Tài liệu"),
        }[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == PAGES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        document = self.document(index.row())
        words = self._words(document, index.column()) if document else ""
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def _words(self, document: Document, column: int) -> str:
        described = document.description
        return {
            SYMBOL: described.symbol,
            DATE: date_words(described.issued_on),
            TYPE: described.type or "",
            ISSUER: described.issuer or "",
            SUBJECT: name_words(document),
            PAGES: "" if document.pages is None else str(document.pages),
            CODE: self._codes.get(document.id, ""),
            ADDED: date_words(document.added_at.astimezone().date()),
            FULL: full_words(document),
        }[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [mime.DOCUMENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = dict.fromkeys(index.row() for index in indexes)  # a view leaves out the cells of columns that it hides
        return mime.of_documents([self._ids[row] for row in rows])

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
