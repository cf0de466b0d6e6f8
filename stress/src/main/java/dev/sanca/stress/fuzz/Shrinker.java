package dev.sanca.stress.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a program that fails smaller: removes parts of it while it still fails, first large ones.
 *
 * @see <a href="https://doi.org/10.1109/32.988498">Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input</a>
 */
final class Shrinker {
    private final Predicate<Program> fails;
    private final long end;

    private Shrinker(Predicate<Program> fails, Duration limit) {
        this.fails = fails;
        end = System.nanoTime() + limit.toNanos();
    }

    /**
     * Returns the smallest program that was found.
     *
     * @param program a program that fails
     * @param fails whether a program fails; asked again and again
     * @param limit when to be content with what there is
     */
    static Program shrink(Program program, Predicate<Program> fails, Duration limit) {
        return new Program(new Shrinker(fails, limit).shrink(program.steps()));
    }

    private List<Step> shrink(List<Step> program) {
        List<Step> steps = program;
        int chunk = Math.max(1, steps.size() / 2);
        while (System.nanoTime() < end) {
            List<Step> smaller = without(steps, chunk);
            if (smaller.size() == steps.size()) {
                if (chunk == 1) {
                    break;
                }
                chunk = (chunk + 1) / 2;
            }
            steps = smaller;
        }
        return List.copyOf(steps);
    }

    /** Tries to do without each chunk, the last one first: what comes later is seldom needed. */
    private List<Step> without(List<Step> program, int chunk) {
        List<Step> steps = program;
        for (int from = (steps.size() - 1) / chunk * chunk; from >= 0 && System.nanoTime() < end; from -= chunk) {
            List<Step> rest = new ArrayList<>(steps.subList(0, from));
            rest.addAll(steps.subList(Math.min(steps.size(), from + chunk), steps.size()));
            if (fails.test(new Program(rest))) {
                steps = rest;
            }
        }
        return steps;
    }
}
