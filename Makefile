# Two commands do everything: `make play` and `make test`. Each sets up what it needs in .venv, by itself.
.PHONY: help play test check fix bench content shots wheel clean

help:       ## list these
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */  make \1	/'

play: .venv/ready-to-play ## run the game
	@.venv/bin/scsgame

test: .venv/ready-to-work ## pass the tests
	@.venv/bin/python -m pytest --numprocesses auto --dist worksteal

check: .venv/ready-to-work ## what CI runs beside the tests: format, lint, types, imports, content, README
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/scsgame pack check
	.venv/bin/python scripts/readme_commands.py

fix: .venv/ready-to-work ## format, and mend what the linter can mend
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: .venv/ready-to-work ## print speeds as ratios to a floor measured in the same run
	.venv/bin/python -m benchmarks

content: .venv/ready-to-play ## read every pack and say what is wrong with it
	.venv/bin/scsgame pack check

shots: .venv/ready-to-work ## take the screenshots that README and docs show
	.venv/bin/python scripts/screenshots.py

wheel: .venv/ready-to-work ## build the wheel
	.venv/bin/python -m build --wheel

clean:      ## remove what was built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/ready-to-play: pyproject.toml scripts/set_up.sh
	@sh scripts/set_up.sh play

.venv/ready-to-work: pyproject.toml scripts/set_up.sh
	@sh scripts/set_up.sh work
