"""Governments: whose voice a name is, and that each seat leads to a state that there is."""

import pandas as pd
import pytest

from cuttings import lookups
from cuttings.measure import speakers
from cuttings.measure.government import state_of


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Ukraine", "Ukraine"),
        ("Moscow", "Russia"),
        ("the Kremlin", "Russia"),
        ("Washington", "United States"),
        ("The White House", "United States"),
        ("Downing Street", "United Kingdom"),
        ("Brussels", "European Union"),
        ("European Union", "European Union"),
        ("the Ukrainian government", "Ukraine"),
        ("Ukraine’s government", "Ukraine"),
        ("the U.S. government", "United States"),
        ("the government of the United Kingdom", "United Kingdom"),
        ("the government of Texas", None),
        ("the Lee government", None),
        ("the government", None),
        ("Pentagon", None),
        ("Odesa", None),
        ("Ann Lee", None),
        ("a Kyiv official", None),
    ],
)
def test_names_that_speak_for_a_state(name, state):
    assert state_of(name) == state


def test_speakers_keep_their_places_and_nobody_stays_nobody():
    found = speakers(pd.DataFrame({"speaker": ["Kyiv", None, "Ann Lee"]}, index=[4, 2, 9]))
    assert found.index.tolist() == [4, 2, 9]
    assert found.fillna("").tolist() == ["Ukraine (government)", "", "Ann Lee"]


def test_every_seat_is_that_of_a_state_or_a_union_of_the_list():
    there = {*lookups.column("states", "place", kind="state"), *lookups.column("states", "place", kind="union")}
    assert {*lookups.column("states", "place", kind="seat"), *lookups.column("states", "place", kind="organ")} <= there
    forms = [row["form"] for row in lookups.rows("states")]
    assert len(forms) == len(set(forms))
