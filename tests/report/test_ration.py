"""Rations: how much of an article a page shows, in words of the article itself."""

from cuttings.report.ration import LONGEST, MOST, Ration, Rations

SENTENCES = [
    f"Sentence number {n} tells of the harbour and of the {word} that lies in it today."
    for n, word in enumerate(("boat", "wreck", "crane", "ferry", "buoy", "barge"))
]
TEXT = "The harbour in the spring\n\n" + "\n\n".join(SENTENCES)


def test_words_are_counted_once_and_the_ration_is_a_third():
    ration = Ration(TEXT)
    span = (TEXT.index(SENTENCES[1]), TEXT.index(SENTENCES[1]) + len(SENTENCES[1]))
    assert ration.cost(span) == len(SENTENCES[1].split())
    ration.show(ration.of(span))
    ration.show(ration.of(span))
    assert ration.n == len(SENTENCES[1].split())
    assert ration.cost(span) == 0
    assert not ration.allows(len(ration.words) // 3)
    assert ration.allows(3)
    assert 0 < ration.share < MOST


def test_what_the_page_says_anyway_is_counted_by_runs_of_words():
    rations = Rations([("a", TEXT)])
    ration = rations["a"]
    rations.read([f"He said: {SENTENCES[2].upper()}", "tells of the harbour", "and of the"])
    assert ration.n >= len(SENTENCES[2].split())
    assert ration.cost((TEXT.index("crane"), TEXT.index("crane") + 5)) == 0
    assert ration.cost((TEXT.index("ferry"), TEXT.index("ferry") + 5)) == 1


def test_an_excerpt_is_no_more_than_the_sentence_and_less_of_a_long_one():
    long = "Nobody in the whole of the old town by the sea wanted the harbour to be sold to anybody at all."
    text = f"The mayor spoke first of all. {long} Then she left the hall.\n"
    ration = Ration(text * 3)
    start = text.index("harbour")
    narrow, whole = ration.excerpt(start, start + 7), ration.excerpt(start, start + 7, LONGEST)
    assert (
        text[slice(*whole)]
        == "Nobody in the whole of the old town by the sea wanted the harbour to be sold to anybody at all."
    )
    assert text[slice(*narrow)] == "of the old town by the sea wanted the harbour to be sold to anybody at all."
    early = text.index("mayor")
    assert text[slice(*ration.excerpt(early, early + 5))] == "The mayor spoke first of all."


def test_words_of_no_sentence_and_no_words_at_all():
    ration = Ration("Subscribe | Log in\n\n" + TEXT)
    assert ration.excerpt(0, 9)[0] == 0
    empty = Ration("")
    assert (empty.share, empty.cost((0, 5)), empty.allows(0)) == (0.0, 0, True)


def test_a_text_of_many_words_on_one_line_is_read_in_time():
    rations = Rations([(key, "word " * 200_000) for key in "ab"])
    for start in range(0, 500_000, 5_000):
        assert rations.fits("a", rations["a"].excerpt(start, start + 4))
        rations.take("a", rations["a"].excerpt(start, start + 4))
    assert 0 < rations["b"].n < rations["a"].n < 5_000
