"""Indicators: the notation, denials, voices, and what no text may break."""

import time

import pandas as pd
import pytest
from conftest import articles_of
from test_contract import HOSTILE

from cuttings import InputError, extract, read, tables
from cuttings.frames import codebook, codings, indicators, units

PAD = " The rest of this page tells of the weather in the town, which was fine on that day and on the next one too."


def book_of(**codes: str) -> pd.DataFrame:
    rows = [
        {"codebook": "mine", "number": number, "code": code, "label": code, "definition": code, "indicators": words}
        for number, (code, words) in enumerate(codes.items(), 1)
    ]
    return tables.build("codebook", rows)


def found(text: str, **codes: str) -> list[tuple[str, str]]:
    """Frame and indicators of each row."""
    frames = indicators(articles_of(text + PAD), book_of(**codes))
    return list(zip(frames["frame"], frames["indicator"], strict=True))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Economists spoke of the economy.", "econom*", "economists; economy"),
        ("The uneconomic pier was sold.", "econom*", None),
        ("A rise in interest-rates came.", "interest rate*", "interest-rates"),
        ("A matter of interest, rates rose.", "interest rate*", None),
        ("They will give up their old land.", "give up .. land", "give up their old land"),
        ("They will give up land.", "give up .. land", "give up land"),
        ("They will give up on the idea of any land.", "give up .. land", None),
        ("Bill Hale signed the bill.", "bill; ~bill ^", "bill"),
        ("Bill Hale signed.", "bill; ~bill ^", None),
        ("Cuts to Social Security hurt security.", "securit*; ~social security", "security"),
        ("The U.S. and us.", "US", "u.s."),
        ("It hurt us and the town.", "US", None),
        ("NATO met.", "NATO", "nato"),
        ("the nato of old met.", "NATO", None),
        ("UKRAINE WINS THE CUP.", "Ukraine", "ukraine"),
        ("Reyes’s women’s rights bill passed.", "women's rights", "women’s rights"),
        ("Kyiv’s claim stands.", "Kyiv", "kyiv’s"),
        ("A land-for-peace deal was made.", "land for peace; land", "land-for-peace"),
        ("Crime, crime and CRIME.", "crime", "crime"),
        ("The G7 met on Monday.", "G7", "g7"),
        ("The self-\nstyled market fell.", "market", "market"),
        ("", "market", None),
    ],
)
def test_notation(text, words, expected):
    assert found(text, a=words) == ([("a", expected)] if expected else [])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("There was no threat to the pier.", False),
        ("There was not any real threat to it.", False),
        ("It isn’t a threat.", False),
        ("It never was a threat.", False),
        ("Without threats he would have stayed.", False),
        ("Neither threats nor gifts moved him.", False),
        ("There was not only a threat to the pier.", True),
        ("There was no doubt of the threat.", True),
        ("It was not safe, a threat to all.", True),
        ("It was not safe but a threat.", True),
        ("No one in the town then saw the threat.", True),
        ("The threat was not small.", True),
        ("He said no — a threat came.", True),
        ("The non-threat was seen by none.", True),
    ],
)
def test_denied_indicators_do_not_count(text, counts):
    assert bool(found(text, a="threat*")) is counts
    assert len(indicators(articles_of(text + PAD), book_of(a="threat*"), negated=True)) == 1


def test_an_indicator_may_hold_the_denial_itself():
    assert found("They will never recognize the line.", a="never recogni*") == [("a", "never recognize")]


def test_voice_is_that_of_the_words_found():
    text = "“It is a threat,” Paula Reyes said of the crime in town. “The crime is a threat,” she said. Crime rose."
    frames = indicators(articles_of(text + PAD), book_of(crime="crime", threat="threat*"))
    voices = dict(zip(zip(frames["start"], frames["frame"], strict=True), frames["voice"], strict=True))
    second, third = text.index("“The crime"), text.index("Crime rose")
    assert voices == {
        (0, "crime"): "outlet",
        (0, "threat"): "quoted",
        (second, "crime"): "quoted",
        (second, "threat"): "quoted",
        (third, "crime"): "outlet",
    }


def test_one_row_a_unit_and_code_with_a_score_that_grows():
    text = "A crime, a theft and a murder. Another theft was seen." + PAD
    frames = indicators(articles_of(text), book_of(crime="crime; theft; murder"))
    assert frames["indicator"].tolist() == ["crime; theft; murder", "theft"]
    assert frames["score"].tolist() == [0.75, 0.5]
    whole = indicators(articles_of(text), book_of(crime="crime; theft; murder"), unit="article")
    assert whole[["indicator", "score", "unit"]].to_numpy().tolist() == [["crime; theft; murder", 0.75, "article"]]


def test_words_outside_the_article_itself_do_not_count(seed_texts):
    frames = indicators(articles_of(seed_texts["000"]), codebook("policy_frames"), unit="article")
    assert not frames["indicator"].str.contains("nuclear").any()


def test_several_codebooks_at_once():
    both = pd.concat([codebook("entman"), codebook("generic_frames")])
    frames = indicators(read.dump("ukraine-territory")[0], both)
    assert sorted(frames["codebook"].unique()) == ["entman", "generic_frames"]


@pytest.mark.parametrize("unit", ["sentence", "passage", "article"])
def test_part_by_part_is_the_whole_and_spans_hold(unit):
    articles, _ = read.dump("ukraine-territory")
    book = codebook("policy_frames")
    whole = indicators(articles, book, unit)
    assert whole["article_id"].nunique() == len(articles)
    single = [indicators(articles.iloc[[place]], book, unit) for place in range(len(articles))]
    pd.testing.assert_frame_equal(whole, tables.check(pd.concat(single), "frames"))
    pd.testing.assert_frame_equal(whole, indicators(articles, book, unit, extract.quotations(articles)))
    texts = articles.set_index("article_id")["text"]
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in whole.itertuples())


def test_no_text_breaks_it():
    texts = [*HOSTILE, "no " * 50_000 + "threat", "threat " * 50_000, "give up " * 30_000, "a.b." * 30_000]
    book = pd.concat([codebook("policy_frames"), book_of(x="give up .. land")])
    found = indicators(articles_of(*texts), book)
    assert len(texts) - 2 in {int(key, 16) for key in found["article_id"]}  # 50,000 threats
    assert all(texts[int(row.article_id, 16) - 1][row.start : row.end] == row.text for row in found.itertuples())


def test_time_grows_with_the_length_of_a_line():
    book, sentence = (
        codebook("policy_frames"),
        "The economy gave up some of its growth and no law, crime or threat was seen ",
    )
    times = []
    for size in (2_000, 16_000):
        articles = articles_of(sentence * size)
        extract.sentences(articles)
        begun = time.process_time()
        indicators(articles, book)
        times.append(time.process_time() - begun)
    assert times[1] < 8 * 3 * times[0]


def test_what_is_no_codebook_is_refused():
    with pytest.raises(ValueError, match="expected the table codebook"):
        indicators(articles_of("x"), pd.DataFrame({"code": ["a"]}))


def test_one_search_gives_what_each_kind_of_unit_gives_alone():
    text = "Taxes rose. No tax fell.\n\nThe mayor said: “Taxes are a levy on bread and on us.” It rained." + PAD
    articles, book = articles_of(text, PAD), book_of(money="tax*; levy", rain="rain*")
    found = codings(articles, book, "passage")
    assert [of["unit"].iloc[0] for _, of in found] == ["passage", "sentence", "article"]
    for frames, of in found:
        unit = of["unit"].iloc[0]
        pd.testing.assert_frame_equal(frames, indicators(articles, book, unit))
        pd.testing.assert_frame_equal(of, units(articles, unit))
    with pytest.raises(InputError, match="unit='line'"):
        codings(articles, book, "line")
