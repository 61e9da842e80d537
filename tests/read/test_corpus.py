"""What the records of a dump tell of each other."""

import pandas as pd

from cuttings import extract, read, tables

COUNCIL = (
    "The council voted on Tuesday to close the old pier, after divers had found cracks in four of its pillars.\n"
    "“We could not wait for the summer,” the harbour master, Ilse Brandt, told the meeting in the town hall.\n"
    "The ferry to the islands will leave from the northern quay until the repairs are done, she added.\n"
)
HOSPITAL = (
    "Nurses at the county hospital will strike for two days next week, their union said on Wednesday evening.\n"
    "Talks about night shifts had ended without a result, said Tom Askwith, who leads the negotiations for the staff.\n"
    "The hospital will treat emergencies only, and has asked patients to call before they come to the wards.\n"
)
SCHOOL = (
    "Two village schools will share one headteacher from September, the education board decided on Thursday night.\n"
    "Parents had asked for more time, and some of them walked out of the meeting before the vote was taken.\n"
    "The board expects to save sixty thousand a year, most of it on heating and the upkeep of the buildings.\n"
)
PLEDGE = "We believe that what happens here deserves a reporter who lives here and knows the people by name.\n"


def roles_of(folder, words):
    articles, _ = read.dump(folder)
    table = extract.segments(articles).merge(articles[["article_id", "file"]])
    return {row.file: (row.role, row.reason) for row in table.itertuples() if words in row.text}


def test_prose_that_stands_in_three_records_is_furniture(tmp_path):
    for name, text in (("a", COUNCIL), ("b", HOSPITAL), ("c", SCHOOL)):
        (tmp_path / f"{name}.txt").write_text(f"A headline for the story {name}\n\n{text}{PLEDGE}", encoding="utf-8")
    found = roles_of(tmp_path, "deserves a reporter")
    assert {role for role, _ in found.values()} == {"boilerplate"}


def test_the_same_prose_in_copies_of_one_article_is_the_article(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Headline of outlet {name}\n\n{COUNCIL}{PLEDGE}", encoding="utf-8")
    found = roles_of(tmp_path, "The council voted on Tuesday")
    assert {role for role, _ in found.values()} == {"body"}


def test_the_headline_of_another_record_is_a_teaser(tmp_path):
    headline = "Nurses to strike for two days at county hospital"
    (tmp_path / "a.txt").write_text(f"Old pier to close for repairs\n\n{COUNCIL}{headline}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{headline}\n\n{HOSPITAL}", encoding="utf-8")
    found = roles_of(tmp_path, headline)
    assert found["b.txt"][0] == "headline"
    assert found["a.txt"] == ("teaser", "the headline of another record")


def test_part_by_part_is_the_whole_also_with_what_the_dump_tells(tmp_path):
    for name, text in (("a", COUNCIL), ("b", HOSPITAL), ("c", SCHOOL)):
        (tmp_path / f"{name}.txt").write_text(f"A headline for the story {name}\n\n{text}{PLEDGE}", encoding="utf-8")
    articles, _ = read.dump(tmp_path)
    assert articles["layout"].notna().all()
    single = pd.concat([extract.segments(articles.iloc[[place]]) for place in range(3)])
    pd.testing.assert_frame_equal(tables.check(single, "segments"), extract.segments(articles))


def test_an_agency_story_in_thirty_outlets_stays_the_article(tmp_path):
    for number in range(30):
        page = f"Headline of outlet {number}\n\n{COUNCIL}{PLEDGE}Outlet number {number} is printed daily.\n"
        (tmp_path / f"{number}.txt").write_text(page, encoding="utf-8")
    found = roles_of(tmp_path, "The council voted on Tuesday")
    assert {role for role, _ in found.values()} == {"body"}


def test_a_statement_that_three_outlets_quote_is_the_article_of_each(tmp_path):
    quote = (
        "“The pier was a danger to everybody who walked on it, and I should have closed it in May,” the mayor said.\n"
    )
    for name, text in (("a", COUNCIL), ("b", HOSPITAL), ("c", SCHOOL)):
        lines = text.splitlines(keepends=True)
        page = f"A headline for the story {name}\n\n{lines[0]}{quote}What happens next\n{''.join(lines[1:])}{quote}"
        (tmp_path / f"{name}.txt").write_text(page, encoding="utf-8")
    articles, _ = read.dump(tmp_path)
    assert len(extract.quotations(articles)) >= 3
    assert "boilerplate" not in {role for role, _ in roles_of(tmp_path, "What happens next").values()}
