# The operations of GraalPyRuntime in Python. Tracebacks do not show the frames of this file, because it is loaded as
# internal source. A function of this file never lets an exception reach Java: it catches the exception and calls
# `raised(error)`, which stores it in Java, and returns. An exception that crosses into Java costs five times as much, and
# SystemExit would lose its code.


def make(raised, on_daemon):
    import _thread
    import atexit
    import importlib
    import sys
    import threading
    import types

    end = object()
    missing = object()
    NO_STACK = "maximum recursion depth exceeded: the Java stack is used up"

    class Raised:
        """The result of a Java function that has thrown. `error` is None if the stack had run out."""

        __slots__ = ("error",)

        def __init__(self, error):
            self.error = error

    class JavaError(BaseException):
        """A Throwable that Sanca has not turned into another Python exception."""

        __slots__ = ("wrapped",)

    class JavaFunction:
        """A callable that is no descriptor, as a built-in function of CPython: an attribute of a class, it does not bind."""

        __slots__ = ("_invoke", "__name__", "__qualname__", "__weakref__")
        __module__ = "builtins"
        __class__ = property(lambda self: types.BuiltinFunctionType)
        __self__ = None
        __doc__ = None

        def __init__(self, invoke, name):
            self._invoke = invoke
            self.__name__ = self.__qualname__ = name

        def __call__(self, /, *args, **kwargs):
            try:
                result = self._invoke(kwargs or None, *args)
            except BaseException as e:
                if is_foreign(e):
                    raise recursion_error(NO_STACK) from None
                raise
            return answer(result)

        def __repr__(self):
            return f"<built-in function {self.__name__}>"

        def __reduce__(self):
            raise TypeError("a Java function cannot be pickled")

    JavaFunction.__name__ = JavaFunction.__qualname__ = "builtin_function_or_method"

    class JavaObject:
        """A proxy of a Java object, as on CPython: public methods are attributes, and a subclass may add others."""

        __slots__ = ("_sanca",)
        __module__ = "sanca"
        __qualname__ = "JavaObject"

        def __new__(cls, /, *given, **names):
            if len(given) != 1 or names or not is_java_object(given[0]):
                raise TypeError("a JavaObject is made of one Java object, which only Java makes")
            return new_java_object(cls, java_of(given[0]))

        def __init__(self, /, *given, **names):
            pass

        def __getattribute__(self, name):
            """Names that start with two underscores are looked up in Python only; a subclass comes before Java."""
            if name.startswith("__"):
                return generic_attribute(self, name)
            if type(self) is not JavaObject:
                try:
                    return generic_attribute(self, name)
                except AttributeError:
                    pass
            value = member(self, name)
            if value is missing:
                raise AttributeError(f"the Java object has no attribute '{name}'", name=name, obj=self)
            return value

        def __dir__(self):
            return sorted({*object.__dir__(self), *do(self, "names").split()})

        def __repr__(self):
            return str(do(self, "toString"))

        def __hash__(self):
            return do(self, "hashCode")

        def __eq__(self, other):
            return do(self, "equals", other) if is_java_object(other) else NotImplemented

        def __lt__(self, other):
            return do(self, "compareTo", other) < 0 if are_ordered(self, other) else NotImplemented

        def __le__(self, other):
            return do(self, "compareTo", other) <= 0 if are_ordered(self, other) else NotImplemented

        def __gt__(self, other):
            return do(self, "compareTo", other) > 0 if are_ordered(self, other) else NotImplemented

        def __ge__(self, other):
            return do(self, "compareTo", other) >= 0 if are_ordered(self, other) else NotImplemented

    generic_attribute = object.__getattribute__
    java_slot = JavaObject._sanca
    del JavaObject._sanca  # only this file uses the slot

    def new_java_object(cls, java):
        made = object.__new__(cls)
        java_slot.__set__(made, java)
        return made

    def is_java_object(o):
        return issubclass(type(o), JavaObject)

    def java_of(o):
        """Returns the wrapped Java object, the function that finds a member, and the function for everything else."""
        try:
            return java_slot.__get__(o)
        except AttributeError:
            raise TypeError("this JavaObject was made without a Java object, which only Java makes") from None

    def member(o, name):
        return ask(java_of(o)[1], name)

    def are_ordered(a, b):
        return is_java_object(b) and ask(java_of(a)[2], "isOrdered", b)

    def do(o, name, *args):
        """Calls the member if there is one, so that its exceptions become Python exceptions of the nearest kind."""
        method = missing if name == "names" else member(o, name)
        return ask(java_of(o)[2], name, *args) if method is missing else method(*args)

    def ask(java, *args):
        try:
            result = java(*args)
        except BaseException as e:
            if is_foreign(e):
                raise recursion_error(NO_STACK) from None
            raise
        return answer(result)

    def answer(result):
        if type(result) is Raised:
            raise recursion_error(NO_STACK) if result.error is None else result.error
        return result

    def is_foreign(e):
        """Whether Java threw e. It is a StackOverflowError, since Java functions return all other exceptions."""
        return type(e).__name__ == "ForeignException"

    def same(o):
        return o

    def is_(a, b):
        return a is b

    def type_(o):
        return type(o)

    def none():
        return None

    def integer(i):
        return int(i)

    def index(i):
        return int.__index__(i)

    def floating(f):
        return float.__float__(f)

    def bytes_(text):
        return text.encode("latin-1")

    def buffer(text, read_only):
        data = text.encode("latin-1")
        return memoryview(data if read_only else bytearray(data))

    def get_attr(o, name):
        try:
            return getattr(o, name)
        except BaseException as e:
            return raised(e)

    def set_attr(o, name, value):
        try:
            setattr(o, name, value)
        except BaseException as e:
            raised(e)

    def del_attr(o, name):
        try:
            delattr(o, name)
        except BaseException as e:
            raised(e)

    def get_item(o, key):
        try:
            return o[key]
        except BaseException as e:
            return raised(e)

    def next_(iterator):
        try:
            return next(iterator, end)
        except BaseException as e:
            return raised(e)

    def call(f, *args):
        try:
            return f(*args)
        except BaseException as e:
            return raised(e)

    def call_with_keywords(f, n, *args):
        """Positional arguments, then n names, then n values."""
        try:
            first = len(args) - 2 * n
            return f(*args[:first], **dict(zip(args[first : first + n], args[first + n :])))
        except BaseException as e:
            return raised(e)

    def import_module(name):
        try:
            return importlib.import_module(name)
        except BaseException as e:
            return raised(e)

    def compile_(source, file_name, mode):
        try:
            if "\0" in source:  # CPython refuses it, GraalPy does not
                raise SyntaxError("source code string cannot contain null bytes")
            source.encode()  # CPython refuses lone surrogates, too
            return compile(source, file_name, mode, dont_inherit=True)
        except BaseException as e:
            return raised(e)

    def evaluate(code, has_globals, global_names, has_locals, local_names):
        try:
            if not has_globals:
                global_names = sys.modules["__main__"].__dict__
            return eval(code, global_names, local_names if has_locals else global_names)
        except BaseException as e:
            return raised(e)

    def function(invoke, name):
        return JavaFunction(invoke, name)

    def java_object(wrapped, get, do):
        return new_java_object(JavaObject, (wrapped, get, do))

    def wrapped(o):
        """Returns the wrapped Java object, or None for any other object and for a JavaObject without one."""
        try:
            return java_of(o)[0] if is_java_object(o) else None
        except TypeError:
            return None

    no_stack = Raised(None)

    def java_error(throwable):
        error = JavaError()
        error.wrapped = throwable
        return Raised(error)

    def throwable(error):
        return error.wrapped if type(error) is JavaError else missing if is_foreign(error) else None

    def recursion_error(message):
        return RecursionError(message)

    def version():
        return ".".join(map(str, sys.version_info[:3]))

    def shut_down(*exiting):
        """Does what a program can observe of CPython's finalization. `threading._shutdown` would wait for the threads in
        `exiting`, which wait for this function."""
        try:
            for call in reversed(threading._threading_atexits):
                call()
            while alive := [t for t in threading.enumerate() if is_awaited(t) and t.ident not in exiting]:
                alive[0].join()
        except BaseException:
            sys.excepthook(*sys.exc_info())
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except BaseException:
                pass

    def is_awaited(thread):
        return not thread.daemon and thread is not threading.main_thread() and thread is not threading.current_thread()

    start_thread = _thread.start_new_thread

    def start_new_thread(function, args, kwargs={}):
        """Starts a thread from a daemon thread of Java. GraalPy's threads inherit being daemons; otherwise the JVM would
        wait for them. `shut_down` waits for those that are not daemons in Python."""
        started = []

        def start():
            try:
                started.append(start_thread(function, args, kwargs))
            except BaseException as e:
                started.append(Raised(e))

        on_daemon(start)
        return answer(started[0])

    _thread.start_new_thread = _thread.start_new = threading._start_new_thread = start_new_thread
    if not sys.argv:
        sys.argv = [""]
    return {
        name.rstrip("_"): value
        for name, value in locals().items()
        if not isinstance(value, (type, types.ModuleType)) or name == "Raised"
    }


make
