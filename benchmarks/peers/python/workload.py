"""What the workloads of every system call, read and iterate. Nothing here is measured by itself."""

from itertools import repeat


def nothing():
    pass


def add(a, b):
    return a + b


class Thing:
    """Its instances have an ordinary attribute."""

    def __init__(self):
        self.x = 12345


def fail():
    raise ValueError("no")


def numbers(n):
    return list(range(n))


def texts(text, n):
    """As many strings, none of them the same object as another."""
    return [str(i % 10) + text[1:] for i in range(n)]


def chain(function, n):
    """Each call needs the result of the one before."""
    result = 0
    for _ in repeat(None, n):
        result = function(result)
    return result


def chain_method(target, n):
    result = 0
    for _ in repeat(None, n):
        result = target.increment(result)
    return result


def construct(cls, n):
    for i in range(n):
        cls(i)


def catch(function, n):
    caught = 0
    for _ in repeat(None, n):
        try:
            function()
        except Exception:
            caught += 1
    return caught


SHUFFLED = [i * 7919 % 1000 for i in range(1000)]


def sort(key, n):
    for _ in repeat(None, n):
        result = sorted(SHUFFLED, key=key)
    return result[0]


# The steps of the ladder, one after the other: float, list, dict, str, int.
LADDER = [1.5, [1], {"a": 1}, "text", 7]


def doubles(n):
    import numpy

    return numpy.arange(n, dtype=numpy.float64)


def from_buffer(buffer):
    import numpy

    return numpy.frombuffer(buffer)
