"""The labelled pages hold what their headers and the rules of labelling say; nothing here is a test of the reader."""

import re
from datetime import date
from itertools import pairwise

import pytest
from gold_dumps import DUMPS, MARK, load, parsed

ROLES = {"headline", "deck", "byline", "dateline", "kicker", "body", "subheading", "caption", "credit"}
ROLES |= {"teaser", "boilerplate", "duplicate"}
KEYS = ["what", "headline", "deck", "byline", "dateline", "published", "outlet", "notes"]
LAYOUTS = ["inscriptis", "no blank lines", "blank lines between all"]
NO_DAY = {"ambiguous numeric date", "updated only", "year in copyright only"}
WAYS = set(
    """
    advertisement lines; agency dateline; alternative text above the headline; ambiguous numeric date;
    author bio after the end; blank lines between all; brief; byline after the end; byline for an outlet;
    byline from a place; byline in capitals; byline of two; byline story by; byline trap; byline with beat;
    byline with title and date; byline written by; CMS error at the end; CR; CRLF; caption glued to a sentence;
    cookie banner first; copyright and agency licence; correction note; cut-off summary; data table;
    date trap in teasers; date with time zone; dateline without dash; footnotes; full menu and footer;
    gallery of captions; German; hard-wrapped at 72 columns; headline and summary repeated; headline with site name;
    inscriptis; interview; ISO date; key points box; labels glued together; lines broken in mid-name;
    link title pasted in; listicle; live blog; longest block is no article; newsletter box in the middle;
    no blank lines; no headline; non-breaking and zero-width characters; one line; opinion with author box;
    ordinal date; paywall cut; podcast player; poem or letter; print edition note; published and updated;
    published day; read-also lines; reader comments; related teasers in the middle; relative date; repeated menus;
    second full article; social embed; Spanish; staff byline; sub-headings without blank lines; tabs; tag list;
    teasers after the end with other dates; teasers with paragraphs of prose; unambiguous numeric date; updated only;
    year in copyright only
    """.replace("\n", " ").split(";")
)
WAYS = {" ".join(way.split()) for way in WAYS}
GOLD = load()
every_dump = pytest.mark.parametrize("dump", GOLD, ids=lambda dump: dump.name)


def having(way):
    return [dump for dump in GOLD if way in dump.ways()]


def test_each_way_in_which_pages_break_parsers_is_there():
    assert {way for dump in GOLD for way in dump.ways()} == WAYS
    assert len(GOLD) >= 44
    assert [int(dump.name[:2]) for dump in GOLD] == list(range(1, len(GOLD) + 1))
    assert {role for dump in GOLD for _, _, role in dump.spans} == ROLES


def test_the_three_layouts_are_about_equally_frequent():
    numbers = [len(having(layout)) for layout in LAYOUTS]
    assert sum(numbers) >= 0.8 * len(GOLD)
    assert max(numbers) <= 1.5 * min(numbers)


def test_a_page_must_begin_with_a_role():
    with pytest.raises(ValueError, match="does not begin with a role"):
        parsed("x", "what: brief\n---\nWords ⟦body⟧and more.")


@every_dump
def test_the_spans_partition_the_page(dump):
    assert [start for start, _, _ in dump.spans] == [0, *(end for _, end, _ in dump.spans[:-1])]
    assert dump.spans[-1][1] == len(dump.text)
    assert all(dump.text[start:end].strip() for start, end, _ in dump.spans)
    roles = [role for _, _, role in dump.spans]
    assert set(roles) <= ROLES
    assert all(one != other for one, other in pairwise(roles)), "a mark where the role stays"
    assert "body" in roles


@every_dump
def test_the_marks_taken_out_leave_the_page(dump):
    page = (DUMPS / f"{dump.name}.txt").read_bytes().decode().split("\n---\n", 1)[1]
    assert MARK.sub("", page) == dump.text
    assert not set("⟦⟧") & set(dump.text)
    assert 600 <= len(dump.text) <= 6500


@every_dump
def test_a_stretch_begins_with_its_line_or_with_its_words(dump):
    for start, _, _ in dump.spans:
        before = dump.text[:start]
        if before and before[-1] not in "\r\n":
            assert not dump.text[start].isspace(), dump.text[start : start + 40]
            assert before[-1] != "\u200b"


@every_dump
def test_the_header_says_what_the_page_says(dump):
    assert list(dump.fields) == KEYS
    assert " ".join(dump.told("headline")) == dump.fields["headline"]
    assert " ".join(dump.told("deck")) == dump.fields["deck"]
    assert not dump.fields["outlet"] or dump.fields["outlet"] in " ".join(
        dump.told("boilerplate", "byline", "duplicate")
    )
    assert bool(dump.fields["outlet"]) == bool(re.search("invented|is a real", dump.fields["notes"]))
    named = dump.told("byline", "credit" if "byline after the end" in dump.ways() else "byline")
    assert dump.fields["byline"] in " ".join(named)
    assert dump.fields["dateline"] in " ".join(dump.told("dateline", "byline"))
    assert bool(dump.fields["headline"]) != ("no headline" in dump.ways())


@every_dump
def test_the_day_of_publication_stands_in_the_lines_for_it(dump):
    if dump.fields["published"]:
        day = date.fromisoformat(dump.fields["published"])
        line = " ".join(dump.told("byline", "dateline"))
        assert re.search(rf"(?<!\d)0?{day.day}(?!\d)", line)
        assert str(day.year) in line
    assert not (dump.fields["published"] and NO_DAY & set(dump.ways()))


@every_dump
def test_line_ends_and_blanks_are_as_the_header_says(dump):
    ways, text = dump.ways(), dump.text
    assert ("CRLF" in ways) == ("\r\n" in text)
    assert ("CR" in ways) == bool(re.search(r"\r(?!\n)", text))
    assert not re.search(r"(?<!\r)\n", text) or not {"CR", "CRLF"} & set(ways)
    assert ("tabs" in ways) == ("\t" in text)
    assert ("non-breaking and zero-width characters" in ways) == bool(re.search("[\u00a0\u200b\ufeff]", text))
    assert ("one line" in ways) == (text.count("\n") == 1)
    assert "hard-wrapped at 72 columns" not in ways or max(map(len, text.split("\n"))) <= 72


@every_dump
def test_the_layout_is_as_the_header_says(dump):
    ways, text = dump.ways(), dump.text
    assert "no blank lines" not in ways or "\n\n" not in text
    assert "blank lines between all" not in ways or not re.search(r"[^\n]\n[^\n]", text)
    assert "inscriptis" not in ways or len(re.findall(r"(?m)^ {2,6}(?:\* )?\S", text)) > 5
    assert sum(layout in ways for layout in LAYOUTS) <= 1
    furniture = "\n".join(text[start:end] for start, end, role in dump.spans if role == "boilerplate")
    assert "full menu and footer" not in ways or len(re.findall(r"(?m)^.*\S", furniture)) >= 30


@pytest.mark.parametrize(
    ("way", "roles"),
    [
        ("headline and summary repeated", {"duplicate"}),
        ("headline with site name", {"duplicate"}),
        ("related teasers in the middle", {"teaser"}),
        ("read-also lines", {"teaser"}),
        ("second full article", {"teaser"}),
        ("agency dateline", {"dateline"}),
        ("dateline without dash", {"dateline"}),
        ("byline after the end", {"credit"}),
        ("caption glued to a sentence", {"caption", "credit"}),
        ("gallery of captions", {"caption", "credit"}),
        ("key points box", {"deck"}),
        ("sub-headings without blank lines", {"subheading"}),
    ],
)
def test_a_way_shows_in_the_roles(way, roles):
    for dump in having(way):
        assert roles <= {role for _, _, role in dump.spans}, dump.name


def test_a_block_that_is_no_article_may_be_the_longest():
    for dump in having("longest block is no article"):
        longest = max(dump.text.split("\n"), key=len)
        start = dump.text.index(longest)
        assert next(role for left, right, role in dump.spans if left <= start < right) == "boilerplate"


def test_a_caption_may_be_glued_to_its_credit():
    for dump in having("caption glued to a sentence"):
        assert any(role == "credit" and dump.text[start - 1] == "." for start, _, role in dump.spans), dump.name
