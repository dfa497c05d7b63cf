#!/bin/sh
# Make .venv ready: `play` installs the game, `work` also what tests and checks need.
# Uses uv when it is there, else venv and pip. A missing piece gets a sentence that says what to install.
set -eu
what=${1:-play}
extra=""
[ "$what" = work ] && extra="[dev]"

python=""
for candidate in python3.13 python3.12 python3.11 python3.14 python3 python; do
  if command -v "$candidate" >/dev/null 2>&1 &&
    "$candidate" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info < (4,)))' >/dev/null 2>&1; then
    python=$candidate
    break
  fi
done

quietly() {
  log=.venv/set-up.log
  if ! "$@" >"$log" 2>&1; then
    echo "Setting up did not work. The command was:" >&2
    echo "  $*" >&2
    tail -n 15 "$log" >&2
    echo "If the last lines speak of a network or an index: scsgame needs to reach PyPI once, to install." >&2
    rm -f .venv/ready-to-play .venv/ready-to-work
    exit 1
  fi
}

if command -v uv >/dev/null 2>&1; then
  [ -n "$python" ] && choose="--python $python" || choose="--python 3.12"
  # shellcheck disable=SC2086
  [ -x .venv/bin/python ] || uv venv --quiet $choose .venv || {
    echo "uv could not make a virtual environment. Install Python 3.11 or newer, from python.org or your system." >&2
    exit 1
  }
  echo "Setting up scsgame in .venv (with uv; once) ..."
  quietly uv pip install --python .venv/bin/python --quiet -e ".$extra"
else
  if [ -z "$python" ]; then
    echo "scsgame needs Python 3.11 or newer, and none was found. Install it from python.org, with your system's" >&2
    echo "package manager (Debian, Ubuntu: sudo apt install python3 python3-venv), or install uv, which brings it." >&2
    exit 1
  fi
  if [ ! -x .venv/bin/python ] && ! "$python" -m venv .venv 2>/dev/null; then
    rm -rf .venv
    echo "Python is here, but its module venv is not. On Debian and Ubuntu: sudo apt install python3-venv" >&2
    exit 1
  fi
  echo "Setting up scsgame in .venv (with pip; once, about a minute) ..."
  quietly .venv/bin/python -m pip install --quiet --disable-pip-version-check -e ".$extra"
fi
touch .venv/ready-to-play
[ "$what" = play ] || touch .venv/ready-to-work
