"""Figures of what is in a dump: each record has a label of its own, open and single days can be seen."""

from datetime import date, timedelta

import pytest

from cuttings import plot, tables

FOLDER = "a/long/folder/of/one/archive.zip/export.jsonl"


def articles_on(*days):
    """An articles table of records of one file, published between two days each."""
    return tables.build(
        "articles",
        [
            {"article_id": str(number), "file": FOLDER, "record": str(number), "outlet": "Post", "words": 1}
            | {"published_from": first, "published_to": last}
            for number, (first, last) in enumerate(days, 1)
        ],
    )


def labels(figure):
    return [label.get_text() for label in figure.axes[0].get_yticklabels()]


def test_records_of_one_file_have_labels_of_their_own():
    days = [date(2025, 1, 1) + timedelta(days=number) for number in range(12)]
    articles = articles_on(*((day, day) for day in days))
    rows = [
        {"article_id": key, "start": 0, "end": 4, "text": "Text", "role": "body", "score": 1.0}
        for key in articles["article_id"]
    ]
    for figure in (plot.published(articles), plot.segments(tables.build("segments", rows), articles)):
        assert len(set(labels(figure))) == 12
        assert sum(label.endswith("export.jsonl#12") for label in labels(figure)) == 1


def test_a_single_day_is_shown_among_days_and_not_among_years():
    first, last = plot.published(articles_on((date(2025, 1, 1), date(2025, 1, 1)))).axes[0].get_xlim()
    assert last - first < 10


def test_an_open_end_reaches_beyond_the_last_day():
    figure = plot.published(articles_on((date(2025, 1, 1), None), (date(2025, 1, 2), date(2025, 1, 20))))
    open_one, closed = (line.get_xdata() for line in figure.axes[0].lines if len(line.get_xdata()) == 2)
    assert open_one[1] > closed[1]


@pytest.mark.parametrize(("number", "title"), [(1, "1 of 1 articles"), (60, "40 of 60 articles")])
def test_at_most_forty_are_drawn_and_the_title_says_so(number, title):
    figure = plot.published(articles_on(*[(date(2025, 1, 1), date(2025, 2, 1))] * number))
    assert title in figure.axes[0].get_title(loc="left")
    assert len(labels(figure)) == min(number, 40)


def test_nothing_is_drawn_without_a_day():
    assert plot.published(articles_on((None, None))) is None
