"""Output folders: whole or not there."""

from pathlib import Path

import pytest
from conftest import SEEDS

from cuttings.errors import InputError
from cuttings.folder import MANIFEST, whole

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
