package dev.sanca.types;

import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** An argument: a reference, whose word is borrowed; or a Java value, which is converted to an object that is released after the call. */
final class Operand {
    private Operand() {}

    /** The word of an operand; pass both to {@link #release} afterwards. */
    static long word(ThreadState state, @Nullable Object operand) {
        return operand instanceof PyAny ref ? Refs.word(state, ref) : ToPython.convert(state, operand);
    }

    /** Ends the use of an operand's word. */
    static void release(@Nullable Object operand, long word) {
        if (operand instanceof PyAny) {
            Reference.reachabilityFence(operand);
        } else {
            Word.decref(word);
        }
    }
}
