"""Pages on the form of files: YAML, characters, and where files stand."""

from scsgame.packs.codes import Page

SCENES = "scenes"

PAGES = (
    Page("bad-yaml", """The file does not hold together as YAML. The usual slips: a colon and a space inside a text, a key
         without a space after its colon, a quotation mark that is never closed, a line that stands too far right or left.
         Text with such signs goes in quotes, or on its own lines after `>-`.""",
         "feed", "- {id: sale, by: The shop, text: 'Half price}",
         "- {id: sale, by: The shop, text: 'Half price'}"),
    Page("tab", "YAML is written with spaces only. A tab looks different in every editor, so nobody sees what belongs to what.",
         "feed", "- id: sale\n  by:\tThe shop\n  text: Half price", "- id: sale\n  by: The shop\n  text: Half price"),
    Page("odd-space", """Word processors and web pages put spaces into text that look like spaces and are none, such as the
         no-break space. Before a key or after its colon, YAML takes them for letters.""",
         "feed", "- id: sale\n  by:\u00a0The shop\n  text: Half price", "- id: sale\n  by: The shop\n  text: Half price"),
    Page("control-character", """Some characters are not seen but act: they move the cursor, turn the direction of text, or hide
         words. A pack could use them to show a ban as a perk, so no file may hold them, not even written as an escape.""",
         "feed", '- {id: sale, by: The shop, text: "Half \\e[8m price"}', '- {id: sale, by: The shop, text: "Half price"}'),
    Page("heaped-marks", """Accents, vowel signs and points sit on the letter before them. Heaped up they grow out of their line
         and cover what stands above and below, so at most eight may follow one letter; the fullest Tibetan stack needs as many.""",
         "feed", '- {id: sale, by: The shop, text: "Half' + "\u0301" * 9 + ' price"}', '- {id: sale, by: The shop, text: "Half\u0301 price"}'),
    Page("anchor", """YAML can name a place with & and repeat it with *. Readers then see less than there is, and a few lines
         can unfold into millions. Content writes everything out.""",
         "feed", "- {id: sale, by: &shop The shop, text: Half price}", "- {id: sale, by: The shop, text: Half price}"),
    Page("alias", "A word that begins with * repeats something from elsewhere. Write it out; a text that begins with * goes in quotes.",
         "feed", "- {id: sale, by: *shop, text: Half price}", "- {id: sale, by: The shop, text: Half price}"),
    Page("tag", "A word that begins with ! is a tag, by which YAML makes other things than text. Content has none.",
         "feed", "- {id: sale, by: !shop The shop, text: Half price}", "- {id: sale, by: The shop, text: Half price}"),
    Page("merge-key", "`<<` pours one mapping into another. Content writes the keys out, so that each is seen where it counts.",
         "feed", "- {id: sale, <<: {by: The shop}, text: Half price}", "- {id: sale, by: The shop, text: Half price}"),
    Page("second-document", "A line of three hyphens begins a second document. One file holds one.",
         "lives/walk/feed.yaml", "feed: []\n---\nfeed: []\n", "feed: []\n"),
    Page("key-not-text", "A key is a word. A list or a mapping cannot be one; often a text that begins with a bracket lacks its quotes.",
         "feed", "- {id: sale, by: The shop, text: Half, [price]: 3}", "- {id: sale, by: The shop, text: 'Half, [price]: 3'}"),
    Page("duplicate-key", "A key may stand once in a mapping. YAML itself would keep the last and silently drop the first.",
         "feed", "- {id: sale, by: The shop, by: The owner, text: Half price}", "- {id: sale, by: The owner, text: Half price}"),
    Page("too-deep", "Lists and mappings may be nested forty deep, folders eight. Nobody can read more, and it is the way to break parsers.",
         "feed", "- {id: sale, by: The shop, text: " + "[" * 45 + "]" * 45 + "}", "- {id: sale, by: The shop, text: Half price}"),
    Page("too-large", "A file holds at most 1 MiB and 50,000 things, a pack 8 MiB and 500 files. Split a large file: scenes may stand in many."),
    Page("not-utf8", "Files are UTF-8 text. Some editors save in an older encoding; choose UTF-8 when you save."),
    Page("not-a-file", "Only ordinary files are read: no links, pipes or devices. A pack is complete in itself."),
    Page("bad-zip", "The zip cannot be read whole. Make it anew, without a password, with an ordinary program."),
    Page("bad-file-name", "Names of files and folders have plain letters, digits, hyphens and underscores, so that they work on every computer."),
    Page("unknown-file", "A YAML file stands where none is read. Perhaps its name or its folder is misspelt, or it ends in .yml.",
         "lives/walk/ending.yaml", "endings: []\n", None),
    Page("missing-file", "A pack has a pack.yaml; a life has life.yaml, cast.yaml and endings.yaml; a regime has regime.yaml.",
         "lives/walk/cast.yaml", None, "cast:\n  - {id: lin_hao, name: Lin Hao, roles: [friend], about: Walks too.}\n"),
    Page("empty-file", "The file holds nothing. Fill it or delete it.", "lives/walk/feed.yaml", "# nothing yet\n", None),
    Page("comma-in-text", "Inside curly brackets a comma ends a text. A text with a comma goes in quotes there, or out of the brackets.",
         "feed", "- {id: sale, by: The shop, text: Half price, today only}", "- {id: sale, by: The shop, text: 'Half price, today only'}"),
    Page("cut-text", "A space and a # begin a comment, and the rest of the line is dropped. If the # belongs to the text, use quotes.",
         "feed", "- id: fine\n  by: The office\n  text: Fine #3 is issued.", "- id: fine\n  by: The office\n  text: 'Fine #3 is issued.'"),
)  # fmt: skip
