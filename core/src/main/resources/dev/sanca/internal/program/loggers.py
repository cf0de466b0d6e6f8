"""A handler of logging that passes records on to the loggers of Java."""

import logging


class JavaHandler(logging.Handler):
    def __init__(self, is_loggable, log):
        super().__init__()
        self._is_loggable = is_loggable
        self._log = log

    def createLock(self):
        self.lock = None  # Java's loggers have locks of their own; one of Python's around them could deadlock

    def handle(self, record):
        kept = self.filter(record)
        if kept:
            self.emit(kept if isinstance(kept, logging.LogRecord) else record)  # 3.12 and later: another record
        return kept

    def emit(self, record):
        try:
            name = 'python' if record.name == 'root' else record.name
            if not self._is_loggable(name, record.levelno):
                return
            message = self.format(record) if self.formatter else record.getMessage()
            if record.stack_info and not self.formatter:
                message += '\n' + record.stack_info
            thrown = record.exc_info[1] if record.exc_info else None
            carrier = None
            if thrown is not None:
                carrier = Exception()
                carrier.__cause__ = thrown
            self._log(name, record.levelno, message, carrier)
        except Exception:
            self.handleError(record)


def install(is_loggable, log):
    root = logging.getLogger()
    if any(type(handler).__name__ == 'JavaHandler' and hasattr(handler, '_is_loggable') for handler in root.handlers):
        return
    root.addHandler(JavaHandler(is_loggable, log))
    root.setLevel(logging.NOTSET)
