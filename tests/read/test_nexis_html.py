"""Nexis HTML exports."""

from reading import part, read, reader, records, rejects

DOC = """<A NAME="DOC_ID_{n}_0"></A><!-- Hide XML section from browser
<DOC NUMBER={n}>
<DOCFULL> -->
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{n} of 3 DOCUMENTS</SPAN></P></DIV>
<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">Beispielpost</SPAN></P></DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">27.</SPAN><SPAN> Februar 2012 Montag<BR>Ausgabe 9</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">Die Mauer am Hafen f&auml;llt</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">AUTOR: </SPAN><SPAN CLASS="c2">Jo Roe</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">L&Auml;NGE: </SPAN><SPAN CLASS="c2">20 W&ouml;rter</SPAN></P></DIV>
{body}
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">SPRACHE: </SPAN><SPAN CLASS="c2">GERMAN; DEUTSCH</SPAN></P></DIV>
<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN>Copyright 2012 Beispiel<BR>Alle Rechte vorbehalten</SPAN></P></DIV>
<!-- Hide XML section from browser
</DOCFULL>
</DOC> -->
"""
BODY = "<DIV><P>In der Nacht ist die <B>Mauer</B> gefallen.</P>\n<P>Niemand wurde verletzt.</P></DIV>"
PAGE = "<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY>{}</BODY></HTML>"


def test_several_articles_of_a_page():
    page = PAGE.format(DOC.format(n=1, body=BODY) + DOC.format(n=2, body="") + DOC.format(n=3, body=BODY)[:900])
    found = read(page)
    assert reader(page) == "nexis html"
    assert rejects(found) == [
        ("2", "no body, as a graphic has none"),
        ("3", "cut off: the end of its element is missing"),
    ]
    (record,) = records(found)
    assert record.format == "lexis: html"
    assert record.given == {
        "headline": "Die Mauer am Hafen fällt",
        "outlet": "Beispielpost",
        "byline": "Jo Roe",
        "published": "2012-02-27",
        "lang": "de",
    }
    assert part(record, "body") == "In der Nacht ist die Mauer gefallen.\n\nNiemand wurde verletzt."
    assert record.text.startswith("Die Mauer am Hafen fällt\n\nJo Roe\n\nIn der Nacht")


def test_an_article_is_the_same_in_another_download():
    one, other = (DOC.format(n=n, body=BODY).replace("of 3", "of 77") for n in (1, 2))
    first, second = records(read(PAGE.format(one + other)))
    assert first.raw == second.raw


def test_another_page_is_left_to_others():
    assert reader("<html><body><p>1 of 3 DOCUMENTS</p></body></html>") == "html"
