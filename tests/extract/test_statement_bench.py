"""Reported statements against hand-labelled news; the floors may only be raised.

The labelled texts are third parties' and no part of this project. To run: set CUTTINGS_BENCH to the folder that holds
quotes/dev.jsonl.gz and quotes/score_quotes.py, then

    pytest tests/extract/test_statement_bench.py -p no:nbval -o addopts= -s

The labels are the contents of the attributions that are indirect or mixed, each from its first character to its last.
A statement is found where it and a label share half of the characters that either has, blanks and marks at their ends
aside; each label counts once.
"""

from labelled import needs, rows_of, scorer_of

from cuttings.extract.statement import reported

GOLD, SCORER = "quotes/dev.jsonl.gz", "quotes/score_quotes.py"

pytestmark = needs(GOLD, SCORER)

FLOORS = {"precision": 0.6447, "recall": 0.5773, "f1": 0.6091}


def test_scores_stay_above_the_floors():
    scorer = scorer_of(SCORER)
    found = predicted = labelled = 0
    for article in rows_of(GOLD):
        text = article["text"]
        gold = [
            scorer.trim(text, one["content"][0][0], one["content"][-1][1])
            for one in article["attributions"]
            if one["type"] in ("indirect", "mixed")
        ]
        told = [scorer.trim(text, one.start, one.end) for one in reported(text)]
        found += len(scorer.match(gold, told, 0.5))
        predicted += len(told)
        labelled += len(gold)
    precision, recall = found / predicted, found / labelled
    scores = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}
    print({name: round(score, 3) for name, score in scores.items()})
    assert not [f"{name} {scores[name]:.3f} < {low}" for name, low in FLOORS.items() if scores[name] < low]
