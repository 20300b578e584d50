"""The appraisal's own wording of its dossier."""

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from core.catalogue.tree import load_appraisal
from core.database import tables
from core.database.engine import Database, new_id
from core.dossier.wording import LOGO, Words, vietnamese
from core.errors import UserError
from core.journal import Journal
from core.reading.worker import Worker, WorkerError

TABLE = tables.wording
LOGO_SIZE = (600, 600)  # points of the picture, more than print shows
LOGO_FORMATS = ("PNG", "JPEG", "BMP", "WEBP", "GIF", "TIFF")  # others, such as EPS, would start programs to draw them


@dataclass(frozen=True)
class Phrase:
    """Some words of the dossier; `default` are those of the program."""

    section: str
    name: str
    text: str
    default: str

    @property
    def key(self) -> str:
        return f"{self.section}.{self.name}"


class Wordings:
    """One method is one transaction."""

    def __init__(self, database: Database, journal: Journal, worker: Worker) -> None:
        self._database = database
        self._journal = journal
        self._worker = worker

    def words(self) -> Words:
        """What the appraisal has of its own."""
        with self._database.read() as connection:
            return _own(connection)

    def all(self) -> tuple[Phrase, ...]:
        own = self.words()
        return tuple(
            Phrase(section, name, own.get(section, {}).get(name, default), default)
            for section, names in vietnamese().defaults.items()
            for name, default in names.items()
        )

    def set(self, key: str, text: str) -> None:
        """Give words ("section.name") another text; facts stay in {braces}.

        Raises UserError: "wording_unknown" (key), "wording_facts_wrong" (key, known).
        """
        section, _, name = key.partition(".")
        default = vietnamese().defaults.get(section, {}).get(name)
        if default is None:
            raise UserError("wording_unknown", key=key)
        known, text = _facts(default), text.strip()
        try:
            fits = _facts(text) <= known
        except ValueError:
            fits = False
        if not fits:
            raise UserError("wording_facts_wrong", key=key, known=", ".join(f"{{{fact}}}" for fact in sorted(known)))
        self._put(section, name, None if text == default else text)

    def reset(self, key: str | None = None) -> None:
        """Take the appraisal's own words back, all where none are named; the logo stays then."""
        if key is not None:
            section, _, name = key.partition(".")
            self._put(section, name, None)
            return
        for section, names in self.words().items():
            for name in names:
                if (section, name) != LOGO:
                    self._put(section, name, None)

    def set_logo(self, path: Path | None) -> None:
        """A picture for the cover; None takes it away. Raises UserError("logo_unreadable", path)."""
        if path is None:
            self._put(*LOGO, None)
            return
        try:
            picture = self._worker.run(read_logo, path)
        except (WorkerError, UserError) as error:
            raise UserError("logo_unreadable", path=str(path)) from error
        self._put(*LOGO, b64encode(picture).decode())

    def _put(self, section: str, name: str, text: str | None) -> None:
        with self._database.write() as connection:
            appraisal = load_appraisal(connection)
            before = _own(connection).get(section, {}).get(name)
            if before == text:
                return
            connection.execute(delete(TABLE).where(_place(appraisal.id, section, name)))
            if text is not None:
                row = {"id": new_id(), "appraisal_id": appraisal.id, "section": section, "name": name, "text": text}
                connection.execute(insert(TABLE).values(**row, **self._database.stamp()))
            facts = [None if one is None else {"key": f"{section}.{name}", "text": one} for one in (before, text)]
            self._journal.record(connection, "dossier.worded", f"appraisal:{appraisal.id}", *facts)


def read_logo(path: Path) -> bytes:
    """A picture as PNG of a sensible size. Runs in the worker. Raises UserError("damaged")."""
    from PIL import Image

    try:
        with Image.open(path, formats=LOGO_FORMATS) as image:
            picture = image.convert("RGBA")
            picture.thumbnail(LOGO_SIZE)
            stream = BytesIO()
            picture.save(stream, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UserError("damaged") from error
    return stream.getvalue()


def _facts(text: str) -> set[str]:
    """The names in braces; raises ValueError for braces that are not pairs, or with more than a name between them."""
    parts = list(Formatter().parse(text))
    if any(form or conversion for _, _, form, conversion in parts):
        raise ValueError(text)  # "{pages:x}" would fail in the printing
    return {name for _, name, _, _ in parts if name is not None}


def _own(connection: Connection) -> dict[str, dict[str, str]]:
    query = select(TABLE).where(TABLE.c.appraisal_id == load_appraisal(connection).id)
    own: dict[str, dict[str, str]] = {}
    for row in connection.execute(query.order_by(TABLE.c.section, TABLE.c.name)):
        own.setdefault(row.section, {})[row.name] = row.text
    return own


def _place(appraisal_id: str, section: str, name: str) -> ColumnElement[bool]:
    return (TABLE.c.appraisal_id == appraisal_id) & (TABLE.c.section == section) & (TABLE.c.name == name)
