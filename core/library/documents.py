"""The documents of the library: add, describe, find by id."""

from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from core.database.engine import Database, begins, new_id, now
from core.database.tables import document, original, revision
from core.errors import UserError
from core.files import is_passing, path_text
from core.journal import Journal
from core.library.descriptions import Descriptions, Value, tidied
from core.library.originals import Originals
from core.library.records import Added, Document, Outcome, Revision
from core.library.rows import document_of, load_documents, texts_of
from core.library.search import Search
from core.progress import Progress
from core.reading.description import Description
from core.text import nfc


class Documents:
    """The library. Every document has at least one revision; the bytes of none are ever changed."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        originals: Originals,
        descriptions: Descriptions,
        search: Search,
    ) -> None:
        self._database = database
        self._journal = journal
        self._originals = originals
        self._descriptions = descriptions
        self._search = search

    def add(self, path: Path, name: str | None = None, source: str = "", progress: Progress | None = None) -> Added:
        """Take a file in, read it and describe it as read; bytes that are here already make no second document.

        `source` says where it came from, the path where nothing better is known. Raises UserError as Originals.keep
        does, "file_harmful" for programs, scripts and shortcuts, and "file_passing" for what programs leave behind.
        """
        name = kept_name(name or path.name)
        if is_passing(name):
            raise UserError("file_passing", path=path_text(path))
        sha256 = self._originals.keep(path, progress)
        self._originals.read(sha256, name)
        with self._database.write() as connection:
            document_id, outcome = self.add_original(connection, sha256, name, source or path_text(path))
            return Added(outcome, document_of(connection, document_id))

    def add_original(self, connection: Connection, sha256: str, name: str, source: str) -> tuple[str, Outcome]:
        """Make the document of a kept file in the caller's transaction, or find the one that has these bytes."""
        known = connection.scalar(select(revision.c.document_id).where(revision.c.sha256 == sha256))
        if known:
            return known, "duplicate"
        read = connection.execute(
            select(original.c.description, original.c.sources).where(original.c.sha256 == sha256)
        ).one()
        description = tidied(Description.from_json(read.description))
        document_id, stamp = new_id(), self._database.stamp()
        row = {"id": document_id, "added_at": now(), "added_by": self._database.actor, "sources": read.sources}
        connection.execute(insert(document).values(**row, **vars(description), **stamp))
        self._add_revision(connection, document_id, 1, sha256, name, source)
        facts = {"name": name, "sha256": sha256, "source": source, "description": description.to_json()}
        self._journal.record(connection, "document.added", f"document:{document_id}", None, facts)
        self._search.refresh(connection, document_id)
        return document_id, "added"

    def revise(self, connection: Connection, document_id: str, sha256: str, name: str, source: str) -> None:
        """Make a kept file the current revision of a document, in the caller's transaction.

        The revisions before it stay, and so does what a person wrote in the description. Raises
        UserError("document_unknown").
        """
        before = document_of(connection, document_id)
        last = select(func.max(revision.c.number)).where(revision.c.document_id == document_id)
        self._add_revision(connection, document_id, connection.execute(last).scalar_one() + 1, sha256, name, source)
        facts = {"name": before.name, "sha256": before.sha256}, {"name": name, "sha256": sha256, "source": source}
        self._journal.record(connection, "document.revised", f"document:{document_id}", *facts)
        self._descriptions.follow(connection, document_id)

    def _add_revision(
        self, connection: Connection, document_id: str, number: int, sha256: str, name: str, source: str
    ) -> None:
        row = {"id": new_id(), "document_id": document_id, "number": number, "sha256": sha256}
        values = {**row, "name": name, "source": source, **self._database.stamp()}
        connection.execute(insert(revision).values(values))

    def all(self) -> list[Document]:
        """In the order of adding."""
        with self._database.read() as connection:
            return load_documents(connection)

    def get(self, prefix: str) -> Document:
        """By id or an unambiguous start of one. Raises UserError: "document_unknown", "document_ambiguous"."""
        with self._database.read() as connection:
            found = load_documents(connection, begins(document.c.id, prefix))
        if not prefix or not found:
            raise UserError("document_unknown", prefix=prefix)
        if len(found) > 1:
            raise UserError("document_ambiguous", prefix=prefix, matches=[one.id for one in found])
        return found[0]

    def revisions(self, document_id: str) -> list[Revision]:
        """All files that a document was, the first one first. Raises UserError("document_unknown")."""
        columns = [revision.c[name] for name in ("number", "sha256", "name", "source")]
        stamps = revision.c.changed_at, revision.c.changed_by
        query = select(*columns, original.c.size, original.c.pages, *stamps).join(original)
        with self._database.read() as connection:
            document_of(connection, document_id)
            rows = connection.execute(query.where(revision.c.document_id == document_id).order_by(revision.c.number))
            return [Revision(*row) for row in rows]

    def replace(self, document_id: str, path: Path) -> Document:
        """Take a file in as the next revision of a document: it stands in all its links from now on.

        Raises UserError: "document_unknown", "file_harmful", "file_known" (name) where its bytes are in the library
        already, and as Originals.keep does.
        """
        name = kept_name(path.name)
        sha256 = self._originals.keep(path)
        self._originals.read(sha256, name)
        with self._database.write() as connection:
            known = connection.execute(select(revision.c.name).where(revision.c.sha256 == sha256)).first()
            if known:
                raise UserError("file_known", name=known.name)
            self.revise(connection, document_id, sha256, name, path_text(path))
            return document_of(connection, document_id)

    def describe(self, document_id: str, **fields: Value) -> Document:
        """Change fields of the description; None empties one. Raises UserError: "document_unknown", "field_unknown"."""
        with self._database.write() as connection:
            self._descriptions.change(connection, document_id, fields)
            return document_of(connection, document_id)

    def text(self, document_id: str) -> str:
        """What was read of its content, in NFC."""
        with self._database.read() as connection:
            texts = texts_of(connection, [document_id])
        if document_id not in texts:
            raise UserError("document_unknown", prefix=document_id)
        return texts[document_id]


def kept_name(name: str) -> str:
    """A file name as it is kept and shown: NFC, and only what can be printed."""
    return nfc(path_text(name))
