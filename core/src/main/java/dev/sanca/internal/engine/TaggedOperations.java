package dev.sanca.internal.engine;

import dev.sanca.internal.word.Tagged;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of tagged words without asking Python, with the answer that Python would give.
 *
 * <p><b>Thread:</b> any.
 *
 * <p><b>Errors:</b> {@link IllegalStateException} for a stale handle.
 */
public final class TaggedOperations {
    private TaggedOperations() {}

    /** Whether {@link #str} and {@link #hash} know the answer. */
    public static boolean isKnown(long word) {
        return Tagged.isInt(word)
                || (Tagged.isConstant(word) && word != Tagged.NOT_IMPLEMENTED)
                || JavaHandles.isOne(word);
    }

    /** {@code str(object)}. */
    public static String str(long word) {
        if (Tagged.isInt(word)) {
            return Long.toString(Tagged.intValue(word));
        } else if (word == Tagged.TRUE || word == Tagged.FALSE) {
            return word == Tagged.TRUE ? "True" : "False";
        } else if (Tagged.isConstant(word)) {
            return word == Tagged.NONE ? "None" : "Ellipsis";
        }
        return String.valueOf(JavaHandles.get(word));
    }

    /** Whether {@link #hash} knows the answer: not for those that Python hashes by their address. */
    public static boolean hasHash(long word) {
        return Tagged.isInt(word) || word == Tagged.TRUE || word == Tagged.FALSE || JavaHandles.isOne(word);
    }

    /** {@code hash(object)}: an int of 60 bits is its own, but -1 means an error in C. */
    public static long hash(long word) {
        long hash = Tagged.isInt(word)
                ? Tagged.intValue(word)
                : Tagged.isConstant(word)
                        ? (word == Tagged.TRUE ? 1 : 0)
                        : JavaHandles.get(word).hashCode();
        return hash == -1 ? -2 : hash;
    }

    /** {@code object is None}. */
    public static boolean isNone(long word) {
        if (JavaHandles.isOne(word)) {
            JavaHandles.get(word); // refuses a stale one
        }
        return word == Tagged.NONE;
    }

    /** {@code bool(object)}. */
    public static boolean isTrue(long word) {
        if (JavaHandles.isOne(word)) {
            JavaHandles.get(word); // refuses a stale one
            return true;
        }
        return Tagged.isInt(word) ? Tagged.intValue(word) != 0 : word != Tagged.NONE && word != Tagged.FALSE;
    }

    /** Whether {@link #compare} knows the answer: two ints, or equality of two Java objects. */
    public static boolean areComparable(long a, long b, Comparison comparison) {
        return (Tagged.isInt(a) && Tagged.isInt(b))
                || (comparison.isEquality() && JavaHandles.isOne(a) && JavaHandles.isOne(b));
    }

    /** Returns the result of a rich comparison of two words that {@link #areComparable}. */
    public static boolean compare(long a, long b, Comparison comparison) {
        if (JavaHandles.isOne(a)) {
            return JavaHandles.get(a).equals(JavaHandles.get(b)) == (comparison == Comparison.EQ);
        }
        return comparison.holds(Long.compare(Tagged.intValue(a), Tagged.intValue(b)));
    }

    /** The word of an immediate operand: an int, or a reference's word that is one; 0 if it is none. */
    public static long immediate(@Nullable Object operand) {
        if (operand instanceof Integer i) {
            return Tagged.ofInt(i);
        }
        return operand instanceof Long l && Tagged.fitsInt(l) ? Tagged.ofInt(l) : 0;
    }

    /** {@code a + b}, {@code a - b} or {@code a * b} of two ints as an immediate; 0 if it is none of these or does not fit. */
    public static long arithmetic(BinaryOperator operator, long a, long b) {
        if (!Tagged.isInt(a) || !Tagged.isInt(b)) {
            return 0;
        }
        long x = Tagged.intValue(a);
        long y = Tagged.intValue(b);
        long result;
        if (operator == BinaryOperator.ADD || operator == BinaryOperator.IN_PLACE_ADD) {
            result = x + y; // of 60 bits each: no overflow
        } else if (operator == BinaryOperator.SUBTRACT || operator == BinaryOperator.IN_PLACE_SUBTRACT) {
            result = x - y;
        } else if (operator == BinaryOperator.MULTIPLY || operator == BinaryOperator.IN_PLACE_MULTIPLY) {
            result = x * y;
            if (Math.multiplyHigh(x, y) != result >> (Long.SIZE - 1)) {
                return 0;
            }
        } else {
            return 0;
        }
        return Tagged.fitsInt(result) ? Tagged.ofInt(result) : 0;
    }
}
