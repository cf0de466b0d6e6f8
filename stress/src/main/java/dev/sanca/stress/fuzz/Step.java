package dev.sanca.stress.fuzz;

/**
 * A step of a program.
 *
 * @param kind what it does
 * @param a a number, not negative, which says with what
 * @param b another
 */
public record Step(Kind kind, int a, int b) {
    /** Reads a line of {@link Program#toString()}. */
    static Step parse(String line) {
        String[] words = line.replaceFirst("#.*", "").strip().split(" +", -1);
        try {
            return words.length == 1
                    ? new Step(Kind.valueOf(words[0]), 0, 0)
                    : new Step(Kind.valueOf(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "no step of a program: '" + line + "'. A line is KIND a b, as the fuzzer writes it", e);
        }
    }

    @Override
    public String toString() {
        return kind == Kind.END ? kind.name() : "%s %d %d".formatted(kind, a, b);
    }
}
