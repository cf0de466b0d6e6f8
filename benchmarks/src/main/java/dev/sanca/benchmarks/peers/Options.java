package dev.sanca.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code --peers [--quick] [--system NAME]... [REGEX]...}.
 *
 * @param quick fewer and shorter rounds
 * @param systems only these, and C; empty for all
 * @param workloads only those whose name has a match of one of these; empty for all
 */
record Options(boolean quick, List<String> systems, List<Pattern> workloads) {
    static final String USAGE = "usage: ./sanca bench --peers [--quick] [--system NAME]... [WORKLOAD REGEX]...";

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Options parse(List<String> arguments) {
        boolean quick = false;
        List<String> systems = new ArrayList<>();
        List<Pattern> workloads = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--peers" -> {}
                case "--quick" -> quick = true;
                case "--system" -> systems.add(known(++i < arguments.size() ? arguments.get(i) : ""));
                default -> workloads.add(pattern(argument));
            }
        }
        return new Options(quick, List.copyOf(systems), List.copyOf(workloads));
    }

    private static String known(String system) {
        List<String> names = Peer.ALL.stream().map(Peer::name).toList();
        if (!names.contains(system)) {
            throw new IllegalArgumentException("there is no system '%s', only %s".formatted(system, names));
        }
        return system;
    }

    private static Pattern pattern(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("there is no option " + argument);
        }
        try {
            Pattern pattern = Pattern.compile(argument);
            if (Workload.ALL.stream().map(Workload::name).noneMatch(pattern.asPredicate())) {
                throw new IllegalArgumentException("no workload matches " + argument);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Whether nothing is left out. */
    boolean isAll() {
        return systems.isEmpty() && workloads.isEmpty();
    }

    List<Peer> chosenPeers() {
        return Peer.ALL.stream()
                .filter(peer -> systems.isEmpty() || peer.isLimit() || systems.contains(peer.name()))
                .toList();
    }

    List<Workload> chosenWorkloads() {
        Predicate<String> chosen = name -> workloads.isEmpty()
                || workloads.stream().anyMatch(pattern -> pattern.matcher(name).find());
        return Workload.ALL.stream()
                .filter(workload -> chosen.test(workload.name()))
                .toList();
    }
}
