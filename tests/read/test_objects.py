"""JSON and JSON lines: the makes by their keys, dirty lines as rejects, and nothing doubled, guessed or broken."""

import json

import pytest
import reading

from cuttings import extract, read
from cuttings.errors import InputError
from cuttings.read import mapping
from cuttings.read.record import Listing, Record, Reject

PROSE = "The council met on Tuesday to vote on the new bridge over the river. " * 3
TITLE = "Council votes for a second bridge"
TRAFILATURA = {
    "title": TITLE,
    "author": "Jane Doe; John Roe",
    "hostname": "example.org",
    "date": "2024-11-05",
    "fingerprint": "1f",
    "id": None,
    "raw_text": PROSE,
    "text": PROSE,
    "language": "en",
    "source": "https://example.org/bridge",
    "source-hostname": "The Example",
    "excerpt": "What the council did.",
}
NEWS_PLEASE = {
    "authors": ["Jane Doe", "The Example Staff", "jane@example.org", "https://example.org/jane"],
    "date_publish": "2024-11-05 10:00:00",
    "description": "The vote ends a dispute of ten years about the crossing.",
    "language": "en",
    "source_domain": "www.example.org",
    "maintext": PROSE,
    "title": TITLE,
    "url": "https://example.org/bridge",
}
MCMETADATA = {
    "url": "https://example.org/bridge",
    "canonical_domain": "example.org",
    "publication_date": "2024-11-05T00:00:00",
    "language": "en",
    "text_extraction_method": "trafilatura",
    "article_title": TITLE,
    "text_content": PROSE,
}
NEWSPAPER = {
    "url": "https://example.org/bridge",
    "title": TITLE,
    "top_image": "",
    "authors": ["Jane Doe", "John Roe", "Ann Poe", "Www.Example.Org"],
    "publish_date": "2024-11-05T10:00:00+01:00",
    "meta_lang": "en",
    "meta_site_name": "The Example",
    "text": PROSE,
}
FOURCAT = {
    "id": "77",
    "thread_id": "77",
    "author": "Jane Doe",
    "body": PROSE,
    "timestamp": "2024-11-05 10:00:00",
    "subject": TITLE,
}


def items(content, name="a.json", columns=None):
    return reading.items(content, name, columns)


@pytest.mark.parametrize(
    ("sample", "make", "given"),
    [
        (TRAFILATURA, "trafilatura", {"outlet": "The Example", "byline": "Jane Doe and John Roe"}),
        (NEWS_PLEASE, "news-please", {"outlet": "www.example.org", "byline": "Jane Doe"}),
        (MCMETADATA, "mcmetadata (trafilatura)", {"outlet": "example.org"}),
        (NEWSPAPER, "newspaper", {"outlet": "The Example", "byline": "Jane Doe, John Roe and Ann Poe"}),
    ],
)
def test_a_make_is_known_by_its_keys_and_its_text_is_the_body(sample, make, given):
    [record] = items(json.dumps(sample))
    assert record.format == f"json: {make}"
    common = {"headline": TITLE, "published": "2024-11-05", "lang": "en", "url": "https://example.org/bridge"}
    assert {key: one for key, one in record.given.items() if key != "deck"} == common | given
    roles = [(mark.role, record.text[mark.start : mark.end]) for mark in record.layout]
    assert roles[0] == ("headline", TITLE)
    assert roles[-1] == ("body", PROSE)


def test_a_description_is_a_deck_only_where_its_make_says_so():
    assert items(json.dumps(NEWS_PLEASE))[0].given["deck"] == NEWS_PLEASE["description"]
    assert "deck" not in items(json.dumps(TRAFILATURA))[0].given


def test_the_text_of_4cat_is_left_to_be_segmented_and_its_id_is_the_record():
    [record] = items(json.dumps(FOURCAT))
    assert record.record == "77"
    assert [mark.role for mark in record.layout] == ["headline"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (f"{TITLE}\n\n{PROSE}", ["headline"]),
        (f"{TITLE.upper()}\n{PROSE}", ["headline"]),
        (f"{TITLE}. {PROSE}", []),
    ],
)
def test_a_headline_that_the_text_begins_with_stands_there_once(text, marks):
    [record] = items(json.dumps({"title": TITLE, "text": text}))
    assert record.text.lower().count(TITLE.lower()) == 1
    assert [mark.role for mark in record.layout] == marks
    assert record.given["headline"] == TITLE


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(TRAFILATURA),
        json.dumps(TRAFILATURA, indent=2),
        json.dumps([TRAFILATURA]),
        json.dumps([TRAFILATURA], indent=2),
        json.dumps({"status": "ok", "articles": [TRAFILATURA], "errors": []}),
        json.dumps({"articles": [TRAFILATURA]}, indent=1),
        json.dumps(TRAFILATURA) + "\n",
        "\ufeff" + json.dumps(TRAFILATURA),
    ],
)
def test_the_shapes_of_a_file(content):
    [record] = items(content, "a.txt")
    assert record.given["headline"] == TITLE


def test_encodings_of_a_file():
    content = json.dumps([{"title": "Größe", "text": PROSE + "“Größe”"}], ensure_ascii=False)
    texts = {items(content.encode(encoding))[0].text for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252")}
    assert len(texts) == 1


def test_the_bytes_of_a_record_are_its_slice_of_the_file():
    one, two = json.dumps(TRAFILATURA), json.dumps(NEWS_PLEASE, indent=1)
    found = items(f'{{"n": [1, {{"a": 2}}], "articles": [ {one} ,\n{two}]}}')
    assert [record.raw.decode() for record in found] == [one, two]
    assert items(f"{one}\n{json.dumps(NEWS_PLEASE)}\n")[0].raw.decode() == one


def test_bad_lines_are_rejects_with_their_line_and_the_rest_goes_on():
    good = json.dumps(TRAFILATURA)
    lines = [good, "{oops", "", '{"title": "x", "text": ""}', '{"text": 7}', "[1]", '{"text": "a\\u0000b"}', good]
    found = items("\n".join(lines))
    assert [type(one) for one in found] == [Record, Reject, Reject, Reject, Reject, Reject, Record]
    assert [(one.record, one.reason) for one in found if isinstance(one, Reject)] == [
        ("2", "line 2: malformed JSON: Expecting property name enclosed in double quotes"),
        ("4", "line 4: no text"),
        ("5", "line 5: its text is a number"),
        ("6", "line 6: a list and no object"),
        ("7", "line 7: its text has NUL characters"),
    ]


def test_a_bad_first_line_does_not_cost_the_others():
    good = json.dumps(TRAFILATURA)
    assert [type(one) for one in items(f"{{oops\n{good}")] == [Reject, Record]


def test_a_list_that_is_cut_off_keeps_what_is_whole():
    content = json.dumps([TRAFILATURA, NEWS_PLEASE], indent=1)
    first, second = items(content[:-40])
    assert isinstance(first, Record)
    assert second.record == "2"
    assert second.reason.startswith("line ")
    assert "nothing behind it is read" in second.reason


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '[{"text": ' + "[" * 100_000,
        '{"text": ' * 100_000,
        '{"a": 1}\n' + '{"text": ' + "[" * 100_000,
        '{"n": ' + "9" * 10_000 + ', "text": "' + PROSE + '"}',
        '{"n": NaN, "m": 1e999, "date": Infinity, "text": "' + PROSE + '"}',
        '{"text": "x", "text": "' + PROSE + '"}',
        '{"date": 99999999999999999999, "text": "\\ud800' + PROSE + '"}',
        '{"author": {"name": {"a": 1}}, "date": [1], "url": {}, "title": null, "text": "' + PROSE + '"}',
        "{}",
        "[]",
        "[{}]",
        '{"articles": []}',
        "{",
        '{"a":',
    ],
)
def test_hostile_files_give_items_and_no_traceback(content):
    found = items(content)
    assert found
    for one in found:
        if isinstance(one, Record):
            one.text.encode()
            assert "published" not in one.given


def test_an_article_with_braces_is_no_json():
    for text in ("{Photo: AP} " + PROSE, "[Photo] " + PROSE, "[1] " + PROSE, '{"Bridge"} ' + PROSE):
        [record] = items(text, "a.txt")
        assert record.format == "text"


def test_the_names_of_schema_org_and_of_news_interfaces():
    page = {"headline": TITLE, "articleBody": PROSE, "datePublished": "2024-11-05", "inLanguage": "en-GB"}
    [record] = items(json.dumps(page | {"author": {"name": "Jane Doe"}, "publisher": {"name": "The A"}}))
    assert record.given == {
        "headline": TITLE,
        "outlet": "The A",
        "byline": "Jane Doe",
        "published": "2024-11-05",
        "lang": "en",
    }
    [cut] = items(json.dumps({"articles": [{"title": TITLE, "content": PROSE + "… [+2301 chars]"}]}))
    assert "its text is cut off" in cut.reason


def test_html_is_no_text():
    [one] = items(json.dumps({"title": "x", "text": "<p>" + PROSE}))
    assert "its text is HTML" in one.reason


def test_columns_map_nested_fields_and_leave_the_text_to_be_segmented():
    content = json.dumps({"doc": {"b": PROSE, "by": [{"name": "Jane Doe"}]}, "day": 1730800000, "title": TITLE})
    [record] = items(content, columns={"text": "doc.b", "byline": "doc.by", "published": "day"})
    assert record.given == {"headline": TITLE, "byline": "Jane Doe", "published": "2024-11-05"}
    assert record.format == "json: mapped"
    assert [mark.role for mark in record.layout] == ["headline"]


def test_an_object_without_text_says_how_to_map():
    [one] = items('{"a": 1, "b": 2}')
    assert one.reason == "line 1: no text among its fields (a, b); --map text=NAME says which has it"


def test_a_list_without_texts_is_listings():
    gdelt = {"url": "https://a.org/x", "title": "T", "seendate": "20241105T101500Z", "domain": "a.org"}
    [one] = items(json.dumps({"articles": [gdelt]}))
    assert one == Listing("1", {"headline": "T", "outlet": "a.org", "url": "https://a.org/x"}, "json: GDELT")


def test_ids_that_come_twice_stay_apart(tmp_path):
    rows = [{**FOURCAT, "body": ""}] * 2 + [FOURCAT, {**FOURCAT, "author": "Ann Poe"}]
    (tmp_path / "a.ndjson").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, rejects = read.dump(tmp_path)
    assert rejects["record"].tolist() == ["77", "77 (2)"]
    assert sorted(articles["record"]) == ["77 (3)", "77 (4)"]


def test_given_fields_come_before_inferred_ones_and_are_evidence(tmp_path):
    sample = {**TRAFILATURA, "text": "Copyright Responsible Statecraft\nOn 2 May 2024 they met.\n" + PROSE}
    (tmp_path / "a.json").write_text(json.dumps(sample), encoding="utf-8")
    articles, _ = read.dump(tmp_path)
    row = articles.iloc[0]
    assert (row["outlet"], row["outlet_basis"]) == ("The Example", "the file's own metadata")
    assert str(row["published_from"])[:10] == str(row["published_to"])[:10] == "2024-11-05"
    assert row["given"].startswith("headline json: trafilatura; outlet json: trafilatura; byline")
    fields = extract.fields(articles).set_index("field")
    told = fields[fields["basis"] == "given by json: trafilatura"]
    assert told.loc["published_from", ["start", "end", "text", "value", "used"]].tolist() == [
        0,
        0,
        "",
        "2024-11-05",
        True,
    ]
    assert not fields[(fields["value"] != "2024-11-05") & (fields.index == "published_from")]["used"].any()


def test_a_mapping_is_read_from_a_string():
    assert mapping.columns_of("text=Full Text  published=a.b") == {"text": "Full Text", "published": "a.b"}
    assert mapping.columns_of("") == {}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("txt=body", "no field txt to map 'body' to; fields are text, headline, deck"),
        ("body", "'body' maps no field"),
        ("text=", "text is mapped to no column"),
        ("text=a text=b", "a field is mapped twice"),
        ({"day": "x"}, "no field day"),
    ],
)
def test_wrong_mappings(given, message, tmp_path):
    with pytest.raises(InputError, match=message):
        read.dump(tmp_path, given)
