"""Office files as PDF, by the office program that this machine has: Word and its kin, or LibreOffice."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Literal, Protocol

from core.progress import Progress

Program = Literal["word", "excel", "powerpoint"]
LOOK_EVERY_SECONDS = 0.1
START_SECONDS = 60
SECONDS_A_FILE = 60
SCRIPT = Path(__file__).parents[2] / "resources" / "office" / "convert.ps1"
PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
# No macro, no link to other files or the web, no question: help.libreoffice.org, "Security" and "Expert Configuration".
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Save/Document", "WarnAlienFormat", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
)
_ITEM = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'


@dataclass(frozen=True)
class Paper:
    """An office file, the ending that says what it is, and where its PDF goes."""

    source: Path
    suffix: str
    program: Program
    target: Path


class Office(Protocol):
    """Makes PDFs of office files; `name` says which pages they will be."""

    @property
    def name(self) -> str: ...
    def convert(self, papers: Sequence[Paper], progress: Progress) -> None:
        """Write each target that can be made; what cannot is not there afterwards. Raises Cancelled."""
        ...


def find_office(profile: Path) -> Office | None:
    """What this machine has; `profile` is a folder for LibreOffice's own settings, apart from the person's."""
    if sys.platform == "win32" and _has_word():
        return MicrosoftOffice()
    program = shutil.which("soffice") or next((place for place in PLACES if Path(place).is_file()), None)
    return LibreOffice(Path(program), profile) if program else None


class LibreOffice:
    name = "libreoffice"

    def __init__(self, program: Path, profile: Path, start_seconds: float = START_SECONDS) -> None:
        self._program = program
        self._profile = profile
        self._start_seconds = start_seconds
        self._lock = Lock()  # one at a time may use a profile

    def convert(self, papers: Sequence[Paper], progress: Progress) -> None:
        """All in one go; what that did not bring, one by one: a file that ends the program costs only itself."""
        with self._lock:
            self._configure()
            self._run(papers, progress)
            missing = [paper for paper in papers if not paper.target.exists()]
            if len(papers) > 1:
                for paper in missing:
                    self._run([paper], progress)

    def _run(self, papers: Sequence[Paper], progress: Progress) -> None:
        with TemporaryDirectory(prefix="minhchung-", ignore_cleanup_errors=True) as folder:
            copies = [Path(folder) / f"{number}{paper.suffix}" for number, paper in enumerate(papers)]
            for copy, paper in zip(copies, papers, strict=True):
                shutil.copyfile(paper.source, copy)
            command = [str(self._program), f"-env:UserInstallation={self._profile.resolve().as_uri()}"]
            command += ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--convert-to", "pdf"]
            command += ["--outdir", str(Path(folder) / "made"), *map(str, copies)]
            _run(command, self._start_seconds + SECONDS_A_FILE * len(papers), progress)
            for copy, paper in zip(copies, papers, strict=True):
                made = Path(folder) / "made" / f"{copy.stem}.pdf"
                if made.is_file():
                    shutil.move(made, paper.target)

    def _configure(self) -> None:
        folder = self._profile / "user"
        folder.mkdir(parents=True, exist_ok=True)
        items = "".join(_ITEM.format(*setting) for setting in SETTINGS)
        file = folder / "registrymodifications.xcu"
        head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        file.write_text(f"{head}{items}</oor:items>", "utf-8")


class MicrosoftOffice:
    name = "microsoft"

    def convert(self, papers: Sequence[Paper], progress: Progress) -> None:
        with TemporaryDirectory(prefix="minhchung-", ignore_cleanup_errors=True) as folder:
            files: list[dict[str, str]] = []
            for number, paper in enumerate(papers):
                copy = Path(folder) / f"{number}{paper.suffix}"
                shutil.copyfile(paper.source, copy)
                files.append({"program": paper.program, "source": str(copy), "target": str(copy.with_suffix(".pdf"))})
            wanted = Path(folder) / "files.json"
            wanted.write_text(json.dumps(files), "utf-8")
            command = ["powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
            command += ["-File", str(SCRIPT), str(wanted)]
            _run(command, START_SECONDS + SECONDS_A_FILE * len(papers), progress)
            for file, paper in zip(files, papers, strict=True):
                if Path(file["target"]).is_file():
                    shutil.move(file["target"], paper.target)


def _run(command: Sequence[str], seconds: float, progress: Progress) -> None:
    """Run a program until it ends, its time is over or somebody cancels; all that it started ends with it."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, creationflags=flags, start_new_session=os.name != "nt", **quiet)  # pyright: ignore
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOK_EVERY_SECONDS)
                return
            progress.check()
    finally:
        if process.poll() is None:
            _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _has_word() -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except OSError:
        return False
    return True
