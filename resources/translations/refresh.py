"""Brings the translations up to date: new words of the code into en.ts, en.ts and qt_vi.ts into what the program loads.

`python resources/translations/refresh.py` after words were changed; then translate what is unfinished in en.ts (Qt
Linguist, or by hand) and run it again. With `--check` nothing is written, and it fails where something is missing.
"""

import argparse
import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
ENGLISH = "en.ts"
FILES = (ENGLISH, "qt_vi.ts")  # the second is not from our code: it is the words of Qt that a person sees


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        refresh(FOLDER)
        sys.stdout.write("\n".join([*untranslated(FOLDER / ENGLISH), ""]))
        return 0
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for each in FILES:
            shutil.copy(FOLDER / each, fresh)
        refresh(fresh)
        missing = untranslated(fresh / ENGLISH)
        compiled = [Path(each).with_suffix(".qm").name for each in FILES]
        _, stale, absent = filecmp.cmpfiles(FOLDER, fresh, [ENGLISH, *compiled], shallow=False)
    for each in [*missing, *stale, *absent]:
        sys.stdout.write(f"not up to date: {each}\n")
    return 1 if missing or stale or absent else 0


def refresh(folder: Path) -> None:
    """Write the files below `folder` anew."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "gui").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-source-language", "vi_VN", "-target-language", "en_US"]
    run("pyside6-lupdate", *sources, *options, "-ts", str(folder / ENGLISH))
    for each in FILES:
        run("pyside6-lrelease", str(folder / each), "-qm", str((folder / each).with_suffix(".qm")))


def untranslated(path: Path) -> list[str]:
    """The source texts that have no finished translation."""
    messages = ElementTree.parse(path).iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        if message.find("translation").get("type") == "unfinished"  # pyright: ignore[reportOptionalMemberAccess]
    ]


def run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=Path(sys.executable).parent) or tool
    subprocess.run([program, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
