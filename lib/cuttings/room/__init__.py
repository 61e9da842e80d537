"""The reading room: articles side by side with what the tables say of them, in JupyterLab.

shelf: the list of articles and its filter. layer: tables of spans as layers. piece: a text cut where spans begin and
end. record: what is shown of one article. search: a concordance. place: from a row to its words. reading: all of it,
without a browser. widget: the room itself, whose front end is in front/. still: what is seen of it without
a kernel.
"""

from .explore import explore

__all__ = ["explore"]
