"""Outlets that a list or a file gives: a bare host is no name where the page has one."""

import pytest
from test_table import PROSE, dump_of, listed

from cuttings import read

PAGE = (
    '<!DOCTYPE html><html><head><title>The bridge</title><meta property="og:site_name" content="Harlow Courier">'
    f'<link rel="canonical" href="https://harlowcourier.example/x"></head><body><article><p>{PROSE}</p></article>'
)


@pytest.mark.parametrize(
    ("host", "url", "site", "outlet"),
    [
        ("harlowcourier.example", "https://harlowcourier.example/x", "Harlow Courier", "Harlow Courier"),
        ("harlowcourier.example", "https://harlowcourier.example/x", "", "harlowcourier.example"),
        ("nytimes.com", "https://harlowcourier.example/x", "", "The New York Times"),
        ("Space.com", "https://harlowcourier.example/x", "", "Space.com"),
    ],
)
def test_a_host_that_is_listed_as_the_outlet_is_no_name_where_the_page_has_one(tmp_path, host, url, site, outlet):
    page = PAGE if site else PAGE.replace('<meta property="og:site_name" content="Harlow Courier">', "")
    rows = listed((host, "The bridge", url))
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, page__html=page))
    assert rejects.empty
    assert articles["outlet"].tolist() == [outlet]


def test_a_host_that_a_file_states_does_not_overwrite_what_its_text_says(tmp_path):
    top = "title,outlet,url,text\nThe bridge,a.example,https://a.example/x,"
    articles, _ = read.dump(dump_of(tmp_path, a__csv=f"{top}{PROSE}\n"))
    assert articles["outlet"].tolist() == ["a.example"]
    articles, _ = read.dump(dump_of(tmp_path, a__csv=f'{top}"{PROSE}\n\n© 2024 The New York Times Company\n"\n'))
    assert articles["outlet"].tolist() == ["The New York Times"]
