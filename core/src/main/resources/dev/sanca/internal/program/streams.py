"""Text streams of Python over streams of Java."""

import atexit
import io
import sys


class _Output(io.RawIOBase):
    mode = 'wb'

    def __init__(self, name, write, flush):
        self.name = name
        self._write = write
        self._flush = flush

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        data = bytes(data)
        self._write(data)
        return len(data)

    def flush(self):
        if not self.closed:
            self._flush()


class _Input(io.RawIOBase):
    mode = 'rb'

    def __init__(self, name, read):
        self.name = name
        self._read = read

    def readable(self):
        return True

    def readinto(self, buffer):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        data = self._read(len(buffer)) if len(buffer) else b''
        buffer[:len(data)] = data
        return len(data)


def _replace(name, stream):
    old = getattr(sys, name, None)
    try:
        if old is not None and name != 'stdin':
            old.flush()
    except (OSError, ValueError):
        pass
    setattr(sys, name, stream)
    setattr(sys, '__' + name + '__', stream)


def output(name, write, flush, end):
    errors = 'backslashreplace' if name == 'stderr' else getattr(sys.stdout, 'errors', None) or 'strict'
    # line_buffering flushes Java's stream at the end of a line; write_through keeps nothing back meanwhile.
    stream = io.TextIOWrapper(_Output('<' + name + '>', write, flush), 'utf-8', errors, '\n',
                              line_buffering=True, write_through=True)
    stream.mode = 'w'
    _replace(name, stream)
    atexit.register(end)


def input_(name, read):
    errors = getattr(sys.stdin, 'errors', None) or 'strict'
    stream = io.TextIOWrapper(io.BufferedReader(_Input('<' + name + '>', read)), 'utf-8', errors)
    stream.mode = 'r'
    _replace(name, stream)
