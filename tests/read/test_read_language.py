"""Languages: by code and by name."""

import pytest

from cuttings.read.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ENGLISH", "en"),
        ("GERMAN; DEUTSCH", "de"),
        ("Anglais", "en"),
        ("en-GB", "en"),
        ("zh-Hant", "zh"),
        ("pt_BR", "pt"),
        ("eu", "eu"),
        ("English (US)", "en"),
        (None, ""),
        (["en"], ""),
        ("ENGLISH; SPANISH", ""),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_languages(text, expected):
    assert language(text) == expected
