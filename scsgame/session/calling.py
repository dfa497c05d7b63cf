"""How the game is called in this terminal: a sentence that says what to type must say what works there."""

from __future__ import annotations

import shutil
import sys
from functools import cache
from pathlib import Path

NAME = "scsgame"


@cache
def called() -> str:
    """Return what to type for `scsgame` here: its name where the terminal finds it, else the way in which it was called now."""
    if shutil.which(NAME):
        return NAME
    told = Path(sys.argv[0] if sys.argv else "")
    if told.stem != NAME:
        return f"{Path(sys.executable).stem or 'python'} -m {NAME}"
    here = Path.cwd()
    return str(told.relative_to(here) if told.is_relative_to(here) else told)
