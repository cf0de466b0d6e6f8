package dev.sanca.types;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link PyDict#asMap} returns. */
final class DictView extends AbstractMap<PyAny, PyAny> {
    private final PyDict dict;

    DictView(PyDict dict) {
        this.dict = dict;
    }

    @Override
    public int size() {
        return dict.len();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return dict.contains(key);
    }

    @Override
    public @Nullable PyAny get(@Nullable Object key) {
        return dict.get(key);
    }

    @Override
    public @Nullable PyAny put(PyAny key, PyAny value) {
        PyAny before = dict.get(key);
        dict.setItem(key, value);
        return before;
    }

    @Override
    public @Nullable PyAny remove(@Nullable Object key) {
        PyAny before = dict.get(key);
        if (before != null) {
            dict.delItem(key);
        }
        return before;
    }

    @Override
    public Set<Map.Entry<PyAny, PyAny>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return dict.len();
            }

            @Override
            public Iterator<Map.Entry<PyAny, PyAny>> iterator() {
                return entries(dict.items());
            }
        };
    }

    private Iterator<Map.Entry<PyAny, PyAny>> entries(PyList items) {
        return new Iterator<>() {
            private int next;
            private @Nullable PyAny last;

            @Override
            public boolean hasNext() {
                return next < items.len();
            }

            @Override
            public Map.Entry<PyAny, PyAny> next() {
                try (PyTuple item = items.get(next++).cast(PyTuple.class)) {
                    last = item.get(0);
                    return new AbstractMap.SimpleEntry<>(last, item.get(1)) {
                        @Override
                        public PyAny setValue(PyAny value) {
                            dict.setItem(getKey(), value);
                            return super.setValue(value);
                        }
                    };
                }
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException("remove() needs a next() before it");
                }
                dict.delItem(last);
                last = null;
            }
        };
    }
}
