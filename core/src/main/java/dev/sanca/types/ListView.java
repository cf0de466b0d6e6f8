package dev.sanca.types;

import dev.sanca.internal.word.TypeReads;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import org.jspecify.annotations.Nullable;

/** What {@link PyList#asList} returns. */
final class ListView extends AbstractList<PyAny> {
    private final PyList list;

    ListView(PyList list) {
        this.list = list;
    }

    @Override
    public PyAny get(int index) {
        return list.get(index);
    }

    @Override
    public int size() {
        return list.len();
    }

    /** Of a subclass, the elements that Python iterates over. */
    @Override
    public Iterator<PyAny> iterator() {
        return TypeReads.isExactList(list.word()) ? super.iterator() : new OfSubclass();
    }

    /** Of a subclass of unknown size: {@code len(list)} may say another. */
    @Override
    public Spliterator<PyAny> spliterator() {
        return TypeReads.isExactList(list.word())
                ? super.spliterator()
                : Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
    }

    /** By {@code iter(list)}; after a removal, which Python's iterator would not notice, by index. */
    private final class OfSubclass implements Iterator<PyAny> {
        private @Nullable Iterator<PyAny> elements = list.iterator();
        private int next;

        @Override
        public boolean hasNext() {
            return elements != null ? elements.hasNext() : next < size();
        }

        @Override
        public PyAny next() {
            PyAny element = elements != null ? elements.next() : get(next);
            next++;
            return element;
        }

        @Override
        public void remove() {
            if (next == 0) {
                throw new IllegalStateException("remove() needs a next() before it");
            }
            ListView.this.remove(--next);
            elements = null;
        }
    }

    @Override
    public PyAny set(int index, PyAny value) {
        PyAny before = list.get(index);
        list.set(index, value);
        return before;
    }

    @Override
    public void add(int index, PyAny value) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException(index);
        }
        list.insert(index, value);
        modCount++;
    }

    @Override
    public PyAny remove(int index) {
        PyAny before = list.get(index);
        list.delItem(index);
        modCount++;
        return before;
    }
}
