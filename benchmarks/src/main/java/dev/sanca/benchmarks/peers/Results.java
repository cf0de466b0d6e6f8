package dev.sanca.benchmarks.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was measured.
 *
 * @param workloads the rows
 * @param systems the columns by their heads, the limit first
 * @param absent why a system has no column
 */
record Results(List<Workload> workloads, Map<String, Map<Workload, Cell>> systems, Map<String, String> absent) {
    static Results of(List<Workload> workloads, List<Contestant> contestants, Map<String, String> absent) {
        Contestant limit = contestants.stream()
                .filter(contestant -> contestant.peer().isLimit())
                .findFirst()
                .orElse(null);
        Map<String, Map<Workload, Cell>> systems = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            Map<Workload, Cell> cells = new LinkedHashMap<>();
            workloads.forEach(workload -> cells.put(workload, contestant.cell(workload, limit)));
            systems.put(contestant.peer().name(), cells);
        }
        return new Results(workloads, systems, absent);
    }

    Cell cell(String system, Workload workload) {
        return systems.getOrDefault(system, Map.of()).getOrDefault(workload, Cell.missing("not here"));
    }

    /** The best time of a system to the best of the limit. */
    double bestRatio(String system, Workload workload) {
        return cell(system, workload).best() / cell(Peer.LIMIT, workload).best();
    }
}
