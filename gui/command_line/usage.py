"""What is wrong with the arguments of a command, in words; typer's own are English."""

import re

import typer

from gui.messages import translate

NO_COMMAND = re.compile(r"""No such command (['"])(.*?)\1\.?(?: Did you mean .*)?""")
TOO_MUCH = re.compile(r"Got unexpected extra arguments? ?(?:\(s\) )?\((.*)\)")


def usage_words(error: typer.TyperException) -> str:
    """A sentence; what a command found out itself is in words already."""
    name = _name(error)
    match type(error).__name__:
        case "MissingParameter":
            return translate("cli", "Thiếu {name}.").format(name=name)
        case "NoSuchOption":
            return translate("cli", "Không có tuỳ chọn {name}.").format(name=name)
        case "BadOptionUsage":
            return translate("cli", "Thiếu giá trị của {name}.").format(name=name)
        case "BadParameter" if getattr(error, "param", None):
            return translate("cli", "Giá trị của {name} chưa đúng.").format(name=name)
        case "BadParameter":
            return f"{name}: {error.message}" if name else error.message
    if found := NO_COMMAND.fullmatch(error.message):
        return translate("cli", "Không có lệnh {name}.").format(name=found[2])
    if found := TOO_MUCH.fullmatch(error.message):
        return translate("cli", "Thừa: {name}.").format(name=found[1])
    return error.format_message()


def _name(error: typer.TyperException) -> str:
    """Of the argument or option that it is about; "" where it is about none."""
    param = getattr(error, "param", None)
    options = [one for one in getattr(param, "opts", ()) if one.startswith("-")]
    name = options[0] if options else getattr(param, "metavar", "")
    return str(name or getattr(error, "param_hint", None) or getattr(error, "option_name", None) or "")
