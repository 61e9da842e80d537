"""Polls of no name: those that can only be the one poll that an article names."""

from .entry import Report, is_kin


def joined(polls: list[Report]) -> list[Report]:
    """The polls of an article, those of no name given to the only one that it names.

    An article that names one pollster and speaks of `a poll` or `the survey` besides means the same one; not where it
    says `another poll`, `an earlier one`, `polls` or `In May, a poll`, nor where it names two.
    """
    named = [one for one in polls if one.pollster is not None]
    if not named or not all(is_kin(named[0], one) for one in named[1:]):
        return polls
    told = next((one for one in named if one.figures), named[0])
    rest = [one for one in polls if one.pollster is None and not one.apart and one is not told]
    for one in rest:
        told.sentences = sorted([*told.sentences, *one.sentences])
        told.tails = sorted([*told.tails, *one.tails])
        told.figures = sorted([*told.figures, *one.figures], key=lambda figure: figure.start)
    gone = {id(one) for one in rest}
    return sorted((one for one in polls if id(one) not in gone), key=lambda one: one.sentences[:1])
