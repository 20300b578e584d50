"""Runs one command and turns whatever happens into an exit status and a sentence."""

import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from platformdirs import user_log_path
from PySide6.QtCore import QCoreApplication

from core.errors import UserError
from core.progress import Cancelled
from gui.messages import message, translate
from gui.translators import install_language, uninstall_language

FLAGS = {"--json"}
VALUED = {"--workspace", "--language", "--appraisal"}
LOG = "minhchung.log"


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; returns the exit status. Nothing is raised, no traceback is printed."""
    _speak_utf8()
    first, rest = hoist(arguments)
    language = _value(first, "--language")
    if not rest and _value(first, "--appraisal") is None:  # the window has its own way to choose one
        workspace = _value(first, "--workspace")
        return _open_window(Path(workspace) if workspace else None, language)
    application = QCoreApplication.instance() or QCoreApplication([])  # translators hang on it
    install_language(language or "vi")
    outcome = _run_command([*first, *rest], as_json="--json" in first)
    if isinstance(outcome, int):
        return outcome
    uninstall_language()
    application.shutdown()  # the window brings its own
    return _open_window(outcome, language)


def hoist(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options that every command takes, wherever they stand, and all the rest in its order."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument in FLAGS or ("=" in argument and argument.partition("=")[0] in VALUED):
            first.append(argument)
        elif argument in VALUED and (value := next(waiting, None)) is not None:
            first += [argument, value]
        else:
            rest.append(argument)
    return first, rest


def _value(options: Sequence[str], name: str) -> str | None:
    for place, option in enumerate(options):
        if option == name:
            return options[place + 1]  # hoist takes no such option without its value
        if option.startswith(f"{name}="):
            return option.partition("=")[2]
    return None


def _run_command(arguments: list[str], as_json: bool) -> int | Path:
    """The exit status, or the workspace on which the window is to be opened."""
    # The words of --help are chosen when these modules load: after the language.
    import typer
    from typer.main import get_command

    from gui.command_line.app import app
    from gui.command_line.session import MENDABLE, WRONG_USAGE
    from gui.command_line.usage import usage_words

    try:
        return get_command(app).main(arguments, prog_name="minh-chung", standalone_mode=False) or 0
    except UserError as error:
        return _fail(as_json, MENDABLE, error.code, message(error.code, error.facts), error.facts)
    except (KeyboardInterrupt, Cancelled, typer.Abort):
        return _fail(as_json, MENDABLE, "stopped", translate("cli", "Đã dừng theo yêu cầu."), {})
    except typer.TyperException as error:
        words = translate("cli", "Dùng sai lệnh: {problem} Gõ --help để xem cách dùng.")
        return _fail(as_json, WRONG_USAGE, "usage", words.format(problem=usage_words(error)), {})
    except Exception as error:
        if isinstance(error, OSError) and error.filename:  # a place that this person may not write to, a full disk
            words = translate("cli", "Không đọc hoặc ghi được {path}: {reason}.")
            facts = {"path": str(error.filename), "reason": error.strerror}
            return _fail(as_json, MENDABLE, "file_trouble", words.format(**facts), facts)
        workspace = _value(arguments, "--workspace") or os.environ.get("MINHCHUNG_WORKSPACE")
        log = _log_bug(Path(workspace) if workspace else None)
        words = translate("cli", "Chương trình gặp sự cố ngoài dự kiến. Hãy gửi tệp {log} cho người hỗ trợ.")
        return _fail(as_json, MENDABLE, "bug", words.format(log=log), {"log": str(log)})


def _fail(as_json: bool, status: int, code: str, words: str, facts: Mapping[str, Any]) -> int:
    """Say what went wrong: a line on stderr and, where JSON is asked for, an object on stdout."""
    words = " ".join(words.split())
    if as_json:
        value = {"error": code, "message": words, **facts}
        print(json.dumps(value, ensure_ascii=False, default=str))
    print(words, file=sys.stderr)
    return status


def _log_bug(workspace: Path | None) -> Path:
    """Write the traceback down where help can find it: with the workspace, else with this person's logs."""
    folders = [user_log_path("MinhChung", appauthor=False)]
    if workspace and workspace.is_dir():
        folders.insert(0, workspace / "logs")
    for folder in folders:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / LOG).open("a", encoding="utf-8") as stream:
                stream.write(f"{datetime.now().astimezone().isoformat()}\n{traceback.format_exc()}\n")
            return folder / LOG
    return folders[-1] / LOG


def _speak_utf8() -> None:
    """As on Linux, on a Windows console and through its pipes too; file names that are no text must not stop it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_window(workspace: Path | None, language: str | None) -> int:
    from gui.app import run as run_window
    from gui.preferences import Preferences

    preferences = Preferences()
    if language:
        preferences.language = language
    return run_window(workspace, preferences)
