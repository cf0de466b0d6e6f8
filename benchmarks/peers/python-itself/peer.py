"""Python itself, for what a caller in Python pays: the same work in a loop of its own, as `timeit` measures it."""

import sys
from timeit import Timer

import workload
from protocol import MILLION, cannot, print_peak, serve, timed

if sys.argv[-1] == "start":
    if 1 + 1 == 2:
        print_peak()
    sys.exit()


def statement(name, text, units=1, setup="pass", **names):
    timer = Timer(text, setup, globals={**vars(workload), **names})
    timed(name, lambda n: int(timer.timeit(n) * 1e9), units)


numbers = workload.numbers(MILLION)
keys = [f"key-{i}" for i in range(100_000)]

statement("call-0", "nothing()")
statement("call-2", "add(1000, 2000)")
statement("call-keywords", "add(1000, b=2000)")
statement("attribute-get", "thing.x", thing=workload.Thing())
statement("attribute-set", "thing.x = 1000", thing=workload.Thing())
statement("item-get", "numbers[5]", numbers=numbers)
statement("item-set", "numbers[5] = 1000", numbers=list(numbers))
statement("dict-set", "for key in keys: keyed[key] = 1000", len(keys), keys=keys, keyed=dict.fromkeys(keys, 1))
statement("dict-get", "for key in keys: keyed[key]", len(keys), keys=keys, keyed=dict.fromkeys(keys, 1))
for kind in (list, tuple, set):
    statement(f"{kind.__name__}-iterate", "for item in items: pass", MILLION, items=kind(numbers))
statement("dict-iterate", "for key, value in items.items(): pass", MILLION, items={i: i for i in numbers})
statement("list-build", "built = []\nfor i in range(1000000): built.append(i)", MILLION)
statement("set-build", "built = set()\nfor i in range(1000000): built.add(i)", MILLION)
statement("dict-build", "built = {}\nfor i in range(1000000): built[i] = i", MILLION)
statement("tuple-build", "tuple(range(1000000))", MILLION)
statement("error-caught", "try:\n    fail()\nexcept ValueError:\n    pass")


def throws():
    raise ValueError("no")


def increment(argument):
    return argument + 1


class Counter:
    def __init__(self, value):
        self.value = value

    def increment(self, argument):
        return argument + self.value


for name, call, units in (
    ("error-thrown", "catch(throws, 1000)", 1000),
    ("callback-function", "chain(increment, 1000)", 1000),
    ("callback-method", "chain_method(counter, 1000)", 1000),
    ("callback-sorted", "sort(lambda x: -x, 1)", 1000),
    ("export-construct", "construct(Counter, 1000)", 1000),
):
    statement(name, call, units, throws=throws, increment=increment, counter=Counter(1), Counter=Counter)
cannot(
    "nothing crosses",
    *("attach", "attach-nested", "reference", "reference-bytes", "drop-detached", "threads-8", "ladder"),
    *("int-make", "int-read", "int-round", "float-make", "float-read"),
    *("string-20-make", "string-20-read", "string-1000-make", "string-1000-read"),
    *("longs-to-list", "list-to-longs", "numpy-lend", "numpy-borrow", "numpy-copy"),
)
serve(f"CPython {sys.version.split()[0]}")
