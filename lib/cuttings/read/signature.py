"""What a file is by its bytes, where that is no text: for the readers, and to call by name what none of them takes."""

import io
import zipfile

RTF, PARQUET, GZIP = b"{\\rtf", b"PAR1", b"\x1f\x8b\x08"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second begins an archive without members
DAMAGED = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError)
SIGNATURES = {
    b"%PDF": "a PDF file",
    b"%!PS": "a PostScript file",
    RTF: "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Office document, such as .doc or .xls",
    GZIP: "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a": "a RAR archive",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"RIFF": "a RIFF file, such as .webp, .wav or .avi",
    b"ID3": "an MP3 recording",
    b"OggS": "an Ogg recording",
    b"SQLite format": "a SQLite database",
    PARQUET: "a parquet file",
    b"bplist": "a property list of macOS, such as .webarchive",
}
# Names of members stand in a ZIP archive as they are, and the type of an OpenDocument or e-book first of all.
ZIP_KINDS = {
    b"word/": "a Word document (.docx)",
    b"xl/": "an Excel workbook (.xlsx)",
    b"ppt/": "a PowerPoint presentation (.pptx)",
    b"mimetypeapplication/epub": "an e-book (.epub)",
    b"mimetypeapplication/vnd.oasis": "an OpenDocument file, such as .odt",
}
# By a member, or by the ending of the name where the list of members is lost.
DOCUMENTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
OTHER_DOCUMENTS = {"[Content_Types].xml", "mimetype"}


def signature(data: bytes) -> str | None:
    """What a file is by its first bytes, null where they say nothing.

    A signature of letters alone counts only with a byte behind it that no text has: an article may begin with `RIFF`.
    """
    if data.startswith(ZIP):
        return next((what for name, what in ZIP_KINDS.items() if name in data), "a ZIP archive")
    if data[4:8] == b"ftyp" and not data[0]:
        return "a recording in MPEG-4"
    found = next(((start, what) for start, what in SIGNATURES.items() if data.startswith(start)), None)
    if found is None or (found[0].isalnum() and not has_binary(data[:512])):
        return None
    return found[1]


def zip_kind(name: str, data: bytes) -> str | None:
    """Whether a file is a document that only uses the format of ZIP (`docx`, `xlsx`, `other` for .pptx, .odt, .epub) or
    an archive (`zip`); null for what is no ZIP at all.
    """
    if not data.startswith(ZIP):
        return None
    found = zip_members(data)
    kind = next((kind for member, kind in DOCUMENTS.items() if member in found), None)
    if kind is None and not found:
        kind = next((kind for kind in DOCUMENTS.values() if name.lower().endswith(f".{kind}")), None)
        found = {data[30 : 30 + int.from_bytes(data[26:28], "little")].decode("cp437"): 0}
    return kind or ("other" if OTHER_DOCUMENTS & found.keys() else "zip")


def zip_members(data: bytes) -> dict[str, int]:
    """The names of a ZIP archive's members with their sizes as stated; none of a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {one.filename: one.file_size for one in archive.infolist()}
    except DAMAGED:
        return {}


def has_binary(data: bytes) -> bool:
    """Whether bytes hold control characters that no text has."""
    return any(code < 9 or 13 < code < 27 for code in data)
