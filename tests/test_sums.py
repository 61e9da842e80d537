"""Sums: what sums up many runs, kept up to date, each of them read once."""

import sys

import pandas as pd
import pytest

from cuttings import batch, read
from cuttings.batch import attempt as attempts
from cuttings.batch.run import Done
from cuttings.errors import InputError


def plans(folder, number):
    return [batch.Plan(f"run-{n}", folder, folder / f"run-{n}", [], "", {}, {}) for n in range(number)]


@pytest.fixture
def counted(monkeypatch):
    """How often each run is summed up."""
    seen, module = [], sys.modules["cuttings.batch.summary"]  # the package has a function of this name
    rows_of = module.rows_of
    monkeypatch.setattr(module, "rows_of", lambda done: (seen.append(done.plan.name), rows_of(done))[1])
    return seen


def sum_up(folder, all_plans, ended, error=None):
    """Sum up the runs that have ended, until an error."""
    with batch.summing(folder, all_plans) as sums:
        for plan in ended:
            sums.add(Done(plan, "failed", "no article", {}))
        if error:
            raise error


def test_each_run_is_summed_up_once_and_in_the_order_in_which_it_was_given(tmp_path, counted):
    all_plans = plans(tmp_path, 30)
    sum_up(tmp_path, all_plans, all_plans[::-1])
    assert sorted(counted) == sorted(plan.name for plan in all_plans)
    assert pd.read_csv(tmp_path / "runs.csv")["run"].tolist() == [plan.name for plan in all_plans]
    assert (tmp_path / "index.html").read_text(encoding="utf-8").count("<tbody") == 30
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "runs.csv"]


def test_what_has_ended_is_summed_up_when_the_rest_is_interrupted(tmp_path):
    [first, second] = plans(tmp_path, 2)
    with pytest.raises(KeyboardInterrupt):
        sum_up(tmp_path, [first, second], [first], KeyboardInterrupt)
    assert pd.read_csv(tmp_path / "runs.csv")["run"].tolist() == ["run-0"]


def test_runs_go_on_while_the_summary_cannot_be_written_and_the_end_says_so(tmp_path, monkeypatch):
    tried = []

    def full(ended, _):
        tried.append(len(ended))
        raise InputError("runs.csv cannot be written: No space left on device")

    [first, second] = plans(tmp_path, 2)
    monkeypatch.setattr("cuttings.batch.sums.write_summary", full)
    with pytest.raises(InputError, match="No space left"):
        sum_up(tmp_path, [first, second], [first, second])
    assert tried == [1, 2, 2]


def test_a_dump_is_read_once_for_runs_of_the_same_files(tmp_path, monkeypatch):
    story = tmp_path / "story"
    story.mkdir()
    (story / "a.txt").write_text("The council met on Tuesday to vote on the bridge. " * 5)
    seen, dump = [], read.dump
    monkeypatch.setattr(read, "dump", lambda *given: (seen.append(given), dump(*given))[1])
    planned = [batch.Plan(f"run-{n}", story, tmp_path / f"run-{n}", [], "", {}, {}) for n in range(3)]
    begun = [attempts.begin(plan) for plan in planned]
    assert attempts.complete(begun[0]) == (None, tmp_path / "run-0")
    assert len(seen) == 1
    assert attempts.begin(planned[0], resume=True) is None
    (story / "b.txt").write_text("The town voted on Friday to have no bridge at all. " * 5)
    attempts.begin(batch.Plan("run-9", story, tmp_path / "run-9", [], "", {}, {}))
    assert len(seen) == 2
    assert "1 article " in (tmp_path / "run-0/report.html").read_text(encoding="utf-8")


def test_a_run_that_is_kept_is_not_read_again(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("The council met on Tuesday to vote on the bridge. " * 5)
    plan = batch.Plan("run", tmp_path / "a.txt", tmp_path / "run", [], "", {}, {})
    assert attempts.complete(attempts.begin(plan)) == (None, tmp_path / "run")
    monkeypatch.setattr(attempts, "articles_of", lambda *_: pytest.fail("read again"))
    assert attempts.begin(plan, resume=True) is None


@pytest.mark.parametrize("name", ["articles.csv", "lookups/sides.csv", "reference/Opinium.csv", "coding/ann.csv"])
def test_a_run_is_begun_anew_where_what_the_story_brings_has_changed(tmp_path, name):
    story = tmp_path / "story"
    (story / name).parent.mkdir(parents=True)
    (story / "a.txt").write_text("The council met on Tuesday to vote on the bridge. " * 5)
    (story / name).write_text("file,outlet\na.txt,The Paper\n")
    plan = batch.Plan("run", story, tmp_path / "run", [], "", {}, {})
    attempts.complete(attempts.begin(plan))
    assert attempts.begin(plan, resume=True) is None
    (story / name).write_text("file,outlet\na.txt,The Other Paper\n")
    begun = attempts.begin(plan, resume=True)
    assert begun is not None
    attempts.complete(begun)
    if name == "articles.csv":
        assert "The Other Paper" in attempts.articles_of(plan, begun.content)["outlet"].tolist()
