"""Records as plain JSON and back, so that what a dossier was printed from can be kept. Pure."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def freeze(value: object) -> Any:
    """Plain JSON of a record, of plain values, dates, and of tuples, sets and mappings of them. Sets are sorted."""
    if value is None or isinstance(value, str | int | float):
        return value
    if names := _names(type(value)):
        return {name: freeze(getattr(value, name)) for name in names}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): freeze(one) for key, one in cast("Mapping[object, object]", value).items()}
    if isinstance(value, frozenset | set):
        return sorted(map(freeze, cast("set[object]", value)))
    if isinstance(value, tuple | list):
        return [freeze(one) for one in cast("list[object]", value)]
    return value


@cache
def _names(kind: type[object]) -> tuple[str, ...]:
    """Of the fields of a record; none for what is no record."""
    return tuple(field.name for field in fields(kind) if field.init) if is_dataclass(kind) else ()


def thaw(kind: type[T], value: Any) -> T:
    """The record of this kind that was frozen; what a later version of it has besides is as its default."""
    return _thaw(kind, value)


def thaw_fields(kind: type[object], values: Mapping[str, Any]) -> dict[str, Any]:
    """Some fields of a record that was frozen."""
    hints = _hints(kind)
    return {name: _thaw(hints[name], value) for name, value in values.items() if name in hints}


def digest(frozen: object) -> str:
    """SHA-256 of plain JSON, whatever the order of its keys."""
    return sha256(json.dumps(frozen, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _thaw(kind: Any, value: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return None if value is None else _thaw(next(one for one in arguments if one is not NoneType), value)
    if origin is Literal or kind in (Any, object):
        return value
    if origin in (tuple, list):
        return tuple(_thaw(arguments[0], one) for one in value)
    if origin is frozenset:
        return frozenset(_thaw(arguments[0], one) for one in value)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _thaw(arguments[1], one) for key, one in value.items()}
    if is_dataclass(kind):
        return cast("Callable[..., object]", kind)(**thaw_fields(cast("type[object]", kind), value))
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return Path(value) if kind is Path else value


@cache
def _hints(kind: type[object]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind) if field.init}  # pyright: ignore[reportArgumentType]
