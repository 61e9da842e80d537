"""Output folders: whole or not there."""

import pytest

from cuttings.errors import InputError
from cuttings.folder import MANIFEST, whole


def fill(folder, content='{"cuttings": "1"}'):
    (folder / MANIFEST).write_text(content, encoding="utf-8")


def test_a_finished_folder_takes_its_place(tmp_path):
    with whole(tmp_path / "out") as draft:
        fill(draft)
        assert not (tmp_path / "out").exists()
    assert [path.name for path in tmp_path.rglob("*")] == ["out", MANIFEST]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_interrupted_one_leaves_what_was_there(tmp_path, error):
    with whole(tmp_path / "out") as draft:
        fill(draft, '{"cuttings": "first"}')
    with pytest.raises(error), whole(tmp_path / "out"):
        raise error
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert "first" in (tmp_path / "out" / MANIFEST).read_text()


def test_an_interrupted_one_leaves_no_folder_on_the_way_to_it(tmp_path):
    with pytest.raises(RuntimeError), whole(tmp_path / "a/b/out"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["[]", "{}", "no json", '{"other": 1}'])
def test_a_manifest_of_another_program_is_not_ours(tmp_path, content):
    fill(tmp_path, content)
    with pytest.raises(InputError, match="not an earlier output"), whole(tmp_path):
        pass
