"""Factiva HTML exports, as lines in a fixed order and as a table of tagged fields."""

from reading import part, read, reader, records, rejects

LISTED = """<div id="article-x" class="article" ><div class="article deArticle"><p>
<div>Lokales</div><div id="hd" ><span class='deHeadline'> Die <b>F&auml;hre</b> </span></div>
<div class="author">Von Jo Roe</div><div>1.664 Wörter</div><div>18 April 1998</div><div>12:30</div>
<div>Beispielpost</div><div>BSP</div><div>Deutsch</div><div>(c) 1998 Beispiel</div></p>
<p class="articleParagraph dearticleParagraph">Keine Fähre
fuhr.</p><p class="articleParagraph dearticleParagraph">Niemand kam.</p>
<p>Dokument bsp0000020010926du4i003v3</p></div></div><br/>"""
FIELDS = {"HD": '<span class="enHeadline">A ferry</span>', "BY": "By Jane Doe", "WC": "12 words", "PD": "3 May 2019"}
FIELDS |= {"SN": "The Example Times", "LA": "English", "LP": "<p>One.</p>", "TD": "<p>Two.</p>\n<p>Three.</p>"}
FIELDS |= {"IN": "i1 : Ferries", "AN": "Document exti000020190503du4i003v4"}
ROWS = "".join(f'<tr><td class="index"><b>{tag}</b></td><td>{text}</td></tr>' for tag, text in FIELDS.items())
TABLED = f'<div class="article enArticle"><table>{ROWS}</table></div>'
CUT = '<div class="article enArticle"><div id="hd"><span class="enHeadline">Cut'
PICTURE = (
    '<div class="article enArticle"><span class="enHeadline">P</span><p>Document exti000020190503du4i003v5</p></div>'
)


def test_several_articles_of_a_page():
    page = f"<!DOCTYPE html><html><body>{LISTED}{TABLED}{PICTURE}{CUT}"
    found = read(page)
    assert reader(page) == "factiva html"
    assert rejects(found) == [
        ("exti000020190503du4i003v5", "no body, as a graphic has none"),
        ("4", "cut off: the number that ends an article is missing"),
    ]
    first, second = records(found)
    assert (first.record, first.format) == ("bsp0000020010926du4i003v3", "factiva: html")
    assert first.given == {
        "headline": "Die Fähre",
        "byline": "Jo Roe",
        "outlet": "Beispielpost",
        "published": "1998-04-18",
        "lang": "de",
    }
    assert first.text == "Die Fähre\n\nJo Roe\n\nKeine Fähre fuhr.\n\nNiemand kam."
    assert second.given == {
        "headline": "A ferry",
        "byline": "Jane Doe",
        "outlet": "The Example Times",
        "published": "2019-05-03",
        "lang": "en",
    }
    assert part(second, "body") == "One.\n\nTwo.\n\nThree."


def test_an_article_without_a_number_in_a_whole_page():
    page = f"<html><body>{LISTED.replace('Dokument', 'Blatt')}</body></html>"
    (record,) = records(read(page))
    assert record.record == "1"
    assert record.given["outlet"] == "Beispielpost"


def test_another_page_is_left_to_others():
    assert reader('<html><body><div class="article"><p>A text.</p></div></body></html>') == "html"
