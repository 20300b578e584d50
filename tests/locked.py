"""Files that only a password opens."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pikepdf
from msoffcrypto.format.ooxml import OOXMLFile

Revision = Literal[3, 4, 6]


def lock_pdf(source: Path, target: Path, password: str, revision: Revision = 6) -> Path:
    with pikepdf.open(source) as pdf:
        settings = pikepdf.Encryption(
            owner=password, user=password, R=revision, aes=revision > 3, metadata=revision > 3
        )
        pdf.save(target, encryption=settings)
    return target


def lock_office(save: Callable[[io.BytesIO], object], target: Path, password: str) -> Path:
    """A docx, xlsx or pptx as Office encrypts it; `save` writes it open."""
    plain = io.BytesIO()
    save(plain)
    with target.open("wb") as stream:
        OOXMLFile(plain).encrypt(password, stream)
    return target
