"""Say: who is quoted, where not, and what outlets make of the same words; sentences for one, for many and for none."""

import pandas as pd
from conftest import articles_of

from cuttings import measure, say, tables

FULL = "If we let the harbour silt up for another winter, the ferries will sail elsewhere and the island will be lost"


def quotation(article, start, speaker, text="one two three four", kind="full", cue=None, anonymous=False):
    row = {"start": start, "end": start + len(text), "text": text, "kind": kind, "speaker": speaker, "cue": cue}
    return {"article_id": f"{article:012x}", "anonymous": anonymous, "words": len(text.split()), **row}


def articles(outlets):
    words = [f"Words of article {number} alone." for number in range(len(outlets))]
    return articles_of(*words).assign(outlet=list(outlets), lang="en")


def omitted(quotations, table, numbers=None):
    """What is said of omissions where these articles are of these stories, or all of one."""
    own = table[["article_id"]].assign(story=numbers or 1)
    groups = measure.quote_groups(quotations, table)
    rows = [{"story": number, "label": f"label {number}", "articles": 9} for number in sorted(own["story"].unique())]
    stories = pd.DataFrame(rows)
    omissions = measure.omissions(quotations, groups, table, article_stories=own)
    return say.omissions(omissions, table, measure.coverage(table, own), stories)


def told(rows, outlets, sides=None):
    quotations, table = tables.build("quotations", rows), articles(outlets)
    voices = measure.voices(quotations, table, sides=sides)
    groups = measure.quote_groups(quotations, table)
    return [
        *say.voices(voices, quotations, table),
        *say.cues(measure.cues(quotations, table)),
        *omitted(quotations, table),
        *say.quotations(quotations, groups, table),
    ]


def test_many_speakers_sides_cues_and_renderings():
    rows = [
        quotation(1, 0, "Ann Lee", FULL, cue="claimed"),
        quotation(1, 200, "a clerk", cue="said", anonymous=True),
        quotation(1, 300, None, "a term", kind="phrase"),
        quotation(1, 400, None, "Should it?", kind="question"),
        quotation(2, 0, "Ann Lee", FULL.split(",")[0], cue="admitted"),
        quotation(3, 0, "Tom Ash", cue="said"),
        quotation(3, 99, None),
    ]
    assert told(rows, "ABC", pd.DataFrame({"name": ["Ann Lee"], "side": ["the Town"]})) == [
        "5 direct quotations in 3 articles; not counted with them: 1 term and 1 question.",
        "2 speakers are named. At most length: Ann Lee (31 of 43 words, 72%) and Tom Ash (4 of 43 words, 9%).",
        "Anonymous speakers have 4 of 43 quoted words (9%); for 4 of 43 (9%) the text does not settle who speaks.",
        "Quoted words by side: the Town 31 of 43 (72%); of speakers whose side no lookup says, 8 of 43 (19%).",
        "Neutral are 2 of 4 words of saying (50%); of the others, by tone: admitting 1 and doubting 1.",
        "Doubting words: Ann Lee in A (“claim”, 1 of 1).",
        "Admitting words: Ann Lee in B (“admit”, 1 of 1).",
        "In every other outlet that was not too early for it: Ann Lee: “If we let the harbour silt up for another "
        "winter, the ferries will sail elsewhere and the…” (group 1) (utterance, not in C, which may have been too "
        "early; in all 2 others) and Ann Lee (speaker, not in C, which may have been too early; in all 2 others).",
        "Of 2 cases in which an outlet has not what others have, it could have known by its days: 0; not known: 2.",
        "5 direct quotations in 3 articles; for 4 (80%) the text settles who speaks.",
        "1 utterance is quoted in two outlets or more, in 1 rendering beside the fullest: 1 cut.",
        f"Ann Lee, “{FULL}” in A; in B: cut (cut at the end: “the ferries will sail elsewhere and the island will be "
        "lost”).",
    ]


def test_one_article():
    assert told([quotation(1, 0, "Ann Lee")], "A")[1:] == [
        "1 speaker is named. At most length: Ann Lee (4 of 4 words, 100%).",
        "Anonymous speakers have 0 of 4 quoted words (0%); for 0 of 4 (0%) the text does not settle who speaks.",
        "No lookup says on which side these speakers are; the story's own lookups/sides.csv may.",
        "There is one outlet: nothing can be said of what it leaves out.",
        "1 direct quotation in 1 article; for 1 (100%) the text settles who speaks.",
        "There is one outlet: no rendering can be held against another outlet's.",
    ]


def test_two_outlets_and_nobody_named():
    said = told([quotation(1, 0, None), quotation(2, 0, "a clerk", anonymous=True)], "AB")
    assert said[1] == "No speaker is named."
    assert said[4] == "Neither of the two outlets quotes a named speaker."
    assert said[-1] == "No utterance was found in articles of two outlets that are no copies of each other."


def test_two_outlets_have_speakers_in_common():
    rows = [quotation(1, 0, "Ann Lee"), quotation(2, 0, "Ann Lee"), quotation(2, 9, "Tom Ash")]
    said = told(rows, "AB")
    assert "The two outlets have 1 named speaker in common; 1 only in B." in said
    assert (
        "Of 1 case in which an outlet has not what others have, it could have known by its days: 0; not known: 1."
        in said
    )
    rows += [quotation(1, 50, "Kyiv"), quotation(2, 50, "Kyiv"), quotation(1, 70, "Norway")]
    assert (
        "The two outlets have 1 named speaker in common; 1 only in B. They have 1 government in common; 1 only in A."
        in told(rows, "AB")
    )


def test_a_place_that_speaks_is_told_as_a_government_and_days_settle_who_could_have_known():
    quotations = tables.build("quotations", [quotation(1, 0, "Kyiv", "yes"), quotation(2, 0, "Kyiv", "no")])
    day = pd.Timestamp("2025-03-04")
    table = articles("ABC").assign(published_from=day, published_to=day)
    assert omitted(quotations, table) == [
        "In every other outlet that was not too early for it: the government of Ukraine (as Kyiv, not in C; in all "
        "2 others).",
        "Of 1 case in which an outlet has not what others have, it could have known by its days: 1; not known: 0.",
    ]


def test_stories_are_kept_apart_and_what_an_outlet_does_not_cover_is_no_omission():
    rows = [quotation(article, 0, "Ann Lee", "yes") for article in (1, 2)] + [quotation(4, 0, "Tom Ash", "no")]
    table = articles("ABCABD")
    assert omitted(tables.build("quotations", rows), table, [1, 1, 1, 2, 2, 3]) == [
        "What an outlet leaves out is asked within each of 2 stories that two outlets or more report (5 of 6 "
        "articles).",
        "In 3 cases a known outlet has no article here on such a story (by its days it could have had one: 0); that it "
        "does not cover a story is no omission, and a folder need not hold all that it published.",
        "In every other outlet that was not too early for it: Ann Lee (speaker, not in C, which may have been too "
        "early; in all 2 others; story “label 1”).",
        "Of 1 case in which an outlet has not what others have, it could have known by its days: 0; not known: 1.",
        "In 1 story that two outlets report, they have 0 named speakers in common; 1 only in one of the two.",
        "Of 1 case in which an outlet has not what others have, it could have known by its days: 0; not known: 1.",
    ]


def test_a_folder_without_a_story_of_two_outlets():
    assert omitted(tables.build("quotations", []), articles("AB"), [1, 2]) == [
        "No story is reported by two outlets: nothing can be said of what one of them leaves out."
    ]


def test_no_outlet_alone_lacks_anything():
    rows = [quotation(1, 0, "Ann Lee"), quotation(2, 0, "Ann Lee", "quite another word")]
    assert (
        "Nothing that is counted is in every outlet of a story but one; in 2 cases at least half of the others have "
        "what an outlet has not." in told(rows, "ABCD")
    )


def test_no_quotation_at_all():
    assert told([], "AB") == [
        "No direct quotation was found in 2 articles.",
        "Neither of the two outlets quotes a named speaker.",
        "No direct quotation was found in 2 articles.",
    ]
