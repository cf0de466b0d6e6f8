"""What a runtime's operations are made of, where one operation of its own would not do.

Evaluated once for each runtime, in a dict of its own; Java looks functions up here by name, those of the modules operator
and builtins included.
"""

import builtins
import sys
import types
from operator import *
from builtins import *

# ---- types ----

_EXACT = 1 << 16
_known = []
_bits_of = {}


def know(*names):
    """
    Sets the built-in types that known_types tells, by name. The place in the list is the number of a bit; Java has the list.
    """
    _known.extend(type(None) if name == 'NoneType' else getattr(builtins, name) for name in names)
    _bits_of.update({id(t): _bits(t) | _EXACT << i for i, t in enumerate(_known)})


def _bits(t):
    return sum(1 << i for i, known in enumerate(_known) if issubclass(t, known))


def known_types(x):
    """Bits 0-15: the known types that x is an instance of; bits 16-31: the one that is its type."""
    t = type(x)
    bits = _bits_of.get(id(t))
    return _bits(t) if bits is None else bits


def type_name(t):
    module = getattr(t, '__module__', None)
    name = getattr(t, '__qualname__', None)
    name = name if isinstance(name, str) else ''
    if not isinstance(module, str) or module in ('', 'builtins', '__main__'):
        return name
    return module + '.' + name


def type_name_of(x):
    return type_name(type(x))


def is_derived(x, t):
    return issubclass(type(x), t)


def is_exactly(x, t):
    return type(x) is t


# ---- protocols ----


def is_iterator(x):
    return hasattr(type(x), '__next__')


def is_iterable(x):
    return hasattr(type(x), '__iter__') or hasattr(type(x), '__getitem__')


def is_index(x):
    return hasattr(type(x), '__index__')


def is_number(x):
    t = type(x)
    return hasattr(t, '__index__') or hasattr(t, '__float__') or hasattr(t, '__int__') or issubclass(t, complex)


# Comparisons by the names in module operator, but as PyObject_RichCompareBool: the same object is equal to itself.


def lt(a, b):
    return bool(a < b)


def le(a, b):
    return bool(a <= b)


def eq(a, b):
    return a is b or bool(a == b)


def ne(a, b):
    return a is not b and bool(a != b)


def gt(a, b):
    return bool(a > b)


def ge(a, b):
    return bool(a >= b)


def ellipsis():
    return ...


def not_implemented():
    return NotImplemented


# ---- containers: as C does it, whatever a subclass says ----

MISSING = object()

list_size = list.__len__
list_item = list.__getitem__
append = list.append
tuple_size = tuple.__len__
tuple_item = tuple.__getitem__
add_to_set = set.add
dict_size = dict.__len__


def list_of(*items):
    return list(items)


def tuple_of(*items):
    return items


def set_of(*items):
    return set(items)


def dict_get(d, key):
    return dict.get(d, key, MISSING)


def dict_keys(d):
    return list(dict.keys(d))


def dict_values(d):
    return list(dict.values(d))


def dict_items(d):
    return list(dict.items(d))


def entries(d):
    """Keys and values by turns."""
    return iter([part for entry in dict.items(d) for part in entry])


# ---- buffers ----


def is_buffer(x):
    try:
        memoryview(x).release()
    except Exception:
        return False
    return True


def list_of_numbers(view, format):
    return view.cast(format).tolist()


def buffer(x):
    """A copy of the bytes, and what the memoryview says of them."""
    with memoryview(x) as view:
        return (view.tobytes(), view.format, view.itemsize, view.readonly, view.c_contiguous,
                iter(view.shape or ()), iter(view.strides or ()))


def buffer_or_none(x):
    try:
        return buffer(x)
    except Exception:
        return None


# ---- code ----


def module_from_code(code, file, name):
    """As PyImport_ExecCodeModuleObject: the module that sys.modules has afterwards."""
    module = sys.modules.get(name)
    if module is None:
        module = sys.modules[name] = types.ModuleType(name)
    module.__file__ = file
    module.__dict__.setdefault('__builtins__', builtins)
    try:
        exec(code, module.__dict__)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return sys.modules[name]


# ---- exceptions ----

_JAVA_TYPES = []  # by the numbers that Java knows them by; they live as long as the process
_JAVA_TYPE_IDS = set()


def java_exception_type(name, above, nearest):
    """
    The number of a new type for a Java class of exceptions; its bases are the type of the superclass, a number or None, and
    a built-in one, a name or None, which is left out where the two do not go together.
    """
    module, _, short = name.rpartition('.')
    bases = () if above is None else (_JAVA_TYPES[above],)
    built_in = () if nearest is None else (getattr(builtins, nearest),)
    namespace = {'__module__': module}
    try:
        made = type(short, bases + built_in, namespace)
    except TypeError:
        made = type(short, bases or built_in, namespace)
    _JAVA_TYPES.append(made)
    _JAVA_TYPE_IDS.add(id(made))
    return len(_JAVA_TYPES) - 1


def java_exception(number, message, java, cause, notes):
    exception = _JAVA_TYPES[number]() if message is None else _JAVA_TYPES[number](message)
    exception.__java__ = java
    if cause is not None:
        exception.__cause__ = cause
    if notes:
        exception.__notes__ = notes.split('\n')
    return exception


def carried(exception):
    """The Java exception in a Python one; None if there is none."""
    return exception.__dict__.get('__java__') if id(type(exception)) in _JAVA_TYPE_IDS else None


def built_in_error(name, message):
    return getattr(builtins, name)(message)


def cause(exception):
    if exception.__cause__ is not None:
        return exception.__cause__
    return None if exception.__suppress_context__ else exception.__context__


# ---- starting ----


def add_path(directory):
    sys.path.append(directory)


def functions():
    """The names and values of everything here that can be called, by turns."""
    return iter([part for name, value in globals().items() if callable(value) for part in (name, value)])
