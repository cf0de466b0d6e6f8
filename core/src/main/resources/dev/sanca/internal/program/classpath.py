"""Imports modules from the jars of the program: a path hook for one entry of sys.path.

Java gives the names of all files below the directory `python`, and the content of a file.
"""

import _frozen_importlib_external
import importlib.machinery
import sys

ENTRY = 'classpath:/python'


class _Files:
    """The files of all jars, listed at the first import that looks for one."""

    def __init__(self, names, read):
        self._names = names
        self._read = read
        self._files = None

    def _listed(self):
        if self._files is None:
            files = frozenset(self._names())
            directories = {''}
            for name in files:
                while '/' in name:
                    name = name.rpartition('/')[0]
                    directories.add(name)
            self._directories = directories
            self._files = files
        return self._files

    def is_file(self, name):
        return name in self._listed()

    def is_dir(self, name):
        self._listed()
        return name in self._directories

    def children(self, name):
        start = name + '/' if name else ''
        found = {}
        for file in self._listed():
            if file.startswith(start):
                child, slash, _ = file[len(start):].partition('/')
                found[child] = bool(slash)
        return found

    def read(self, name):
        data = self._read(name) if self.is_file(name) else None
        if data is None:
            raise FileNotFoundError(2, 'no such file in the jars of the program', ENTRY + '/' + name)
        return data


class _Loader(_frozen_importlib_external.SourceLoader):
    def __init__(self, files, fullname, name):
        self._files = files
        self._name = name
        self.name = fullname
        self.path = ENTRY + '/' + name

    def get_filename(self, fullname):
        return self.path

    def get_data(self, path):
        return self._files.read(path[len(ENTRY) + 1:] if path.startswith(ENTRY + '/') else path)

    def path_stats(self, path):
        raise OSError  # compiled code is not kept

    def is_package(self, fullname):
        return self._name.endswith('/__init__.py')

    def get_resource_reader(self, fullname):
        return _reader(self._files, self._name.rpartition('/')[0])


def _reader(files, directory):
    try:
        from importlib.resources.abc import TraversableResources
    except ImportError:  # before 3.11
        from importlib.abc import TraversableResources

    class Reader(TraversableResources):
        def files(self):
            return _Resource(files, directory)

    return Reader()


class _Resource:
    """A file or directory, as importlib.resources needs it: a Traversable."""

    def __init__(self, files, path):
        self._files = files
        self._path = path

    @property
    def name(self):
        return self._path.rpartition('/')[2]

    def is_dir(self):
        return self._files.is_dir(self._path)

    def is_file(self):
        return self._files.is_file(self._path)

    def iterdir(self):
        if not self.is_dir():
            raise NotADirectoryError(20, 'no directory in the jars of the program', str(self))
        return iter([self.joinpath(name) for name in sorted(self._files.children(self._path))])

    def joinpath(self, *names):
        path = self._path
        for part in '/'.join(map(str, names)).split('/'):
            if part == '..':
                path = path.rpartition('/')[0]
            elif part not in ('', '.'):
                path = path + '/' + part if path else part
        return _Resource(self._files, path)

    __truediv__ = joinpath

    def open(self, mode='r', *args, **kwargs):
        import io
        if set(mode) & set('wax+'):
            raise OSError(30, 'files in jars cannot be written', str(self))
        data = io.BytesIO(self.read_bytes())
        return data if 'b' in mode else io.TextIOWrapper(data, *args, **kwargs)

    def read_bytes(self):
        return self._files.read(self._path)

    def read_text(self, encoding=None, errors='strict'):
        return self.read_bytes().decode(encoding or 'utf-8', errors)

    def __str__(self):
        return ENTRY + '/' + self._path if self._path else ENTRY

    def __repr__(self):
        return '<%s>' % self


class _Finder:
    def __init__(self, files, directory):
        self._files = files
        self._directory = directory

    def find_spec(self, fullname, target=None):
        tail = fullname.rpartition('.')[2]
        path = self._directory + '/' + tail if self._directory else tail
        files = self._files
        if files.is_file(path + '/__init__.py'):
            return self._spec(fullname, path + '/__init__.py', [ENTRY + '/' + path])
        if files.is_file(path + '.py'):
            return self._spec(fullname, path + '.py', None)
        if files.is_dir(path):
            spec = importlib.machinery.ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = [ENTRY + '/' + path]
            return spec
        for suffix in importlib.machinery.EXTENSION_SUFFIXES:
            if files.is_file(path + suffix):
                raise ImportError('%s is an extension module in a jar of the program, and the system loads only files: '
                                  'put it into a directory' % fullname, name=fullname, path=ENTRY + '/' + path + suffix)
        return None

    def _spec(self, fullname, name, locations):
        loader = _Loader(self._files, fullname, name)
        spec = importlib.machinery.ModuleSpec(fullname, loader, origin=loader.path, is_package=locations is not None)
        spec.has_location = True
        if locations is not None:
            spec.submodule_search_locations = locations
        return spec

    def invalidate_caches(self):
        pass

    def iter_modules(self, prefix=''):  # for pkgutil
        for name, is_directory in sorted(self._files.children(self._directory).items()):
            if is_directory:
                path = self._directory + '/' + name if self._directory else name
                if self._files.is_file(path + '/__init__.py'):
                    yield prefix + name, True
            elif name.endswith('.py') and name != '__init__.py':
                yield prefix + name[:-3], False


def install(directories, has_jars, names, read):
    entries = list(directories)
    if has_jars:
        files = _Files(names, read)

        def hook(entry):
            if entry != ENTRY and not entry.startswith(ENTRY + '/'):
                raise ImportError('not in the jars of the program: ' + entry)
            return _Finder(files, entry[len(ENTRY) + 1:])

        sys.path_hooks.append(hook)
        entries.append(ENTRY)
    sys.path[:0] = [entry for entry in entries if entry not in sys.path]
