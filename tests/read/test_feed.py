"""Feeds: RSS 2.0, RSS 1.0 and Atom."""

import pytest
from reading import listings, part, read, reader, records, rejects

NS = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
FIRST = """<item><title>Ferry &amp;amp; pier</title>
<media:title xmlns:media="http://search.yahoo.com/mrss/">no</media:title>
<link>https://example.org/1</link><guid isPermaLink="false">17</guid><dc:creator>By Jane Doe</dc:creator>
<pubDate>Tue, 10 Jun 2003 23:00:00 -0500</pubDate><description>short</description>
<content:encoded><![CDATA[<p>One <b>ferry</b>.<script>no()</script></p>
<h2>Later</h2><p>Two.<br><br>Three.</p>]]></content:encoded></item>"""
SECOND = "<item><title>Only a title</title><link>https://example.org/2</link></item>"
THIRD = (
    "<item><author>jo@example.org (Jo Roe)</author><description>A &lt;i&gt;text&lt;/i&gt; of it.</description></item>"
)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" {NS}><channel><title>The Example Times</title><language>en-gb</language>
<image><title>Logo</title></image>{FIRST}{SECOND}{THIRD}<item/></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Beispielpost</title>
<entry><id>tag:1</id><title type="html">Die &lt;i&gt;Mauer&lt;/i&gt;</title><link rel="self" href="https://x.org/s"/>
<link href="https://x.org/1"/><author><name>Jo Roe</name></author><author><name>Jim Coe</name></author>
<published>2020-01-02T03:04:05Z</published><updated>2021-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sie fiel.</p><p>Niemand kam.</p></div></content>
</entry>
<entry><id>tag:2</id><title>Zwei</title><source><title>Anderswo</title></source>
<summary>Ein Satz.\n\nNoch einer &amp; Schluss.</summary></entry></feed>"""


def test_rss():
    found = read(RSS)
    assert reader(RSS) == "feed"
    first, third = records(found)
    assert (first.record, first.raw, first.format) == ("17", FIRST.encode(), "feed")
    assert first.given == {
        "headline": "Ferry & pier",
        "byline": "Jane Doe",
        "outlet": "The Example Times",
        "published": "2003-06-10",
        "lang": "en",
        "url": "https://example.org/1",
    }
    assert part(first, "body") == "One ferry.\nTwo.\n\nThree."
    assert part(first, "subheading") == "Later"
    assert third.text == "Jo Roe\n\nA text of it."
    assert rejects(found) == [("4", "an item without text, title and link")]


def test_an_item_without_text_lists_an_article_that_stands_elsewhere():
    (one,) = listings(read(RSS))
    assert one.record == "2"
    assert (one.given["headline"], one.given["url"]) == ("Only a title", "https://example.org/2")


def test_atom():
    first, second = records(read(ATOM))
    assert first.record == "tag:1"
    assert first.given == {
        "headline": "Die Mauer",
        "byline": "Jo Roe and Jim Coe",
        "outlet": "Beispielpost",
        "published": "2020-01-02",
        "lang": "de",
        "url": "https://x.org/1",
    }
    assert part(first, "body") == "Sie fiel.\n\nNiemand kam."
    assert second.given == {"headline": "Zwei", "outlet": "Anderswo", "lang": "de"}
    assert part(second, "body") == "Ein Satz.\n\nNoch einer & Schluss."


def test_rss_1():
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<channel><title>Post</title></channel><item rdf:about="https://x.org/1"><title>T</title>'
        "<link>https://x.org/1</link><description>A text.</description></item></rdf:RDF>"
    )
    (record,) = read(data)
    assert (record.record, record.text) == ("https://x.org/1", "T\n\nA text.")
    assert record.given == {"headline": "T", "outlet": "Post", "url": "https://x.org/1"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding):
    declared = encoding.replace("-sig", "")
    data = RSS.replace("UTF-8", declared).replace("ferry", "fährmann").encode(encoding)
    assert "fährmann" in records(read(data))[0].text


def test_entities_of_html_that_a_public_document_type_declares():
    declared = '<!DOCTYPE rss PUBLIC "x" "http://127.0.0.1:9/x.dtd">'
    data = declared + RSS.split("?>\n")[1].replace("A &lt;", "&Eacute; &lt;")
    assert records(read(data))[1].text.endswith("É text of it.")


def test_of_a_damaged_feed_the_whole_items_are_read():
    found = read(RSS.replace("Only a title", "Only & a title"))
    assert [item.record for item in found] == ["17", "2"]
    assert rejects(found) == [("2", "no well-formed XML: not well-formed (invalid token), line 8")]


def test_a_bomb_is_refused():
    laughs = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    found = read(laughs + RSS.split("?>\n")[1].replace("short", "&b;"))
    assert rejects(found) == [("1", "its document type declares entities, which are not read")]


def test_an_empty_feed_is_a_reject():
    assert rejects(read("<rss><channel><title>x</title></channel></rss>")) == [("1", "a feed without an item")]
