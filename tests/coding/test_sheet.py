"""Sheets: drawn at random with a known chance, blind, safe in a spreadsheet, and read back exactly."""

import csv
import io

import pandas as pd
import pytest
from conftest import SEEDS, articles_of, codebook_of, outlets_of

from cuttings import InputError, coding, frames, read

TEXTS = [
    " ".join(f"The town council of part {number} met on day {day} to vote on the bridge." for day in range(1, 13))
    for number in range(1, 4)
]


def book(*codes):
    return codebook_of(**dict.fromkeys(codes, ""))


BOOK = book("cost", "blame")


def articles():
    return outlets_of(*TEXTS, outlets=["A", "A", "B"])


def fill(path, marks, **columns):
    """Fill in a sheet as a person would: for each row the codes that hold; null for a row not coded."""
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for row, held in zip(rows, marks, strict=False):
        if held is not None:
            row |= dict.fromkeys(held, "1") | {"done": "x"} | columns
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_units_are_drawn_with_the_chance_that_is_told():
    sheet = coding.sheet(articles(), BOOK, n=9)
    assert len(sheet) == 9
    assert set(sheet["chance"]) == {9 / 36}
    assert not sheet.duplicated(["article_id", "start"]).any()
    assert list(sheet.columns[-3:]) == ["cost", "blame", "note"]
    assert sheet.equals(coding.sheet(articles(), BOOK, n=9))
    assert not sheet.equals(coding.sheet(articles(), BOOK, n=9, seed=1))


def test_groups_are_drawn_from_alike_and_a_small_one_whole():
    sheet = coding.sheet(articles(), BOOK, n=30, by="outlet", blind=False)
    assert sheet["group"].value_counts().to_dict() == {"A": 15, "B": 12}
    assert set(sheet.loc[sheet["group"] == "B", "chance"]) == {1.0}
    assert set(sheet.loc[sheet["group"] == "A", "chance"]) == {15 / 24}


def test_outlet_and_date_together_are_strata():
    days = pd.to_datetime(["2024-11-05", "2025-03-05", "2025-03-06"])
    dated = articles().assign(published_from=days, published_to=days)
    sheet = coding.sheet(dated, BOOK, n=12, by=("outlet", "month"), blind=False)
    assert sheet["group"].value_counts().to_dict() == {"A · 2024-11": 4, "A · 2025-03": 4, "B · 2025-03": 4}
    assert set(sheet["chance"]) == {4 / 12}
    undated = dated.assign(published_to=pd.to_datetime(["2025-01-05", "2025-03-05", "2025-04-06"]))
    assert set(coding.sheet(undated, BOOK, n=12, by=("outlet", "month"), blind=False)["group"]) == {"A · 2025-03"}
    with pytest.raises(InputError, match="no unit belongs to a group"):
        coding.sheet(articles().assign(published_from=pd.NaT, published_to=pd.NaT), BOOK, by="month")


def test_a_blind_sheet_names_no_outlet_and_mixes_the_articles():
    sheet = coding.sheet(articles(), BOOK, n=30)
    assert "group" not in sheet.columns
    assert not sheet["article_id"].is_monotonic_increasing


def test_what_stands_around_a_unit_is_shown():
    sheet = coding.sheet(articles(), BOOK, n=36)
    row = sheet[sheet["text"].str.contains("part 1 met on day 2 ")].iloc[0]
    assert row["before"].endswith("day 1 to vote on the bridge.")
    assert row["after"].startswith("The town council of part 1 met on day 3")


def test_a_filled_sheet_comes_back_and_what_is_not_coded_is_a_problem(tmp_path):
    coding.sheet(articles(), BOOK, n=5, out=tmp_path / "ann.csv")
    path = fill(tmp_path / "ann.csv", [["cost"], [], ["cost", "blame"], None, ["blame"]])
    codes, problems = coding.read(path, BOOK, articles())
    assert sorted(codes["frame"]) == ["", "blame", "blame", "cost", "cost"]
    assert set(codes["coder"]) == {"ann"}
    assert codes["chance"].tolist() == pytest.approx([5 / 36] * 5, rel=1e-5)
    assert problems[["row", "reason"]].values.tolist() == [[5, "not coded yet"]]


@pytest.mark.parametrize("how", ["semicolons", "utf-16", "windows"])
def test_what_a_spreadsheet_makes_of_a_file_is_read(tmp_path, how):
    own = articles()
    own.loc[0, "text"] = "Café owners of the “old” town met on Monday to vote on the bridge. They agreed."
    coding.sheet(own, BOOK, n=30, out=tmp_path / "s.csv")
    path = fill(tmp_path / "s.csv", [["cost"]] * 30, coder="Zoë")
    text = path.read_text(encoding="utf-8-sig")
    if how == "semicolons":
        rows = list(csv.reader(io.StringIO(text, newline="")))
        with path.open("w", encoding="utf-8-sig", newline="") as handle:
            csv.writer(handle, delimiter=";").writerows(rows)
    else:
        path.write_bytes(text.encode("utf-16" if how == "utf-16" else "cp1252"))
    codes, problems = coding.read(path, BOOK, own)
    assert len(codes) == len(coding.sheet(own, BOOK, n=30))
    assert set(codes["coder"]) == {"Zoë"}
    assert problems.empty


def test_a_text_that_looks_like_a_formula_is_guarded_and_comes_back(tmp_path):
    own = articles_of(
        '=HYPERLINK("http://example.org") said the council of the town on Monday, and it met again there.'
    )
    coding.sheet(own.assign(outlet="A"), BOOK, out=tmp_path / "s.csv")
    assert "'=HYPERLINK" in (tmp_path / "s.csv").read_text(encoding="utf-8-sig")
    codes, problems = coding.read(fill(tmp_path / "s.csv", [["cost"]] * 9), BOOK, own)
    assert len(codes) == 1
    assert problems.empty


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("article_id", "nothing", "no article 'nothing' among these"),
        ("start", "abc", "start, end or chance is no number"),
        ("start", "-5", "its text is not that of the article at its address"),
        ("text", "Something else.", "its text is not that of the article at its address"),
        ("cost", "perhaps", "no mark: 'perhaps' in cost"),
        ("done", "later", "no mark: 'later' in done"),
        ("chance", "7", "chance 7 is no probability"),
        ("draw", "by hand", "draw 'by hand': it does not say how the unit was drawn"),
        ("codebook", "other", "it was drawn for the codebook 'other'"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_the_rest_goes_on(tmp_path, column, cell, reason):
    coding.sheet(articles(), BOOK, n=3, out=tmp_path / "s.csv")
    path = fill(tmp_path / "s.csv", [["blame"]] * 3)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    rows[1][column] = cell
    pd.DataFrame(rows).to_csv(path, index=False)
    codes, problems = coding.read(path, BOOK, articles())
    assert len(codes) == 2
    assert problems[["row", "reason"]].values.tolist() == [[3, reason]]


def test_a_unit_coded_twice_by_one_coder_counts_once(tmp_path):
    coding.sheet(articles(), BOOK, n=2, out=tmp_path / "s.csv")
    path = fill(tmp_path / "s.csv", [["cost"], ["blame"]])
    codes, problems = coding.read([path, path], BOOK, articles())
    assert len(codes) == 2
    assert set(problems["reason"]) == {"coded twice by the same coder; the first row counts"}


def test_another_file_is_refused_with_what_is_missing_and_unknown(tmp_path):
    coding.sheet(articles(), book("cost", "harm"), n=2, out=tmp_path / "s.csv")
    with pytest.raises(InputError, match=r"no sheet of the codebook mine; missing: blame; unknown: harm"):
        coding.read(tmp_path / "s.csv", BOOK, articles())
    with pytest.raises(InputError, match="cannot be read"):
        coding.read(tmp_path / "none.csv", BOOK, articles())


def test_a_sheet_that_is_there_is_not_written_over(tmp_path):
    coding.sheet(articles(), BOOK, n=2, out=tmp_path / "s.csv")
    with pytest.raises(InputError, match="is there already"):
        coding.sheet(articles(), BOOK, n=2, out=tmp_path / "s.csv")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: coding.sheet(articles(), BOOK, n=0), "at least 1 unit"),
        (lambda: coding.sheet(articles_of(""), BOOK), "no sentence to code in 1 articles"),
        (lambda: coding.sheet(articles(), BOOK, unit="word"), "unit='word'"),
        (lambda: coding.sheet(articles(), book("text")), "a code named text cannot be a column"),
    ],
)
def test_a_wrong_call_is_a_clear_word(call, message):
    with pytest.raises(InputError, match=message):
        call()


def test_sheets_of_a_story_are_read_with_its_codebooks(tmp_path):
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    articles, _ = read.dump(tmp_path)
    policy = frames.codebook("policy_frames")
    coding.sheet(articles, policy, n=3, out=tmp_path / "coding/ann.csv")
    fill(tmp_path / "coding/ann.csv", [["economic"], [], None])
    codes, problems = coding.story(tmp_path, articles)
    assert sorted(codes["frame"]) == ["", "economic"]
    assert len(problems) == 1
    assert [len(table) for table in coding.story(SEEDS, articles)] == [0, 0]


def test_of_two_sheets_of_one_coder_a_unit_in_both_counts_once(tmp_path):
    (tmp_path / "coding").mkdir()
    (tmp_path / "lookups" / "codebooks").mkdir(parents=True)
    BOOK[["code", "definition"]].to_csv(tmp_path / "lookups" / "codebooks" / "mine.csv", index=False)
    for seed in (0, 1):
        coding.sheet(articles(), BOOK, n=4, seed=seed, out=tmp_path / "coding" / f"{seed}.csv")
        fill(tmp_path / "coding" / f"{seed}.csv", [["cost"]] * 4, coder="Ann")
    codes, problems = coding.story(tmp_path, articles())
    assert len(codes) + len(problems) == 8
    assert set(problems["reason"]) == {"coded twice by the same coder; the first row counts"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"my notes,on this\nhello,there\n", "is no sheet: no codebook in its first row"),
        (b"", "is no sheet: no codebook in its first row"),
        (b"\x00\xff\x9c" * 50, "is no sheet: no codebook in its first row"),
        (b"codebook\nnothing\n", "no codebook 'nothing'; there is "),
        (b"codebook\nmine\n", "is no sheet of the codebook mine; missing: article_id"),
    ],
)
def test_a_file_of_a_story_that_is_no_sheet_is_a_problem_and_the_others_go_on(tmp_path, data, reason):
    (tmp_path / "coding").mkdir()
    (tmp_path / "lookups" / "codebooks").mkdir(parents=True)
    BOOK[["code", "definition"]].to_csv(tmp_path / "lookups" / "codebooks" / "mine.csv", index=False)
    coding.sheet(articles(), BOOK, n=4, out=tmp_path / "coding" / "ann.csv")
    fill(tmp_path / "coding" / "ann.csv", [["cost"]] * 4)
    (tmp_path / "coding" / "notes.csv").write_bytes(data)
    codes, problems = coding.story(tmp_path, articles())
    assert len(codes) == 4
    assert problems[["file", "row", "coder"]].values.tolist() == [["notes.csv", 1, "notes"]]
    assert problems["reason"].iloc[0].startswith(reason)
    with pytest.raises(InputError, match="codebook"):
        coding.story(tmp_path, articles(), [tmp_path / "coding" / "notes.csv"])
