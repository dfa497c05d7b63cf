"""The program as a user meets it: started from another folder, with a home of its own, by this very Python."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import scsgame

ROOT = Path(scsgame.__file__).resolve().parents[1]
SHORT = Path(__file__).resolve().parent / "packs" / "short"
LIFE = ("--pack", str(SHORT), "--life", "fortnight", "--regime", "ward")
BOUND = 60.0
"""The longest a command may take, in seconds."""


class Program:
    """A fresh computer: a home, a folder of saves and one to stand in, all empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home, self.here, self.saves = folder / "home", folder / "here", folder / "saves"
        self.home.mkdir()
        self.here.mkdir()
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
        self.environment = {
            **kept,
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "SCSGAME_SAVES": str(self.saves),
            "SCSGAME_CONFIG": str(self.home / "settings"),
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
        }

    def call(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "scsgame", *words]

    def surroundings(self, changed: Mapping[str, str | None]) -> dict[str, str]:
        """Return the environment with some of it changed, or (None) taken away."""
        return {name: value for name, value in {**self.environment, **changed}.items() if value is not None}

    def run(self, *words: str, typed: str = "", **changed: str | None) -> subprocess.CompletedProcess[str]:
        """Run a command to its end, and let no traceback pass."""
        done = subprocess.run(
            self.call(*words), input=typed, capture_output=True, text=True, encoding="utf-8", timeout=BOUND,
            check=False, cwd=self.here, env=self.surroundings(changed),
        )  # fmt: skip
        assert "Traceback" not in done.stderr + done.stdout, (
            f"scsgame {' '.join(words)} showed a traceback:\n{done.stderr}"
        )
        return done

    def well(self, *words: str, typed: str = "", **changed: str | None) -> str:
        """Run a command that must go well, and return what it printed."""
        done = self.run(*words, typed=typed, **changed)
        assert done.returncode == 0, (
            f"scsgame {' '.join(words)} ended with {done.returncode}:\n{done.stderr}{done.stdout[-800:]}"
        )
        return done.stdout

    def refused(self, *words: str, status: int = 1, typed: str = "", **changed: str | None) -> str:
        """Run a command that must be refused in words on standard error, and return them."""
        done = self.run(*words, typed=typed, **changed)
        said = done.stderr.strip()
        assert done.returncode == status, (
            f"scsgame {' '.join(words)} ended with {done.returncode}, not {status}:\n{said}"
        )
        assert said and said[-1] in '.?!")', f"scsgame {' '.join(words)} did not end in a sentence:\n{said}"
        return said

    def export(self, name: str) -> bytes:
        return self.well("saves", "export", name, "--pack", str(SHORT)).encode()

    def checked(self) -> list[dict[str, Any]]:
        """Return what `saves check --json` says of each save."""
        said = self.run("saves", "check", "--json", "--pack", str(SHORT)).stdout
        return [json.loads(line) for line in said.splitlines()]

    def lived(self, name: str, luck: str, life: Sequence[str] = LIFE, shows: str = "as_is") -> list[Step]:
        """Live a life with `--plain --json`, choosing by luck among what is open; return every step."""
        call = self.call("play", "--plain", "--json", *life, "--seed", luck, "--name", name, "--shows", shows)
        choose = random.Random(luck)
        steps: list[Step] = []
        with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
                              cwd=self.here, env=self.environment) as game:  # fmt: skip
            assert game.stdin is not None
            assert game.stdout is not None
            view = json.loads(game.stdout.readline())
            while view["ending"] is None:
                number = choose.choice([offer["number"] for offer in view["scene"]["offers"] if offer["open"]])
                game.stdin.write(f"{number}\n")
                game.stdin.flush()
                before, view = view, json.loads(game.stdout.readline())
                assert "error" not in view, view
                steps.append(Step(before, number, view))
                assert len(steps) < 500, "a life that never ends"
            game.stdin.close()
            assert game.wait(BOUND) == 0
        return steps


class Step:
    """One choice of a life: what was seen, the number that was typed, and what was seen next."""

    def __init__(self, before: dict[str, Any], number: int, after: dict[str, Any]) -> None:
        self.before, self.number, self.after = before, number, after
