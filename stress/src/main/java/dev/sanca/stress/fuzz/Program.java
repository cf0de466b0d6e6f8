package dev.sanca.stress.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A list of steps, some of which contain others. Any part of the list is a program too.
 *
 * @param steps the steps in their order
 */
public record Program(List<Step> steps) {
    private static final int MOST_STEPS = 400;
    private static final int DEEPEST = 6;
    private static final int NUMBERS = 10_000;

    /** One in so many steps waits for some milliseconds. */
    private static final int SLOW = 2_000;

    private static final List<Kind> SLOW_KINDS = List.of(Kind.WITHIN, Kind.INTERRUPT);
    private static final List<Kind> BAG = bag();

    /** A step with those inside it. */
    record Node(Step step, List<Node> body) {}

    private static List<Kind> bag() {
        List<Kind> bag = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                bag.add(kind);
            }
        }
        return List.copyOf(bag);
    }

    /** Returns the program of a seed, always the same. */
    public static Program of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        int depth = 0;
        for (int n = random.nextInt(10, MOST_STEPS); n > 0; n--) {
            Kind kind = BAG.get(random.nextInt(BAG.size()));
            if (random.nextInt(SLOW) == 0) {
                kind = SLOW_KINDS.get(random.nextInt(SLOW_KINDS.size()));
            } else if (depth > 0 && random.nextInt(8) == 0) {
                kind = Kind.END;
            }
            if (kind.isBlock && depth == DEEPEST) {
                kind = Kind.END;
            }
            depth += kind.isBlock ? 1 : kind == Kind.END ? -1 : 0;
            steps.add(new Step(kind, random.nextInt(NUMBERS), random.nextInt(NUMBERS)));
        }
        return new Program(steps);
    }

    /** Reads what {@link #toString()} writes. */
    public static Program parse(String text) {
        return new Program(text.lines()
                .filter(line -> !line.replaceFirst("#.*", "").isBlank())
                .map(Step::parse)
                .toList());
    }

    /** The steps as a tree. */
    List<Node> tree() {
        List<Node> top = new ArrayList<>();
        Deque<List<Node>> open = new ArrayDeque<>(List.of(top));
        for (Step step : steps) {
            if (step.kind() == Kind.END) {
                if (open.size() > 1) {
                    open.pop();
                }
                continue;
            }
            Node node = new Node(step, new ArrayList<>());
            open.element().add(node);
            if (step.kind().isBlock) {
                open.push(node.body());
            }
        }
        return top;
    }

    /** One step a line, those of a block further right, with what each does. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Step step : steps) {
            depth -= step.kind() == Kind.END && depth > 0 ? 1 : 0;
            text.append("%-40s # %s%n".formatted("  ".repeat(depth) + step, step.kind().text));
            depth += step.kind().isBlock ? 1 : 0;
        }
        return text.toString();
    }
}
