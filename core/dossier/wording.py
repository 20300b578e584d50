"""Every word that the dossier prints, from a file beside the program."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "resources" / "dossier"


class Wording:
    """Words by section and name. What is asked for and not there is a bug: KeyError."""

    def __init__(self, words: dict[str, Any]) -> None:
        self._words = words

    @property
    def language(self) -> str:
        """After BCP 47."""
        return self._words["language"]

    def __call__(self, section: str, name: str, **facts: object) -> str:
        """The words with the facts filled in."""
        words: str = self._words[section][name]
        return words.format(**facts) if facts else words


@cache
def vietnamese() -> Wording:
    return Wording(tomllib.loads((FOLDER / "wording-vi.toml").read_text("utf-8")))
