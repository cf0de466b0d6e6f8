"""A recursion limit that fits the stack, for Pythons that do not watch it."""

import sys


def install(most):
    original = sys.setrecursionlimit

    def setrecursionlimit(limit, /):
        if isinstance(limit, int) and limit > most:
            original(most)
            import warnings
            warnings.warn('sys.setrecursionlimit(%d): the stack of a thread has room for %d levels, which is the limit now'
                          % (limit, most), RuntimeWarning, stacklevel=2)
        else:
            original(limit)

    setrecursionlimit.__doc__ = original.__doc__
    sys.setrecursionlimit = setrecursionlimit
