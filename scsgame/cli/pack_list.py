"""The command that lists packs, and explains who said what."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.tongue import Phrase, phrase

if TYPE_CHECKING:
    from scsgame.workshop.listing import Explained, Listed, Listing


COUNTS = {
    "act": Phrase("list.acts", "{count} {count|act|acts}"), "service": Phrase("list.services", "{count} {count|service|services}"),
    "role": Phrase("list.roles", "{count} {count|role|roles}"), "source": Phrase("list.sources", "{count} {count|source|sources}"),
    "fact": Phrase("list.facts", "{count} {count|fact|facts}"), "part": Phrase("list.parts", "{count} {count|part|parts}"),
    "scene": Phrase("check.scenes", "{count} {count|scene|scenes}"),
    "encounter": Phrase("add.encounters", "{count} {count|encounter|encounters}"),
}  # fmt: skip
"""What a pack defines, counted."""


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    listed = what.add_parser(
        "list", help=phrase("usage.list", "which packs are read, and what they hold; of one thing, who said what")
    )
    listed.add_argument("path", nargs="*", type=Path, metavar="PATH")
    listed.add_argument(
        "--explain",
        metavar="NAME",
        help=phrase(
            "usage.list.explain",
            "who defined, changed or removed it: rule.red_light, sesame/tier.good, act.jaywalks, or a whole regime",
        ),
    )
    listed.add_argument("--json", action="store_true", help=phrase("usage.list.json", "print JSON"))
    listed.set_defaults(run=_list)


def _list(options: argparse.Namespace) -> int:
    from scsgame.workshop.listing import Listing

    listing = Listing(options.path)
    errors = len(listing.examined.errors)
    found = listing.explain(options.explain) if options.explain else []
    if options.json:
        print(_json(listing, found, errors))
    elif options.explain:
        print("\n\n".join(_explained(one) for one in found), end="\n" if found else "")
    else:
        print("\n".join(_pack(one) for one in listing.packs()))
    if options.explain and not found:
        from scsgame.packs.problems import quoted

        near = listing.near(options.explain)
        print(
            phrase("list.nothing", "scsgame: nothing here is called {name}.", name=quoted(options.explain))
            + (phrase("cli.did_you_mean", " Did you mean {near}?", near=quoted(near)) if near else ""),
            file=sys.stderr,
        )
        return 2
    if errors:
        print(
            phrase(
                "list.errors",
                "scsgame: there {count|is|are} {count} {count|error|errors} in these packs; scsgame pack check says what.",
                count=errors,
            ),
            file=sys.stderr,
        )
    return 1 if errors else 0


def _pack(one: Listed) -> str:
    lines = [f"{one.id} {one.version}: {one.title} (sha256 {one.digest[:12]}…, {one.place})"]
    for name, words in ((phrase("list.lives", "lives"), one.lives), (phrase("list.regimes", "regimes"), one.regimes)):
        if words:
            lines.append("  " + phrase("colon", "{head}: {words}", head=name, words=", ".join(words)))
    if one.words:
        counts = (COUNTS[noun].read(count=count) for noun, count in one.words.items())
        lines.append("  " + phrase("comma", ", ").join(counts))
    lines += [
        "  " + phrase("list.needs", "needs {pack} {version}", pack=name, version=wanted)
        for name, wanted in one.needs.items()
    ]
    lines += ["  " + phrase("list.overrides", "overrides {name}", name=name) for name in one.overrides]
    return "\n".join(lines)


def _explained(one: Explained) -> str:
    width = max((len(line.field) for line in one.lines), default=0)
    lines = [f"{one.name}, in {one.of}"]
    for line in one.lines:
        said = "  ".join(part for part in (line.value, line.place) if part)
        head = f"  {line.field:<{width}}  {said}".rstrip() if line.field else f"  {said}".rstrip()
        lines.append(head if not line.how else f"{head}  {line.how}" if said else f"  {line.how}")
    return "\n".join(lines)


def _json(listing: Listing, found: list[Explained], errors: int) -> str:
    import json
    from dataclasses import asdict

    value = {
        "packs": [asdict(one) for one in listing.packs()],
        "explained": [asdict(one) for one in found],
        "errors": errors,
    }
    return json.dumps(value, ensure_ascii=False, indent=1)
