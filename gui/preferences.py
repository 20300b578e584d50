"""What this person on this computer prefers; never the office's data, which belong to the workspace."""

import getpass
from pathlib import Path
from typing import TypeVar

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")
FILE = "minhchung.ini"


class Preferences:
    """Kept in an ini file; what is missing or of a wrong kind counts as never set."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(
            str(path or user_config_path("MinhChung", appauthor=False) / FILE), QSettings.Format.IniFormat
        )

    @property
    def workspace(self) -> Path | None:
        """The folder that was open last."""
        words = self._get("workspace", "")
        return Path(words) if words else None

    @workspace.setter
    def workspace(self, folder: Path) -> None:
        self._set("workspace", str(folder))

    @property
    def language(self) -> str:
        return self._get("language", "vi")

    @language.setter
    def language(self, code: str) -> None:
        self._set("language", code)

    @property
    def person(self) -> str:
        """The name that records and the journal carry."""
        return self._get("person", "") or getpass.getuser()

    @person.setter
    def person(self, name: str) -> None:
        self._set("person", name.strip())

    @property
    def unit(self) -> str:
        """The unit of the office that this person works in; "" where nobody said."""
        return self._get("unit", "")

    @unit.setter
    def unit(self, name: str) -> None:
        self._set("unit", name)

    def layout(self, part: str) -> QByteArray:
        """How a window or a splitter was left; empty where it never was."""
        return self._get(f"layout/{part}", QByteArray())

    def keep_layout(self, part: str, state: QByteArray) -> None:
        self._set(f"layout/{part}", state)

    def choices(self, part: str) -> str:
        """What was last chosen somewhere, as text; "" where nothing ever was."""
        return self._get(f"choices/{part}", "")

    def keep_choices(self, part: str, words: str) -> None:
        self._set(f"choices/{part}", words)

    def save(self) -> None:
        self._settings.sync()

    def _get(self, key: str, otherwise: T) -> T:
        value = self._settings.value(key, otherwise)
        return value if isinstance(value, type(otherwise)) else otherwise

    def _set(self, key: str, value: object) -> None:
        self._settings.setValue(key, value)
