"""Settings: what a notebook was executed with, whether it was asked for or left."""

from cuttings.report.setting import settings


def cell(source, tag=""):
    return {"metadata": {"tags": [tag] if tag else []}, "source": source}


def test_what_was_asked_for_comes_before_what_the_notebook_has():
    own = 'story: str = "x"  # folder\nout: str = ""\nby: str = "outlet"  # grouping\ntop: int = 8\nname: str = ""'
    cells = [
        cell("import cuttings"),
        cell(own, "parameters"),
        cell(['# Parameters\nby = "month"\n'], "injected-parameters"),
    ]
    assert settings("50_wording", cells) == "50_wording: by = month, top = 8 and name = –."


def test_a_notebook_without_parameters_has_no_settings():
    assert settings("00_corpus", [cell("x = 1"), cell('story: str = "x"', "parameters")]) is None
