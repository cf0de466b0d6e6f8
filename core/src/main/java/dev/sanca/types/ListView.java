package dev.sanca.types;

import java.util.AbstractList;

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
