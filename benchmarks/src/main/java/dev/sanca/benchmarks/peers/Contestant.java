package dev.sanca.benchmarks.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A system that was built: its running programs, and what they have answered. */
final class Contestant implements AutoCloseable {
    private static final int SECONDS = 60;

    /** What is stopped does not compile, and what a compiler has not finished runs at a third of its speed. */
    private static final int COMPILER_MILLIS = 100;

    private final Peer peer;
    private final Peer.Built built;
    private final Map<Workload, List<Double>> values = new HashMap<>();
    private final Map<Workload, String> reasons = new HashMap<>();
    private final String description;
    private @Nullable Program program;
    private @Nullable Program objects;

    Contestant(Peer peer, Peer.Built built) throws Unavailable {
        this.peer = peer;
        this.built = built;
        Program started = new Program(built.program().process());
        program = started;
        description = started.description();
        started.pause();
    }

    String description() {
        return description;
    }

    Peer peer() {
        return peer;
    }

    /**
     * Asks once more, if it has not refused before.
     *
     * @param keep whether the answer counts; if not, this is to warm up, and the program has time to compile what it ran
     */
    void measure(Workload workload, double millis, boolean keep) {
        if (reasons.containsKey(workload)) {
            return;
        }
        Answer answer;
        try {
            Program running = running(workload);
            running.resume();
            answer = running.ask(peer.request(workload), millis, SECONDS);
            if (!keep) {
                Program.await(COMPILER_MILLIS);
            }
            running.pause();
        } catch (Unavailable e) {
            answer = Answer.cannot(String.valueOf(e.getMessage()));
        }
        if (keep || !answer.isMeasured()) {
            note(workload, answer);
        }
    }

    /** Starts a process of its own, and notes what that took. */
    void measureStart() {
        Start start = Start.of(built.start().process());
        note(Workload.START, start.time());
        note(Workload.START_MEMORY, start.memory());
    }

    private Program running(Workload workload) throws Unavailable {
        if (workload.isOfObjects() && built.hasVariant()) {
            if (objects == null || !objects.isAlive()) {
                objects = new Program(built.objects().process());
            }
            return objects;
        }
        if (program == null || !program.isAlive()) {
            program = new Program(built.program().process());
        }
        return program;
    }

    private void note(Workload workload, Answer answer) {
        if (answer.isMeasured()) {
            values.computeIfAbsent(workload, key -> new ArrayList<>()).add(answer.value());
        } else {
            reasons.put(workload, answer.reason());
        }
    }

    /** What it answered, related to what the limit answered in the same rounds. */
    Cell cell(Workload workload, @Nullable Contestant limit) {
        String reason = reasons.get(workload);
        List<Double> mine = values.getOrDefault(workload, List.of());
        if (reason != null || mine.isEmpty()) {
            return Cell.missing(reason == null ? "not asked" : reason);
        }
        List<Double> its = limit == null ? List.of() : limit.values.getOrDefault(workload, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(mine.size(), its.size()); i++) {
            ratios.add(mine.get(i) / its.get(i));
        }
        return new Cell(mine, ratios, "");
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
        if (objects != null) {
            objects.close();
        }
    }
}
