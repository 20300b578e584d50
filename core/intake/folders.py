"""The watched folders."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from core.database.engine import Database, new_id, now
from core.database.tables import arrival, watched_folder
from core.errors import UserError
from core.files import path_text
from core.intake.records import Folder, Observe
from core.journal import Journal


class Folders:
    """Which folders are watched and how the last look at each went."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def all(self) -> list[Folder]:
        """In the order of their paths."""
        with self._database.read() as connection:
            return [_folder(row) for row in connection.execute(select(watched_folder).order_by(watched_folder.c.path))]

    def add(self, path: Path) -> Folder:
        """Watch a folder; one that is watched already stays as it is.

        Raises UserError: "folder_missing", "folder_in_workspace", "folder_name_unusable" (it is no text).
        """
        path = self.usable(path)
        text = path_text(path)
        if text != str(path):
            raise UserError("folder_name_unusable", path=text)
        with self._database.write() as connection:
            for row in connection.execute(select(watched_folder)).all():
                if os.path.normcase(row.path) == os.path.normcase(text):  # C:\Chung is c:\chung
                    return _folder(row)
            folder = Folder(new_id(), path, None, None)
            values = {"id": folder.id, "path": text, **self._database.stamp()}
            connection.execute(insert(watched_folder).values(values))
            self._journal.record(connection, "folder.added", f"folder:{folder.id}", None, {"path": text})
        return folder

    def remove(self, folder_id: str) -> None:
        """Watch it no longer; what arrived from it stays. Raises UserError("folder_unknown")."""
        with self._database.write() as connection:
            query = select(watched_folder.c.path).where(watched_folder.c.id == folder_id)
            path = connection.scalar(query)
            if path is None:
                raise UserError("folder_unknown", folder=folder_id)
            came = update(arrival).where(arrival.c.folder_id == folder_id)
            connection.execute(came.values(folder_id=None, **self._database.stamp()))
            connection.execute(delete(watched_folder).where(watched_folder.c.id == folder_id))
            self._journal.record(connection, "folder.removed", f"folder:{folder_id}", {"path": path}, None)

    def change(self, folder_id: str, *, observe: Observe | None = None, accepts_by_code: bool | None = None) -> Folder:
        """Set how a folder is watched; None leaves a setting. Raises UserError("folder_unknown")."""
        wanted = {"observe": observe, "accepts_by_code": accepts_by_code}
        with self._database.write() as connection:
            query = select(watched_folder).where(watched_folder.c.id == folder_id)
            row = connection.execute(query).mappings().one_or_none()
            if row is None:
                raise UserError("folder_unknown", folder=folder_id)
            after = {name: value for name, value in wanted.items() if value not in (None, row[name])}
            if after:
                changed = update(watched_folder).where(watched_folder.c.id == folder_id)
                connection.execute(changed.values(**after, **self._database.stamp()))
                before = {name: row[name] for name in after}
                self._journal.record(connection, "folder.changed", f"folder:{folder_id}", before, after)
            return _folder(connection.execute(query).one())

    def usable(self, path: Path) -> Path:
        """The absolute path of a folder that may be scanned.

        Raises UserError: "folder_missing", "folder_in_workspace" where it lies in the workspace or around it.
        """
        # Path.resolve would turn a mapped drive into the share behind it.
        path = Path(os.path.abspath(path))  # noqa: PTH100
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above is closed to us
            raise UserError("folder_missing", path=path_text(path))
        workspace, folder = self._database.path.parent.resolve(), path.resolve()
        if folder.is_relative_to(workspace) or workspace.is_relative_to(folder):
            raise UserError("folder_in_workspace", path=path_text(path))
        return path

    def looked(self, folder_id: str, problem: str | None) -> None:
        """Note how a look went; the time is kept of those that went well."""
        values: dict[str, Any] = {"problem": problem} if problem else {"problem": None, "looked_at": now()}
        with self._database.write() as connection:
            query = update(watched_folder).where(watched_folder.c.id == folder_id)
            connection.execute(query.values(**values, **self._database.stamp()))


def _folder(row: Row[Any]) -> Folder:
    return Folder(row.id, Path(row.path), row.looked_at, row.problem, row.observe, row.accepts_by_code)
