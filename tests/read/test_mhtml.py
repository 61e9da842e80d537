"""MHTML: the page in a file that a browser saved."""

import base64
import quopri

import pytest

from cuttings import read
from cuttings.read import mhtml

PROSE = "The council met on Tuesday to vote on the new bridge over the river – “at last”. " * 4
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Council votes for a second bridge</title></head><body><article>"
    f"<h1>Council votes for a second bridge</h1><p>1. {PROSE}</p><p>2. {PROSE}</p></article></body></html>"
)


def saved(body, transfer, kind="text/html; charset=utf-8", address="https://harbour.example/bridge"):
    return (
        (
            f"From: <Saved by a browser>\nSnapshot-Content-Location: {address}\nMIME-Version: 1.0\n"
            'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="cut"\n\n'
            f"--cut\nContent-Type: {kind}\nContent-Transfer-Encoding: {transfer}\n\n"
        ).encode()
        + body
        + b"\n--cut\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--cut--\n"
    )


@pytest.mark.parametrize(
    ("body", "transfer"),
    [
        (quopri.encodestring(PAGE.encode()), "quoted-printable"),
        (base64.encodebytes(PAGE.encode()), "base64"),
        (PAGE.encode(), "8bit"),
    ],
)
def test_a_saved_page(tmp_path, body, transfer):
    data = saved(body, transfer)
    (tmp_path / "page.mht").write_bytes(data)
    articles, _ = read.dump(tmp_path)
    assert articles["text"].str.startswith("Council votes for a second bridge\n\n1. The council met").all()
    [record] = mhtml.records("", data)
    assert "– “at last”" in record.text
    assert record.given["url"] == "https://harbour.example/bridge"
    assert record.raw == data


@pytest.mark.parametrize("lost", [0, 200, 700])
def test_without_a_page_or_cut_off(lost):
    data = saved(b"AAAA", "base64", "image/png")
    [item] = mhtml.records("", data[: len(data) - lost])
    assert item.reason == "a saved web page without HTML in it"


def test_an_article_that_begins_like_a_header_is_none():
    assert not mhtml.recognises("", f"Kyiv: {PROSE}\nBridge: yes\n".encode())
    assert not mhtml.recognises("", b"a: b\n" * 2000)


def test_parts_in_parts_without_end():
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n"
    inner = b"".join(b"--b%d\nContent-Type: multipart/related; boundary=b%d\n\n" % (n, n + 1) for n in range(5000))
    [item] = mhtml.records("", head + inner)
    assert item.reason.startswith("a saved web page ")
