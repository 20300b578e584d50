"""How a dossier was last chosen for an appraisal, kept as text."""

import json
from dataclasses import replace
from typing import Any, get_args

from core.dossier.options import PARTS, Options, Order, PhotosPerPage, Preset


def to_text(options: Options, path: str) -> str:
    values = vars(options) | {"parts": sorted(options.parts), "path": path, "on": None}
    return json.dumps(values, ensure_ascii=False)


def from_text(text: str) -> tuple[Options, str]:
    """Options and path; what is missing, or what this program does not know, is as if it were never chosen."""
    try:
        values: dict[str, Any] = dict(json.loads(text or "{}"))
    except (ValueError, TypeError):
        values = {}
    options, path = Options(), values.get("path")
    parts = values.get("parts")
    if isinstance(parts, list):
        options = replace(options, parts=frozenset(part for part in PARTS if part in parts))
    for name, known in (("order", Order), ("photos_per_page", PhotosPerPage), ("preset", Preset)):
        if values.get(name) in get_args(known):
            options = replace(options, **{name: values[name]})
    for name, kind in (
        ("max_pages", int),
        ("max_megabytes", float),
        ("odd_starts", bool),
        ("unit", str),
        ("since", str),
    ):
        if isinstance(values.get(name), kind):
            options = replace(options, **{name: values[name]})
    if isinstance(criteria := values.get("criteria"), list):
        options = replace(options, criteria=tuple(map(str, criteria)))
    return options, path if isinstance(path, str) else ""
