"""Memory: asked once for each text, and for what is known of it."""

import gc

import pytest

from cuttings.memory import remembered, remembered_each, uncollected
from cuttings.text import Mark, Page


def test_a_text_is_worked_on_once_and_the_oldest_is_forgotten():
    asked: list[str] = []

    @remembered(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("a", "bb", "a", "ccc", "a", "bb")] == [1, 2, 1, 3, 1, 2]
    assert asked == ["a", "bb", "ccc", "bb"]


def test_two_pages_of_the_same_words_differ_by_what_is_known_of_them():
    @remembered(10)
    def layout(text: str) -> int:
        return len(text.layout) if isinstance(text, Page) else 0

    told = [Mark(0, 3, "headline", "the format tells")]
    assert [layout("one"), layout(Page("one", told)), layout(Page("one"))] == [0, 1, 0]


def test_half_of_a_surrogate_pair_is_a_text_too():
    assert remembered(1)(len)("\ud800") == 1


def test_what_is_no_text_is_known_by_the_mark_given_for_it():
    asked: list[list[str]] = []

    @remembered(1, mark=lambda given: "".join(given).encode())
    def size(given: list[str]) -> int:
        asked.append(given)
        return len(given)

    assert [size(["a", "b"]), size(["ab"]), size(["c"])] == [2, 2, 1]
    assert asked == [["a", "b"], ["c"]]


def test_of_many_texts_only_those_not_known_are_asked_for():
    asked: list[list[str]] = []

    @remembered_each(2)
    def lengths(texts):
        asked.append(list(texts))
        return [len(text) for text in texts]

    assert lengths(["a", "bb", "a"]) == [1, 2, 1]
    assert lengths(["bb", "ccc", "dddd"]) == [2, 3, 4]
    assert lengths(["ccc", "a"]) == [3, 1]
    assert asked == [["a", "bb"], ["ccc", "dddd"], ["a"]]


@pytest.mark.parametrize("active", [True, False])
def test_the_collector_rests_while_a_function_runs_and_is_as_it_was_behind_it(active):
    @uncollected
    def resting(fail: bool) -> bool:
        if fail:
            raise ValueError("it failed")
        return gc.isenabled()

    was = gc.isenabled()
    try:
        (gc.enable if active else gc.disable)()
        assert resting(fail=False) is False
        with pytest.raises(ValueError, match="it failed"):
            resting(fail=True)
        assert gc.isenabled() is active
    finally:
        (gc.enable if was else gc.disable)()
