"""Alignment: which words are common in a folder."""

from cuttings.measure.alignment import background

STORY = (
    "The council voted on Tuesday to close the old bridge over the Arn for two years, after engineers found cracks in "
    "three of its piers.\n\nTraffic will be led across the ring road, the mayor said, and a ferry will carry people on "
    "foot from May until the autumn of next year.\n"
)


def test_the_furniture_of_pages_is_not_what_is_common_in_a_folder():
    page = f"Home\nNews\nSport\nSubscribe\n\n{STORY}\nSubscribe to our newsletter\n\nMost read\n\n© 2025 Arn Gazette\n"
    [words] = background([page])
    assert {"council", "bridge", "ferry", "autumn"} <= set(words)
    assert not {"subscribe", "newsletter", "gazette", "sport"} & set(words)
    assert [*background([STORY])] == [words]
