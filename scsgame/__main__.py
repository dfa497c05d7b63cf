"""`python -m scsgame`."""

from scsgame.cli import main

raise SystemExit(main())
