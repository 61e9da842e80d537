"""Choice: which places are opened, under the rations of their articles."""

from cuttings.report.choice import MANY, another, chosen, free, spread, take
from cuttings.report.ration import Rations

A, B = "a" * 12, "b" * 12
NAMES = ("road", "school", "bank", "market", "tower", "garden", "station", "library", "museum")


def sentences(article):
    """Nine sentences of as many words, of which no five in a row stand in another one."""
    names = [name + article[0] for name in NAMES]
    return [f"The {one} of {one}ham has {one}ers who {one} all the {one}s of {one}don." for one in names]


def text(article):
    return "\n\n".join(sentences(article))


def place(article, number):
    """The place of a sentence."""
    sentence = sentences(article)[number]
    start = text(article).index(sentence)
    return article, start, start + len(sentence)


def rations():
    return Rations([(A, text(A)), (B, text(B))])


def test_one_place_alone_is_always_opened():
    numbers = [[place(A, number)] for number in range(9)]
    assert list(chosen(numbers, [], rations())) == [one for [one] in numbers]


def test_other_numbers_are_opened_while_the_ration_lasts():
    left = rations()
    numbers = [[place(A, number), place(A, number + 1)] for number in (0, 2, 4, 6)]
    opened = chosen(numbers, [], left)
    assert len(opened) == 3
    assert left[A].share <= 1 / 3


def test_a_place_that_serves_many_numbers_comes_first():
    numbers = [[place(A, 8), place(A, 0)], [place(A, 8), place(A, 1)], [place(A, 8), place(A, 2)]]
    opened = list(chosen(numbers, [], rations()))
    assert opened[0] == place(A, 8)


def test_a_second_place_is_of_another_article():
    left, places = rations(), [place(A, 0), place(A, 1), place(B, 2)]
    take(places[0], left)
    another(places, 2, left)
    assert [free(one, left) for one in places] == [True, False, True]


def test_places_behind_no_number_come_last():
    left = rations()
    opened = chosen([[place(A, 0)], [place(A, 1)]], [place(A, 2), place(A, 3), place(B, 4)], left)
    assert list(opened) == [place(A, 0), place(A, 1), place(A, 2), place(B, 4)]


def test_the_same_page_gives_the_same_places():
    numbers = [[place(A, n), place(B, n), place(A, (n * 5 + 2) % 9)] for n in range(9)]
    assert chosen(numbers, [], rations()) == chosen(numbers, [], rations())


def test_of_many_places_five_are_spread_over_the_articles():
    many = [place(A, number) for number in range(7)] + [place(B, 0), place(B, 1)]
    kept = spread(many)
    assert kept == [place(A, 0), place(A, 1), place(A, 2), place(B, 0), place(B, 1)]
    assert len(kept) == MANY


def test_words_that_articles_have_in_common_count_for_each():
    left = Rations([(A, text(A)), (B, text(A)[: place(A, 5)[2]])])
    opened = chosen([[place(A, number), place(A, number + 1)] for number in (0, 2, 4)], [], left)
    assert len(opened) == 2
    assert left[A].n == left[B].n
    assert left[B].share <= 1 / 3
