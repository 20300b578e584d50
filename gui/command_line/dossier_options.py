"""The choices for a dossier as options of a command: the same for each command that prints one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any, cast, get_args

import typer

from core.dossier.options import PARTS, Options, Order, PhotosPerPage, Preset
from gui.command_line.evidence_commands import Unit
from gui.command_line.library_commands import parse_day
from gui.messages import translate

PartName = StrEnum("PartName", [(part, part) for part in PARTS])


def choices(
    criterion: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", show_default=False, help=translate("cli", "Chỉ tiêu chí này; lặp lại được.")),
    ] = None,
    unit: Unit = None,
    list_only: Annotated[
        bool, typer.Option("--list-only", help=translate("cli", "Chỉ in danh mục, không kèm tài liệu."))
    ] = False,
    without: Annotated[
        list[PartName] | None,  # pyright: ignore[reportInvalidTypeForm] - made of PARTS
        typer.Option(show_default=False, help=translate("cli", "Bỏ phần này; lặp lại được.")),
    ] = None,
    order: Annotated[
        Order,
        typer.Option(help=translate("cli", "Xếp tài liệu theo tiêu chí (criterion) hay ngày ban hành (date).")),
    ] = "criterion",
    max_pages: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, show_default=False, help=translate("cli", "Mỗi tập nhiều nhất N trang.")),
    ] = None,
    max_megabytes: Annotated[
        float | None,
        typer.Option(metavar="N", min=0.1, show_default=False, help=translate("cli", "Mỗi tập nhiều nhất N MB.")),
    ] = None,
    preset: Annotated[
        Preset,
        typer.Option(help=translate("cli", "Độ nét của ảnh: để in (print), để xem (screen), để gửi thư (email).")),
    ] = "print",
    dpi: Annotated[
        int | None,
        typer.Option(metavar="N", min=50, max=600, show_default=False, help=translate("cli", "Độ nét bằng số dpi.")),
    ] = None,
    photos: Annotated[
        int, typer.Option(metavar="1|2|4", help=translate("cli", "Số ảnh trên một trang: 1, 2 hoặc 4."))
    ] = 1,
    odd_starts: Annotated[
        bool, typer.Option("--odd-starts", help=translate("cli", "Mỗi tài liệu bắt đầu ở trang lẻ, để in hai mặt."))
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            show_default=False,
            help=translate("cli", "Hồ sơ bổ sung: chỉ những gì thay đổi kể từ hồ sơ đã niêm phong này."),
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="D", show_default=False, help=translate("cli", "Ngày ghi trên hồ sơ.")),
    ] = None,
) -> Options:
    if photos not in get_args(PhotosPerPage):
        raise typer.BadParameter(translate("cli", "Số ảnh trên một trang: 1, 2 hoặc 4."))
    left_out = {str(part) for part in without or ()} | ({"documents"} if list_only else set())
    return Options(
        parts=frozenset(part for part in PARTS if part not in left_out),
        order=order,
        criteria=tuple(criterion or ()),
        unit=unit,
        since=since,
        max_pages=max_pages,
        max_megabytes=max_megabytes,
        preset=preset,
        dpi=dpi,
        photos_per_page=cast(PhotosPerPage, photos),
        odd_starts=odd_starts,
        on=parse_day(day) if day else None,
    )


def with_choices(command: Callable[..., int]) -> Callable[..., int]:
    """A command that has the options of `choices`, too; what was chosen is handed to it as `options`."""
    asked = inspect.signature(choices, eval_str=True).parameters
    own = inspect.signature(command, eval_str=True)
    parameters = [one for name, one in own.parameters.items() if name != "options"] + list(asked.values())

    @wraps(command)
    def run(**given: Any) -> int:
        return command(options=choices(**{name: given.pop(name) for name in asked}), **given)

    run.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": int}
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined] - what typer looks at
    del run.__wrapped__  # type: ignore[attr-defined] - its signature is another one
    return run
