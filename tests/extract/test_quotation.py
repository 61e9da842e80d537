"""Messy passages and the quotations that they must give; the seed articles read by hand."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract.quotation import quotations

LEAD = "Mayor Paula Reyes and her deputy, Tom Hale, met reporters at the harbour on Friday morning.\n\n"


def found(*texts: str) -> pd.DataFrame:
    """The quotations of texts that follow the lead paragraph."""
    return quotations(articles_of(*(LEAD + text for text in texts)))


def said(text: str) -> list[tuple[str, str | None]]:
    """Quoted words and speaker, for one text."""
    table = found(text)
    return [(row.text, None if pd.isna(row.speaker) else row.speaker) for row in table.itertuples()]


DOUBLE = [(opening, closing) for opening in ("“", '"', "„", "«", "''") for closing in ("”", '"', "»", "''")]
SINGLE = [(opening, closing) for opening in "‘'" for closing in "’'"]


@pytest.mark.parametrize(("opening", "closing"), DOUBLE + SINGLE)
def test_marks_of_any_shape_also_mixed(opening, closing):
    rows = said(f"{opening}The bridge will open before the winter storms,{closing} Reyes said on the quay.")
    assert rows == [("The bridge will open before the winter storms,", "Paula Reyes")]


@pytest.mark.parametrize(
    "text",
    [
        "The voters’ patience with the city’s plan, like the ’90s bridge itself, isn’t what it was last summer.",
        "The old beam is 6'2\" long and rests on the neighbours' wall, as every engineer in town knows well.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("“We will repair it,” said Anna Lind, a former port engineer.", "We will repair it,", "Anna Lind", "said"),
        ("The money, according to Reyes, “was spent on the northern pier.”", None, "Paula Reyes", "according to"),
        ("Reyes said: “The money was spent on the northern pier.”", None, "Paula Reyes", "said"),
        ("Reyes told Hale, who was late, that “the crane cannot wait any longer.”", None, "Paula Reyes", "told"),
        ("“The crane cannot wait,” Reyes, in a dark coat, explained to the crowd.", None, "Paula Reyes", "explained"),
        ("As Hale put it, “the crane is older than all of us here.”", None, "Tom Hale", "put"),
        ("“The crane is older than all of us,” a port official warned.", None, "a port official", "warned"),
        ("Reyes’s claim that “the crane is older than the port” was new.", None, "Paula Reyes", "claim"),
        ("Hale was pleased, saying that the crane “is older than all of us here.”", None, "Tom Hale", "saying"),
        ("The crane was a “sad story,” said Anna Lind, then a port engineer.", None, "Anna Lind", "said"),
        ("He’s claiming that the crane is “a danger to us all down here.”", None, "Tom Hale", "claiming"),
        ("“It may hold,” though nobody knows Reyes, said Anna Lind, an engineer.", None, "Anna Lind", "said"),
        ("Anna Lind, 22, of Flint, Mich., said that the crane “will fall soon.”", None, "Anna Lind", "said"),
        ("Secretary of Trade Anna Lind said that the crane was “far from safe.”", None, "Anna Lind", "said"),
        ("That is, for what Reyes called “a small repair,” a lot of money.", None, "Paula Reyes", "called"),
        ("The crane “may fall today,” according to exit notes.", None, "exit notes", "according to"),
        ("Only a few said the crane was “a danger to us all.”", None, "Only a few", "said"),
        ("Reyes spokeswoman Ada Holm was angry. “Nice try,” she said in a letter.", None, "Ada Holm", "said"),
        ("Lisport (AFP) – Mayor Reyes was angry, saying that “loud comments” do harm.", None, "Paula Reyes", "saying"),
        ("In a Fox interview later, Reyes went further: “It is the end of the port.”", None, "Paula Reyes", None),
        ("Reyes sent a blunt message to Hale: “It is time to repair the crane now.”", None, "Paula Reyes", None),
        ("“The quay is wet all the same,” said Baker, who had not been asked at all.", None, "Baker", "said"),
        ("“No port may close without a vote,” said the ruling. It was not long.", None, "the ruling", "said"),
        ("Reyes, an old friend of Hale, calls the crane “a danger to us all.”", None, "Paula Reyes", "calls"),
        (
            "Asked by Fox News if she was sorry, “I am not sorry at all,” Reyes answered.",
            None,
            "Paula Reyes",
            "answered",
        ),
    ],
)
def test_speaker_and_cue(text, words, speaker, cue):
    row = found(text).iloc[0]
    assert (row.speaker, None if pd.isna(row.cue) else row.cue) == (speaker, cue)
    assert words is None or row.text == words


def test_speaker_span_holds_the_words_as_written():
    text = "Hale stood by the quay for an hour. “The tide decides when we can start here,” he said."
    row = found(text).iloc[0]
    assert row.speaker == "Tom Hale"
    assert (LEAD + text)[row.speaker_start : row.speaker_end] == "he"
    assert not row.anonymous


def test_a_pronoun_that_nobody_fits_has_its_place_and_no_name():
    text = "“The tide decides when we can start here,” it said. “Nobody else does.”"
    table = found(text)
    assert table.speaker.isna().all()
    assert {(LEAD + text)[row.speaker_start : row.speaker_end] for row in table.itertuples()} == {"it"}


def test_what_somebody_is_said_to_say_is_his():
    text = "Hale said that he expected the council to call the crane “a danger to everybody down there.”"
    assert said(text) == [("a danger to everybody down there.", "Tom Hale")]


def test_she_is_the_woman_and_he_the_man():
    text = "Reyes and Hale walked along the quay. “It is cold,” he said. “It is windy too,” she said."
    assert [speaker for _, speaker in said(text)] == ["Tom Hale", "Paula Reyes"]


def test_split_around_the_words_of_the_host():
    rows = said("“The cranes are old,” Hale said, “but they will hold for another year.”")
    assert rows == [("The cranes are old,", "Tom Hale"), ("but they will hold for another year.", "Tom Hale")]


def test_goes_on_over_paragraphs():
    text = (
        "“The cranes are old and tired,” Hale said. “We all know it, and we have known it for years.\n\n"
        "“That is why the council has to decide before the end of this year.”"
    )
    assert [speaker for _, speaker in said(text)] == ["Tom Hale"] * 3


def test_mark_never_closed_costs_no_more_than_its_paragraph():
    text = (
        "Reyes said the pier was “nothing to be proud of after all these years of work.\n\n"
        "“The cranes will hold for another year,” Hale said on the quay."
    )
    assert said(text)[-1] == ("The cranes will hold for another year,", "Tom Hale")
    text = "“The cranes are old, Hale said. “The pier is older than the cranes,” Reyes said."
    assert said(text) == [("The pier is older than the cranes,", "Paula Reyes")]


def test_words_of_a_question_are_not_the_answerers():
    text = "Reyes was asked by Harbour Radio if she had “given up the old pier for good.” She left."
    assert said(text)[0][1] != "Paula Reyes"
    text = "When asked whether she was “willing to give up the old pier,” Reyes replied, “We keep it as it is.”"
    assert [speaker for _, speaker in said(text)] == [None, "Paula Reyes"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The pier belongs to everyone in this town,” Reyes said.", "full"),
        ("Reyes replied, “we have no plan to sell any of it.”", "full"),
        ("Reyes said the pier “belongs to everyone” in the town.", "partial"),
        ("The plan rests on a so-called “contact group” of three neighbouring towns.", "phrase"),
        ("The choir sang from “Songs of the Northern Coast” while the boats came in.", "title"),
        ("Reyes spoke on Harbour TV's “Tonight from the Quay” about it.", "title"),
        ("“Cranes that outlive their builders,” by the Journal's Ida Holm: the port as it was.", "title"),
        ("Reyes was asked whether she was “willing to give up the old pier.”", "question"),
        ("“Why not close the pier at once?” a reporter asked.", "question"),
        ("Reyes said the plan was an “open wound” and left.", "partial"),
        ("The crane was described as a “lucky bird” in the old songs of the port.", "partial"),
        ("Reyes called Hale an “Aunt Tom” and left the hall at once.", "partial"),
        ("Hale heard chants of “Ann For Mayor” from the pier that night.", "partial"),
        ("The crew of Robert “Bobby” Holm left the port in the early morning, Reyes said.", "phrase"),
        ("Reyes told “Harbour and Friends” that the crane would be repaired by the spring.", "title"),
        ("Ada Holm has written for a website called “Fish Without Bones” ever since the strike.", "title"),
        ("Reyes spoke of what she called “Fish Without Bones” to the crew of the ferry.", "partial"),
        ("“Quay Nights” star Ada Holm was on the ferry with her three sons and a dog.", "title"),
        ("The second prize went to “Deep Water,” a comedy of the old port, that evening.", "title"),
        ("Holding signs calling Hale “Tomcat Of The Port,” the strikers chanted all night.", "partial"),
        ("It was a night of cries of “Shame!” and of songs all along the old quay.", "partial"),
        ("The slogan of the port this year, on every wall and crane, is “I sail with her.”", "partial"),
        ("The old plan to “send a message” to the islands was dropped without a vote.", "partial"),
        ("The northern towns and their “fish fund” were not on the list this year.", "phrase"),
        ("Asked in May, only 23 percent of those who answered chose a man who “cares for people like us.”", "option"),
        ("The so called “Harbour Accord” was never signed by any of the three towns.", "phrase"),
        ("In the survey, 58 percent of residents thought that “under no conditions” should it close.", "option"),
    ],
)
def test_kind(text, kind):
    assert found(text).kind.tolist() == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "“They told me, ‘Wait for the spring,’ and I did wait,” Reyes said.",
        "“They told me, “Wait for the spring,” and I did wait,” Reyes said.",
        '«They told me, "Wait for the spring," and I did wait,» Reyes said.',
        "‘They told me, “Wait for the spring,” and I did wait,’ Reyes said.",
    ],
)
def test_a_quotation_inside_another_is_a_row_of_its_own(text):
    table = found(text)
    assert table.kind.tolist() == ["full", "nested"]
    assert table.text[1] == "Wait for the spring,"
    assert pd.isna(table.speaker[1])
    assert table.start[0] < table.start[1] < table.end[1] < table.end[0]


@pytest.mark.parametrize(
    ("words", "edited"),
    [
        ("We will repair it before the winter.", None),
        ("We will repair [the pier] before the winter.", "bracket"),
        ("We will repair it … before the winter.", "ellipsis"),
        ("We will repair it ... before [that] winter.", "bracket ellipsis"),
    ],
)
def test_what_the_host_changed_is_flagged_and_kept(words, edited):
    row = found(f"“{words}” Reyes said.").iloc[0]
    assert row.text == words
    assert (None if pd.isna(row.edited) else row.edited) == edited


def test_a_sub_heading_of_quoted_words_alone_is_given_to_nobody():
    text = "“The crane is older than all of us,” Hale said on the quay.\n\n‘Older than us’\n\nIt rained all afternoon."
    assert said(text)[1] == ("Older than us", None)


def test_words_of_a_sub_heading_that_the_body_quotes_are_its_repeat():
    text = (
        "“The crane is older than all of us,” Hale said on the quay.\n\n‘Older Than All Of Us’\n\n"
        "It rained all afternoon, and nobody came to the port."
    )
    table = found(text)
    assert table.kind.tolist() == ["full", "repeat"]
    assert table.speaker.tolist() == ["Tom Hale"] * 2
    assert table.cue.isna().tolist() == [False, True]


def test_a_paragraph_in_marks_of_its_own_holds_others():
    text = 'Reyes wrote:\n\n"The law is not about “fair ports” any more. It is about “cheap fish” alone.\n\nHale left.'
    table = found(text)
    assert table.kind.tolist() == ["full", "nested", "nested"]
    assert table.text[0].endswith("alone.")


def test_a_single_mark_behind_an_s_closes_where_another_quotation_opens():
    assert [words for words, _ in said("Reyes said ‘no more boats’ and ‘no more cranes.’")] == [
        "no more boats",
        "no more cranes.",
    ]


def test_described_speakers_are_anonymous_and_kept_together():
    text = "“It was close,” a senior port official said.\n\n“We were lucky that night,” the official said later."
    table = found(text)
    assert table.speaker.tolist() == ["a senior port official"] * 2
    assert table.anonymous.all()


def test_title_leads_to_the_one_who_bears_it():
    text = "“The crane is older than all of us,” Reyes said. “It goes on Monday at the latest,” the mayor added."
    assert [speaker for _, speaker in said(text)] == ["Paula Reyes"] * 2
    text = "“The crane is older than all of us,” Hale said. “It goes on Monday at the latest,” the president added."
    assert [speaker for _, speaker in said(text)] == ["Tom Hale", "the president"]


def test_spellings_of_outlets_are_one_speaker():
    table = quotations(
        articles_of(
            "The president spoke on Monday evening. “We need more time than that,” Zelensky said.",
            "The president spoke on Monday evening. “We need more time than that,” Zelenskiy said.",
        )
    )
    assert table.speaker.unique().tolist() == ["Volodymyr Zelensky"]


def test_two_people_of_one_surname_are_never_merged():
    text = "Anna Berg and Peter Berg run the ferry together. “The ferry is not for sale at all,” Berg said."
    assert said(text) == [("The ferry is not for sale at all,", "Berg")]


# Read by hand: rows of each kind, and who speaks the full ones, in order.
SEEDS = {
    "000": (
        {"full": 5, "partial": 5, "question": 2, "phrase": 1},
        ["Volodymyr Zelensky"] * 4 + ["JD Vance"],
    ),
    "001": ({"full": 5, "partial": 1}, ["Volodymyr Zelensky"] * 5),
    "002": (
        {"full": 5, "partial": 4},
        ["Mike Waltz", "Andrii Sybiha", "Olena Snigyr", "Olena Snigyr", "one of the most senior officers"],
    ),
    "003": ({"full": 1, "partial": 7}, ["Mike Waltz"]),
    "004": (
        {"full": 9, "partial": 12, "option": 2, "phrase": 1, "nested": 1, "repeat": 1},
        ["Gerard Araud", "A Western official"]
        + ["Emmanuel Macron"] * 2
        + ["A European Union diplomat"]
        + ["a Western diplomat"] * 2
        + ["a senior NATO official"] * 2,
    ),
}


@pytest.mark.parametrize("number", SEEDS)
def test_seeds(seed_texts, number):
    kinds, speakers = SEEDS[number]
    table = quotations(articles_of(seed_texts[number]))
    assert table.kind.value_counts().to_dict() == kinds
    assert table.speaker[table.kind == "full"].tolist() == speakers
    assert table.speaker[table.kind.isin(["phrase", "option", "nested"])].isna().all()


def test_seed_teasers_give_no_quotation(seed_texts):
    table = quotations(articles_of(seed_texts["000"]))
    assert not table.text.str.contains("shock and awe|secondary tariffs").any()


def test_words_of_the_interviewer_in_the_seed(seed_texts):
    table = quotations(articles_of(seed_texts["000"]))
    asked = table[table.text.str.startswith(("accepted that", "willing to give"))]
    assert asked.kind.tolist() == ["question"] * 2
    assert "Volodymyr Zelensky" not in asked.speaker.tolist()


def test_the_sentence_that_two_seeds_render(seed_texts):
    """One of them brackets a word; both name the broadcaster."""
    there, here = (quotations(articles_of(seed_texts[number])) for number in ("000", "001"))
    first = there[there.text.str.contains("hot phase")].iloc[0]
    second = here[here.text.str.contains("hot stage")].iloc[0]
    assert (first.speaker, first.medium, first.said_on) == ("Volodymyr Zelensky", "Sky News", "A week later")
    assert pd.isna(first.edited)
    assert (second.speaker, second.medium, second.edited) == ("Volodymyr Zelensky", "Sky News", "bracket")
    assert "[the] NATO" in second.text


NASTY = [
    "",
    '"' * 100_000,
    "“ " * 50_000,
    '"a b c d," he said ' * 5_000,
    "He said “and then nothing more came of it",
    "אמר השר “אין לנו זמן לחכות יותר” ביום שני בבוקר, כך נמסר. " * 50,
    "'" * 3,
    "”",
    "“ ‘ " * 20_000 + "said",
    "He said " * 20_000 + "“so it is.”",
    "“and so on, he said, " * 20_000,
    "“a, ‘b’ he said " * 20_000,
    "Reyes said that he wants to say, “so it is,” and " * 10_000,
    "«”‚'" * 50_000,
]


def test_a_file_that_is_one_quotation_never_closed():
    table = quotations(articles_of("“" + "The pier is closed today and the crane stands still. " * 2000))
    assert len(table) <= 1


def test_text_from_right_to_left():
    text = "אמר ראש העיר: “אין לנו זמן לחכות יותר מזה,” ביום שני בבוקר בנמל הישן של העיר הצפונית. " * 3
    table = quotations(articles_of(text))
    assert set(table.text) == {"אין לנו זמן לחכות יותר מזה,"}
    assert table.speaker.isna().all()


def test_an_article_without_quotations_gives_no_row():
    table = quotations(
        articles_of("The pier was closed on Friday. Nobody said why, and the crane stood still all day.")
    )
    assert table.empty


def test_any_input_gives_rows_that_hold(seed_texts):
    texts = [*NASTY, *seed_texts.values()]
    articles = articles_of(*texts)
    table = quotations(articles)
    one_by_one = [quotations(articles.iloc[[number]]) for number in range(len(articles))]
    pd.testing.assert_frame_equal(table, pd.concat(one_by_one, ignore_index=True))
    by_id = dict(zip(articles.article_id, articles.text, strict=True))
    assert all(row.text == by_id[row.article_id][row.start : row.end] for row in table.itertuples())


def test_what_many_call_a_thing_has_no_speaker():
    text = "The wines differ much in style but are generally called “Super Tuscans” by the people of the coast."
    [quotation] = quotations(articles_of(text)).itertuples()
    assert quotation.text == "Super Tuscans"
    assert pd.isna(quotation.speaker)


@pytest.mark.parametrize("behind", ["\n", " " * 30 + "\n\nThe crane stands.", "\n\n" + " " * 30 + "The crane stands."])
def test_a_word_that_stands_alone_for_people_may_be_the_last_one(behind):
    assert said("The “ghost crane of the north quay” frightens some" + behind)[0][1] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lind, a Hale ally, said the crane was “far from safe.” Anna Lind owns it.", "Anna Lind"),
        ("Anna Lind, who once beat Tom Hale, said the crane was “far from safe.”", "Anna Lind"),
        ("Anna Lind, the head of Denver’s Water Board, said the crane was “far from safe.”", "Anna Lind"),
        ("The engineer, Anna Lind, said the crane was “far from safe.”", "Anna Lind"),
        ("A friend of Hale’s deputy said the crane was “far from safe.”", "A friend"),
        ("Former Hale speechwriter Anna Lind said the crane was “far from safe.”", "Anna Lind"),
        ("Anna Lind released a letter on Friday saying the crane was “far from safe.”", "Anna Lind"),
        ("With Anna Lind calling the crane “far from safe,” the port closed.", "Anna Lind"),
        ("The crane was described as “far from safe” by the engineer Anna Lind.", "Anna Lind"),
        ("Hale has been called “the last of the builders” by his admirers.", "his admirers"),
        ("When Hale had left, Anna Lind shot back, “The crane is far from safe.”", "Anna Lind"),
        ("Asked if he would resign, Hale was blunt: “You would have to carry me out.”", "Tom Hale"),
    ],
)
def test_the_speaker_is_the_subject_and_no_name_beside_it(text, speaker):
    assert [name for _, name in said(text)] == [speaker]


def test_a_pronoun_that_goes_on_with_another_leads_past_names():
    text = "Hale came late. He had met Viktor Lind on the quay. “The crane is far from safe,” he said."
    assert said(text) == [("The crane is far from safe,", "Tom Hale")]
    text = "Hale came late. Asked what he had seen, Viktor Lind smiled. “The crane is far from safe,” he said."
    assert said(text) == [("The crane is far from safe,", "Viktor Lind")]


@pytest.mark.parametrize(
    "text",
    [
        "Pick the till that should show “Add to cart” in one click.",
        "The wines of the coast are generally called “Super Hales” or “table wines.”",
        "A crane like this should feel “light and airy” when it turns.",
        "If you see “Please wait”, call a member of staff.",
    ],
)
def test_what_is_shown_or_commonly_called_so_has_no_speaker(text):
    assert {speaker for _, speaker in said(text)} == {None}


def test_the_value_of_an_attribute_is_no_quotation():
    assert said('Hale posted <q author="@hale" date="May 3\n">The crane is safe and so are we all.') == []


def test_a_mark_behind_a_sentence_that_is_never_closed_costs_its_paragraph():
    text = "“The crane is safe,” said Hale. “It will be here long after all of us are gone.\n\nThen it rained."
    assert said(text)[1] == ("It will be here long after all of us are gone.", "Tom Hale")


def test_she_is_the_one_who_said_so_before_and_nobody_beside():
    text = "The Lind approach is bold, said Paula Reyes. Others are “leaner and meaner still,” she said."
    assert said(text) == [("leaner and meaner still,", "Paula Reyes")]
    text = (
        "“No,” Reyes said. Asked about her vote in the event that Anna Lind stands, she said: “We shall see, I think.”"
    )
    assert said(text)[1] == ("We shall see, I think.", "Paula Reyes")
