"""Passages: paragraphs joined, cut at sub-headings, spans that hold."""

import pytest
from conftest import articles_of

from cuttings import extract


def sentence(words: int, first: str = "The") -> str:
    return f"{first} {'word ' * (words - 2)}ends."


ARTICLE = "\n\n".join(
    [
        "Ministers word their ends in the harbour",
        sentence(30, "Alpha"),
        sentence(40, "Bravo"),
        sentence(70, "Charlie"),
        sentence(20, "Delta"),
        "A Week of Escalation",
        sentence(25, "Echo"),
        "Looking to the Future",
        sentence(61, "Foxtrot"),
        sentence(62, "Golf"),
    ]
)


def test_paragraphs_are_joined_to_at_least_sixty_words_and_cut_at_subheadings() -> None:
    passages = extract.passages(articles_of(ARTICLE))
    assert [text.split()[0] for text in passages["text"]] == ["Alpha", "Charlie", "A", "Looking", "Golf"]
    assert passages["words"].tolist() == [70, 90, 29, 65, 62]


def test_a_subheading_belongs_to_the_passage_that_it_begins() -> None:
    passages = extract.passages(articles_of(ARTICLE))
    assert passages["text"][2].startswith("A Week of Escalation\n\nEcho word")


def test_the_headline_belongs_to_no_passage() -> None:
    assert not extract.passages(articles_of(ARTICLE))["text"].str.contains("Ministers").any()


def test_a_short_rest_joins_the_passage_before_it() -> None:
    assert extract.passages(articles_of(ARTICLE))["text"][1].count("ends.") == 2


def test_spans_are_slices_in_order_without_overlap(seed_texts: dict[str, str]) -> None:
    articles = articles_of(*seed_texts.values())
    passages = extract.passages(articles)
    texts = articles.set_index("article_id")["text"]
    for row in passages.itertuples():
        assert row.text == texts[row.article_id][row.start : row.end]
    before = passages.groupby("article_id")["end"].shift()
    assert (before.isna() | (before <= passages["start"])).all()
    assert passages.groupby("article_id")["words"].min().min() >= 60


def test_one_word_a_passage_gives_a_passage_a_paragraph_and_a_huge_minimum_one_a_section() -> None:
    assert len(extract.passages(articles_of(ARTICLE), min_words=1)) == 7 + 2
    assert len(extract.passages(articles_of(ARTICLE), min_words=10_000)) == 3


def test_a_record_without_prose_has_no_passage() -> None:
    assert extract.passages(articles_of("Share\nTweet\n")).empty


def test_no_words_a_passage_is_refused() -> None:
    with pytest.raises(ValueError, match="min_words=0: a passage has at least 1 word"):
        extract.passages(articles_of(ARTICLE), min_words=0)
