"""Figures of what is in a dump."""

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.figure import Figure

from .. import tables, trace
from ..extract.segment import OWN
from ..measure.group import groups
from ..text import words
from .name import short_names
from .style import COLOURS, canvas, figure

MOST = 40
NAME_WIDTH, FILE_WIDTH = 44, 34
LEAST_MARGIN = pd.Timedelta(days=3)


@figure
def published(articles: pd.DataFrame) -> Figure | None:
    """The range of days on which each article can have been published, by outlet; an arrow where it is open;
    null where no article has a bound.

    At most 40 articles, the earliest; the title says what is left out.
    """
    known = articles.dropna(subset="published_from").sort_values(["published_from", "file"])
    if known.empty:
        return None
    drawn = known.head(MOST)
    made, axes = canvas(1.2 + 0.42 * max(1, len(drawn)))
    made.set_label("published")
    first, last = drawn["published_from"].min(), max([*drawn["published_to"].dropna(), *drawn["published_from"]])
    margin = max(LEAST_MARGIN, (last - first) / 20)
    for place, row in enumerate(tables.rows(drawn)):
        end = last + margin if pd.isna(row.published_to) else row.published_to
        axes.plot([row.published_from, end], [place, place], color=COLOURS[0], linewidth=6, solid_capstyle="butt")
        if pd.isna(row.published_to):
            axes.plot([end], [place], marker=">", color=COLOURS[0], markersize=9)
        if row.published_from == row.published_to:
            axes.plot([end], [place], marker="o", color=COLOURS[0], markersize=7)
    axes.set_xlim(first - margin, last + 1.5 * margin)
    axes.set_yticks(range(len(drawn)), names(drawn))
    axes.set_ylim(len(drawn) - 0.4, -0.6)
    axes.xaxis.set_major_formatter(mdates.ConciseDateFormatter(axes.xaxis.get_major_locator()))  # type: ignore[no-untyped-call]
    axes.grid(axis="x", color="#dddddd")
    left = f"{len(drawn)} of {len(articles)} articles" + (
        f"; {len(articles) - len(known)} without any date" if len(known) < len(articles) else ""
    )
    axes.set_title(f"When each article can have been published\n({left})")
    return made


def names(articles: pd.DataFrame) -> list[str]:
    """The outlet of each article and where it stands in the dump, no two alike."""
    known = articles.set_index("article_id")["outlet"] + ": " + trace.places(articles)
    full = known.fillna(groups(articles))
    short = short_names(full, NAME_WIDTH)
    return [short[name] for name in full]


@figure
def segments(segments: pd.DataFrame, articles: pd.DataFrame) -> Figure | None:
    """Words of each record by role: the article itself, captions and credits, teasers, repeats and furniture.

    At most 40 records, those with the largest part that is not the article.
    """
    kinds = {
        "the article itself": OWN,
        "byline, dateline, kicker": ("byline", "dateline", "kicker"),
        "captions and credits": ("caption", "credit"),
        "repeats": ("duplicate",),
        "teasers of other stories": ("teaser",),
        "furniture of the page": ("boilerplate",),
    }
    of = {role: kind for kind, roles in kinds.items() for role in roles}
    counted = segments.assign(kind=segments["role"].map(of), words=segments["text"].map(lambda text: len(words(text))))
    wide = counted.pivot_table(index="article_id", columns="kind", values="words", aggfunc="sum", fill_value=0)
    share = wide.div(wide.sum(axis="columns"), axis="index").reindex(columns=list(kinds), fill_value=0)
    drawn = share.sort_values(["the article itself", "furniture of the page"], ascending=[False, True]).tail(MOST)
    made, axes = canvas(1.6 + 0.42 * len(drawn))
    made.set_label("segments")
    base = pd.Series(0.0, index=drawn.index)
    for colour, kind in zip(COLOURS, kinds, strict=False):
        if drawn[kind].sum():
            axes.barh(range(len(drawn)), drawn[kind], left=base, color=colour, label=kind, height=0.7)
            base = base + drawn[kind]
    files = trace.places(articles)[drawn.index]
    short = short_names(files, FILE_WIDTH)
    axes.set_yticks(range(len(drawn)), [short[file] for file in files])
    axes.set_ylim(-0.6, len(drawn) - 0.4)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    axes.set_title(f"What each record holds, in words\n({len(drawn)} of {len(share)} records)")
    made.legend(loc="outside lower center", ncols=3, frameon=False)
    return made
