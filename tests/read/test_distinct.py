"""Names told apart."""

from collections import Counter

from cuttings.read.distinct import distinct, unique
from cuttings.read.record import Reject


def test_a_name_that_came_before_gets_a_number():
    items = [Reject(name, "") for name in ("a", "a", "b", "a (2)", "a")]
    assert [one.record for one in distinct(items)] == ["a", "a (2)", "b", "a (2) (2)", "a (3)"]


def test_a_name_with_a_number_that_is_taken_is_passed_over():
    taken = Counter[str]()
    assert [unique(name, taken) for name in ("a (2)", "a", "a")] == ["a (2)", "a", "a (3)"]
