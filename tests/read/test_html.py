"""HTML: the article of a page with its fields, no name that is none, and no page that hangs."""

import socket
import time

import pytest

from cuttings import read
from cuttings.read import html
from cuttings.read.record import Record, Reject

BODY = [
    "The city council voted on Tuesday evening to build a second bridge over the river, after a debate of five hours.",
    "“We have waited for this since my childhood,” said Mayor Ann Field, who had promised the bridge in her campaign.",
    "The opposition called the plan too expensive: the bridge is to cost forty million and to open in three years.",
    "Work begins in spring with the road on the northern bank, where eleven houses have to make room for the ramp.",
]
JSONLD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "The Harbour Post"},
 {"@type": "NewsArticle", "headline": "Council votes for a second bridge", "datePublished": "2024-11-19T21:30:00+01:00",
  "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "Harbour Wire"}],
  "publisher": {"@type": "Organization", "name": "The Harbour Post"}}]}</script>"""
HEAD = """<meta charset="utf-8"><title>Council votes for a second bridge - The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<link rel="canonical" href="https://harbour.example/2024/bridge">"""
TEASERS = """<aside class="related"><h2>More news</h2><ul><li><a href="/a">Rain floods the market</a>
<time datetime="2020-01-05">5 January</time> <span class="byline">By Rita Otherwise</span></li>
<li><a href="/b">Ferry fares rise again</a></li></ul></aside>"""


def page(head=HEAD, opening="", lang="en-GB", body=BODY, title="Council votes for a second bridge"):
    paragraphs = "\n".join(f"<p>{one}</p>" for one in body)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head>{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f'<main><article><h1>{title}</h1>{opening}<div class="article-body">{paragraphs}</div></article>'
        f"{TEASERS}</main>"
        "<footer><p>© The Harbour Post. All rights reserved.</p></footer></body></html>"
    )


def only(source):
    [item] = html.records("", source if isinstance(source, bytes) else source.encode())
    return item


def given(source):
    item = only(source)
    assert isinstance(item, Record), item
    return item.given


def test_a_news_page_with_everything_stated():
    item = only(page(HEAD + JSONLD))
    assert item.text == "\n\n".join(["Council votes for a second bridge", "\n".join(BODY)])
    assert item.given == {
        "headline": "Council votes for a second bridge",
        "outlet": "The Harbour Post",
        "byline": "Jane Doe",
        "published": "2024-11-19",
        "lang": "en",
        "url": "https://harbour.example/2024/bridge",
    }
    assert [(item.text[mark.start : mark.end][:7], mark.role) for mark in item.layout] == [
        ("Council", "headline"),
        ("The cit", "body"),
    ]
    assert item.format.startswith("html: trafilatura 2")
    assert item.raw == page(HEAD + JSONLD).encode()


def test_what_the_page_does_not_state_is_not_given():
    assert given(page("<title>Council votes for a second bridge</title>", lang="")) == {
        "headline": "Council votes for a second bridge"
    }


def test_a_byline_and_a_day_between_headline_and_article():
    opening = """<p class="deck">Five hours of debate, one vote more than needed: the town gets its bridge.</p>
    <div class="article-byline">By <a>Jane Doe</a> and <a>Piet van der Berg</a>, Political Editor</div>
    <time datetime="2024-11-19T20:00">19 November</time>"""
    found = given(page(opening=opening))
    assert found["byline"] == "Jane Doe and Piet van der Berg"
    assert found["published"] == "2024-11-19"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("By JANE DOE", "Jane Doe"),
        ("Jane Doe and John O'Neill in Kyiv", "Jane Doe and John O'Neill"),
        ("Jane Doe, Reuters", "Jane Doe"),
        ("The Harbour Post", None),
        ("Harbour Post Staff", None),
        ("Staff Reporter", None),
        ("newsroom@harbour.example", None),
        ("https://www.facebook.com/harbourpost", None),
        ("admin", None),
        ("19 November 2024", None),
        ("Associated Press", None),
        ("Updated Tuesday", None),
    ],
)
def test_only_persons_are_bylines(author, byline):
    found = given(page(f'{HEAD}<meta name="author" content="{author}">')).get("byline")
    assert found == byline or (found or "").casefold() == (byline or "").casefold()


def test_an_organisation_as_author_is_no_byline():
    author = '{"@type": "Organization", "name": "Jane Doe"}'
    head = f'{HEAD}<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>'
    assert "byline" not in given(page(head))


def test_of_several_articles_in_json_ld_the_one_in_the_title_counts():
    other = JSONLD.replace("Council votes for a second bridge", "Ferry fares rise").replace(
        "Jane Doe", "Rita Otherwise"
    )
    assert given(page(HEAD + other + JSONLD))["byline"] == "Jane Doe"
    assert "byline" not in given(page("<title>x</title>" + other + JSONLD))


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2024-11-19T08:00:00Z">', "2024-11-19"),
        ('<meta name="date" content="2024-11-19">', "2024-11-19"),
        ('<meta property="og:url" content="https://harbour.example/2024/11/19/bridge">', "2024-11-19"),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None),
        ('<meta property="article:published_time" content="soon">', None),
        ('<meta property="article:modified_time" content="2024-11-20">', None),
        ('<meta property="og:image" content="https://harbour.example/2019/05/06/bridge.jpg">', None),
        ("<title>What happened on 5 May 2011</title>", None),
        ('<meta name="date" content="November 2024">', None),
        ("", None),
    ],
)
def test_the_day_that_the_head_states(head, day):
    assert given(page(f"<title>x</title>{head}")).get("published") == day


def test_a_title_that_the_body_repeats_stands_once():
    item = only(page(body=["Council votes for a second bridge", *BODY]))
    assert item.text.count("Council votes for a second bridge") == 1


def test_a_headline_without_h1_loses_the_name_of_the_site():
    source = page().replace("<h1>Council votes for a second bridge</h1>", "<h1>The Harbour Post</h1>")
    assert given(source)["headline"] == "Council votes for a second bridge"


def test_the_page_s_own_headline_goes_before_the_one_for_search_engines():
    head = HEAD + '<meta property="og:title" content="Bridge vote: five things to know now">'
    assert given(page(head))["headline"] == "Council votes for a second bridge"


@pytest.mark.parametrize(
    ("data", "is_page"),
    [
        ("<!DOCTYPE html><title>x</title>", True),
        (" \n<HTML><body>", True),
        ("<!-- saved from url=(0025)https://x.example/ -->\n<html>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>', True),
        ("<p>A paragraph</p>", True),
        ("<div class='x'>", True),
        ('<?xml version="1.0"?><rss version="2.0">', False),
        ("<b>Kyiv</b> - the council met", False),
        ("The council met. <p>It voted.</p>", False),
        ("<pre-war levels> were not reached", False),
        ("", False),
    ],
)
def test_a_page_is_known_by_its_beginning(data, is_page):
    assert html.recognises("a.txt", data.encode()) is is_page
    assert html.recognises("a.txt", data.encode("utf-16")) is is_page


def test_a_fragment_is_a_page_by_its_ending_too():
    data = ("Council votes\n" + "".join(f"<p>{one}</p>" for one in BODY)).encode()
    assert html.recognises("a.html", data)
    assert BODY[3] in only(data).text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", "windows-1251"),
        ("utf-16", "utf-8"),
        ("utf-16-le", "utf-16"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", "no-such-thing"),
        ("cp1252", "hex"),
    ],
)
def test_encodings_and_wrong_declarations(encoding, declared):
    source = page(
        f'<meta charset="{declared}">', body=[*BODY, "Zoë’s café – “naïve” – closed its doors on the same day."]
    )
    assert "Zoë’s café – “naïve” – closed" in only(source.encode(encoding)).text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1251", "Городской совет проголосовал за новый мост через реку после пяти часов споров."),
        ("gb2312", "市议会星期二晚上投票决定在河上修建第二座桥，辩论持续了五个小时。"),
        ("shift_jis", "市議会は火曜日の夜、川に二番目の橋を架けることを決めた。"),
        ("iso-2022-jp", "市議会は火曜日の夜、川に二番目の橋を架けることを決めた。"),
        ("iso-8859-2", "Rada miasta zagłosowała we wtorek za budową drugiego mostu przez rzekę."),
    ],
)
def test_a_declared_encoding_is_used(encoding, text):
    data = page(f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">').encode()
    data = data.replace(BODY[0].encode(), (text * 3).encode(encoding)).replace("©".encode(), b"(c)")
    data = data.replace("“".encode(), b'"').replace("”".encode(), b'"')
    assert text in html.decode(data)
    assert text in html.decode(data[:-1] + b"\xff") or encoding == "iso-2022-jp"


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes():
    source = page(HEAD + JSONLD)
    text = only(source[: source.index("forty million")]).text
    assert text.endswith("the bridge is to cost")


@pytest.mark.parametrize("source", ["<html></html>", "<!DOCTYPE html>", "<p>", "<html>"])
def test_a_page_without_an_article(source):
    assert only(source) == Reject("1", "no article in the HTML page")
    assert only("<html><body>x</body></html>").text == "x"


def test_bytes_that_are_no_text_are_no_page():
    assert only(b"<html>" + bytes(range(256)) * 9).reason == "no HTML page: its bytes are no text"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<html><body>" + "<div>" * 100_000 + "".join(f"<p>{one}</p>" for one in BODY), "nested more than 250 deep"),
        ("<html><body><p>" + "<b>x</b> y " * 20_000, "more than 5,000 elements in one"),
        ("<html><body>" + ("<div>" + "<i>x</i>" * 99 + "</div>") * 700, "more than 30,000 elements"),
        ("<html><body><p>" + "word " * 6_000_000, "more than 20,000,000 characters"),
    ],
    ids=["deep", "wide", "many", "large"],
)
def test_a_page_that_nobody_wrote_is_a_reject_at_once(source, reason):
    begun = time.process_time()
    assert reason in only(source).reason
    assert time.process_time() - begun < 3


def test_entities_do_not_explode():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    source = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{levels}]>' + page()[16:].replace(
        BODY[0], "&e9;"
    )
    assert "boom" not in getattr(only(source), "text", "")


def test_no_network_and_no_noise(monkeypatch, capsys, tmp_path):
    def refuse(*args, **kwargs):
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    (tmp_path / "a.txt").write_text(page(HEAD + JSONLD), encoding="utf-8")
    (tmp_path / "b.html").write_text("<html></html>", encoding="utf-8")
    articles, rejects = read.dump(tmp_path)
    assert articles["file"].tolist() == ["a.txt"]
    assert rejects["file"].tolist() == ["b.html"]
    assert capsys.readouterr() == ("", "")


def test_the_same_page_reads_the_same_on_any_day():
    assert given(page('<meta property="article:published_time" content="2091-03-04">'))["published"] == "2091-03-04"


def test_comments_before_what_is_no_page_take_no_time():
    begun = time.process_time()
    assert not html.recognises("a.txt", b"<!-- x -->\n" * 24 + b"hello world")
    assert html.START.match("<!-- x -->\n" * 5_000 + "hello world") is None
    assert html.START.match("<!-- x -->\n" * 5_000 + "<!-- x <html> ") is None
    assert html.START.match('<?xml version="1.0"?>\n' + "<!-- x -->\n" * 5_000 + "<html>")
    assert time.process_time() - begun < 1
