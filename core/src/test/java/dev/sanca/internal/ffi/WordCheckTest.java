package dev.sanca.internal.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In JVMs of their own, since a JVM checks words or does not from its start. */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class WordCheckTest {

    @Test
    void wordThatIsNoPointerStopsBeforePython() {
        String output = ChildJvm.of(WordCheckProgram.class)
                .options("-Dsanca.debug=true")
                .run()
                .orFail();
        assertThat(output)
                .contains("argument 2 of PyList_Append is the word 0x15,")
                .contains("argument 1 of PyObject_Repr is the word 0x1004,")
                .contains("item 1 of the argument array of PyObject_VectorcallDict is the word 0x7,")
                .contains("item 2 of the argument array of PyObject_VectorcallMethod is the word 0x9,")
                .contains("result of PyLong_FromVoidPtr is the word 0x3,")
                .containsPattern("(new item of a list|argument 3 of PyList_SetItem) is the word 0x21,")
                .containsPattern("(new item of a tuple|argument 3 of PyTuple_SetItem) is the word 0x23,")
                .endsWith("NULL passes, and so do objects: 3\n");
    }

    @Test
    void nothingIsCheckedUnlessAsked() {
        String output = ChildJvm.of(WordCheckProgram.class)
                .options("-Dsanca.debug=false")
                .run()
                .orFail();
        assertThat(output).isEqualTo("handles are plain: true\n");
    }
}
