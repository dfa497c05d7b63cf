"""Walks and laws as authors write them: files `….walk` anywhere in a pack, read with every mistake at its line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scsgame.conditions import Condition, ConditionError, Names, parse
from scsgame.life.scenes import Life
from scsgame.packs.brought import brought
from scsgame.packs.names import SharedWords
from scsgame.packs.nouns import Library
from scsgame.packs.problems import nearest, visible
from scsgame.packs.reader import Map, Node, Seq, column_of, line_of, read
from scsgame.regime.charter import Regime
from scsgame.workshop.trials.promises import Expected, Law, Slip, Walk
from scsgame.workshop.trials.words import life_words, regime_words

LARGEST = 1 << 20
MOST_FILES = 200


class _WrongError(Exception):
    def __init__(self, mark: int, message: str) -> None:
        super().__init__(message)
        self.mark = mark


def expected(library: Library, packs: Sequence[tuple[Path, str]]) -> Expected:
    """Return the walks and laws of these packs (folder, label)."""
    walks: list[Walk] = []
    laws: list[Law] = []
    slips: list[Slip] = []
    for folder, label in packs:
        own = tuple(life for life in brought([folder]).lives if life in library.lives)
        for file in _files(folder):
            path = f"{label}/{file.relative_to(folder).as_posix()}"
            try:
                text = file.read_bytes()[: LARGEST + 1].decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                slips.append(Slip(path, 0, 0, "this file is not UTF-8 text that can be read."))
                continue
            _File(library, path, file.relative_to(folder).parts, own).read(text, walks, laws, slips)
    return Expected(tuple(walks), tuple(laws), tuple(slips))


def _files(folder: Path) -> Iterator[Path]:
    """Yield the walk files of a folder: ordinary files, no links, not too large, in order of their names."""
    found = sorted(folder.rglob("*.walk")) if folder.is_dir() else []
    for file in found[:MOST_FILES]:
        if (
            file.is_file()
            and not file.is_symlink()
            and file.stat().st_size <= LARGEST
            and file.resolve().is_relative_to(folder.resolve())
        ):
            yield file


class _File:
    """One file on its way to walks and laws."""

    def __init__(self, library: Library, path: str, parts: tuple[str, ...], own: tuple[str, ...]) -> None:
        self.library, self.path = library, path
        self.lives = own or tuple(library.lives)
        self.home = parts[1] if len(parts) > 2 and parts[0] == "lives" else ""
        self.shared = SharedWords(
            dict.fromkeys(library.vocabulary.acts, ""), dict.fromkeys(library.vocabulary.services, "")
        )

    def read(self, text: str, walks: list[Walk], laws: list[Law], slips: list[Slip]) -> None:
        document = read(text)
        slips += [Slip(self.path, slip.line + 1, slip.column + 1, f"{slip.message}.") for slip in document.slips]
        root = document.root
        if not document.whole or not isinstance(root, Map):
            if not document.slips:
                slips.append(Slip(self.path, 1, 1, "a walk file has the keys walks and laws, each with a list."))
            return
        kinds: dict[str, tuple[Callable[[Map, int], Any], list[Any]]] = {
            "walks": (self._walk, walks),
            "laws": (self._law, laws),
        }
        for key, items in root.items():
            if key not in kinds or not isinstance(items, Seq):
                message = f'a walk file has the keys walks and laws, each with a list; "{visible(key, 40)}" is something else.'
                slips.append(self._slip(root.key_mark(key), message))
                continue
            make, found = kinds[key]
            for item, mark in zip(items, items.marks, strict=True):
                try:
                    if not isinstance(item, Map):
                        raise _WrongError(
                            mark, f"each of the {key} is a mapping that begins `- {key[:-1]}: its name`."
                        )
                    found.append(make(item, mark))
                except _WrongError as wrong:
                    slips.append(self._slip(wrong.mark, str(wrong)))

    def _slip(self, mark: int, message: str) -> Slip:
        return Slip(self.path, line_of(mark) + 1, column_of(mark) + 1, message)

    def _walk(self, said: Map, mark: int) -> Walk:
        _keys(
            said,
            mark,
            "walk",
            ("walk",),
            ("life", "regimes", "seed", "values", "choices", "pays", "joins", "through", "holds", "under", "ending"),
        )
        life, regimes = self._room(said, mark)
        bills = [bill.id for bill in life.bills]
        choices: list[tuple[str, str]] = []
        steps = said.get("choices", Seq())
        if not isinstance(steps, Seq):
            raise _WrongError(
                said.value_mark("choices"),
                "choices is a list, each item `scene: choice`, in the order in which the scenes come.",
            )
        for at, step in enumerate(steps):
            choices.append(self._step(step, steps.marks[at], life, regimes))
        holds = tuple(self._condition(text, at, life_words(life, self.shared)) for text, at in _texts(said, "holds"))
        under: list[tuple[str, Condition]] = []
        rooms = said.get("under", Map())
        if not isinstance(rooms, Map):
            raise _WrongError(said.value_mark("under"), "under is a mapping from a regime to a condition.")
        for name in rooms:
            regime = next((found for found in regimes if found.id == name), None)
            if regime is None:
                raise _WrongError(rooms.key_mark(name), f'this walk is not lived under "{visible(name, 40)}".')
            names = regime_words(regime, self.shared)
            under += [(name, self._condition(text, at, names)) for text, at in _texts(rooms, name)]
        ending = _text(said, "ending", "")
        if ending:
            _known(ending, [found.id for found in life.endings], "ending", said.value_mark("ending"))
        if not (holds or under or ending):
            raise _WrongError(mark, "this walk asks for nothing: say with holds, under or ending what must come out.")
        return Walk(
            _text(said, "walk", ""), self._place(mark), life.id, tuple(regime.id for regime in regimes), _text(said, "seed", "walk"),
            self._listed(said, "values", [value.id for value in life.values], "value"), tuple(choices),
            self._listed(said, "pays", [*bills, "all"], "bill"), self._listed(said, "joins", [regime.id for regime in regimes], "regime"),
            _number(said, "through", life.last_day), holds, tuple(under), ending,
        )  # fmt: skip

    def _law(self, said: Map, mark: int) -> Law:
        _keys(said, mark, "law", ("law", "change", "then"), ("life", "regimes", "lives"))
        life, regimes = self._room(said, mark)
        change, then = said["change"], said["then"]
        if not isinstance(change, Map) or not isinstance(then, Map):
            raise _WrongError(
                mark, "change and then are mappings: change: {scene: …, from: …, to: …}, then: {score: never lower}."
            )
        scene = take = pay = ""
        before: tuple[str, ...] = ()
        if "pay" in change:
            _keys(change, said.value_mark("change"), "change", ("pay",), ())
            pay = _text(change, "pay", "")
            _known(pay, [*(bill.id for bill in life.bills), "all"], "bill", change.value_mark("pay"))
        else:
            _keys(change, said.value_mark("change"), "change", ("scene", "to"), ("from",))
            scene, take = self._choice(
                _text(change, "scene", ""),
                _text(change, "to", ""),
                change.value_mark("scene"),
                change.value_mark("to"),
                life,
                regimes,
            )
            before = tuple(
                self._choice(_text(change, "scene", ""), name, 0, at, life, regimes)[1]
                for name, at in _texts(change, "from")
            )
        kinds: dict[str, list[str]] = {"never lower": [], "never higher": []}
        for what in then:
            _known(
                what,
                [*(meter.id for meter in life.meters), "score", "lists", "closed"],
                "word here",
                then.key_mark(what),
            )
            how = then[what]
            if not isinstance(how, str) or how not in kinds:
                raise _WrongError(then.value_mark(what), 'write "never lower" or "never higher".')
            kinds[how].append(what)
        return Law(_text(said, "law", ""), self._place(mark), life.id, tuple(regime.id for regime in regimes), scene, take, before, pay,
                   tuple(kinds["never lower"]), tuple(kinds["never higher"]), _number(said, "lives", 40))  # fmt: skip

    def _room(self, said: Map, mark: int) -> tuple[Life, list[Regime]]:
        lives = self.library.lives
        name = _text(said, "life", self.home or (self.lives[0] if len(self.lives) == 1 else ""))
        if not name:
            raise _WrongError(mark, f"say whose life this is, `life: {next(iter(self.lives), '…')}`.")
        _known(name, list(lives), "life", said.value_mark("life") if "life" in said else mark)
        regimes = self._listed(said, "regimes", list(self.library.regimes), "regime")
        return lives[name], [self.library.regimes[regime] for regime in regimes]

    def _step(self, step: Node, mark: int, life: Life, regimes: Sequence[Regime]) -> tuple[str, str]:
        if not isinstance(step, Map) or len(step) != 1:
            raise _WrongError(mark, "each step is one `scene: choice`.")
        ((scene, choice),) = step.items()
        if not isinstance(choice, str):
            raise _WrongError(mark, "each step is one `scene: choice`.")
        return self._choice(scene, choice, step.key_mark(scene), step.value_mark(scene), life, regimes)

    def _choice(
        self, scene: str, choice: str, at: int, mark: int, life: Life, regimes: Sequence[Regime]
    ) -> tuple[str, str]:
        scenes = {found.id: found for found in life.scenes}
        scenes.update((found.id, found) for regime in regimes for found in regime.encounters)
        scenes.update(
            (found.id.split("/")[-1], found)
            for regime in regimes
            for found in regime.encounters
            if found.id.split("/")[-1] not in scenes
        )
        _known(scene, list(scenes), "scene", at)
        _known(choice, [found.id for found in scenes[scene].choices], f"choice of {scene}", mark)
        return scenes[scene].id, choice

    def _listed(self, said: Map, key: str, known: Sequence[str], what: str) -> tuple[str, ...]:
        found = _texts(said, key)
        for name, mark in found:
            _known(name, known, what, mark)
        return tuple(name for name, _ in found)

    def _condition(self, text: str, mark: int, names: Names) -> Condition:
        try:
            return parse(text, names)
        except ConditionError as error:
            hint = f' Did you mean "{error.suggestion}"?' if error.suggestion else ""
            raise _WrongError(mark, f"{error.message}.{hint}") from None

    def _place(self, mark: int) -> str:
        return f"{self.path}:{line_of(mark) + 1}"


def _keys(said: Map, mark: int, what: str, needed: Sequence[str], others: Sequence[str]) -> None:
    for key in said:
        _known(key, [*needed, *others], f"key of a {what}", said.key_mark(key))
    for key in needed:
        if key not in said:
            raise _WrongError(mark, f"this {what} needs `{key}`.")


def _known(word: str, known: Sequence[str], what: str, mark: int) -> None:
    if word not in known:
        hint = nearest(word, known)
        raise _WrongError(
            mark, f'there is no {what} "{visible(word, 40)}".' + (f' Did you mean "{hint}"?' if hint else "")
        )


def _text(said: Mapping[str, Node], key: str, usual: str) -> str:
    found = said.get(key, usual)
    if not isinstance(found, str) or visible(found) != found:
        assert isinstance(said, Map)
        raise _WrongError(said.value_mark(key), f"{key} is plain text.")
    return found


def _texts(said: Map, key: str) -> list[tuple[str, int]]:
    found = said.get(key)
    if found is None:
        return []
    if isinstance(found, str):
        return [(found, said.value_mark(key))]
    if isinstance(found, Seq):
        texts = [(item, mark) for item, mark in zip(found, found.marks, strict=True) if isinstance(item, str)]
        if len(texts) == len(found):
            return texts
    raise _WrongError(said.value_mark(key), f"{key} is a word or a list of words.")


def _number(said: Map, key: str, usual: int) -> int:
    found = said.get(key)
    if found is None:
        return usual
    if not isinstance(found, str) or not found.isascii() or not found.isdigit() or not 0 < int(found) <= 9999:
        raise _WrongError(said.value_mark(key), f"{key} is a whole number from 1.")
    return int(found)
