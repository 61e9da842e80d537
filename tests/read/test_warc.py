"""WARC and WET: every page and text is an article or a reject, to the last whole record."""

import gzip
import io
import zipfile
import zlib

import pytest

from cuttings import read
from cuttings.read import archive, warc
from cuttings.read.record import Record, Reject

PROSE = "The council met on Tuesday to vote on the new bridge over the river. " * 4
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Council votes for a second bridge</title></head><body><article>"
    "<h1>Council votes for a second bridge</h1>"
    + "".join(f"<p>{number}. {PROSE}</p>" for number in range(3))
    + "</article></body></html>"
).encode()
URL = "https://harbour.example/bridge"


def block(kind, content, number=1, **headers):
    fields = {"WARC_Type": kind, "WARC_Record_ID": f"<urn:uuid:{number}>", "WARC_Target_URI": URL} | headers
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items() if value)
    return f"WARC/1.0\r\n{lines}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def answer(body=PAGE, status="200 OK", headers="Content-Type: text/html; charset=utf-8"):
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body


def read_all(data):
    return list(warc.records("", data))


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_records_and_what_surrounds_them_is_none(packed):
    blocks = [
        block("warcinfo", b"software: x\r\n", 0),
        block("request", b"GET / HTTP/1.1\r\n\r\n", 1),
        block("response", answer(), 2),
        block("metadata", b"x: y\r\n", 3),
        block("revisit", b"HTTP/1.1 200 OK\r\n\r\n", 4),
        block("resource", PAGE, 5, Content_Type="text/html"),
    ]
    data = b"".join(map(gzip.compress, blocks)) if packed else b"".join(blocks)
    assert warc.recognises("", data)
    found = read_all(data)
    assert [item.record for item in found] == ["urn:uuid:2", "urn:uuid:5"]
    assert all(item.raw == PAGE for item in found)
    assert found[0].given == {"headline": "Council votes for a second bridge", "lang": "en", "url": URL}
    assert found[0].text.startswith("Council votes for a second bridge\n\n0. The council met")


def test_a_wet_file_is_texts_with_their_addresses(tmp_path):
    texts = [f"Menu\nBridge {number}\n{PROSE}Zoë".encode() for number in range(2)]
    data = block("warcinfo", b"x", 9) + b"".join(block("conversion", text, n) for n, text in enumerate(texts))
    found = read_all(data)
    assert [(item.text, item.raw, item.given, item.format) for item in found] == [
        (text.decode(), text, {"url": URL}, "wet") for text in texts
    ]
    (tmp_path / "a.warc.wet.gz").write_bytes(gzip.compress(data))
    articles, rejects = read.dump(tmp_path)
    assert articles["file"].tolist() == ["a.warc.wet.gz"] * 2
    assert sorted(articles["record"]) == ["urn:uuid:0", "urn:uuid:1"]
    assert rejects.empty


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (answer(status="404 Not Found"), "HTTP status 404"),
        (answer(status=""), "HTTP status missing"),
        (answer(b"\x89PNG", headers="Content-Type: image/png"), "no HTML page: image/png"),
        (answer(b"plain", headers="Server: x"), "no HTML page: of no known type"),
        (answer(b"<html><body></body></html>"), "no article in the HTML page"),
        (answer(b"\x00\x01", headers="Content-Type: text/html\r\nContent-Encoding: br"), "an answer that cannot be un"),
        (answer(b"\x1f\x8bxx", headers="Content-Type: text/html\r\nContent-Encoding: gzip"), "an answer that cannot"),
        (b"HTTP/1.1 200 OK", "no answer of a web server"),
        (b"", "no answer of a web server"),
    ],
)
def test_an_answer_without_a_page_is_a_reject(content, reason):
    [item] = read_all(block("response", content))
    assert isinstance(item, Reject)
    assert item.reason.startswith(reason)


def chunked(body):
    return b"".join(
        b"%x\r\n%s\r\n" % (len(body[at : at + 100]), body[at : at + 100]) for at in range(0, len(body), 100)
    )


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(PAGE) + b"0\r\n\r\n", "Transfer-Encoding: chunked"),
        (gzip.compress(PAGE), "Content-Encoding: gzip"),
        (zlib.compress(PAGE), "Content-Encoding: deflate"),
        (raw_deflate(PAGE), "Content-Encoding: deflate"),
        (chunked(gzip.compress(PAGE)) + b"0\r\n\r\n", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
        (PAGE, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
        (b"FACE to face\n" + PAGE, "Transfer-Encoding: chunked"),
    ],
)
def test_encodings_of_the_transfer(body, headers):
    [item] = read_all(block("response", answer(body, headers=f"Content-Type: text/html\r\n{headers}")))
    assert item.text.count("The council met") == 12
    assert item.raw == body


def test_the_server_s_encoding_is_used():
    body = PAGE.replace(b"0. The council", "Городской совет".encode("cp1251"))
    [item] = read_all(block("response", answer(body, headers="Content-Type: text/html; charset=windows-1251")))
    assert "Городской совет" in item.text


def test_an_answer_that_unpacks_to_too_much():
    body = gzip.compress(b"<p>" + bytes(2**25 + 1))
    [item] = read_all(block("response", answer(body, headers="Content-Type: text/html\r\nContent-Encoding: gzip")))
    assert item.reason == "an answer that cannot be unpacked (more than 33,554,432 bytes)"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("lost", [5, 300, 900])
def test_of_a_file_that_is_cut_off_what_is_whole_is_read(packed, lost):
    blocks = [block("response", answer(), number) for number in (1, 2)]
    whole = gzip.compress(blocks[0]) + gzip.compress(blocks[1]) if packed else b"".join(blocks)
    data = whole[: -lost // 4] if packed else whole[:-lost]
    first, *_, last = read_all(data)
    assert isinstance(first, Record)
    assert last.record == "rest"
    assert last.reason.startswith("a web archive that is cut off or damaged behind record ")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx", "a record does not say its length"),
        (b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx", "a record is longer than"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\nx", "a record does not say its length"),
        (b"WARC/1.0\r\nContent-Le", "a header does not end"),
        (b"WARC/1.0\r\n" + b"x: y\r\n" * 20_000, "a header does not end"),
        (block("warcinfo", b"x") + b"something else", "no record begins where one should"),
        (gzip.compress(block("warcinfo", b"x")) + b"something else", "Not a gzipped file"),
    ],
)
def test_damage_is_one_reject(data, reason):
    [item] = read_all(data)
    assert item.record == "rest"
    assert reason in item.reason


def test_a_packed_web_archive_unpacks_to_a_hundred_times_its_size_at_most(monkeypatch):
    monkeypatch.setattr(archive, "FREE_BYTES", 1000)
    data = gzip.compress(block("response", answer())) + gzip.compress(block("resource", bytes(10**6), 2))
    page, rest = read_all(data)
    assert page.text
    assert "a record is longer than" in rest.reason


def test_web_archives_and_their_packed_answers_share_what_may_come_out_of_an_archive(monkeypatch, tmp_path):
    monkeypatch.setattr(archive, "FREE_BYTES", 20_000)
    monkeypatch.setattr(archive, "MOST_TIMES", 1)
    texts = [
        "".join(f"Ward {n} of town {number} met. " for n in range(350)).encode() for number in range(4)
    ]  # 8,650 bytes
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        for number, text in enumerate(texts):
            target.writestr(f"{number}.warc.gz", gzip.compress(block("conversion", text, number)))
    articles, rejects = read.dump(tmp_path)
    assert sorted(articles["file"]) == ["a.zip/0.warc.gz", "a.zip/1.warc.gz"]
    assert rejects["file"].tolist() == ["a.zip/2.warc.gz", "a.zip/3.warc.gz"]
    assert "a record is longer than the " in rejects["reason"].iloc[0]
    assert rejects["reason"].iloc[1] == "the archive unpacks to more than it may: this file is not read"
    packed = {"headers": "Content-Type: text/html\r\nContent-Encoding: gzip"}
    pages = [block("response", answer(gzip.compress(b"<html>" + PAGE * 8), **packed), number) for number in range(4)]
    found = read_all(b"".join(pages))
    assert [isinstance(item, Record) for item in found] == [True, True, False, False]
    assert "an answer that cannot be unpacked (more than " in found[2].reason


def test_nothing_but_blank_lines_ends():
    [item] = read_all(gzip.compress(block("warcinfo", b"x") + b"\n" * 10**6))
    assert "no record begins where one should" in item.reason


def test_records_without_an_id_or_with_the_same_have_numbers():
    same = [block("conversion", PROSE.encode(), 7) for _ in range(2)]
    data = b"".join([*same, block("conversion", PROSE.encode(), WARC_Record_ID="")])
    assert [item.record for item in read_all(data)] == ["urn:uuid:7", "urn:uuid:7 (2)", "3"]


def test_a_web_archive_is_read_in_time_in_proportion_to_its_size():
    stream = io.BytesIO()
    for number in range(20_000):
        stream.write(gzip.compress(block("request", b"x" * 100, number), 1))
    assert read_all(stream.getvalue()) == []
