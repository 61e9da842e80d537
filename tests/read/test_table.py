"""Tables: delimiters, dirty rows, lists joined to texts, and no article taken for a table."""

import csv
import io
import re
import sys
import zipfile

import openpyxl
import pyarrow as pa
import pytest
import reading
from pyarrow import parquet

from cuttings import read
from cuttings.errors import InputError
from cuttings.read import listing, table
from cuttings.read.record import Listing, Record, Reject

PROSE = "The council met on Tuesday to vote on the new bridge over the river. " * 3
LONG = PROSE * 3000
LIST = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"


def items(content, name="a.csv", columns=None):
    return reading.items(content, name, columns)


def written(rows, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def dump_of(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_the_delimiter_is_found_by_the_columns_names(delimiter, name):
    text = f'One; two, three | four\tfive: “quoted "words"”.\n\nSecond paragraph, {PROSE}'
    [record] = items(written([["id", "title", "text", "date"], ["x1", "A; b, c", text, "2024-11-05"]], delimiter), name)
    assert record.record == "x1"
    assert record.text.endswith(text)
    assert record.given == {"headline": "A; b, c", "published": "2024-11-05"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    [record] = items(f"title;text\n“Größe”;{PROSE}\n".encode(encoding))
    assert record.given == {"headline": "“Größe”"}


def test_line_ends_of_every_kind_and_empty_rows():
    for end in ("\n", "\r\n", "\r"):
        found = items(f"title,text{end}{end}a,{PROSE}{end},,{end}b,{PROSE}")
        assert [one.record for one in found] == ["1", "2"]


def test_the_bytes_of_a_record_are_the_lines_of_its_row():
    row = f'a,"{PROSE}\r\n\r\nAnd ""so"" on."'
    assert [one.raw.decode() for one in items(f"title,text\r\n{row}\r\n{row}")] == [row, row]


def test_dirty_rows_are_rejects_with_their_line_and_the_rest_goes_on():
    rows = [f"a,{PROSE}", "b", f"c,{PROSE},x", f"d,{PROSE},,", "e,", f"f,{PROSE}\x00", f'g,"{PROSE}\n"', f"h,{PROSE}"]
    found = items("title,text\n" + "\n".join(rows))
    assert [one.reason for one in found if isinstance(one, Reject)] == [
        "line 3: 1 cell(s) for 2 columns",
        "line 4: 3 cell(s) for 2 columns",
        "line 6: no text",
        "line 7: a NUL byte",
    ]
    assert [one.given["headline"] for one in found if isinstance(one, Record)] == ["a", "d", "g", "h"]


def test_a_quotation_mark_left_open_is_named_with_its_lines():
    found = items(f'title,text\na,{PROSE}\n"b,{PROSE}\nc,{PROSE}\n')
    assert isinstance(found[0], Record)
    assert found[1].reason == "line 3: 1 cell(s) for 2 columns; the row takes 2 lines, is a quotation mark left open?"


def test_a_very_long_cell():
    assert len(items(f"title,text\na,{LONG}")[0].text) > len(LONG)


@pytest.mark.parametrize(
    "text",
    [
        f"Mayor, council and bridge, again\n{PROSE}, {PROSE}",
        f"Title, author\n{PROSE}",
        f"Text, date and url, they said\n{PROSE},{PROSE},{PROSE}",
        f"By Jane Doe, Kyiv\n{PROSE}\n{PROSE}",
        f"Home, Link, Title\n{PROSE.replace('.', ',')}",
        "a,b\n" * 50,
    ],
)
def test_an_article_with_commas_is_no_table(text):
    assert not table.recognises("a.txt", text.encode())


def test_a_table_of_something_else_says_which_columns_there_are():
    [one] = items("colour,size\nred,7\n")
    assert one == Reject("1", "a table: no text among its fields (colour, size); --map text=NAME says which has it")
    assert items("title,text\n") == [Reject("1", "a table without rows")]


@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_columns_map_a_table_of_an_unknown_make(name):
    content = f"Überschrift;Der Text;Tag\nBrücke;{PROSE};05.11.2024\nDamm;{PROSE};13.11.2024\n"
    columns = {"headline": "Überschrift", "text": "Der Text", "published": "Tag"}
    one, two = items(content, name, columns)
    assert one.given == {"headline": "Brücke", "published": "2024-11-05"}
    assert two.given == {"headline": "Damm", "published": "2024-11-13"}
    assert one.format == "csv: mapped"


def test_media_cloud_lists_are_listings_and_with_texts_records():
    row = "5,2024-11-06,en,a.org,a.org,2024-11-05,The bridge,https://a.org/x"
    given = {
        "headline": "The bridge",
        "outlet": "a.org",
        "published": "2024-11-05",
        "lang": "en",
        "url": "https://a.org/x",
    }
    assert items(LIST + row) == [Listing("5", given, "csv: Media Cloud")]
    [record] = items(LIST.strip() + ",text\n" + row + "," + PROSE)
    assert record.given == given
    legacy = "stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url\n"
    [one] = items(legacy + "9,2024-11-05 08:00:00,The bridge,https://a.org/x,en,f,,1,The A,https://a.org")
    assert one == Listing("9", {**given, "outlet": "The A"}, "csv: Media Cloud Explorer")


def test_a_list_of_urls_and_titles_is_joined_by_url(tmp_path):
    """The day on which a list saw an article is not the day of its publication."""
    rows = (
        "URL,MobileURL,Date,Title\nhttp://www.a.org/x/?utm_source=n&p=1#top,,2024-11-05 10:00:00,A title of its own\n"
    )
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, a__txt=f"https://a.org/x?p=1\n\n{PROSE}"))
    assert rejects.empty
    assert articles.iloc[0][["headline", "url"]].tolist() == ["A title of its own", rows.split("\n")[1].split(",")[0]]
    assert articles["given"].tolist() == ["headline csv: GDELT; url csv: GDELT"]
    assert articles["published_from"].isna().all()


def test_only_the_first_address_in_a_text_is_its_own(tmp_path):
    rows = "url,title,outlet\nhttps://b.org/y,A related story,B\nhttps://a.org/x,The story itself,A\n"
    text = f"https://a.org/x\n\n{PROSE}\n\nhttps://b.org/y\n"
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, a__txt=text))
    assert articles["outlet"].tolist() == ["A"]
    assert rejects["record"].tolist() == ["1"]


def listed(*rows):
    return LIST + "".join(
        f"{n},,en,{outlet},,2024-11-0{n},{title},{url}\n" for n, (outlet, title, url) in enumerate(rows, 1)
    )


def test_a_list_is_joined_by_title_and_what_has_no_text_is_a_reject(tmp_path):
    title = "Council votes for a second bridge"
    rows = listed(("a.org", title, "https://a.org/x"), ("b.org", "Another story altogether here", "https://b.org/y"))
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, a__txt=f"Menu\n\n{title.upper()}\n\n{PROSE}"))
    assert articles["outlet"].tolist() == ["a.org"]
    assert articles["outlet_basis"].tolist() == ["a list in the dump"]
    assert rejects.to_numpy().tolist() == [["list.csv", "2", "listed, but no text in the dump has its URL or title"]]


def test_a_title_that_several_texts_have_is_no_guess(tmp_path):
    title = "Council votes for a second bridge"
    rows = listed(("a.org", title, "https://a.org/x"))
    texts = {"a__txt": f"{title}\n\n{PROSE}", "b__txt": f"{title}\n\n{PROSE} More of it."}
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, **texts))
    assert articles["given"].isna().all()
    assert rejects["reason"].tolist() == ["listed, but 2 texts in the dump have its title"]


def test_one_text_whose_title_is_listed_under_several_urls_is_no_guess(tmp_path):
    title = "Council votes for a second bridge"
    rows = listed(("a.org", title, "https://a.org/x"), ("b.org", title, "https://b.org/y"))
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, a__txt=f"{title}\n\n{PROSE}"))
    assert articles["given"].isna().all()
    assert set(rejects["reason"]) == {"listed, but 2 listed articles could be the same text in the dump"}


def test_a_record_with_another_url_is_not_joined_by_title(tmp_path):
    title = "Council votes for a second bridge"
    rows = listed(("a.org", title, "https://a.org/x"))
    record = f"title,text,url\n{title},{PROSE},https://b.org/y\n"
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, b__csv=record))
    assert articles["outlet"].isna().all()
    assert len(rejects) == 1


def test_a_related_story_behind_the_article_is_not_its_title(tmp_path):
    title = "Another story altogether here"
    rows = listed(("b.org", title, "https://b.org/y"))
    text = f"Council votes for a second bridge\n\n{PROSE}\n\n{PROSE}\n\nKeep reading\n{title}\n"
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, a__txt=text))
    assert articles["outlet"].isna().all()
    assert len(rejects) == 1


def test_what_a_file_states_comes_before_a_list(tmp_path):
    rows = listed(("a.org", "Listed title of this story", "https://a.org/x"))
    record = f"title,text,url\nOwn title,{PROSE},https://www.a.org/x/\n"
    articles, rejects = read.dump(dump_of(tmp_path, list__csv=rows, b__csv=record))
    assert rejects.empty
    row = articles.iloc[0]
    assert (row["headline"], row["outlet"], row["url"]) == ("Own title", "a.org", "https://www.a.org/x/")
    assert row["given"].startswith("headline csv: common names; outlet csv: Media Cloud; published csv: Media Cloud")


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("HTTP://WWW.A.org/X/", "a.org/X"),
        ("https://a.org/x?utm_source=t&id=7&fbclid=1#c", "a.org/x?id=7"),
        ("a.org", "a.org"),
        ("https://a.org/?", "a.org"),
        ("", ""),
    ],
)
def test_addresses(url, same):
    assert listing.address(url) == same


def test_parquet(tmp_path):
    rows = {"title": ["A", "B"], "text": [PROSE, None], "date": [None, None], "n": [float("nan"), 1.0]}
    parquet.write_table(pa.table(rows), tmp_path / "x")
    data = (tmp_path / "x").read_bytes()
    one, two = items(data, "x.bin")
    assert (one.format, one.given) == ("parquet: common names", {"headline": "A"})
    assert two == Reject("2", "no text")
    assert items(data[:40] + b"\x00" * 40 + data[80:], "x")
    assert items(data[:20] + b"PAR1", "x")[0].reason.startswith("damaged: ")


def workbook(tmp_path, *sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "x.xlsx")
    return (tmp_path / "x.xlsx").read_bytes()


def test_a_workbook_of_several_sheets(tmp_path):
    from datetime import datetime

    first = [["Title", "Text", "Date"], ["=1+1", PROSE, datetime(2024, 11, 5)], [None, None, None], ["B"]]
    data = workbook(tmp_path, ("One", first), ("Notes", [["a"], ["b"], ["c"]]), ("Two", [["text", "id"], [PROSE, 7]]))
    one, two, notes, three = items(data, "renamed.zip")
    assert one.given == {"headline": "=1+1", "published": "2024-11-05"}
    assert two == Reject("2", "no text")
    assert notes.record == "Notes!1"
    assert "no text among its fields (a)" in notes.reason
    assert three.record == "7"


def test_a_workbook_that_is_damaged_or_a_bomb_is_a_reject(tmp_path):
    data = workbook(tmp_path, ("One", [["title", "text"], ["a", PROSE]]))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[:-60] if "sheet1" in name else old.read(name))
    assert items(out.getvalue(), "x.xlsx")[-1].reason.startswith("damaged: ")
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        new.open("xl/workbook.xml", "w", force_zip64=True) as one,
    ):
        for _ in range(65):
            one.write(b"\x00" * 2**24)
    assert "unpacks to more than" in items(out.getvalue(), "x.xlsx")[0].reason


@pytest.mark.parametrize(("package", "data"), [("pyarrow.parquet", b"PAR1xxxxPAR1"), ("openpyxl", None)])
def test_a_missing_package_is_a_reject_that_says_what_to_install(package, data, tmp_path, monkeypatch):
    data = data or workbook(tmp_path, ("One", [["title", "text"]]))
    monkeypatch.setitem(sys.modules, package, None)
    [one] = items(data, "x")
    assert re.search(r"needs (pyarrow|openpyxl): pip install cuttings\[(parquet|xlsx)\]", one.reason)


def test_a_wrong_field_in_a_mapping_names_the_fields(tmp_path):
    with pytest.raises(InputError, match="no field body"):
        read.dump(tmp_path, "body=text")
