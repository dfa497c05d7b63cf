"""Trace rules from the screen to the sentences of the sources: five of all regimes, picked by a seed.

python scripts/trace_rules.py [--seed N] [--count N]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.game.told import disclosure, tells_rule
from scsgame.game.why import why
from scsgame.game.wording import rule_in_words
from scsgame.packs import Library, load
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.session.player import Player
from scsgame.terms import Chance


def picked(library: Library, seed: str, count: int) -> Iterator[tuple[Regime, Rule]]:
    """Yield rules picked at random, each of all rules as likely as any other, none twice."""
    chance = Chance(seed)
    left = [(regime, rule) for _, regime in sorted(library.regimes.items()) for rule in regime.rules]
    for number in range(min(count, len(left))):
        yield left.pop(chance.below(len(left), "trace", number))


def traced(library: Library, regime: Regime, rule: Rule) -> Iterator[str]:
    """Yield one rule: the words of the screen, how well it is known, why it has this value, and each fact it rests on."""
    life = next(iter(library.lives.values()))
    chronicle = begin(Setup(life, (regime,), library.vocabulary, "trace", offices=library.offices))
    moment = chronicle.moment
    if rule.phases:
        moment.dossiers[0].facts["phase"] = min(rule.phases)
    told = disclosure(regime, moment.dossiers[0], "as_is")
    yield f"{regime.title.read()} ({regime.id}), rule {rule.id}"
    yield f"  on the screen: {rule.title.read()}"
    if told.known and tells_rule(rule, told):
        answer = why(moment, regime.id, f"rule/{rule.id}")
        yield from (f"    {line}" for line in answer.lines)
    else:
        yield f"    It reads: {rule_in_words(rule, library.vocabulary, library.offices, 'en')}. It is not published; the debrief tells it."
    counts = (
        f"{rule.points:+g} points" if rule.points else f"a rating of {rule.rating:g}" if rule.rating else "no points"
    )
    yield f"  it counts: {counts}" + (f"; lists: {rule.lists}" if rule.lists else "")
    yield f"  status: {rule.provenance.status}"
    yield f"  why: {rule.provenance.why.read() or 'the source says so'}"
    cited = rule.provenance.sources
    if not cited:
        yield "  it cites no fact: it is invented, for the reason above; of its system it is known:"
    for fact in Player(chronicle, library).facts(rule.provenance if cited else regime.scale.provenance):
        yield f"  fact ({fact.status}): {fact.says}"
        yield f"    in: {', '.join(part for part in (fact.title, fact.where) if part)}"


def main() -> int:
    """Print the rules of a seed."""
    parser = argparse.ArgumentParser(description="trace rules, picked at random, from the screen to the sources")
    parser.add_argument("--seed", default="1", help="another seed picks other rules")
    parser.add_argument("--count", type=int, default=5, help="how many rules")
    options = parser.parse_args()
    library = load()
    for regime, rule in picked(library, str(options.seed), options.count):
        print("\n".join(traced(library, regime, rule)), end="\n\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
