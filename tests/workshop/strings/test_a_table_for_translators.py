"""`pack strings`: a table goes out, comes back, and nothing is lost or taken for a formula."""

import csv
import io

import pytest

from scsgame.cli import main
from scsgame.packs.specimen import specimen
from scsgame.workshop.strings import Strings
from scsgame.workshop.strings_files import Kept, kept_in, sign_of, written
from scsgame.workshop.strings_table import HEAD, as_csv, escaped, from_csv, unescaped


@pytest.fixture
def pack(tmp_path, monkeypatch):
    monkeypatch.setenv("SCSGAME_CACHE", "off")
    root = tmp_path / "pack"
    files = specimen(
        "scenes", "- id: red\n  cast: {pal: friend}\n  text: '=Red, {pal}.'\n  choices: [{id: wait, text: Wait.}]"
    )
    files["pack.yaml"] = files["pack.yaml"].replace("pack: specimen", "pack: core")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def table(pack, tmp_path, **answers):
    """Write a table out, put these answers in, and return its file."""
    file = tmp_path / "table.csv"
    assert main(["pack", "strings", str(pack), "--language", "zh", "--out", str(file)]) == 0
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
    assert tuple(rows[0]) == HEAD
    for row in rows[1:]:
        row[3] = answers.get(f"{row[0]}:{row[1]}", row[3])
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    file.write_text("\ufeff" + out.getvalue(), encoding="utf-8", newline="")
    return file


def take(pack, file):
    return main(["pack", "strings", str(pack), "--language", "zh", "--in", str(file)])


def test_a_table_goes_out_and_comes_back(pack, tmp_path, capsys):
    file = table(pack, tmp_path, **{"lives/walk:life.title": "步行", "lives/walk:scene.red.text": "'=红灯，{pal}。",
                                    "regimes/town:regime.title": "小镇\n两行", ":act.jaywalks.title": "闯红灯"})  # fmt: skip
    assert take(pack, file) == 0
    told = capsys.readouterr().out
    assert [line for line in told.splitlines() if line.startswith("wrote")] == [
        "wrote lives/walk/strings.zh.yaml", "wrote regimes/town/strings.zh.yaml", "wrote strings.zh.yaml",
    ]  # fmt: skip
    rows = {(row.folder, row.key): row for row in Strings(pack, "zh").rows()}
    assert rows["lives/walk", "life.title"][3:5] == ("步行", "same")
    assert rows["lives/walk", "scene.red.text"].translation == "=红灯，{pal}。"
    assert rows["regimes/town", "regime.title"].translation == "小镇\n两行"
    assert rows["lives/walk", "life.about"].status == "missing"
    assert rows["lives/walk", "scene.red.text"].place.endswith("lives/walk/scenes/walk.yaml:8")
    before = (pack / "lives/walk/strings.zh.yaml").read_bytes()
    assert take(pack, table(pack, tmp_path)) == 0
    assert "nothing has changed." in capsys.readouterr().out
    assert (pack / "lives/walk/strings.zh.yaml").read_bytes() == before
    assert main(["pack", "check", str(pack)]) == 0


def test_a_changed_original_is_called_changed_until_somebody_looks(pack, tmp_path, capsys):
    take(pack, table(pack, tmp_path, **{"lives/walk:life.title": "步行"}))
    life = pack / "lives/walk/life.yaml"
    life.write_text(
        life.read_text(encoding="utf-8").replace("title: The walk", "title: The long walk"), encoding="utf-8"
    )

    def status():
        return next(row for row in Strings(pack, "zh").rows() if row.key == "life.title").status

    assert status() == "changed"
    take(pack, table(pack, tmp_path))
    assert status() == "changed", "an untouched row is no answer"
    take(pack, table(pack, tmp_path, **{"lives/walk:life.title": "走远路"}))
    assert status() == "same"
    assert "1 changed since" in capsys.readouterr().out


def test_a_translation_stays_in_the_file_it_stands_in(pack, tmp_path):
    part = pack / "lives/walk/strings_part.zh.yaml"
    part.write_text("life.title: 步行\n", encoding="utf-8")
    take(pack, table(pack, tmp_path, **{"lives/walk:life.title": "散步", "lives/walk:life.about": "上班路上。"}))
    assert kept_in(part.read_text(encoding="utf-8"))["life.title"].words == "散步"
    assert set(kept_in((pack / "lives/walk/strings.zh.yaml").read_text(encoding="utf-8"))) == {"life.about"}


@pytest.mark.parametrize(("key", "words", "said"), [
    ("lives/walk:scene.red.text", "红灯。", "has lost {pal} of its original"),
    ("lives/walk:scene.red.text", "红灯，{pal} {evil}。", "has {evil}, which its original has not"),
    ("lives/walk:scene.red.text", "红灯，{evil}。", "has {evil} where its original has {pal}"),
    ("lives/walk:life.title", "步\u202e行", "steer a screen"),
])  # fmt: skip
def test_a_table_that_does_not_fit_changes_nothing(pack, tmp_path, capsys, key, words, said):
    assert take(pack, table(pack, tmp_path, **{key: words})) == 1
    assert said in capsys.readouterr().err
    assert not list(pack.rglob("strings*"))


def test_an_unknown_key_a_short_row_and_another_file_are_said(pack, tmp_path, capsys):
    file = tmp_path / "table.csv"
    rows = [
        ["../../etc", "life.title", "", "x", "", "", ""],
        ["lives/walk", "life.titel", "", "x", "", "", ""],
        ["lives/walk", "life.title", "", "x", "", "", "", "", "a note"],
    ]
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *rows])
    file.write_text(out.getvalue(), encoding="utf-8")
    assert take(pack, file) == 1
    told = capsys.readouterr().err
    assert 'there is no text "life.title" in "../../etc"' in told
    assert 'Did you mean "life.title"?' in told
    assert 'row 4: there are more cells than columns: "a note"' in told
    assert "3 problems, so nothing was written." in told
    file.write_text("something else\n", encoding="utf-8")
    assert take(pack, file) == 1
    file.write_bytes(b"\xff\xfe\x00")
    assert take(pack, file) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+4", "-4", "@home", "'=x", "''=x", "'quoted'", "plain", "", "\t=x", "’=x"])
def test_no_cell_is_a_formula_and_every_cell_comes_back(cell):
    assert escaped(cell)[:1] not in tuple("=+-@\t\r")
    assert unescaped(escaped(cell)) == cell


def test_the_canonical_form_is_stable():
    kept = {"scene.a.text": Kept('“红灯”\n: # - {pal} "x" \\', sign_of("Red")), "life.title": Kept("步行")}
    text = written("zh", kept, ["life.title", "scene.a.text"])
    assert kept_in(text) == kept
    assert written("zh", kept_in(text), ["life.title", "scene.a.text"]) == text


def test_a_language_and_a_pack_that_are_none_are_said(pack, tmp_path, capsys):
    assert main(["pack", "strings", str(pack), "--language", "../x"]) == 2
    assert main(["pack", "strings", str(tmp_path / "nowhere"), "--language", "zh"]) == 2
    assert from_csv(as_csv(Strings(pack, "zh").rows())).wrong == ()
    capsys.readouterr()


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_table_saved_by_a_spreadsheet_of_another_country_is_read(pack, tmp_path, between):
    file = table(pack, tmp_path, **{"lives/walk:life.title": "Der Weg, kurz"})
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerows(rows)
    file.write_text("\ufeff" + out.getvalue(), encoding="utf-8", newline="")
    assert take(pack, file) == 0
    assert kept_in((pack / "lives/walk/strings.zh.yaml").read_text("utf-8"))["life.title"].words == "Der Weg, kurz"


def spreadsheet(pack, tmp_path, change, comma=";", mark="\ufeff", line="\r\n", encoding="utf-8", before=""):
    """Let a spreadsheet open the table, change it, and save it in its own manner."""
    file = table(pack, tmp_path)
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
    columns, rows = change(list(HEAD), rows)
    out = io.StringIO()
    writer = csv.DictWriter(
        out, columns, delimiter=comma, lineterminator=line, quoting=csv.QUOTE_ALL, extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(rows)
    file.write_bytes((mark + before + out.getvalue()).encode(encoding))
    return file


def answer(rows, **words):
    for row in rows:
        row["translation"] = words.get(row["key"].replace(".", "_"), row["translation"])
    return rows


@pytest.mark.parametrize(("comma", "mark", "encoding", "before"), [
    (",", "\ufeff", "utf-8", ""), (";", "\ufeff", "utf-8", ""), (";", "", "utf-8", ""), ("\t", "\ufeff", "utf-16-le", ""),
    (";", "\ufeff", "utf-8", "sep=;\r\n"),
])  # fmt: skip
def test_what_a_spreadsheet_saves_is_read_whatever_its_commas(pack, tmp_path, capsys, comma, mark, encoding, before):
    said = 'Rot; "{pal}", sagt er,\nund geht.'

    def change(columns, rows):
        return columns, list(reversed(answer(rows, scene_red_text=said, life_title="Gang")))

    assert take(pack, spreadsheet(pack, tmp_path, change, comma, mark, encoding=encoding, before=before)) == 0
    found = {row.key: row for row in Strings(pack, "zh").rows()}
    assert (found["scene.red.text"].translation, found["scene.red.text"].status) == (said, "same")
    assert found["life.title"].translation == "Gang"
    told = capsys.readouterr().out
    assert "rows have no translation and were left as they are." in told


def test_a_column_may_be_gone_moved_or_added(pack, tmp_path, capsys):
    def change(_, rows):
        for row in rows:
            row["notes"] = "ask Su"
        return ["translation", "key", "folder", "notes"], answer(rows, life_title="步行")

    assert take(pack, spreadsheet(pack, tmp_path, change)) == 0
    assert "not read, because the game has no such column: notes." in capsys.readouterr().out
    assert 'life.title: "步行"' in (pack / "lives/walk/strings.zh.yaml").read_text(encoding="utf-8")


def test_without_the_sign_the_original_beside_a_translation_says_what_was_translated(pack, tmp_path):
    def change(columns, rows):
        return [name for name in columns if name != "sign"], answer(rows, life_title="步行")

    assert take(pack, spreadsheet(pack, tmp_path, change)) == 0
    life = pack / "lives/walk/life.yaml"
    life.write_text(
        life.read_text(encoding="utf-8").replace("title: The walk", "title: The long walk"), encoding="utf-8"
    )
    assert next(row for row in Strings(pack, "zh").rows() if row.key == "life.title").status == "changed"


@pytest.mark.parametrize(("columns", "said"), [
    (["folder", "key", "original", "Chinese", "sign"], 'the table has no column "translation"'),
    (["a", "b"], "the first row of the table names its columns: folder, key, original, translation"),
    (["folder", "key", "key", "translation"], 'two columns of the table are called "key"'),
])  # fmt: skip
def test_a_column_that_is_needed_is_asked_for_by_name(pack, tmp_path, capsys, columns, said):
    file = tmp_path / "table.csv"
    file.write_text(";".join(columns) + "\n", encoding="utf-8")
    assert take(pack, file) == 1
    assert said in capsys.readouterr().err


def test_a_row_that_stands_twice_is_said_and_short_rows_are_filled_up(pack, tmp_path, capsys):
    file = tmp_path / "table.csv"
    file.write_text(
        "folder,key,translation,sign\nlives/walk,life.title,步行\n\nlives/walk,life.title,散步\n", encoding="utf-8"
    )
    assert take(pack, file) == 1
    assert 'row 4: "life.title" stands in row 2 already.' in capsys.readouterr().err
    file.write_text("folder,key,translation,sign\nlives/walk,life.title,步行\n", encoding="utf-8")
    assert take(pack, file) == 0


def test_a_translation_in_the_text_itself_is_changed_there(pack, tmp_path, capsys):
    life = pack / "lives/walk/life.yaml"
    life.write_text(
        life.read_text(encoding="utf-8").replace("title: The walk", "title: {en: The walk, zh: 步行}"),
        encoding="utf-8",
    )
    assert take(pack, table(pack, tmp_path, **{"lives/walk:life.title": "散步"})) == 1
    assert "stands in the text itself, in " in capsys.readouterr().err
    assert take(pack, table(pack, tmp_path)) == 0
    assert main(["pack", "check", str(pack)]) == 0


def test_a_table_in_an_old_encoding_is_asked_for_as_utf_8(pack, tmp_path, capsys):
    file = table(pack, tmp_path, **{"lives/walk:life.title": "步行"})
    file.write_bytes(file.read_text(encoding="utf-8-sig").encode("gbk"))
    assert take(pack, file) == 1
    assert "save it as CSV UTF-8" in capsys.readouterr().err


def test_a_table_nobody_touched_changes_nothing_even_where_no_sign_stands(pack, tmp_path, capsys):
    part = pack / "lives/walk/strings.zh.yaml"
    part.write_text("# mine\nlife.title: 步行\n", encoding="utf-8")
    assert take(pack, table(pack, tmp_path)) == 0
    assert "nothing has changed." in capsys.readouterr().out
    assert part.read_text(encoding="utf-8") == "# mine\nlife.title: 步行\n"
