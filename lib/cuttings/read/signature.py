"""What a file is by its bytes, where that is no text: renamed documents, pictures and archives are called by name."""

SIGNATURES = {
    b"%PDF": "a PDF file",
    b"%!PS": "a PostScript file",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Office document, such as .doc or .xls",
    b"\x1f\x8b": "a gzip archive",
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
    b"PAR1": "a parquet file",
    b"bplist": "a property list of macOS, such as .webarchive",
}
ZIP = b"PK\x03\x04"
# Names of members stand in a ZIP archive as they are, and the type of an OpenDocument or e-book first of all.
ZIP_KINDS = {
    b"word/": "a Word document (.docx)",
    b"xl/": "an Excel workbook (.xlsx)",
    b"ppt/": "a PowerPoint presentation (.pptx)",
    b"mimetypeapplication/epub": "an e-book (.epub)",
    b"mimetypeapplication/vnd.oasis": "an OpenDocument file, such as .odt",
}


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


def has_binary(data: bytes) -> bool:
    """Whether bytes hold control characters that no text has."""
    return any(code < 9 or 13 < code < 27 for code in data)
