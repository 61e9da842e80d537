"""People: what stands in an author field, and the persons in it."""

import pytest

from cuttings.read.person import people


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (["Jane Doe"], "Jane Doe"),
        (["By Jane Doe and Piet van der Berg"], "Jane Doe, Piet van der Berg"),
        (["Written by: Jean-Paul O’Neill, PhD"], "Jean-Paul O’Neill"),
        (["Von Anna Schmidt und Max von der Au"], "Anna Schmidt, Max von der Au"),
        (["Max von Stein"], "Max von Stein"),
        (["John Q. Public", "Jane Doe", "John Q. Public"], "John Q. Public, Jane Doe"),
        (["Jane Doe in Kyiv; John Roe for Reuters"], "Jane Doe, John Roe"),
        (["Jane Doe – Harbour Post"], "Jane Doe"),
        (["Jane Doe <jane@harbour.example>"], "Jane Doe"),
        (["Jane Doe (Political Editor)"], "Jane Doe"),
        (["Harbour Post"], ""),
        (["Harbour Post Staff"], ""),
        (["Our Special Correspondent"], ""),
        (["Agence France-Presse", "Reuters", "Associated Press"], ""),
        (["19 November 2024", "admin", "jane.doe", "@janedoe", "www.harbour.example/jane", ""], ""),
        (["jane doe", "José Ortega y Gasset"], ""),
    ],
)
def test_only_names_of_persons_are_kept(written, found):
    assert people(written, "The Harbour Post") == found
