"""Models: a language model behind an endpoint as a coder, its answers checked, kept and counted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from tqdm import tqdm

from .. import tables
from ..errors import InputError
from .answer import NoAnswerError, codes_in, question, task
from .chat import Endpoint, NoReplyError, Reply, ask, body_of, endpoint_of
from .kept import Kept, keeping, key_of
from .unit import units

LONGEST, IN_A_ROW = 50_000, 3

Prices = tuple[float, float]
Found = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]


class Asked(NamedTuple):
    """A unit with the codes it was given, or why it has none; its tokens where it was asked now and not before."""

    unit: Any
    codes: list[str]
    problem: str | None
    reply: Reply | None
    kept: bool


def model(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    endpoint: str,
    model_name: str,
    key: str | None = None,
    unit: str = "sentence",
    quotations: pd.DataFrame | None = None,
    cache: str | Path | None = None,
    prices: Prices | None = None,
    timeout: float = 60,
) -> Found:
    """What a language model finds: the tables `frames`, `frame_problems` and `frame_costs`.

    `endpoint` is any that speaks OpenAI's protocol, such as `http://localhost:11434/v1`: the texts are sent there and
    nowhere else. `key` is sent with them and kept nowhere.
    1. Each unit is a question of its own (`answer.task`), at temperature 0, with the definitions of the codebook.
    2. Only a list of codes of the codebook is an answer. Anything else is a problem, and so is an endpoint that stays
       silent: such a unit has no row in `frames`, and does not count as coded. After three of these in a row, the rest
       is not asked.
    3. What was answered is kept in the file `cache`, by the digest of all that was sent: the same question is asked and
       paid for once, and a run that broke off goes on where it ended.
    4. Costs are the tokens that the endpoint counts; in money with `prices`, for a million tokens read and written.

    A text is hostile: it can say which code it would like to have. No answer leaves the codebook, but which of its
    codes a model gives can be swayed, and `score` is 1 for every code: hold the rows against people first.
    Raises InputError for a wrong endpoint, another unit, several codebooks, and where no unit at all was answered.
    """
    found, where = units(articles, unit, quotations), endpoint_of(endpoint, model_name, key, timeout)
    frames, unanswered, spent = asked_of(where, found, codebook, cache, prices)
    if len(found) and len(unanswered) == len(found):
        first = unanswered["reason"].iloc[0]
        raise InputError(f"{endpoint} answered for none of {len(found)} unit(s); the first: {first}")
    return frames, unanswered, spent


def asked_of(
    where: Endpoint,
    found: pd.DataFrame,
    codebook: pd.DataFrame,
    cache: str | Path | None = None,
    prices: Prices | None = None,
) -> Found:
    """What a model finds in these units, even where that is no answer at all: the tables of `model`."""
    tables.require(codebook, "codebook", "codebook", "code", "label", "definition")
    if codebook["codebook"].nunique() != 1:
        raise InputError(f"a model is asked by one codebook; given are {codebook['codebook'].nunique()}")
    name = str(codebook["codebook"].iloc[0])
    with keeping(cache) as kept:
        asked = list(answers(found, codebook, where, kept))
    return framed(asked, name, where.model), problems(asked, name, where.model), costs(asked, name, where.model, prices)


def answers(found: pd.DataFrame, codebook: pd.DataFrame, endpoint: Endpoint, kept: Kept) -> Iterator[Asked]:
    """Each unit with its answer, as kept or asked now."""
    told, known, silent = task(codebook), codebook["code"].tolist(), 0
    for row in tqdm(tables.rows(found), total=len(found), disable=None, unit="unit"):
        if silent >= IN_A_ROW:
            yield Asked(row, [], f"not asked: {IN_A_ROW} units in a row had no reply", None, False)
        elif len(row.text) > LONGEST:
            yield Asked(row, [], f"not asked: longer than {LONGEST} characters", None, False)
        else:
            one = answered(row, told, known, endpoint, kept)
            silent = silent + 1 if one.problem and one.reply is None else 0
            yield one


def answered(row: Any, told: str, known: list[str], endpoint: Endpoint, kept: Kept) -> Asked:
    """One unit with its answer; only what is one is kept."""
    asking = question(row.text)
    key = key_of("answer", endpoint.address, endpoint.model, told, asking)
    before = kept.get(key)
    if before is not None:
        return Asked(row, before.decode().split("\n") if before else [], None, None, True)
    try:
        reply = ask(endpoint, body_of(endpoint, told, asking))
    except NoReplyError as error:
        return Asked(row, [], str(error), None, False)
    try:
        codes = codes_in(reply.content, known)
    except NoAnswerError as error:
        return Asked(row, [], str(error), reply, False)
    kept.put(key, "\n".join(codes).encode())
    return Asked(row, codes, None, reply, False)


def framed(asked: list[Asked], codebook: str, coder: str) -> pd.DataFrame:
    """The codes given, as the table `frames`."""
    rows = [
        one.unit._asdict() | {"codebook": codebook, "frame": code, "coder": coder, "score": 1.0}
        for one in asked
        for code in one.codes
    ]
    return tables.build("frames", rows)


def problems(asked: list[Asked], codebook: str, coder: str) -> pd.DataFrame:
    """The units that have no answer, as the table `frame_problems`."""
    rows = [
        one.unit._asdict() | {"codebook": codebook, "coder": coder, "reason": one.problem}
        for one in asked
        if one.problem
    ]
    return tables.build("frame_problems", rows)


def costs(asked: list[Asked], codebook: str, coder: str, prices: Prices | None) -> pd.DataFrame:
    """What the answers cost, as the table `frame_costs`."""
    replies = [one.reply for one in asked if one.reply]
    read = [reply.tokens_in for reply in replies if reply.tokens_in is not None]
    written = [reply.tokens_out for reply in replies if reply.tokens_out is not None]
    complete = len(read) == len(written) == len(replies)
    cost = (sum(read) * prices[0] + sum(written) * prices[1]) / 1e6 if prices and complete else None
    row = {
        "codebook": codebook,
        "coder": coder,
        "units": len(asked),
        "kept": sum(one.kept for one in asked),
        "asked": len(replies),
        "problems": sum(one.problem is not None for one in asked),
        "tokens_in": sum(read) if complete else None,
        "tokens_out": sum(written) if complete else None,
        "cost": cost if cost is None else round(cost, 6),
    }
    return tables.build("frame_costs", [row])
