"""Keeps two functions of Python's from taking what the JVM needs."""

import _thread
import faulthandler
import functools
import sys


def install(save, restore, least):
    enable = faulthandler.enable

    @functools.wraps(enable)
    def guarded_enable(*args, **kwargs):
        saved = save()
        try:
            return enable(*args, **kwargs)
        finally:
            restore(saved)

    faulthandler.enable = guarded_enable

    stack_size = _thread.stack_size

    @functools.wraps(stack_size)
    def guarded_stack_size(*args):
        if args and isinstance(args[0], int) and 0 < args[0] < least:
            raise ValueError('a stack of %d bytes is too small for a thread that calls Java, which would end the process: '
                             'use %d or more, or 0' % (args[0], least))
        return stack_size(*args)

    _thread.stack_size = guarded_stack_size
    threading = sys.modules.get('threading')
    if threading is not None:
        threading.stack_size = guarded_stack_size
