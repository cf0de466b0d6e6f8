package dev.sanca.scripting;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one namespace of Python as {@link Bindings}: a view, each access of which attaches. Names between double
 * underscores are Python's own and are hidden, unless asked for by name.
 */
final class PythonBindings extends AbstractMap<String, @Nullable Object> implements Bindings {
    private @Nullable Namespace namespace;

    /** Returns the namespace, which is made, and Python started, at the first use. */
    synchronized Namespace namespace(Python py) {
        Namespace known = namespace;
        if (known == null) {
            known = new Namespace(py);
            namespace = known;
        }
        return known;
    }

    private static String checked(@Nullable Object key) {
        if (!(Objects.requireNonNull(key, "key") instanceof String name)) {
            throw new ClassCastException(
                    "the name of a variable is a String, not " + key.getClass().getName());
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a variable has at least one character");
        }
        return name;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        String name = checked(key);
        return Python.attach(py -> {
            try (PyDict globals = namespace(py).globals(py)) {
                return globals.contains(name) ? Values.toJava(globals.getItem(name)) : null;
            }
        });
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        String name = checked(key);
        return Python.attach(py -> {
            try (PyDict globals = namespace(py).globals(py)) {
                return globals.contains(name);
            }
        });
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        String name = checked(key);
        return Python.attach(py -> {
            try (PyDict globals = namespace(py).globals(py)) {
                Object before = globals.contains(name) ? Values.toJava(globals.getItem(name)) : null;
                globals.setItem(name, value);
                return before;
            }
        });
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        String name = checked(key);
        return Python.attach(py -> {
            try (PyDict globals = namespace(py).globals(py)) {
                if (!globals.contains(name)) {
                    return null;
                }
                Object before = Values.toJava(globals.getItem(name));
                globals.delItem(name);
                return before;
            }
        });
    }

    @Override
    public void clear() {
        names().forEach(this::remove);
    }

    /** Returns the names that are variables of scripts, as they are now. */
    private List<String> names() {
        return Python.attach(py -> {
            try (PyDict globals = namespace(py).globals(py)) {
                List<String> names = new ArrayList<>();
                for (PyAny key : globals) {
                    String name = key.str();
                    if (!(name.startsWith("__") && name.endsWith("__"))) {
                        names.add(name);
                    }
                    key.close();
                }
                return names;
            }
        });
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names().size();
            }

            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                return entries().iterator();
            }
        };
    }

    private List<Entry<String, @Nullable Object>> entries() {
        List<Entry<String, @Nullable Object>> entries = new ArrayList<>();
        for (String name : names()) {
            entries.add(new Variable(name));
        }
        return entries;
    }

    private final class Variable extends SimpleEntry<String, @Nullable Object> {
        private static final long serialVersionUID = 1;

        Variable(String name) {
            super(name, PythonBindings.this.get(name));
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            PythonBindings.this.put(getKey(), value);
            return super.setValue(value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this; // a namespace, not its content
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
