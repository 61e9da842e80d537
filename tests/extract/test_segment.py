"""Segments: an exact partition, and the roles of the seeds read by hand."""

import pytest
from conftest import SEEDS, articles_of
from gold_dumps import load

from cuttings.extract.segment import OWN, partitions, parts, segments
from cuttings.text import Mark, Page


def roles(text):
    return [(part.role, " ".join(text[part.start : part.end].split())) for part in parts(text)]


def role_of(text, words):
    return next(role for role, piece in roles(text) if words in piece)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_segments_joined_are_the_file(path):
    text = path.read_bytes().decode()
    table = segments(articles_of(text))
    assert "".join(table["text"]) == text
    assert (table["start"].iloc[1:].to_numpy() == table["end"].iloc[:-1].to_numpy()).all()


@pytest.mark.parametrize(
    ("seed", "words", "role"),
    [
        ("000", "Follow us on social", "boilerplate"),
        ("000", "Zelensky Ukraine", "caption"),
        ("000", "Is Zelensky softening his tone", "headline"),
        ("000", "Reality seems to be dawning", "deck"),
        ("000", "Since the February 2022 Russian invasion", "body"),
        ("000", "bring an end to this horrific war", "body"),
        ("000", "speaks at the Munich Security Conference", "caption"),
        ("000", "nuking up and playing hard to get", "teaser"),
        ("000", "In the first six months of his second term", "teaser"),
        ("000", "Subscribe now to our weekly round-up", "boilerplate"),
        ("001", "In a surprising turn of events", "body"),
        ("001", "A Break From the Past", "subheading"),
        ("001", "What Could NATO’s Role Look Like?", "subheading"),
        ("001", "GIPHY App Key not set", "boilerplate"),
        ("002", "Trump breaks the taboo", "headline"),
        ("002", "The US president will discuss the distribution", "deck"),
        ("002", "Ukrainian soldiers on the front lines of Donetsk", "caption"),
        ("002", "Press service of the 24 Mechanized brigade", "credit"),
        ("002", "Zaporizhzhia nuclear power plant", "subheading"),
        ("002", "Sign up for our weekly newsletter", "boilerplate"),
        ("003", "Ukraine Must Cede Territory", "headline"),
        (
            "003",
            "Kiev asserts its sovereignty over Crimea, the Donetsk and Lugansk People's Republics,...",
            "duplicate",
        ),
        (
            "003",
            "Kiev asserts its sovereignty over Crimea, the Donetsk and Lugansk People's Republics, along",
            "body",
        ),
        ("003", "Ian Smith contributed to this article", "credit"),
        ("004", "BRUSSELS", "dateline"),
        ("004", "‘50 shades of gray’", "subheading"),
        ("004", "Sociology and released on Tuesday", "body"),
        ("004", "contributed to this report", "credit"),
    ],
)
def test_roles_of_the_seeds(seed_texts, seed, words, role):
    assert role_of(seed_texts[seed], words) == role


def test_no_word_of_the_teasers_of_july_2025_is_in_the_first_seed_s_article(seed_texts):
    own = " ".join(piece for role, piece in roles(seed_texts["000"]) if role in OWN)
    for word in ("Kim Jong Un", "CENTCOM", "Rutte", "50-day", "Kurilla", "Ragwon", "keep reading"):
        assert word not in own


LEAD = "The harbour authority said on Monday that the old pier will close for repairs until the spring season."
MORE = "Fishermen who land their catch there were told to use the northern quay instead, a spokesman added."


def test_an_article_between_menus_and_teasers():
    text = "\n".join(
        [
            "Menu",
            "Harbour authority will close old pier",
            "By Jane Doe",
            LEAD,
            MORE,
            "Read more",
            "A completely different story about a football match",
            "The match ended without goals after ninety minutes in front of a small crowd.",
            "© 2024 The Daily Example",
        ]
    )
    found = [role for role, _ in roles(text)]
    assert found == [
        "boilerplate",
        "headline",
        "byline",
        "body",
        "body",
        "boilerplate",
        "teaser",
        "teaser",
        "boilerplate",
    ]


def test_a_headline_repeated_above_the_lead_is_a_duplicate():
    text = f"Harbour authority will close old pier\n\n{LEAD}\n\nHarbour authority will close old pier\n\n{MORE}\n"
    assert [role for role, _ in roles(text)] == ["headline", "body", "duplicate", "body"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "a", "…", '"' * 5000, "word " * 5000, "\u202eשלום\n" * 50, "x\r\ny\r\n"]
)
def test_any_text_is_cut_exactly(text):
    assert "".join(text[part.start : part.end] for part in parts(text)) == text


# Read by hand: what each seed has around its article. The first seed's article ends where its caption begins.
AROUND = {
    "000": ["Follow us on social", "Zelensky Ukraine", "Reporting | Europe", "Volodymyr Zelensky speaks at the Munich"],
    "001": ["GIPHY App Key not set"],
    "002": [
        "Skip to content",
        "Ukrainian soldiers on the front lines",
        "Sign up for our weekly newsletter",
        "More information",
        "Archived In",
    ],
    "003": [
        "Ukraine may need to consider territorial concessions in any potential peace negotiations with Russia, "
        "according to US National Security Adviser Mike Waltz. Kiev",
        "Ian Smith contributed",
    ],
    "004": ["Catherine Belton in London"],
}


@pytest.mark.parametrize("seed", AROUND)
def test_the_article_itself_is_what_a_reader_finds(seed_texts, seed):
    text = seed_texts[seed]
    own, at, over = set(), 0, False
    for line in text.splitlines(keepends=True):
        over = over or (seed == "000" and line.startswith("Volodymyr Zelensky speaks"))
        if not over and not line.startswith(tuple(AROUND[seed])):
            own |= {place for place in range(at, at + len(line)) if not text[place].isspace()}
        at += len(line)
    found = {at for part in parts(text) if part.role in OWN for at in range(part.start, part.end)}
    found = {at for at in found if not text[at].isspace()}
    assert 2 * len(own & found) / (len(own) + len(found)) >= 0.98


CLEAN = [
    "Vineyard workers won a claim for unpaid wages on Friday, after a court in Napa had heard eleven of them in March.",
    "The owner of the vineyard must pay forty workers for the hours that they had spent on the way to the fields.",
    "“It is not the money, it is that somebody counted,” said Rosa Villalobos, who has pruned there for nine years.",
]


@pytest.mark.parametrize("byline", ["By Helen Marchetti", "By Helen Marchetti\n\nMay 6, 2023", "May 6, 2023"])
def test_a_byline_or_a_date_is_no_headline(byline):
    text = "\n\n".join(["Vineyard workers win back pay", byline, *CLEAN])
    found = [piece for role, piece in roles(text) if role == "headline"]
    assert found in ([], ["Vineyard workers win back pay"])


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("BRUSSELS — ", "BRUSSELS —"),
        ("LONDON, May 3 (Reuters) - ", "LONDON, May 3 (Reuters) -"),
        ("BERLIN. ", "BERLIN."),
        ("EXCLUSIVE: ", None),
        ("HELEN GRAY: ", None),
        ("NATO. ", None),
    ],
)
def test_datelines(opening, dateline):
    text = "\n\n".join(["Vineyard workers win back pay", opening + CLEAN[0], *CLEAN[1:]])
    assert next((piece for role, piece in roles(text) if role == "dateline"), None) == dateline


def test_blank_lines_belong_to_the_stretch_above_also_where_the_format_tells_the_roles():
    text = "Old pier to close\n\nThe pier will close, the council said."
    page = Page(text, [Mark(0, 17, "headline", "told"), Mark(19, len(text), "body", "told")])
    assert [(text[part.start : part.end], part.role) for part in parts(page)] == [
        ("Old pier to close\n\n", "headline"),
        ("The pier will close, the council said.", "body"),
    ]


def test_a_dateline_with_nothing_behind_it_leaves_no_empty_stretch():
    text = "\n\n".join([*CLEAN, "KYIV — "])
    assert all(part.end > part.start for part in parts(text))
    assert "".join(text[part.start : part.end] for part in parts(text)) == text


@pytest.mark.parametrize("words", range(1, 40, 3))
@pytest.mark.parametrize(
    "line", ["The pier will close", "Share this", "“Why?” she asked him", "7 July, 3 p.m.", "a b c"]
)
def test_a_few_lines_of_anything_have_roles(line, words):
    text = "\n".join([" ".join([line] * words) + ".", line])
    assert "".join(text[part.start : part.end] for part in parts(text)) == text


def test_a_record_is_cut_alike_alone_and_among_others():
    """Nothing of a record that is read together with others may depend on them; asked without the memory."""
    told = Page("A headline\n\nSome words below it that are no sentence", [Mark(0, 10, "headline", "the format tells")])
    texts = ["", " ", "word", *(dump.text for dump in load()), told, "x y\n" * 25_000, "\n".join("abc")]
    ask = partitions.__wrapped__
    assert ask(texts) == [one for text in texts for one in ask([text])]
