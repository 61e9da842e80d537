"""What the tests of readers share: reading bytes by their content, and checks that hold for every record."""

from cuttings.read.formats import FORMATS, items
from cuttings.read.record import GIVEN, Listing, Record, Reject
from cuttings.text import lines


def read(data, name="export"):
    """All items of a file, found by its content alone; every record is checked."""
    found = [item for _, item in items(name, data if isinstance(data, bytes) else data.encode(), {})]
    ids = [item.record for item in found]
    assert len(ids) == len(set(ids))
    for item in found:
        if isinstance(item, Record):
            check(item)
    return found


def reader(data, name="export"):
    """The name of the format that takes a file."""
    data = data if isinstance(data, bytes) else data.encode()
    return next(key for key, one in FORMATS.items() if one.recognises(name, data))


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
