"""Codebooks as data: those that come with the project, one of a story, and files that cannot be read."""

import pandas as pd
import pytest
from conftest import ROOT, SEEDS, articles_of

from cuttings import InputError, read, tables
from cuttings.frames import codebook, codebooks, indicators
from cuttings.frames.codebook import files_of

ALIKE = """Crimea Crimean Bashar Barbara Churchill Protestants Bombay Islamabad accustomed opposite arguably battleship
taxi taxonomy insurmountable subsided industrious harmony harmless escalator sparkling promptly original morale honorary
settlers solvents adviser programmed troopers borderline bombastic shellfish hospitality doctorate regimen
scarcely supplement promising effortlessly residential"""
HEAD = "code,label,definition,indicators,source,origin\n"


@pytest.fixture
def story(tmp_path):
    (tmp_path / "lookups" / "codebooks").mkdir(parents=True)
    return tmp_path


def put(story, text, name="mine"):
    (story / "lookups" / "codebooks" / f"{name}.csv").write_bytes(text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize(
    ("name", "codes"), [("policy_frames", 15), ("gun_violence", 9), ("generic_frames", 5), ("entman", 4)]
)
def test_the_published_codebooks(name, codes):
    table = codebook(name)
    assert len(table) == codes
    assert (table["codebook"] == name).all()
    assert table["published_in"].notna().all()
    pd.testing.assert_frame_equal(table, tables.check(table, "codebook"))


def test_a_codebook_keeps_the_order_of_its_file():
    assert codebook("policy_frames")["code"].tolist()[:3] == ["economic", "capacity_resources", "morality"]


@pytest.mark.parametrize("path", sorted(ROOT.glob("**/lookups/codebooks/*.csv")), ids=lambda path: path.stem)
def test_every_codebook_says_what_its_codes_mean_in_one_sentence_or_two(path):
    table = codebook(path.stem, SEEDS)
    assert table["definition"].str.len().between(50, 400).all()
    assert table["origin"].notna().all()
    assert table.loc[table["code"] != "other", "indicators"].notna().all()


def test_nothing_of_a_story_is_in_the_codebooks_of_the_project():
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "lib/cuttings/lookups/codebooks").glob("*.csv"))
    assert not [name for name in ("Ukrain", "Zelensk", "Putin", "Russia", "Kyiv") if name in text]


@pytest.mark.parametrize("name", ["policy_frames", "generic_frames", "entman"])
def test_a_word_that_only_begins_like_an_indicator_is_none(name):
    text = " ".join(f"On the wall stood {word}, then." for word in ALIKE.split())
    assert indicators(articles_of(text), codebook(name))["indicator"].tolist() == []
    assert len(indicators(articles_of(f"{text} There was a dispute, a problem, a crime."), codebook(name)))


def test_a_story_brings_its_own(story):
    put(story, HEAD + 'a,A,"first, of two",x; y,,me\nb,,second,,,\n')
    table = codebook("mine", story)
    assert table["label"].tolist() == ["A", "b"]
    assert table["definition"][0] == "first, of two"
    assert table["indicators"].isna().tolist() == [False, True]


def test_a_codebook_of_the_story_stands_before_one_of_the_project(story):
    put(story, HEAD + "only,,another,,,\n", "entman")
    assert codebook("entman", story)["code"].tolist() == ["only"]
    assert len(codebook("entman")) == 4


def test_all_codebooks_in_one_table(story):
    put(story, HEAD + "a,,b,,,\n")
    table = codebooks(story)
    assert table["codebook"].unique().tolist() == ["entman", "generic_frames", "gun_violence", "mine", "policy_frames"]
    assert len(table) == 4 + 5 + 9 + 1 + 15


def test_code_and_definition_are_enough_and_a_byte_order_mark_is_none(story):
    put(story, "\ufeffcode,definition\na,what it is\n")
    assert codebook("mine", story)["label"].tolist() == ["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "a,,one,,,\na,,two,,,\n", "codebooks/mine.csv: the code 'a' stands 2 times"),
        (HEAD + "a,A,,x,,me\n", "codebooks/mine.csv: the code 'a' has no definition"),
        (HEAD + ",A,what it is,x,,me\n", "codebooks/mine.csv, row 2: no code"),
        ("code,definition,colour\na,b,c\n", "codebooks/mine.csv: unknown column 'colour'; a codebook has code, label"),
        ("code,label\na,b\n", "codebooks/mine.csv: no column 'definition'"),
        ("code;definition\na;b\n", "codebooks/mine.csv: unknown column 'code;definition'"),
        (HEAD + "a,A,one, two,x,,me\n", "codebooks/mine.csv, row 2: not as many cells as the header has; quote commas"),
        (HEAD + "a,A,one,po*l,,me\n", r"codebooks/mine.csv, code 'a', indicator 'po\*l': 'po\*l' is no word"),
        (HEAD + "a,A,one,x; .. y,,me\n", r"indicator '.. y': .. stands between words, \^ behind one"),
        (HEAD + "a,A,one,~,,me\n", "indicator '~': no word"),
        (HEAD, "codebooks/mine.csv has no code"),
        ("", "codebooks/mine.csv: no column 'code'"),
        (b"code,definition\n\xff\xfe,x\n", "codebooks/mine.csv cannot be read"),
        ('code,definition\na,"x\n', "codebooks/mine.csv cannot be read"),
    ],
)
def test_what_is_no_codebook_is_refused(story, text, message):
    put(story, text)
    with pytest.raises(InputError, match=message):
        codebook("mine", story)


@pytest.mark.parametrize("name", ["nobody", "../sides", "entman.csv"])
def test_an_unknown_codebook_names_those_there_are(story, name):
    put(story, HEAD + "a,,b,,,\n")
    with pytest.raises(InputError, match="; there is entman, generic_frames, gun_violence, mine, policy_frames"):
        codebook(name, story)


def test_without_a_name_it_is_the_story_s_own_or_the_generic_frames(story):
    assert set(codebook(story=story)["codebook"]) == {"generic_frames"}
    put(story, HEAD + "a,,b,,,\n")
    assert set(codebook(story=story)["codebook"]) == {"mine"}


def test_the_seed_story_has_its_contrasts(seed_texts):
    assert set(files_of(SEEDS)) - set(files_of(None)) == {"territory"}
    kinds = codebook("territory", SEEDS)["code"].str.split("_").str[0]
    assert kinds.unique().tolist() == ["land", "fighting", "decides", "price"]


def test_the_contrasts_of_the_seeds():
    articles, _ = read.dump(SEEDS)
    frames = indicators(articles, codebook("territory", SEEDS))
    name = articles.set_index("article_id")["file"].str[:3]
    russian = frames[frames["frame"] == "land_russian"]
    assert russian.loc[russian["text"].str.contains("officially became"), "article_id"].map(name).tolist() == ["003"]
    occupied = frames[(frames["frame"] == "land_occupied") & (frames["voice"] == "outlet")]
    assert "illegally annexed" in occupied.loc[occupied["article_id"].map(name) == "002", "indicator"].tolist()
    assert "003" not in occupied["article_id"].map(name).tolist()
