"""Every word that the dossier prints, from a file beside the program; an appraisal may have its own instead."""

import tomllib
from base64 import b64decode
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "resources" / "dossier"
LOGO = ("look", "logo")  # a picture as PNG in base64

Words = Mapping[str, Mapping[str, str]]  # by section and name


class Wording:
    """Words by section and name. What is asked for and not there is a bug: KeyError."""

    def __init__(self, words: dict[str, Any], own: Words | None = None) -> None:
        self._words = words
        self._own = own or {}

    def but(self, own: Words) -> "Wording":
        """With an appraisal's own words in the place of these; what is not known is left aside."""
        return Wording(self._words, own)

    @property
    def language(self) -> str:
        """After BCP 47."""
        return self._words["language"]

    @property
    def logo(self) -> bytes:
        """A picture as PNG; nothing where there is none."""
        section, name = LOGO
        return b64decode(self._own.get(section, {}).get(name, ""))

    @property
    def defaults(self) -> Words:
        return {section: words for section, words in self._words.items() if section != "language"}

    def __call__(self, section: str, name: str, **facts: object) -> str:
        """The words with the facts filled in."""
        default: str = self._words[section][name]
        words = self._own.get(section, {}).get(name, default)
        return words.format(**facts) if facts else words


@cache
def vietnamese() -> Wording:
    return Wording(tomllib.loads((FOLDER / "wording-vi.toml").read_text("utf-8")))
