package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Converts a Python object to an implementation of a Java interface: a callable for a functional interface, any object but
 * {@code None} for another one. A proxy of a Java object that implements the interface becomes that object, and a value whose Java class
 * implements it, such as a {@code str} for {@code Comparable}, that value.
 */
final class InterfaceReader {
    private InterfaceReader() {}

    /** Returns the reader of an interface; null if the interface cannot be implemented by a {@link java.lang.reflect.Proxy}. */
    static @Nullable Reader of(Class<?> type, Type[] arguments) {
        if (type.isSealed() || type.isAnnotation()) {
            return null;
        }
        Method function = FunctionalInterfaces.method(type);
        TypeArguments known = TypeArguments.of(type, arguments);
        return (state, word, depth) -> {
            Object java = Operations.of(state).unwrapOrNull(state, word);
            if (type.isInstance(java)) {
                return java;
            }
            Object natural = isCallableOrNone(state, word)
                    ? NaturalValues.NONE
                    : DefaultConversion.readOr(NaturalValues.NONE, state, word, depth);
            if (type.isInstance(natural)) {
                return natural;
            } else if (natural != NaturalValues.NONE && type.getMethods().length == 0) {
                throw Numbers.wrongType(
                        state, word, type.getSimpleName(), "a value of a class that implements the interface");
            }
            check(state, word, type, function);
            return InterfaceView.ofArgument(state, word, type, known);
        };
    }

    private static boolean isCallableOrNone(ThreadState state, long word) {
        return TypeReads.isNone(word) || Operations.of(state).isCallable(state, word);
    }

    private static void check(ThreadState state, long word, Class<?> type, @Nullable Method function) {
        if (TypeReads.isNone(word)) {
            throw Numbers.wrongType(state, word, type.getSimpleName(), "an object with its methods");
        } else if (function != null
                && !Operations.of(state).isCallable(state, word)
                && !Operations.of(state).hasAttr(state, word, function.getName())) {
            throw Numbers.wrongType(
                    state, word, type.getSimpleName(), "callable, nor has it a method " + function.getName());
        }
    }
}
