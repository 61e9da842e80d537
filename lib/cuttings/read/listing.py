"""Listings: what a list tells of articles, joined to the records of the dump that have their texts."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..extract.hint import plain
from ..extract.segment import OWN, parts
from .record import Listing, Reject

ADDRESS = re.compile(r"^[^\S\r\n]*(https?://[^\s<>]+)[^\S\r\n]*\r?$", re.M)
LINE = re.compile(r"[^\r\n]+")
TRACKERS = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ocid|cmpid|smid)(?:=|$)", re.I)
NAMES = {"url": "URL", "title": "title"}
TITLE_WORDS, LONGEST_TITLE = 4, 400


class Entry(NamedTuple):
    """A listing with the file that it stands in and its keys: its address and its title, empty where it has none."""

    file: str
    listing: Listing
    url: str
    title: str


class State(NamedTuple):
    """How far a join has come: the known addresses of each row, the listings of each row, and rows of `rejects`."""

    urls: list[set[str]]
    joined: dict[int, list[Listing]]
    rejects: list[dict[str, str]]


def join(
    rows: list[dict[str, Any]], given: list[Mapping[str, str]], listings: Iterable[tuple[str, Listing]]
) -> tuple[dict[int, list[Listing]], list[dict[str, str]]]:
    """For the place of each row that a list tells of, its listings; and a row of `rejects` for each other listing.

    `rows` are rows of `articles`, `given` what the file of each states. A listing belongs to the only record
    1. whose file states its address, or whose text has it as its first line that is an address;
    2. failing that, whose headline is its title;
    3. failing that, and if no other listing belongs to it, that has a line of at least four words with its title, above
       the end of the article.
    By a title, it never belongs to a record with another address. Where several records could be meant, or several
    addresses for one record, it belongs to none.
    """
    entries = [entry(file, one) for file, one in listings]
    state = State([{address(one.get("url", ""))} - {""} for one in given], defaultdict(list), [])
    left = step(entries, "url", lambda place: state.urls[place] or first_address(rows[place]["text"]), state)
    left = step(left, "title", lambda place: headlines(rows[place], given[place]), state)
    wanted = {one.title for one in left if one.title.count(" ") >= TITLE_WORDS - 1}
    taken = frozenset(state.joined)
    left = step(left, "title", lambda place: () if place in taken else titles(rows[place], wanted), state)
    reason = "listed, but no text in the dump has its URL or title"
    return state.joined, state.rejects + [refused(one, reason) for one in left]


def entry(file: str, listing: Listing) -> Entry:
    """A listing with its keys."""
    return Entry(file, listing, address(listing.given.get("url", "")), plain(listing.given.get("headline", "")))


def address(url: str) -> str:
    """An address as it is compared: without scheme, `www.`, trailing slash, trackers and fragment."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().split("#", 1)[0], flags=re.I)
    path, _, query = bare.partition("?")
    host, slash, rest = path.partition("/")
    kept = "&".join(one for one in query.split("&") if one and not TRACKERS.match(one))
    return (host.lower() + slash + rest).rstrip("/") + (f"?{kept}" if kept else "")


def first_address(text: str) -> set[str]:
    """The first address that a text has as a line of its own; those behind it may be of other articles."""
    match = ADDRESS.search(text) if "http" in text else None
    return {address(match[1])} if match else set()


def headlines(row: Mapping[str, Any], given: Mapping[str, str]) -> set[str]:
    """The headline that a file states, and the one that is found in the text."""
    return {plain(one) for one in (given.get("headline"), row["headline"]) if one} - {""}


def titles(row: Mapping[str, Any], wanted: set[str]) -> Iterator[str]:
    """The titles that a text has as lines above the end of its article."""
    found = [
        (match.start(), title)
        for match in LINE.finditer(row["text"])
        if match.end() - match.start() <= LONGEST_TITLE and (title := plain(match[0])) in wanted
    ]
    if found:
        end = max((part.end for part in parts(row["text"]) if part.role in OWN), default=0)
        yield from (title for start, title in found if start < end)


def step(entries: list[Entry], key: str, keys: Callable[[int], Iterable[str]], state: State) -> list[Entry]:
    """Join what one kind of key settles, refuse what it leaves open, and return the rest."""
    wanted = {getattr(one, key) for one in entries} - {""}
    places: dict[str, list[int]] = defaultdict(list)
    for place in range(len(state.urls)) if wanted else ():
        for found in wanted.intersection(keys(place)):
            places[found].append(place)
    left, claims = [], dict[int, list[Entry]]()
    for one in entries:
        free = [place for place in places.get(getattr(one, key), ()) if not other(one, state.urls[place])]
        if len(free) == 1:
            claims.setdefault(free[0], []).append(one)
        elif free:
            state.rejects.append(refused(one, f"listed, but {len(free)} texts in the dump have its {NAMES[key]}"))
        else:
            left.append(one)
    for place, claimed in claims.items():
        settle(place, claimed, state)
    return left


def settle(place: int, claimed: list[Entry], state: State) -> None:
    """Join the listings that could belong to one record, unless they tell of different articles."""
    if len({one.url or one.listing.given.get("outlet", "") for one in claimed}) > 1:
        reason = f"listed, but {len(claimed)} listed articles could be the same text in the dump"
        state.rejects.extend(refused(one, reason) for one in claimed)
    else:
        state.joined[place].extend(one.listing for one in claimed)
        state.urls[place] |= {one.url for one in claimed} - {""}


def other(one: Entry, urls: set[str]) -> bool:
    """Whether a record with these addresses has another address than a listing."""
    return bool(one.url and urls and one.url not in urls)


def refused(one: Entry, reason: str) -> dict[str, str]:
    """The row of `rejects` of a listing."""
    return {"file": one.file, **Reject(one.listing.record, reason)._asdict()}
