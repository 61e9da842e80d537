"""The README's pictures: there, told in words, small, and those of `make pictures`."""

import re

import pictures
import pytest
from conftest import ROOT

MOST = 150_000
SHOWN = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_the_readme_shows_the_pictures_that_the_command_makes_and_no_other():
    shown = {path for _, path in SHOWN}
    assert shown == {f"lib/pictures/{name}" for name in pictures.NAMES}
    assert {path.name for path in pictures.PICTURES.iterdir()} == pictures.NAMES


@pytest.mark.parametrize(("words", "path"), SHOWN, ids=[path for _, path in SHOWN])
def test_a_picture_is_small_and_says_in_words_what_it_shows(words, path):
    assert len(words.split()) > 8
    assert (ROOT / path).stat().st_size < MOST
    assert (ROOT / path).read_bytes().startswith(b"\x89PNG")


def test_the_figures_are_those_of_the_notebooks(tmp_path):
    """`make pictures` writes them anew."""
    pictures.figures(tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(pictures.FIGURES)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (pictures.PICTURES / path.name).read_bytes(), path.name
