"""What is dragged: documents of the library, evidence of a criterion, files from Explorer."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt

DOCUMENTS = "application/x-minhchung-documents"
EVIDENCE = "application/x-minhchung-evidence"
FILES = "text/uri-list"
ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction  # gui/widgets/trees.py sees to it that no file is moved


def of_documents(document_ids: Sequence[str]) -> QMimeData:
    return _pack(DOCUMENTS, document_ids)


def of_evidence(evidence_ids: Sequence[str]) -> QMimeData:
    return _pack(EVIDENCE, evidence_ids)


def documents(data: QMimeData) -> list[str]:
    return _unpack(DOCUMENTS, data)


def evidence(data: QMimeData) -> list[str]:
    return _unpack(EVIDENCE, data)


def files(data: QMimeData) -> list[Path]:
    """The files that were dragged from outside; web addresses and folders are left out."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def is_known(data: QMimeData) -> bool:
    return data.hasFormat(DOCUMENTS) or data.hasFormat(EVIDENCE) or any(url.isLocalFile() for url in data.urls())


def _pack(kind: str, ids: Sequence[str]) -> QMimeData:
    data = QMimeData()
    data.setData(kind, json.dumps(list(ids)).encode())
    return data


def _unpack(kind: str, data: QMimeData) -> list[str]:
    return json.loads(bytes(data.data(kind).data())) if data.hasFormat(kind) else []
