"""articles.csv: what the researcher gives comes first, is marked as given, and a slip is named."""

import pandas as pd
import pytest

from cuttings import extract, read
from cuttings.errors import InputError
from cuttings.read.given import merged

PROSE = "The council met on Tuesday to vote on the new bridge over the river. " * 3


@pytest.fixture
def story(tmp_path):
    (tmp_path / "a.txt").write_text(f"Published 3 May 2024\n\n{PROSE}\n\nOn 2 May 2024 they met.", encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        f"id,text,url,outlet\n1,{PROSE} One.,https://b.org/1,B\n2,{PROSE} Two.,https://b.org/2,B\n", encoding="utf-8"
    )
    return tmp_path


def given(story, content, encoding="utf-8"):
    (story / "articles.csv").write_bytes(content.encode(encoding))
    return read.dump(story)[0].set_index(["file", "record"])


def test_given_fields_take_the_place_of_others_and_say_so(story):
    row = given(story, "file,outlet,published\na.txt,The A,2024-11-05\n").loc[("a.txt", "1")]
    assert (row["outlet"], row["outlet_basis"], row["published_basis"]) == ("The A", "given", "given")
    assert row["published_from"] == row["published_to"] == pd.Timestamp("2024-11-05")
    assert row["given"] == "outlet articles.csv; published articles.csv"


@pytest.mark.parametrize(
    ("where", "value"),
    [("file,record", "b.csv,2"), ("url", "http://www.b.org/2/"), ("file,record,url", "b.csv,2,https://c.org/2")],
)
def test_a_row_means_the_articles_that_have_what_it_says(story, where, value):
    articles = given(story, f"{where},headline\n{value},Mine\n")
    assert articles[articles["headline"] == "Mine"].index.tolist() == [("b.csv", "2")]
    assert articles.loc[("b.csv", "2"), "url"] == ("https://c.org/2" if "c.org" in value else "https://b.org/2")


def test_a_file_means_all_its_records_and_an_id_one(story):
    articles = given(story, "file,outlet\nb.csv,Mine\n")
    assert articles.loc["b.csv", "outlet"].tolist() == ["Mine", "Mine"]
    one = articles.loc[("b.csv", "1"), "article_id"]
    assert given(story, f"article_id,outlet\n{one},X\n").loc["b.csv", "outlet"].to_dict() == {"1": "X", "2": "B"}


def test_ranges_and_open_bounds(story):
    row = given(story, "file,published\na.txt,2024-11-01/2024-11-05\n").loc[("a.txt", "1")]
    assert [str(row[name])[:10] for name in ("published_from", "published_to")] == ["2024-11-01", "2024-11-05"]
    row = given(story, "file;published_from;published_to\na.txt;2024-11-01;\n", "utf-16").loc[("a.txt", "1")]
    assert str(row["published_from"])[:10] == "2024-11-01"
    assert pd.isna(row["published_to"])


def test_empty_cells_and_columns_of_the_researcher_give_nothing(story):
    articles = given(story, "file,outlet,notes\na.txt,,read twice\n,,\n")
    assert pd.isna(articles.loc[("a.txt", "1"), "outlet"])


def test_the_table_that_is_written_can_be_given_back(story):
    articles = read.dump(story)[0]
    columns = [name for name in articles if name not in ("text", "published_from", "published_to")]
    again = given(story, articles[columns].to_csv(index=False))
    assert (again["given"].str.count("articles.csv") >= 1).all()


def test_a_rejected_record_may_be_named(story):
    (story / "short.txt").write_text("Follow us", encoding="utf-8")
    assert len(given(story, "file,outlet\nshort.txt,X\n")) == 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("file,outlett\na.txt,X\n", "has a column outlett; is outlet meant"),
        ("outlet\nX\n", "has none of the columns file, record, article_id and url"),
        ("file,outlet\nnone.txt,X\n", "row 2: no article of the dump has file none.txt"),
        ("file,record,outlet\nb.csv,1,X\nb.csv,9,X\n", "row 3: no article of the dump has file b.csv, record 9"),
        ("file,outlet\n,X\n", "row 2 says neither file, record, article_id nor url"),
        ("file,published\na.txt,05/11/2024\n", "row 2: '05' is no day|row 2: '05/11/2024' is no day"),
        ("file,published\na.txt,2024-02-31\n", "row 2: '2024-02-31' is no day"),
        ("file,published\na.txt,2024-11-05/2024-11-01\n", "row 2: 2024-11-05 is later than 2024-11-01"),
        ("file,published,published_from\na.txt,2024-11-05,2024-11-01\n", "row 2: published and published_from"),
        ("file,lang\na.txt,English\n", "row 2: lang 'English' is no ISO 639-1 code"),
        ("file,outlet\na.txt,X,Y\n", "row 2: 3 cells for 2 columns"),
        ("file,outlet\na.txt,X\na.txt,Y\n", "rows 2 and 3 differ in outlet of a.txt"),
        ("", "has none of the columns"),
    ],
)
def test_a_slip_is_named(story, content, message):
    with pytest.raises(InputError, match=message):
        given(story, content)


def test_given_fields_are_evidence_and_what_the_text_says_otherwise_is_not_used(story):
    (story / "articles.csv").write_text("file,published\na.txt,2024-11-05\n", encoding="utf-8")
    articles = read.dump(story)[0]
    fields = extract.fields(articles[articles["file"] == "a.txt"])
    days = fields[fields["field"] == "published_from"]
    assert days.set_index("basis")["used"].to_dict().pop("given by articles.csv")
    assert not days.loc[days["basis"] != "given by articles.csv", "used"].any()
    assert len(days) > 1


def test_merged_keeps_what_others_gave():
    row = merged(
        {"outlet": None, "given": None}, {"outlet": "A", "url": "a.org/x"}, "csv: x", "the file's own metadata"
    )
    row = merged(row, {"outlet": "B"}, "articles.csv", "given")
    assert row["given"] == "outlet articles.csv; url csv: x"
    assert (row["outlet"], row["url"], row["outlet_basis"]) == ("B", "a.org/x", "given")
