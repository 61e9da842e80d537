"""Difference: how much groups of articles differ in the forms that they use of one referent."""

from collections import Counter, defaultdict

import numpy as np

LEAST_USES = 2  # of a group that is to have a leading form

Uses = dict[str, Counter[str]]  # how often each group uses each form


def crossed(uses: Uses) -> bool:
    """Whether two groups each use a form that the other does not."""
    used = {frozenset(forms) for forms in uses.values()}
    return any(one - other and other - one for one in used for other in used)


def sides(uses: Uses) -> int:
    """How many groups there are on the smaller side: those with the commonest leading form, or those with another.

    A group has a leading form where it names the referent twice or more and uses one form most.
    """
    leading: Counter[str] = Counter()
    for forms in uses.values():
        ranked = forms.most_common(2)
        alone = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
        if alone and forms.total() >= LEAST_USES:
            leading[ranked[0][0]] += 1
    most = max(leading.values(), default=0)
    return min(most, leading.total() - most)


def difference(uses: Uses) -> float:
    """Cramér's V of forms and groups, corrected for its bias: 0 where groups differ no more than by chance on average.

    Bergsma (2013), A bias-correction for Cramér's V and Tschuprow's T, doi 10.1016/j.jkss.2012.10.002.
    """
    forms = sorted(set().union(*uses.values()))
    if min(len(forms), len(uses)) < 2:
        return 0.0
    counts = np.array([[uses[group][form] for group in sorted(uses)] for form in forms], dtype=float)
    n, (rows, columns) = counts.sum(), counts.shape
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / n
    chance = (rows - 1) * (columns - 1) / (n - 1)
    phi = max(0.0, float(((counts - expected) ** 2 / expected).sum()) / n - chance)
    least = min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)) - 1
    return round(min(1.0, float(np.sqrt(phi / least))), 6) if least > 0 else 0.0


def counted(pairs: list[tuple[str, str]]) -> Uses:
    """How often each group uses each form, of pairs of a group and a form."""
    uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for group, form in pairs:
        uses[group][form] += 1
    return dict(uses)
