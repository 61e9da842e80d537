"""What is kept between runs: a value for the digest of what it was made of, in one file that may be deleted."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from ..errors import InputError


class Kept:
    """Values by key, in a file of SQLite; each is written when it is put there."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.database.execute("create table if not exists kept (key text primary key, value blob)")

    def get(self, key: str) -> bytes | None:
        """The value of a key, null where there is none."""
        row = self.database.execute("select value from kept where key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        with self.database:
            self.database.execute("insert or replace into kept values (?, ?)", (key, value))


@contextmanager
def keeping(path: str | Path | None) -> Iterator[Kept]:
    """What is kept in a file, made where it is not there; without a path, for this once only.

    Raises InputError for a file that cannot be written or is something else.
    """
    if path is not None:
        Path(path).expanduser().parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(":memory:" if path is None else Path(path).expanduser(), timeout=30)) as database:
            yield Kept(database)
    except sqlite3.Error as error:
        raise InputError(f"{path} cannot keep what was found: {error}") from None


def key_of(*parts: str) -> str:
    """The key of what is made of these texts."""
    digest = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
