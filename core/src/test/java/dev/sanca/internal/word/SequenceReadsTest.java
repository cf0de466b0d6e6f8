package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.RawPython;
import dev.sanca.internal.ffi.bytesobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class})
class SequenceReadsTest {

    @Test
    void listIsReadAsItChanges() {
        RawPython.exec("it = [object() for _ in range(300)]");
        long list = RawPython.eval("it");
        String[] changes = {"it.append(1)", "del it[5]", "it.insert(0, 'x')", "it *= 3", "it.clear()", "it += [7]"};
        for (String change : changes) {
            checkList(list);
            RawPython.exec(change);
        }
        checkList(list);
        Word.decref(list);
    }

    private static void checkList(long list) {
        long size = RawPython.evalLong("len(it)");
        assertThat(SequenceReads.listSize(list)).isEqualTo(size);
        for (long i = 0; i < size; i++) {
            long item = listobject_h.PyList_GetItem(list, i);
            assertThat(SequenceReads.listItem(list, i)).isEqualTo(item);
            if (SequenceReads.hasItemAddresses(list)) {
                assertThat(Memory.getLong(SequenceReads.listItems(list) + 8 * i))
                        .isEqualTo(item);
            }
        }
    }

    @Test
    void tupleAndNamedTupleAreRead() {
        for (String expression :
                new String[] {"()", "(1,)", "tuple(range(1000, 1100))", "__import__('os').stat('.')"}) {
            long tuple = RawPython.eval(expression);
            assertThat(SequenceReads.tupleSize(tuple)).isEqualTo(tupleobject_h.PyTuple_Size(tuple));
            for (long i = 0; i < SequenceReads.tupleSize(tuple); i++) {
                long item = tupleobject_h.PyTuple_GetItem(tuple, i);
                assertThat(SequenceReads.tupleItem(tuple, i)).isEqualTo(item);
            }
            Word.decref(tuple);
        }
    }

    @Test
    void freshItemsAreTaken() {
        long list = listobject_h.PyList_New(3);
        long tuple = tupleobject_h.PyTuple_New(3);
        for (int i = 0; i < 3; i++) {
            long item = longobject_h.PyLong_FromLongLong(5_000 + i);
            SequenceReads.setFreshListItem(list, i, Word.newRef(item));
            SequenceReads.setFreshTupleItem(tuple, i, item);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(longobject_h.PyLong_AsLongLong(listobject_h.PyList_GetItem(list, i)))
                    .isEqualTo(5_000 + i);
            assertThat(tupleobject_h.PyTuple_GetItem(tuple, i)).isEqualTo(listobject_h.PyList_GetItem(list, i));
        }
        Word.decref(list);
        Word.decref(tuple);
    }

    @Test
    void dictSizeFollowsChanges() {
        RawPython.exec("it = {}");
        long dict = RawPython.eval("it");
        String[] changes = {"it['a'] = 1", "it.update({i: i for i in range(99)})", "del it[5]", "it.clear()"};
        for (String change : changes) {
            RawPython.exec(change);
            assertThat(SequenceReads.dictSize(dict)).as(change).isEqualTo(RawPython.evalLong("len(it)"));
        }
        Word.decref(dict);
        long split = RawPython.eval("type('T', (), {'__init__': lambda s: setattr(s, 'a', 1)})().__dict__");
        assertThat(SequenceReads.dictSize(split)).isOne();
        Word.decref(split);
    }

    @Test
    void bytesAreRead() {
        for (String expression : new String[] {"b''", "b'x'", "bytes(range(256))", "type('B', (bytes,), {})(b'abc')"}) {
            long word = RawPython.eval(expression);
            assertThat(BytesReads.bytesSize(word)).isEqualTo(bytesobject_h.PyBytes_Size(word));
            assertThat(BytesReads.bytesAddress(word)).isEqualTo(bytesobject_h.PyBytes_AsString(word));
            Word.decref(word);
        }
    }
}
