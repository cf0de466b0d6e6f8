"""What the engine of javax.script needs of Python."""

import ast
import io
import itertools
import linecache
import sys
import threading


def parse(source, filename):
    """Returns the code of a script without its last expression, and that of the expression; None for what is not there."""
    tree = ast.parse(source, filename, 'exec')
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = compile(ast.Expression(tree.body.pop().value), filename, 'eval', dont_inherit=True)
    body = compile(tree, filename, 'exec', dont_inherit=True) if tree.body else None
    linecache.cache[filename] = len(source), None, source.splitlines(True), filename  # for tracebacks
    return body, last


def place(error, filename):
    """Returns the file, line and column of an error, counted from 1; -1 for what is not known."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return error.filename, error.lineno, error.offset or -1
    found = None
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == filename:
            found = step
        step = step.tb_next
    if found is None:
        return filename, -1, -1
    return filename, found.tb_lineno, _column(found, filename)


def _column(step, filename):
    positions = getattr(step.tb_frame.f_code, 'co_positions', None)  # 3.11 and later
    if positions is None or step.tb_lasti < 0:
        return -1
    line, _, start, _ = next(itertools.islice(positions(), step.tb_lasti // 2, None))
    if line is None or start is None:
        return -1
    before = linecache.getline(filename, line).encode('utf-8', 'surrogatepass')[:start]
    return len(before.decode('utf-8', 'replace')) + 1


# ---- variables ----

def changed(names, before):
    """Returns the names whose objects are not those of a copy that was made before."""
    missing = object()
    return [name for name, value in list(names.items())
            if isinstance(name, str) and not (name.startswith('__') and name.endswith('__'))
            and before.get(name, missing) is not value]


def removed(names, before):
    return [name for name in before if isinstance(name, str) and name not in names]


class Functions:
    """The functions of a namespace as methods of an object."""

    def __init__(self, names):
        self.__dict__ = names


def has_functions(names, wanted):
    return all(callable(names.get(name)) for name in wanted)


# ---- streams ----

_local = threading.local()


class _Writer(io.TextIOBase):
    encoding = 'utf-8'

    def __init__(self, write, flush):
        self._write = write
        self._flush = flush

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError('write() argument must be str, not ' + type(text).__name__)
        self._write(text)
        return len(text)

    def flush(self):
        self._flush()


class _Reader(io.TextIOBase):
    encoding = 'utf-8'

    def __init__(self, read):
        self._read = read

    def readable(self):
        return True

    def read(self, size=-1):
        return self._read(-1 if size is None else size, False)

    def readline(self, size=-1):
        return self._read(-1 if size is None else size, True)


class _OfThread:
    """One of the streams of sys: that of the script which this thread runs, else the one that was there before."""

    def __init__(self, name, before):
        self._name = name
        self._before = before

    def _now(self):
        stack = getattr(_local, self._name, None)
        return stack[-1] if stack else self._before

    def write(self, text):
        return self._now().write(text)

    def __getattr__(self, name):
        return getattr(self._now(), name)

    def __iter__(self):
        return iter(self._now())

    def __next__(self):
        return next(self._now())


def enter(write, flush, write_error, flush_error, read):
    streams = {'stdout': _Writer(write, flush), 'stderr': _Writer(write_error, flush_error), 'stdin': _Reader(read)}
    for name, stream in streams.items():
        now = getattr(sys, name)
        if not isinstance(now, _OfThread):
            setattr(sys, name, _OfThread(name, now))
        stack = getattr(_local, name, None)
        if stack is None:
            stack = []
            setattr(_local, name, stack)
        stack.append(stream)


def leave():
    for name in 'stdout', 'stderr', 'stdin':
        stream = getattr(_local, name).pop()
        if name != 'stdin':
            stream.flush()
