"""Reading: every record is an article or a reject, and a wrong path is one sentence."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from conftest import SEEDS

from cuttings import read
from cuttings.errors import InputError

PROSE = "The council met on Tuesday to vote on the new bridge over the river. " * 4


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(PROSE, encoding="utf-8")
    return tmp_path


def reasons(folder):
    _, rejects = read.dump(folder)
    return dict(zip(rejects["file"], rejects["reason"], strict=True))


def test_the_five_seeds_are_five_rows():
    articles, rejects = read.dump(SEEDS)
    assert len(articles) == 5
    assert rejects.empty
    assert sorted(articles["file"].str[:3]) == ["000", "001", "002", "003", "004"]


def test_text_is_the_file_to_the_last_byte():
    articles, _ = read.dump(SEEDS)
    for row in articles.itertuples():
        assert row.text.encode() == (SEEDS / row.file).read_bytes()


def test_a_bare_name_is_a_seed_story_from_any_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    articles, _ = read.dump("ukraine-territory")
    assert len(articles) == 5


def test_an_id_outlives_a_renaming(folder):
    before, _ = read.dump(folder)
    (folder / "good.txt").rename(folder / "renamed.txt")
    after, _ = read.dump(folder)
    assert before["article_id"].tolist() == after["article_id"].tolist()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\n ", "empty file"),
        ("short.txt", b"Follow us", r"no article: 0 word\(s\) of prose, 20 are needed"),
        ("renamed.txt", b"PK\x03\x04rest", "a ZIP archive"),
        ("page.txt", b"<!DOCTYPE html><html><body>x</body></html>", "no article"),
        ("data.txt", b'{"title": "x", "text": "y"}', "no article"),
        ("lines.jsonl", b'{"title": "x"}\n{"title": "y"}\n', r"line 2: no text among its fields \(title\)"),
        ("list.csv", b"title,url\nx,a.org/y\n", "listed, but no text in the dump has its URL or title"),
        ("noise.bin", bytes(range(256)) * 20, "no text"),
        ("nul.txt", PROSE.encode() + b"\x00" * 40, "no text"),
        ("half.txt", b"\xff\xfea", "no text"),
    ],
)
def test_a_bad_file_among_good_ones_is_a_reject_and_the_rest_goes_on(folder, name, data, reason):
    (folder / name).write_bytes(data)
    articles, _ = read.dump(folder)
    assert articles["file"].tolist() == ["good.txt"]
    assert reasons(folder).keys() == {name}
    assert re.search(reason, reasons(folder)[name])


def test_the_same_bytes_twice_are_one_article_and_one_reject(folder):
    shutil.copy(folder / "good.txt", folder / "copy.txt")
    articles, rejects = read.dump(folder)
    assert articles["file"].tolist() == ["copy.txt"]
    assert rejects["reason"].tolist() == ["the same bytes as copy.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = PROSE + "“Größe”, sagte er – naïve."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    articles, _ = read.dump(tmp_path)
    assert articles["text"].tolist() == [text]


def test_what_the_story_brings_of_its_own_is_no_record(folder):
    for name in ("ORIGINS.csv", "reference/series.csv", ".hidden/x.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(PROSE, encoding="utf-8")
    articles, rejects = read.dump(folder)
    assert len(articles) == 1
    assert rejects.empty


def test_a_path_that_is_not_there():
    with pytest.raises(InputError, match=r"nowhere is not there; seed stories: .*ukraine-territory"):
        read.dump("nowhere")


def test_an_empty_folder(tmp_path):
    with pytest.raises(InputError, match="holds no file to read"):
        read.dump(tmp_path)


def test_a_folder_without_articles(tmp_path):
    (tmp_path / "x.bin").write_bytes(b"\x00\x01" * 50)
    with pytest.raises(InputError, match=r"no article among the 1 record\(s\) .*x.bin: no text"):
        read.dump(tmp_path)


def test_one_file_is_a_dump(folder):
    articles, _ = read.dump(folder / "good.txt")
    assert articles["file"].tolist() == ["good.txt"]


def test_reference_series_of_the_seeds():
    series = read.reference(SEEDS)["kiis_territorial_concessions"]
    wave = series[series["wave"] == "2024-10"].iloc[0]
    assert (wave["no_concessions_pct"], wave["ready_for_concessions_pct"], wave["sample_size"]) == (
        58,
        32,
        2004,
    )


def test_a_story_without_reference(folder):
    assert read.reference(folder) == {}


def test_a_reference_that_holds_no_number_is_named(folder):
    (folder / "reference").mkdir()
    (folder / "reference/x.csv").write_text("wave,a_pct\n1,abc\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"reference/x\.csv: a_pct holds 'abc', which is no number"):
        read.reference(folder)


def test_an_empty_path_is_no_dump():
    with pytest.raises(InputError, match="an empty path"):
        read.dump("")


def test_a_stray_control_character_does_not_cost_the_article(folder):
    (folder / "ansi.txt").write_text(PROSE + "\x1b[31mred\x1b[0m", encoding="utf-8")
    assert len(read.dump(folder)[0]) == 2


needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@needs_posix
def test_what_is_no_regular_file_is_not_opened(folder):
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "circle").symlink_to(folder)
    assert reasons(folder) == {
        "circle": "a link to a folder: it is not followed",
        "gone.txt": "cannot be read: No such file or directory",
        "pipe.txt": "no regular file",
        "round.txt": "cannot be read: Too many levels of symbolic links",
    }


def test_a_folder_that_cannot_be_opened_is_a_reject(folder, monkeypatch):
    (folder / "locked").mkdir()
    opened = os.scandir

    def refuse(path):
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert reasons(folder) == {"locked": "cannot be read: Permission denied"}


def test_a_file_that_no_machine_can_hold_is_not_opened(folder):
    with (folder / "large.txt").open("wb") as handle:
        handle.truncate(2**32 + 1)
    assert reasons(folder) == {"large.txt": "a file of more than 4,294,967,296 bytes: split it"}
