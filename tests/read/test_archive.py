"""Archives: every member is an article or a reject, and nothing unpacks beyond its limit."""

import bz2
import gzip
import io
import tarfile
import zipfile

import pytest

from cuttings import read
from cuttings.read import archive

PROSE = "The council met on Tuesday to vote on the new bridge over the river. " * 4


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as target:
        for name, content in members:
            target.writestr(name, content)
    return stream.getvalue()


def tarred(members):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as target:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            target.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def link():
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    return info


def prose(number):
    return f"{number}. {PROSE}".encode()


@pytest.fixture
def dump(tmp_path):
    """A function from a file's bytes to the paths of the articles in it, and the reasons of the rejects by path."""

    def read_it(data, name="dump.zip"):
        (tmp_path / name).write_bytes(data)
        (tmp_path / "z.txt").write_bytes(prose(0))
        articles, rejects = read.dump(tmp_path)
        return sorted(set(articles["file"]) - {"z.txt"}), dict(zip(rejects["file"], rejects["reason"], strict=True))

    return read_it


def test_a_zip_in_any_order_with_folders_and_system_files(dump):
    data = zipped(
        [("b.txt", prose(2)), ("sub/", b""), ("sub/a.txt", prose(1)), ("__MACOSX/._b.txt", b"x"), (".DS_Store", b"x")]
    )
    assert dump(data, "renamed.dat") == (["renamed.dat/b.txt", "renamed.dat/sub/a.txt"], {})


@pytest.mark.parametrize(
    "name", ["../a.txt", "x/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "\\\\host\\a.txt"]
)
def test_a_name_that_leads_out_is_a_reject(dump, name):
    articles, rejects = dump(zipped([(name, prose(1)), ("good.txt", prose(2))]))
    assert articles == ["dump.zip/good.txt"]
    assert list(rejects.values()) == ["its name leads out of the archive"]


def test_backslashes_that_stay_inside_are_folders(dump):
    assert dump(zipped([("sub\\a.txt", prose(1))]))[0] == ["dump.zip/sub/a.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_both_read(dump):
    assert dump(zipped([("a.txt", prose(1)), ("a.txt", prose(2))]))[0] == ["dump.zip/a.txt", "dump.zip/a.txt (2)"]


def test_a_link_an_encrypted_and_a_damaged_member_cost_only_themselves(dump):
    data = zipped(
        [("a.txt", prose(1)), ("b.txt", prose(2)), ("c.txt", prose(3)), (link(), "a.txt")], zipfile.ZIP_STORED
    )
    data = data.replace(b"2. The council", b"2. THE council")  # its checksum no longer holds
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    place = data.index(b"PK\x01\x02", place + 4)
    data = data[: place + 8] + b"\x01" + data[place + 9 :]  # the flag of encryption
    articles, rejects = dump(data)
    assert articles == ["dump.zip/a.txt"]
    assert rejects["dump.zip/c.txt"] == "encrypted"
    assert rejects["dump.zip/link.txt"] == "a link inside an archive"
    assert rejects["dump.zip/b.txt"].startswith("damaged inside its archive (Bad CRC-32")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped([("a.txt", prose(1))])[:-30], "a ZIP archive that is cut off or damaged"),
        (b"PK\x03\x04rest", "a ZIP archive that is cut off or damaged"),
        (zipped([]), "an archive without a file to read"),
        (zipped([(".hidden", b"x")]), "an archive without a file to read"),
        (gzip.compress(prose(1))[:-20], "an archive that is cut off or damaged"),
        (gzip.compress(prose(1))[:-8] + b"\x00" * 8, "an archive that is cut off or damaged"),
        (gzip.compress(prose(1)) + b"garbage", "an archive that is cut off or damaged"),
        (bz2.compress(prose(1))[:-9], "an archive that is cut off or damaged"),
        (b"\x1f\x8b\x08\x00", "an archive that is cut off or damaged"),
    ],
)
def test_a_broken_archive_is_one_reject(dump, data, reason):
    articles, rejects = dump(data)
    assert articles == []
    assert list(rejects) == ["dump.zip"]
    assert rejects["dump.zip"].startswith(reason)


def test_packed_files_and_tars(dump):
    assert dump(gzip.compress(prose(1)), "a.txt.gz")[0] == ["a.txt.gz/a.txt"]
    assert dump(bz2.compress(prose(2)), "b.txt.bz2")[0] == ["a.txt.gz/a.txt", "b.txt.bz2/b.txt"]
    found, rejects = dump(gzip.compress(tarred([("./x/c.txt", prose(3)), ("../d.txt", prose(4))])), "c.tgz")
    assert found[-1] == "c.tgz/c.tar/x/c.txt"
    assert rejects == {"c.tgz/c.tar/../d.txt": "its name leads out of the archive"}


def test_a_tar_that_is_cut_off_keeps_what_is_whole(dump):
    data = tarred([("a.txt", prose(1)), ("b.txt", prose(2) * 9), ("c.txt", prose(3))])
    articles, rejects = dump(data[:2048], "cut.tar")
    assert articles == ["cut.tar/a.txt"]
    told = "a tar archive that is cut off or damaged (unexpected end of data)"
    assert rejects == {"cut.tar/b.txt": "cut off", "cut.tar": told}


def test_a_tar_that_is_damaged_from_the_start(dump):
    articles, rejects = dump(b"x" * 257 + b"ustar" + b"x" * 500, "bad.tar")
    assert articles == []
    assert "damaged" in " ".join(rejects.values())


def test_bombs_are_not_unpacked(dump):
    bomb = bytes(2**25 + 1)
    articles, rejects = dump(zipped([("bomb.txt", bomb), ("good.txt", prose(1))]))
    assert articles == ["dump.zip/good.txt"]
    assert rejects["dump.zip/bomb.txt"].endswith("that unpack to more than 33,554,432: it is not unpacked")
    _, rejects = dump(gzip.compress(bomb), "bomb.gz")
    assert rejects["bomb.gz"].endswith("it is not unpacked")


def test_an_archive_of_many_files_that_are_large_together(dump, monkeypatch):
    monkeypatch.setattr(archive, "FREE_BYTES", 1000)
    monkeypatch.setattr(archive, "MOST_TIMES", 1)
    articles, rejects = dump(zipped([(f"{number}.txt", prose(number)) for number in range(1, 10)]))
    assert articles == [f"dump.zip/{number}.txt" for number in range(1, 5)]
    told = "the archive unpacks to more than it may: this file is not read"
    assert rejects == {f"dump.zip/{number}.txt": told for number in range(5, 10)}


def test_archives_in_an_archive_share_what_may_come_out_of_it(dump, monkeypatch):
    monkeypatch.setattr(archive, "FREE_BYTES", 9000)
    monkeypatch.setattr(archive, "MOST_TIMES", 1)
    text = prose(1) * 20
    articles, rejects = dump(
        zipped([(f"{number}.txt.gz", gzip.compress(text + b"%d" % number)) for number in range(9)])
    )
    assert len(articles) == 1
    assert sum("it is not unpacked" in reason for reason in rejects.values()) == 8


def test_documents_in_an_archive_share_what_may_come_out_of_it(dump, monkeypatch):
    monkeypatch.setattr(archive, "FREE_BYTES", 26_000)
    monkeypatch.setattr(archive, "MOST_TIMES", 1)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    texts = ["".join(f"Ward {ward} of town {number} met. " for ward in range(330)) for number in range(3)]
    bodies = [f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts]
    documents = [f"<w:document {space}><w:body>{body}</w:body></w:document>" for body in bodies]
    members = [(f"{number}.docx", zipped([("word/document.xml", one)])) for number, one in enumerate(documents)]
    articles, rejects = dump(zipped([*members, ("3.xlsx", zipped([("xl/workbook.xml", documents[0])]))]))
    assert articles == ["dump.zip/0.docx", "dump.zip/1.docx"]
    assert "its text takes more than " in rejects["dump.zip/2.docx"]
    assert "it unpacks to more than " in rejects["dump.zip/3.xlsx"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_is_damaged_is_a_reject_and_the_rest_is_read(dump, method):
    data = bytearray(zipped([("a.txt", prose(1) * 50), ("b.txt", prose(2))], method))
    begin = data.find(b"a.txt") + 17
    data[begin : begin + 28] = bytes(byte ^ 0xA5 for byte in data[begin : begin + 28])
    articles, rejects = dump(bytes(data))
    assert articles == ["dump.zip/b.txt"]
    assert rejects["dump.zip/a.txt"].startswith("damaged inside its archive")


def test_more_members_than_any_dump_has(dump, monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    articles, rejects = dump(zipped([(f"{number}.txt", prose(number)) for number in range(1, 5)]))
    assert len(articles) == 2
    assert rejects == {"dump.zip": "an archive of more than 2 files: the rest is not read"}


def test_archives_in_archives_end(dump):
    data = zipped([("a.txt", prose(1))])
    for _ in range(6):
        data = zipped([("in.zip", data)])
    articles, rejects = dump(data)
    assert articles == []
    assert list(rejects.values()) == ["an archive in more than 4 archives"]


def test_one_archive_in_another_is_read(dump):
    assert dump(zipped([("in.zip", zipped([("a.txt", prose(1))]))]))[0] == ["dump.zip/in.zip/a.txt"]


def test_a_document_that_uses_the_zip_format_is_no_archive(dump):
    _, rejects = dump(zipped([("[Content_Types].xml", "<x/>"), ("ppt/slide.xml", "<x/>")]), "slides.pptx")
    assert rejects["slides.pptx"].startswith("a PowerPoint presentation (.pptx)")
    assert not archive.is_zip("", zipped([("mimetype", "application/epub+zip")]))


def test_a_name_in_no_known_encoding_is_spelled_out(dump):
    data = zipped([("caf_.txt", prose(1))]).replace(b"caf_.txt", b"caf\xe9.txt")
    assert dump(data)[0] == ["dump.zip/caf\\xe9.txt"]


def test_rejects_of_one_path_stay_apart(dump):
    inner = zipped([("y", b"")])
    _, rejects = dump(zipped([("x.zip", inner), ("x.zip/y", b"")]))
    assert list(rejects) == ["dump.zip/x.zip/y"]
