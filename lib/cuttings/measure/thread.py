"""One thread: sums in the same order on any number of cores, and no two libraries in each other's way."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def one_thread(function: Callable[P, T]) -> Callable[P, T]:
    """Run the numeric libraries of a function in one thread.

    The matrices of a folder are small, so that threads cost more in waiting for each other than they save: on cores
    that are busy otherwise, ten times as much was measured.
    """

    @wraps(function)
    def limited(*args: P.args, **kwargs: P.kwargs) -> T:
        import sklearn.cluster  # noqa: F401  (only libraries that are loaded can be limited)
        from threadpoolctl import threadpool_limits

        with threadpool_limits(limits=1):
            return function(*args, **kwargs)

    return limited
