"""Files of texts labelled by hand, several a file: a line `=== name`, the text, a line `---`, and lines of labels."""

import re
from collections.abc import Iterator
from pathlib import Path


def parts(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Name, text and lines of labels of each text in a folder, by file and place."""
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, rest = part.split("\n", 1)
            text, labels = rest.split("\n---\n", 1)
            yield name.strip(), text, [line for line in labels.splitlines() if line.strip()]
