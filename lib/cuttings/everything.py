"""Every table of a dump, by name: what `cuttings tables` writes."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from . import extract, measure, read
from .say.wording import NOTABLE


def tables(path: str | Path, columns: Mapping[str, str] | str | None = None) -> dict[str, pd.DataFrame]:
    """All tables of a dump by name. What a dump has not enough for, such as topics of one article, has no rows."""
    articles, rejects = read.dump(path, columns)
    found = {"articles": articles, "rejects": rejects}
    found |= {name: find(articles) for name, find in extract.EXTRACTORS.items()}
    return found | measured(found, read.reference(path), read.lookups(path))


def measured(
    found: dict[str, pd.DataFrame], reference: dict[str, pd.DataFrame], lookups: dict[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """The measures of the extracted tables, by outlet and in the outlets' own words."""
    articles, quotations = found["articles"], found["quotations"]
    labels = measure.labels(articles, voice="own", quotations=quotations)
    keyness = measure.keyness(articles, voice="own", quotations=quotations)
    topics, article_topics, topic_numbers = measure.topics(articles)
    stories, article_stories = measure.stories(articles)
    voices = measure.voices(quotations, articles, sides=lookups.get("sides"))
    quote_groups = measure.quote_groups(quotations, articles)
    return {
        "formats": measure.formats(articles),
        "languages": measure.languages(articles),
        "given": measure.given(articles),
        "roles": measure.roles(found["segments"]),
        "names": measure.names(found["mentions"]),
        "voices": voices,
        "sides": measure.sides(voices),
        "cues": measure.cues(quotations, articles),
        "quote_groups": quote_groups,
        "omissions": measure.omissions(quotations, quote_groups, articles),
        "poll_checks": measure.poll_checks(
            found["polls"], found["poll_figures"], found["poll_details"], articles, reference
        ),
        "poll_ledger": measure.poll_ledger(found["polls"], found["poll_figures"], articles),
        "poll_disclosure": measure.poll_disclosure(found["polls"], found["poll_details"], articles),
        "labels": labels,
        "contrasts": measure.contrasts(labels),
        "copies": measure.copies(articles),
        "keyness": keyness,
        "keyness_by_copies": measure.keyness_by_copies(articles, voice="own", quotations=quotations),
        "uses": measure.uses(keyness[keyness["z"] >= NOTABLE], articles, voice="own", quotations=quotations),
        "topics": topics,
        "article_topics": article_topics,
        "topic_numbers": topic_numbers,
        "topic_methods": measure.topic_methods(articles),
        "topic_examples": measure.topic_examples(article_topics),
        "topic_shares": measure.topic_shares(article_topics, articles),
        "stories": stories,
        "article_stories": article_stories,
    }
