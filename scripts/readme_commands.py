"""Run the commands that the README shows, so that they cannot rot.

Every line of a ```console block in README.md that begins with `$ scsgame` is run, in a folder of its own with a HOME of
its own; it must exit well. Commands that open a screen are only asked for their help.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREENS = {"scsgame", "scsgame resume"}


def commands() -> list[str]:
    """Return the commands the README shows."""
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    lines = [
        line[2:].split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.startswith("$ ")
    ]
    return [line for line in lines if line.split()[0] == "scsgame"]


def main() -> int:
    """Run them all and say which did not go well."""
    program = Path(sys.executable).with_name("scsgame")
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        place = {
            **os.environ,
            "HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_CONFIG_HOME": home,
            "SCSGAME_SAVES": f"{home}/saves",
        }
        for command in commands():
            words = shlex.split(command)[1:]
            opens_screen = command in SCREENS or (words[:1] in (["play"], ["resume"]) and "--plain" not in words)
            if opens_screen:
                words = [*words[:1], "--help"]
            done = subprocess.run(
                [str(program), *words],
                env=place,
                cwd=home,
                input="1\n" * 120,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            good = done.returncode == 0
            failed += not good
            print(f"{'ok ' if good else 'BAD'} {command}")
            if not good:
                print(done.stdout[-2000:] + done.stderr[-2000:])
    print(f"README: {failed} commands do not run." if failed else "README: every command runs.")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
