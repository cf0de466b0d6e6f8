package dev.sanca.benchmarks.peers;

import java.util.List;

/**
 * Asks all systems for all workloads, in rounds: in each, one system after the other for each workload, so that what
 * disturbs the machine disturbs all of them.
 *
 * @param count how many rounds
 * @param warmUpMillis how long each program repeats each workload before
 * @param millis how long it does in each round
 */
record Rounds(int count, double warmUpMillis, double millis) {
    private static final int WARM_UPS = 3;

    static Rounds of(boolean quick) {
        return quick ? new Rounds(3, 900, 30) : new Rounds(7, 1800, 100);
    }

    void run(List<Workload> workloads, List<Contestant> contestants) {
        List<Workload> asked =
                workloads.stream().filter(workload -> !workload.isOfStart()).toList();
        for (int i = 0; i < WARM_UPS; i++) {
            progress("warming up, %d of %d".formatted(i + 1, WARM_UPS));
            for (Workload workload : asked) {
                contestants.forEach(contestant -> contestant.measure(workload, warmUpMillis / WARM_UPS, false));
            }
        }
        for (int i = 0; i < count; i++) {
            progress("round %d of %d".formatted(i + 1, count));
            for (Workload workload : asked) {
                contestants.forEach(contestant -> contestant.measure(workload, millis, true));
            }
            if (workloads.contains(Workload.START)) {
                contestants.forEach(Contestant::measureStart);
            }
        }
    }

    private static void progress(String text) {
        System.out.println(text);
    }
}
