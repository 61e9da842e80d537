"""Every table of a dump, by name: what `cuttings tables` writes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from . import coding, extract, frames, measure, read
from .say.keyness import NOTABLE
from .tables import build
from .tables import check as checked

Tables = dict[str, pd.DataFrame]
Coding = tuple[pd.DataFrame, pd.DataFrame]  # frames, and the units in which they were sought


def tables(path: str | Path, columns: Mapping[str, str] | str | None = None) -> Tables:
    """All tables of a dump by name. What a dump has not enough for, such as topics of one article, has no rows."""
    articles, rejects = read.dump(path, columns)
    found = {"articles": articles, "rejects": rejects}
    found |= {name: find(articles) for name, find in extract.EXTRACTORS.items()}
    own = read.lookups(path)
    told = heard(found, own)
    made = {
        **found,
        **counted(found),
        **told,
        **polled(found, read.reference(path)),
        **worded(found, own, told["article_stories"]),
        **grouped(articles),
        **framed(found, frames.codebooks(path), *coding.story(path, articles)),
    }
    return {**made, "by_copies": by_copies(made, own)}


def counted(found: Tables) -> Tables:
    """What is in the folder."""
    articles = found["articles"]
    return {
        "formats": measure.formats(articles),
        "languages": measure.languages(articles),
        "given": measure.given(articles),
        "roles": measure.roles(found["segments"]),
        "names": measure.names(found["mentions"], articles),
        "copies": measure.copies(articles),
    }


def heard(found: Tables, lookups: Tables) -> Tables:
    """Who says what, by outlet; `lookups` are the story's own."""
    articles, quotations, statements = found["articles"], found["quotations"], found["statements"]
    voices = measure.voices(quotations, articles, sides=lookups.get("sides"))
    quote_groups = measure.quote_groups(quotations, articles, statements)
    stated = ("mentions", "quantities", "polls", "poll_figures", "dates", "sentences")
    given: dict[str, Any] = {name: found[name] for name in stated}
    facts = measure.facts(**given)
    stories, article_stories = measure.stories(articles)
    asked: dict[str, Any] = {"articles": articles, "article_stories": article_stories}
    return {
        "voices": voices,
        "sides": measure.sides(voices),
        "cues": measure.cues(quotations, articles),
        "quote_groups": quote_groups,
        "facts": facts,
        "stories": stories,
        "article_stories": article_stories,
        "omissions": measure.omissions(quotations, quote_groups, statements=statements, facts=facts, **asked),
        "coverage": measure.coverage(**asked),
    }


def polled(found: Tables, reference: Tables) -> Tables:
    """What is reported of polls, and whether it holds; `reference` are the story's known waves."""
    articles, polls, figures, details = (found[name] for name in ("articles", "polls", "poll_figures", "poll_details"))
    return {
        "poll_checks": measure.poll_checks(polls, figures, details, articles, reference),
        "poll_ledger": measure.poll_ledger(polls, figures, articles),
        "poll_shares": measure.poll_shares(polls, figures, articles),
        "poll_disclosure": measure.poll_disclosure(polls, details, articles),
    }


def worded(found: Tables, lookups: Tables, article_stories: pd.DataFrame) -> Tables:
    """The outlets' own words; `lookups` are the story's own."""
    articles, sets = found["articles"], measure.label_sets(lookups.get("labels"))
    own: dict[str, Any] = {"voice": "own", "quotations": found["quotations"]}
    labels = measure.labels(articles, table=sets, **own)
    keyness = measure.keyness(articles, **own)
    candidates, candidate_spans = measure.label_candidates(articles, **own, article_stories=article_stories)
    label_spans = extract.labels(articles, sets)
    said: dict[str, Any] = {
        name: found[name] for name in ("sentences", "mentions", "dates", "quantities", "quotations")
    }
    return {
        "label_spans": label_spans,
        "wordings": measure.wordings(articles, **said, label_spans=label_spans),
        "labels": labels,
        "contrasts": measure.contrasts(labels),
        "label_candidates": candidates,
        "label_candidate_spans": candidate_spans,
        "keyness": keyness,
        "keyness_by_copies": measure.keyness_by_copies(articles, **own),
        "uses": measure.uses(keyness[keyness["z"] >= NOTABLE], articles, **own),
    }


def grouped(articles: pd.DataFrame) -> Tables:
    """Topics."""
    topics, article_topics, topic_numbers = measure.topics(articles)
    return {
        "topics": topics,
        "article_topics": article_topics,
        "topic_numbers": topic_numbers,
        "topic_methods": measure.topic_methods(articles),
        "topic_examples": measure.topic_examples(article_topics, articles=articles),
        "topic_shares": measure.topic_shares(article_topics, articles),
    }


def framed(found: Tables, codebook: pd.DataFrame, codes: pd.DataFrame, problems: pd.DataFrame) -> Tables:
    """The sentences that speak for a frame by the indicators of any codebook, all that could, and what people coded;
    where sentences were coded, also those to which a coder gives a frame that learns from people.
    """
    articles, quotations = found["articles"], found["quotations"]
    codings = frames.codings(articles, codebook, quotations=quotations)
    learnt, report = learners(articles, codebook, codes, quotations)
    units = codings[0][1]
    coded = checked(pd.concat([codings[0][0], *(of[of["unit"] == "sentence"] for of, _ in learnt)]), "frames")
    given: dict[str, Any] = {
        "frames": coded,
        "units": units,
        "articles": articles,
        "codebook": codebook,
        "codes": codes,
        "voice": "own",
    }
    return {
        "codebook": codebook,
        "frame_units": units,
        "frames": coded,
        "framing": measure.framing(**given),
        "framing_change": measure.framing_change(**given),
        "multiverse": multiverses([*codings, *learnt], articles, codebook, codes),
        "codes": codes,
        "coding_problems": problems,
        "agreement": coding.agreement(codes),
        "frame_report": report,
        # These need a language model that is named.
        **{name: build(name, []) for name in ("frame_problems", "frame_costs")},
    }


def learners(
    articles: pd.DataFrame, codebook: pd.DataFrame, codes: pd.DataFrame, quotations: pd.DataFrame
) -> tuple[list[Coding], pd.DataFrame]:
    """For each codebook by which people coded, what a coder finds that learns from them, in units of the kind that they
    coded most, and how good it is.
    """
    found, reports = [], [build("frame_report", [])]
    for name, own in codes.groupby("codebook", sort=True):
        unit = str(own["unit"].mode().iloc[0])
        book = codebook[codebook["codebook"] == name]
        learnt, report, _, _ = frames.beside(articles, book, own, unit, quotations)
        found.append((learnt, frames.units(articles, unit, quotations)))
        reports.append(report)
    return found, checked(pd.concat(reports), "frame_report")


def multiverses(
    codings: Sequence[Coding], articles: pd.DataFrame, codebook: pd.DataFrame, codes: pd.DataFrame
) -> pd.DataFrame:
    """The multiverse of each codebook."""
    books = codebook.groupby("codebook", sort=True)
    found = [measure.multiverse(codings, articles, own, codes=codes) for _, own in books]
    return checked(pd.concat(found), "multiverse")


def by_copies(made: Tables, lookups: Tables) -> pd.DataFrame:
    """What of these tables depends on whether copies count once or each."""
    articles, quotations = made["articles"], made["quotations"]
    spoken: dict[str, Any] = {"quotations": quotations, "articles": articles}
    sided: dict[str, Any] = {**spoken, "sides": lookups.get("sides")}
    sets = measure.label_sets(lookups.get("labels"))
    heard: dict[str, Any] = {name: made[name] for name in ("quote_groups", "statements", "facts", "article_stories")}
    coded: dict[str, Any] = {name: made[name] for name in ("frames", "articles", "codebook", "codes")}
    found = [
        measure.by_copies(measure.voices, **sided),
        measure.by_copies(measure.voices, **sided, then=measure.sides),
        measure.by_copies(measure.cues, **spoken),
        measure.by_copies(measure.omissions, **spoken, **heard, counts=["others", "of_others"]),
        measure.by_copies(measure.stories, articles, key=["label"], counts=["articles"]),
        measure.by_copies(measure.poll_disclosure, made["polls"], made["poll_details"], articles, counts=[]),
        measure.by_copies(measure.topic_shares, made["article_topics"], articles),
        measure.by_copies(measure.labels, voice="own", table=sets, **spoken),
        measure.by_copies(measure.framing, units=made["frame_units"], voice="own", **coded),
    ]
    return checked(pd.concat(found), "by_copies")
