"""Gives signals that the JVM handles a handler of Python's, which can be kept and set again."""

import _signal
import _thread
import functools
import os
import time


class JvmHandler:
    """What the JVM does at a signal. Called, it lets the JVM do that."""

    def __init__(self, signum):
        self.signum = signum
        self.action = None

    def __call__(self, signum, frame):
        _signal.signal(self.signum, self)
        os.kill(os.getpid(), self.signum)

    def __repr__(self):
        return '<handler of the JVM for signal %d>' % self.signum


def end(handler, signum, frame):
    """What a forked child does where its handler calls that of the JVM."""
    _signal.signal(signum, _signal.SIG_DFL)
    os.kill(os.getpid(), signum)


def install(save, restore, is_vital, of_python):
    set_now = _signal.signal
    main = _thread.get_ident()
    get_handler = _signal.getsignal
    handlers = {}  # by signal; what the JVM handles now, or has handled
    current = set()  # of these, the signals that were given back to the JVM

    def handler_of(signum):
        if signum not in handlers:
            handlers[signum] = JvmHandler(signum)
        return handlers[signum]

    def set_handler(signum, handler):
        # While Sanca stops a thread, CPython takes that for its main one, for some milliseconds.
        for _ in range(1000 if _thread.get_ident() == main else 0):
            try:
                return set_now(signum, handler)
            except ValueError:
                time.sleep(0.001)
        return set_now(signum, handler)

    @functools.wraps(get_handler)
    def getsignal(signalnum, /):
        known = get_handler(signalnum)  # refuses what is no signal
        return handler_of(int(signalnum)) if known is None or int(signalnum) in current else known

    @functools.wraps(set_now)
    def signal(signalnum, handler, /):
        signum = int(signalnum)
        if is_vital(signum):
            raise ValueError('signal %d belongs to the JVM, which would end without it: choose another signal, such as '
                             'SIGUSR1' % signum)
        known = handler_of(signum) if get_handler(signum) is None or signum in current else None
        if isinstance(handler, JvmHandler):
            if handler.signum != signum:
                raise ValueError('%r cannot handle signal %d: set it for the signal it came from' % (handler, signum))
            if known is handler:
                return known
            old = set_handler(signum, _signal.SIG_DFL)
            restore(signum, handler.action)
            current.add(signum)
            return old
        if known is not None and known.action is None:
            known.action = save(signum)
        old = set_handler(signum, handler)
        current.discard(signum)
        return old if known is None else known

    def after_fork_in_child():
        # A forked child has no JVM that could answer: signals end it as they end a child of python3, and no handler calls Java.
        _signal.getsignal = get_handler
        _signal.signal = set_now
        JvmHandler.__call__ = end
        defaults = {'SIGINT': _signal.default_int_handler, 'SIGTERM': _signal.SIG_DFL, 'SIGHUP': _signal.SIG_DFL}
        for name, default in defaults.items():
            signum = getattr(_signal, name, None)
            if signum is not None and (signum in current or get_handler(signum) is None):
                set_now(signum, default)

    _signal.getsignal = getsignal
    _signal.signal = signal
    if hasattr(os, 'register_at_fork'):
        os.register_at_fork(after_in_child=after_fork_in_child)
    if of_python:
        signal(_signal.SIGINT, _signal.default_int_handler)
        if hasattr(_signal, 'SIGPIPE'):
            signal(_signal.SIGPIPE, _signal.SIG_IGN)
