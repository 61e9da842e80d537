"""Outlets: who published an article, by the furniture of its page, and by a name or an address."""

from .furniture import chosen, outlets
from .name import canonical, outlet_of_name, outlet_of_url, plain

__all__ = ["canonical", "chosen", "outlet_of_name", "outlet_of_url", "outlets", "plain"]
