"""What the tests of readers share: reading bytes by their content, and checks that hold for every record."""

from cuttings.read import formats
from cuttings.read.record import GIVEN, Listing, Record, Reject
from cuttings.text import lines


def items(data, name="export", columns=None):
    """All items of a file."""
    return [item for _, item in formats.items(name, encoded(data), columns or {})]


def encoded(data):
    return data if isinstance(data, bytes) else data.encode()


def read(data, name="export"):
    """All items of a file, found by its content alone; every record is checked."""
    found = items(data, name)
    ids = [item.record for item in found]
    assert len(ids) == len(set(ids))
    for item in found:
        if isinstance(item, Record):
            check(item)
    return found


def reader(data, name="export"):
    """The name of the format that takes a file."""
    return next(key for key, one in formats.FORMATS.items() if one.recognises(name, encoded(data)))


def check(record):
    """The layout is in order, without overlap, and leaves no line out; fields are known, of one line, and not empty."""
    end = 0
    for mark in record.layout:
        assert end <= mark.start < mark.end <= len(record.text)
        assert not record.text[end : mark.start].strip()
        end = mark.end
    assert not record.layout or not record.text[end:].strip()
    assert record.given.keys() <= set(GIVEN)
    assert all(value and value == " ".join(value.split()) for value in record.given.values())
    assert list(lines(record.text))


def part(record, role):
    """What a record has in a role."""
    return "\n".join(record.text[mark.start : mark.end] for mark in record.layout if mark.role == role)


def records(found):
    return [item for item in found if isinstance(item, Record)]


def rejects(found):
    return [(item.record, item.reason) for item in found if isinstance(item, Reject)]


def listings(found):
    return [item for item in found if isinstance(item, Listing)]
