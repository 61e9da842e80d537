"""A language model that the notebook asks: its key, its answers kept with the run, and runs that break off."""

import os
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest
from coded_town import town, town_book
from conftest import ROOT
from stand_in import good, reply, server

from cuttings import InputError, frames, say, tables
from cuttings.frames import model, units

KEY, VARIABLE = "sk-harbour-9", "HARBOUR_KEY"


pytestmark = pytest.mark.usefixtures("at_hand")


@pytest.fixture
def book():
    return town_book()


def beside(book, address, **more):
    return frames.beside(town(3), book, tables.build("codes", []), endpoint=address, model_name="small", **more)


def test_the_key_comes_from_the_variable_that_is_named_and_goes_nowhere_else(book, tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, KEY)
    with server(good) as (address, seen):
        found = beside(book, address, key_variable=VARIABLE, out=str(tmp_path))
    assert {key for _, key, _ in seen} == {f"Bearer {KEY}"}
    told = say.coders(found[1], found[3], book, found[2])
    assert KEY not in "".join(frame.to_csv() for frame in found) + "".join(told)
    assert all(KEY.encode() not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    asked = len(units(town(3)))
    assert told == [
        f"The language model small gave an answer for {asked} of {asked} units, for {asked * 100:,} tokens read and "
        f"{asked * 10} written."
    ]


@pytest.mark.parametrize(
    ("variable", "message"),
    [
        (KEY, "is no name of an environment variable; the key itself must not stand there"),
        ("gsk_harbour9", "names an environment variable that is not set"),
    ],
)
def test_a_key_in_the_place_of_a_name_is_refused_and_not_repeated(book, variable, message):
    with pytest.raises(InputError, match=message) as raised:
        beside(book, "http://127.0.0.1:9/v1", key_variable=variable)
    assert variable not in str(raised.value)


def test_answers_are_kept_with_the_run_and_not_asked_for_again(book, tmp_path):
    with server(good) as (address, seen):
        first = beside(book, address, out=str(tmp_path))
        asked = len(seen)
        again = beside(book, address, out=str(tmp_path))
        assert len(seen) == asked
        beside(book, address)
        assert len(seen) == 2 * asked
    pd.testing.assert_frame_equal(first[0], again[0])
    assert again[3][["kept", "asked"]].iloc[0].tolist() == [asked, 0]
    assert f", {asked} of them in an earlier run" in say.coders(again[1], again[3], book)[0]


def test_an_endpoint_that_gives_no_answer_is_said_and_costs_nothing_else(book):
    found, report, unanswered, costs = beside(book, "http://127.0.0.1:9/v1")
    assert found.empty
    assert len(unanswered) == costs["units"].iloc[0]
    [told] = say.coders(report, costs, book, unanswered)
    assert told.startswith(f"The language model small gave an answer for 0 of {len(unanswered)} units. In the place")
    assert "no answer: [Errno 111] Connection refused (3 units, and 1 other reason, see frame_problems)." in told
    prose = beside_prose(book)
    assert prose.endswith("In the place of an answer: no JSON: It is about law. (18 units).")


def beside_prose(book):
    with server(lambda *_: reply("It is about law.")) as (address, _):
        _, report, unanswered, costs = beside(book, address)
    return say.coders(report, costs, book, unanswered)[0]


CALL = """
from coded_town import town, town_book
from cuttings import tables
from cuttings.frames import model
rows = [dict(codebook="town", number=n, code=c, label=c.title(), definition="it is of " + c)
        for n, c in enumerate(("law", "money"), 1)]
model(town(3), tables.build("codebook", rows), {address!r}, "small", cache={cache!r})
"""


def test_a_run_that_is_killed_in_the_middle_goes_on_where_it_ended(book, tmp_path):
    def slow(number, text):
        if number == 6:
            time.sleep(60)
        return good(number, text)

    with server(slow) as (address, seen):
        call = CALL.format(address=address, cache=str(tmp_path / "kept"))
        found = os.pathsep.join(str(ROOT / folder) for folder in ("tests", "tests/frames"))
        running = subprocess.Popen([sys.executable, "-c", call], env=os.environ | {"PYTHONPATH": found})
        until = time.monotonic() + 60
        while len(seen) < 6 and time.monotonic() < until:
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
        running.wait()
        found, problems, costs = model(town(3), book, address, "small", cache=tmp_path / "kept")
    assert costs[["kept", "asked"]].iloc[0].tolist() == [5, len(units(town(3))) - 5]
    assert problems.empty
    with server(good) as (address, _):
        pd.testing.assert_frame_equal(found, model(town(3), book, address, "small")[0])
