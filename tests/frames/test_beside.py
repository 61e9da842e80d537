"""Other coders beside the indicators: from a story's own sheets to the tables, the sentence and the notebook."""

import nbformat
import pandas as pd
import pytest
from coded_town import PARTS, story
from conftest import ROOT

from cuttings import InputError, coding, everything, frames, measure, read, say, tables
from cuttings.batch.worker import execute


def town_story(folder, n):
    """A story of a town with its codebook, and a sheet of `n` units that a rule has filled in."""
    (folder / "lookups/codebooks").mkdir(parents=True)
    book = "code,definition,indicators,origin\nmoney,what it costs,crowns,test\nlaw,what courts do,judge; court,test\n"
    (folder / "lookups/codebooks/town.csv").write_text(book, encoding="utf-8")
    for number in range(16):
        (folder / f"{number:02}.txt").write_text(f"{story(number)}\n{story(number + 50)}", encoding="utf-8")
    if n:
        (folder / "coding").mkdir()
        sheet = coding.sheet(read.dump(folder)[0], frames.codebook("", folder), n).astype(str)
        for code in ("money", "law"):
            ends = [part.split("{}")[1] for part in PARTS[code]]
            sheet[code] = ["x" if any(end in text for end in ends) else "" for text in sheet["text"]]
        sheet.assign(done="x", coder="ann").to_csv(folder / "coding/ann.csv", index=False)
    return folder


def ran(folder, out):
    """What the cells of the notebook show when it is run on a story; its tables are below `out`."""
    (out / "notebooks").mkdir(parents=True)
    done = execute(ROOT / "notebooks/60_framing.ipynb", out, {"story": str(folder), "out": str(out)})
    assert done.failure is None
    notebook = nbformat.read(out / "notebooks/60_framing.ipynb", as_version=4)
    return "\n".join(str(one["data"]) for cell in notebook.cells for one in cell.get("outputs", ()))


def test_a_coder_learns_from_the_sheets_of_a_story_and_stands_beside_the_indicators(tmp_path):
    folder = town_story(tmp_path / "town", 90)
    articles, _ = read.dump(folder)
    codes, problems = coding.story(folder, articles)
    book = frames.codebook("", folder)
    assert problems.empty
    found, report, unanswered, costs = frames.beside(articles, book, codes)
    assert report["frame"].tolist() == ["(all codes)", "law", "money"]
    assert report["reason"].isna().all()
    assert report.set_index("frame").loc["(all codes)", "f1"] > 0.8
    assert set(found["coder"]) == {"trained"}
    assert unanswered.empty
    assert costs.empty
    [told] = say.coders(report, costs, book)
    assert told.startswith("A coder that learns from 90 coded units reaches a macro-F1 of ")
    assert "over the 2 of 2 codes that it can learn" in told
    shown = ran(folder, tmp_path / "out")
    assert told in shown
    kept = pd.read_csv(tmp_path / "out/tables/framing.csv")
    assert set(kept["coder"]) == {"indicators", "trained"}
    assert kept.loc[kept["coder"] == "trained", "corrected"].notna().any()
    assert set(pd.read_csv(tmp_path / "out/tables/multiverse.csv")["coder"]) == {"indicators", "trained"}
    every = everything.tables(folder)
    pd.testing.assert_frame_equal(every["frame_report"], report)
    for name in ("frames", "framing"):
        coders = every[name].groupby("codebook")["coder"].unique().map(set)
        assert coders["town"] == {"indicators", "trained"}
        assert coders["policy_frames"] == {"indicators"}
    assert set(every["multiverse"].query("codebook == 'town'")["coder"]) == {"indicators", "trained"}


@pytest.mark.parametrize(("n", "reason"), [(3, "(no code was given to 5 units|all 3 coded|none of the 3)"), (0, "")])
def test_too_small_a_sheet_and_none_are_said_and_are_no_error(tmp_path, n, reason):
    folder = town_story(tmp_path / "town", n)
    articles, _ = read.dump(folder)
    codes, _ = coding.story(folder, articles)
    book = frames.codebook("", folder)
    found, report, _, costs = frames.beside(articles, book, codes)
    assert found.empty
    assert len(report) == bool(n)
    assert report["reason"].astype(str).str.match(reason).all()
    [told] = say.coders(report, costs, book)
    assert told.startswith("No coder can learn from the sheets: " if n else "Nobody has coded units of this story by")
    assert told in ran(folder, tmp_path / "out")
    pd.testing.assert_frame_equal(everything.tables(folder)["frame_report"], report)


def test_sheets_of_another_kind_of_unit_are_named():
    row = {"article_id": "a", "start": 0, "end": 4, "text": "Tide", "unit": "article", "codebook": "policy_frames"}
    codes = tables.build("codes", [{**row, "coder": "ann", "frame": "morality", "chance": 0.5}])
    given = tables.build("articles", []), frames.codebook("policy_frames"), codes
    assert frames.beside(*given, "sentence")[1]["reason"].tolist() == ["no unit of the kind sentence is coded"]
    assert frames.beside(*given, "article")[1]["reason"].str.contains("are of 1 article(s)", regex=False).tolist() == [
        True
    ]


def test_an_endpoint_without_a_model_is_refused_and_a_model_is_told_of():
    book = frames.codebook("policy_frames")
    none = (tables.build("articles", []), book, tables.build("codes", []))
    with pytest.raises(InputError, match="needs the name of a model"):
        frames.beside(*none, endpoint="http://localhost:1/v1")
    row = {"codebook": "policy_frames", "coder": "m", "units": 1200, "kept": 0, "asked": 1200, "problems": 1}
    told = say.coders(tables.build("frame_report", []), tables.build("frame_costs", [row]), book)
    assert told == ["The language model m gave an answer for 1,199 of 1,200 units."]


def test_what_counts_for_a_voice():
    rows = pd.DataFrame({"voice": ["outlet", "quoted", "mixed"]})
    heard = {voice: measure.heard(rows, voice)["voice"].tolist() for voice in ("own", "quoted", "both")}
    assert heard == {"own": ["outlet", "mixed"], "quoted": ["quoted", "mixed"], "both": ["outlet", "quoted", "mixed"]}
    with pytest.raises(InputError, match="voice='mine'"):
        measure.heard(rows, "mine")
