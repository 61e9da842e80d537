"""Output folders: whole or not there."""

import os
from pathlib import Path

import pytest
from conftest import SEEDS

from cuttings.errors import InputError
from cuttings.folder import ANSWERS, MANIFEST, begin, carry_answers, discard, whole

DUMP = SEEDS


def fill(folder, content='{"cuttings": "1"}'):
    (folder / MANIFEST).write_text(content, encoding="utf-8")


def test_a_finished_folder_takes_its_place(tmp_path):
    with whole(tmp_path / "out", DUMP) as draft:
        fill(draft)
        assert not (tmp_path / "out").exists()
    assert [path.name for path in tmp_path.rglob("*")] == ["out", MANIFEST]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_interrupted_one_leaves_what_was_there(tmp_path, error):
    with whole(tmp_path / "out", DUMP) as draft:
        fill(draft, '{"cuttings": "first"}')
    with pytest.raises(error), whole(tmp_path / "out", DUMP):
        raise error
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert "first" in (tmp_path / "out" / MANIFEST).read_text()


def test_an_interrupted_one_leaves_no_folder_on_the_way_to_it(tmp_path):
    with pytest.raises(RuntimeError), whole(tmp_path / "a/b/out", DUMP):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["[]", "{}", "no json", '{"other": 1}'])
def test_a_manifest_of_another_program_is_not_ours(tmp_path, content):
    fill(tmp_path, content)
    with pytest.raises(InputError, match="not an earlier output"), whole(tmp_path, DUMP):
        pass


@pytest.mark.parametrize("place", ["dump/out", "dump", "."])
def test_an_output_never_lies_in_its_dump_nor_the_dump_in_it(tmp_path, place):
    (tmp_path / "dump").mkdir()
    fill(tmp_path)
    with pytest.raises(InputError, match="lie in one another"), whole(tmp_path / place, tmp_path / "dump"):
        pass


def test_the_folder_that_one_is_in_is_not_replaced(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="the folder that you are in"), whole(Path(), DUMP):
        pass


def test_an_earlier_output_with_somebody_s_files_is_not_replaced(tmp_path):
    (tmp_path / "out").mkdir()
    fill(tmp_path / "out")
    (tmp_path / "out/mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="not an earlier output"), whole(tmp_path / "out", DUMP):
        pass
    assert (tmp_path / "out/mine.txt").exists()


@pytest.mark.parametrize("last", ["out", "out.failed", "out.failed-2"])
def test_what_a_model_answered_in_the_last_run_is_taken_along_and_is_ours(tmp_path, last):
    for name in ("out", "out.failed", "out.failed-2", "output"):
        (tmp_path / name / ANSWERS).mkdir(parents=True)
        fill(tmp_path / name)
        (tmp_path / name / ANSWERS / "kept.sqlite").write_text(name, encoding="utf-8")
        os.utime(tmp_path / name / ANSWERS, (1, 2 if name in (last, "output") else 1))
    draft = begin(tmp_path / "out", DUMP)
    carry_answers(draft)
    assert (draft.folder / ANSWERS / "kept.sqlite").read_text(encoding="utf-8") == last
    discard(draft)


def test_without_answers_nothing_is_taken_along(tmp_path):
    draft = begin(tmp_path / "out", DUMP)
    carry_answers(draft)
    assert not (draft.folder / ANSWERS).exists()
    discard(draft)
