"""NewsML-G2: items and messages, and XML that is damaged or hostile."""

import pytest
from reading import part, read, reader, records, rejects

NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>Wall</hl1><hl2>Nobody was hurt</hl2></hedline><byline>By Jane Doe</byline>
<dateline><location>PORT ELLEN</location></dateline></body.head>
<body.content><p>The wall fell &amp; the
council met.</p><hl2>The bill</hl2><p>It is open.</p></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
</head><body><h1>What it costs</h1><p>The bill is <em>open</em>.</p></body></html></inlineXML>"""
FIRST = f"""<newsItem {NS} guid="urn:newsml:example.org:1" version="2" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="x:1"><name>Example Agency</name></provider>
<versionCreated>2018-10-21T16:25:32-05:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><creator><name>Jo Roe</name></creator><headline>Harbour wall falls</headline></contentMeta>
<contentSet>{NITF}</contentSet></newsItem>"""
SECOND = f"""<newsItem {NS} guid="urn:newsml:example.org:2"><itemMeta><provider qcode="nprov:EXAMPLE"/>
<versionCreated>2018-10-21</versionCreated><embargoed>2018-10-23T12:00:00Z</embargoed></itemMeta>
<contentMeta><language tag="de"/></contentMeta><contentSet>{XHTML}</contentSet></newsItem>"""
PICTURE = f"""<newsItem {NS} guid="urn:3"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet>
<remoteContent href="x.jpg"/></contentSet></newsItem>"""
WITHDRAWN = FIRST.replace("stat:usable", "stat:canceled").replace("org:1", "org:4")


def message(*items):
    return f"<?xml version='1.0'?><newsMessage {NS}><header/><itemSet>{''.join(items)}</itemSet></newsMessage>"


def test_one_item():
    (record,) = read(FIRST)
    assert reader(FIRST) == "newsml"
    assert (record.record, record.raw, record.format) == ("urn:newsml:example.org:1", FIRST.encode(), "newsml-g2")
    assert record.given == {
        "headline": "Harbour wall falls",
        "deck": "Nobody was hurt",
        "byline": "Jo Roe",
        "dateline": "PORT ELLEN",
        "outlet": "Example Agency",
        "published": "2018-10-21",
        "lang": "en",
    }
    assert part(record, "body") == "The wall fell & the council met.\nIt is open."
    assert part(record, "subheading") == "The bill"


def test_a_message_with_several_items():
    found = read(message(FIRST, SECOND, PICTURE, WITHDRAWN))
    assert rejects(found) == [
        ("urn:3", "no text, as a picture item may have none"),
        ("urn:newsml:example.org:4", "withdrawn by its provider: canceled"),
    ]
    first, second = records(found)
    assert first.raw == FIRST.encode()
    assert second.given == {
        "headline": "What it costs",
        "outlet": "EXAMPLE",
        "published": "2018-10-23",
        "lang": "de",
    }
    assert second.text == "What it costs\n\nThe bill is open."


def test_two_items_of_one_id_are_told_apart():
    assert [item.record for item in read(message(PICTURE, PICTURE, PICTURE))] == ["urn:3", "urn:3 (2)", "urn:3 (3)"]


def test_plain_text():
    data = '<inlineData contenttype="text/plain">The wall fell.\n\nNobody was hurt.</inlineData>'
    (record,) = read(FIRST.replace(NITF, data))
    assert part(record, "body") == "The wall fell.\n\nNobody was hurt."


def test_fields_may_be_missing():
    (record,) = read(f"<newsItem {NS}><contentSet>{NITF}</contentSet></newsItem>")
    assert record.record == "1"
    assert record.given == {
        "headline": "Wall",
        "deck": "Nobody was hurt",
        "byline": "Jane Doe",
        "dateline": "PORT ELLEN",
    }


def test_of_a_damaged_message_the_whole_items_are_read():
    found = read(message(FIRST, SECOND)[:-300])
    assert [record.raw for record in records(found)] == [FIRST.encode()]
    ((number, reason),) = rejects(found)
    assert number == "2"
    assert reason.startswith("no well-formed XML: ")


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % c SYSTEM "http://127.0.0.1:9/x.dtd"> %c;]>'


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE, PARAMETER])
def test_a_file_that_declares_entities_is_refused(declaration):
    found = read(declaration + FIRST.replace("council", "&c;"))
    assert rejects(found) == [("1", "its document type declares entities, which are not read")]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (message(), "a NewsML-G2 message without a news item"),
        (f"<newsItem {NS}>" + "<a>" * 300, "elements nested more than 256 deep"),
    ],
)
def test_a_bad_file_is_a_reject(data, reason):
    assert rejects(read(data)) == [("1", reason)]
