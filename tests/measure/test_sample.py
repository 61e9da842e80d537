"""Samples: what sheets say of the chance of each unit, alone, parted and together; shares corrected by them cover."""

import numpy as np
import pandas as pd
import pytest
from conftest import outlets_of

from cuttings import coding, frames, tables
from cuttings.coding.sheet import draw, told
from cuttings.measure import sample as samples
from cuttings.measure.draw import Draw, drawn_as
from cuttings.measure.framing import judgements
from cuttings.measure.sample import sample
from cuttings.measure.survey import bounds, corrected

BOOK = tables.build("codebook", [{"codebook": "mine", "number": 1, "code": "money", "label": "m", "definition": "d"}])
RUNS = 150


def test_a_draw_is_written_in_one_cell_and_read_back():
    one = Draw("0f3a9c12d4e6", 7, ("outlet", "a column"), 2, 50, 431)
    assert one.written() == "sheet=0f3a9c12d4e6 seed=7 by=outlet+a%20column stratum=2 drawn=50/431"
    assert drawn_as(one.written()) == one
    assert drawn_as(Draw("x", 0, (), 1, 5, 5).written()).by == ()


@pytest.mark.parametrize("cell", ["", "x", "sheet=x seed=0 by= stratum=1 drawn=6/5", "sheet=x seed=0 by= stratum=1"])
def test_what_says_nothing_of_a_draw_is_refused(cell):
    with pytest.raises(ValueError, match="drawn"):
        drawn_as(cell)


def town(*outlets):
    """Articles of ten sentences each, of these outlets."""
    texts = [
        " ".join(f"The mayor of town {place} spoke {n} times." for n in range(10)) for place in range(len(outlets))
    ]
    return outlets_of(*texts, outlets=list(outlets))


def coded(sheet, coder="ann", first=0, last=None):
    """The codes of some rows of a sheet: money everywhere."""
    own = sheet.iloc[first:last].assign(frame="money", coder=coder)
    return tables.build("codes", own[[*tables.TABLES["codes"].types]].to_dict("records"))


def sampled(articles, *codes):
    units = frames.units(articles)
    return sample(judgements(pd.concat(codes, ignore_index=True), "mine", units), units, articles)


def test_parts_of_one_sheet_are_one_sample_whoever_coded_them():
    articles = town(*"AAB")
    sheet = coding.sheet(articles, BOOK, n=12)
    whole, parts = (
        sampled(articles, *codes)
        for codes in ([coded(sheet)], [coded(sheet, last=5), coded(sheet, "ben", first=3), coded(sheet, "eve", 4, 5)])
    )
    assert np.nansum(whole.chance > 0) == 12
    np.testing.assert_allclose(whole.chance, parts.chance)
    assert np.nanmax(whole.chance) == pytest.approx(12 / 30)
    assert set(whole.why_not) == {""}


def test_what_is_not_coded_of_a_sheet_makes_the_chance_of_the_rest_smaller():
    articles = town(*"AAB")
    found = sampled(articles, coded(coding.sheet(articles, BOOK, n=12), last=6))
    assert np.nanmax(found.chance) == pytest.approx(6 / 30)


def test_groups_have_chances_of_their_own():
    articles = town(*"AAB")
    found = sampled(articles, coded(coding.sheet(articles, BOOK, n=8, by="outlet")))
    owners = frames.units(articles)["article_id"].map(articles.set_index("article_id")["outlet"])
    seen = ~np.isnan(found.chance)
    assert {(one, round(chance, 3)) for one, chance in zip(owners[seen], found.chance[seen], strict=True)} == {
        ("A", 0.2),
        ("B", 0.4),
    }


def test_two_sheets_are_combined_by_how_much_of_each_is_coded():
    articles = town(*"AAB")
    first, second = (coding.sheet(articles, BOOK, n=n, seed=seed) for n, seed in ((6, 0), (12, 1)))
    found = sampled(articles, coded(first), coded(second, "ben"))
    at = pd.MultiIndex.from_frame(frames.units(articles)[["article_id", "start"]])
    one, two = (at.isin(pd.MultiIndex.from_frame(sheet[["article_id", "start"]])) for sheet in (first, second))
    weight = (one * 6 / (6 / 30) + two * 12 / (12 / 30)) / 18
    np.testing.assert_allclose(1 / found.chance[one | two], weight[one | two])
    assert np.isnan(found.chance[~(one | two)]).all()


def test_of_units_that_had_no_chance_nothing_is_said_and_why():
    articles = town(*"AABB")
    old = articles.iloc[:3]
    sheet = coded(coding.sheet(old, BOOK, n=8, by="outlet"))
    found = sampled(articles, sheet)
    owners = frames.units(articles)["article_id"].map(articles.set_index("article_id")["outlet"])
    assert set(found.why_not[owners == "A"]) == {""}
    assert set(found.why_not[owners == "B"]) == {samples.GROWN}
    later = coded(coding.sheet(articles, BOOK, n=8, seed=1), "ben")
    assert set(sampled(articles, sheet, later).why_not) == {""}
    assert set(sampled(old, sheet).why_not) == {""}
    only_a = sheet[sheet["article_id"].isin(articles["article_id"].iloc[:2])]
    assert set(sampled(old, only_a).why_not) == {"", samples.NOT_CODED}


def test_units_of_no_group_are_not_spoken_for():
    days = pd.to_datetime(["2024-01-05", "2024-02-05", None])
    articles = town(*"AAA").assign(published_from=days, published_to=days)
    found = sampled(articles, coded(coding.sheet(articles, BOOK, n=8, by="month")))
    assert set(found.why_not) == {"", samples.NO_GROUP}


def test_other_groups_than_at_the_draw_make_it_worthless():
    articles = town(*"AAB")
    sheet = coded(coding.sheet(articles, BOOK, n=30, by="outlet"))
    moved = articles.assign(outlet=["A", "B", "B"])
    assert set(sampled(moved, sheet).why_not) == {samples.REGROUPED}


def test_sheets_that_say_a_chance_alone_are_one_sample_or_none():
    articles = town(*"AAB")
    sheet = coding.sheet(articles, BOOK, n=12).assign(draw=None)
    assert set(sampled(articles, coded(sheet), coded(sheet, "ben", last=4)).why_not) == {""}
    assert set(sampled(articles, coded(sheet, last=8), coded(sheet, "ben", 4)).why_not) == {samples.TWO_SAMPLES}
    assert set(sampled(articles, coded(sheet.assign(chance=None))).why_not) == {samples.NO_CHANCE}
    with_draw = coded(coding.sheet(articles, BOOK, n=12, seed=3), "ben")
    assert set(sampled(articles, coded(sheet), with_draw).why_not) == {samples.UNDRAWN}


def test_nothing_coded_is_no_sample():
    found = sampled(town("A"), tables.build("codes", []))
    assert set(found.why_not) == {""}
    assert np.isnan(found.chance).all()


class Town:
    """Many articles of two outlets and two months, with what people and a coder find in each unit; months differ."""

    def __init__(self, random, number=40, units=15, share=0.2):
        own = random.beta(share * 9, (1 - share) * 9, number)
        self.article = np.repeat([f"{one:03}" for one in range(number)], units)
        late = np.repeat(np.arange(number) % 2, units)
        self.true = (random.random(len(late)) < np.repeat(own, units) * (1 + late) / 1.5).astype(float)
        sensitivity, specificity = np.where(late, 0.5, 0.9), 0.96
        luck = random.random(len(late))
        self.said = np.where(self.true == 1, luck < sensitivity, luck >= specificity).astype(float)
        self.share = share
        days = pd.to_datetime([f"2024-{1 + one % 2:02}-05" for one in range(number)])
        self.articles = pd.DataFrame(
            {"article_id": [f"{one:03}" for one in range(number)], "file": "f", "outlet": "A", "record": "1"}
        ).assign(published_from=days, published_to=days)
        start = np.tile(np.arange(units) * 10, number)
        self.units = pd.DataFrame({"article_id": self.article, "start": start, "at": range(len(start))})
        self.month = np.where(late, "2024-02", "2024-01")

    def sheet(self, name, n, random, by=()):
        """A sheet drawn from all units, as `coding.sheet` draws it."""
        found = draw(self.units.assign(group=self.month), n, bool(by), random)
        return found.assign(draw=told(found, name, 0, by))

    def codes(self, sheet, coder, first=0.0, last=1.0):
        """What a person finds in a part of a sheet: the truth."""
        own = sheet.iloc[int(first * len(sheet)) : int(last * len(sheet))]
        return own.assign(coder=coder, number=own["at"])


def parted(one, random):
    """A sheet of which three persons coded a part each, and a fifth is not coded."""
    sheet = one.sheet("s", 150, random)
    return [one.codes(sheet, "ann", 0, 0.4), one.codes(sheet, "ben", 0.3, 0.6), one.codes(sheet, "eve", 0.6, 0.8)]


def two(one, random):
    """Two sheets, one of them by months."""
    sheets = one.sheet("s", 60, random), one.sheet("t", 100, random, ("month",))
    return [one.codes(sheet, coder) for sheet, coder in zip(sheets, ("ann", "ben"), strict=True)]


def two_of_one_seed(one, random):
    """Two sheets of different size of the same seed, which share units, one half coded."""
    sheets = [one.sheet(name, n, np.random.default_rng(random.integers(9))) for name, n in (("s", 60), ("t", 120))]
    return [one.codes(sheets[0], "ann"), one.codes(sheets[1], "ann and ben", 0, 0.5)]


@pytest.mark.parametrize("sheets", [parted, two, two_of_one_seed])
def test_shares_corrected_by_several_sheets_are_right_on_average_and_their_intervals_cover(sheets):
    random = np.random.default_rng(5)
    found, covered, naive = [], [], []
    for _ in range(RUNS):
        one = Town(random)
        drawn = sample(pd.concat(sheets(one, random)), one.units, one.articles)
        human = np.where(np.isnan(drawn.chance), np.nan, one.true)
        estimated = corrected(one.said, human, drawn.chance, one.article)
        low, high = bounds(estimated, int((~np.isnan(human)).sum()))
        found.append(estimated.share)
        covered.append(low <= one.share <= high)
        naive.append(one.said.mean())
    print(f"{sheets.__name__}: {np.mean(found):.3f}, coder {np.mean(naive):.3f}, covered {np.mean(covered):.3f}")
    assert np.mean(naive) < one.share - 0.02
    assert abs(np.mean(found) - one.share) < 4 * np.std(found) / RUNS**0.5
    assert np.mean(covered) >= 0.93
