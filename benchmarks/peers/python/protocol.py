"""The protocol, for the programs in Python: workloads by name, each repeated until it takes as long as asked for."""

import sys
import time

MILLION = 1_000_000

_workloads = {}


def measure(name, run, units=1):
    """A loop of n operations."""

    def nanos(n):
        start = time.perf_counter_ns()
        run(n)
        return time.perf_counter_ns() - start

    timed(name, nanos, units)


def timed(name, nanos, units=1):
    """The same, for what measures itself."""
    count = 1

    def answer(millis):
        nonlocal count
        target = millis * 1e6
        while True:
            n = count
            took = max(1, nanos(n))
            count = max(1, int(n * min(10, target / took)))
            if took * 2 >= target or count <= n:
                return took / n / units

    _workloads[name] = answer


def cannot(reason, *names):
    for name in names:
        _workloads[name] = lambda millis: "- " + reason


def serve(description):
    """Answers until the input ends."""
    print("ready", description, flush=True)
    for line in sys.stdin:
        name, millis = line.split()
        try:
            answer = _workloads.get(name, lambda _: "- no such workload")(float(millis))
        except Exception as e:
            answer = f"- {type(e).__name__}: {e}".split("\n")[0]
        print(name, answer, flush=True)


def print_peak(*others):
    """Says how large this process was at most, together with others of which it needs to have them."""
    total = 0
    for process in ("self", *others):
        with open(f"/proc/{process}/status") as status:
            total += sum(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    print("started", total, flush=True)
