package dev.slipway.toolkit.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All running processes at one look. */
final class ProcessTable {
    private final Map<Long, ProcessEntry> processes = new HashMap<>();

    private ProcessTable() {}

    static ProcessTable look() {
        var table = new ProcessTable();
        ProcessHandle.allProcesses()
                .flatMap(handle -> ProcessEntry.of(handle.pid()).stream())
                .forEach(entry -> table.processes.put(entry.pid(), entry));
        return table;
    }

    boolean has(long pid) {
        return processes.containsKey(pid);
    }

    /**
     * Finds the founders with all that came of them: their descendants, and the members of every session one of them
     * leads, as one whose parent ended is no longer anybody's descendant. Parents come before their children: killed in
     * this order, a shell never sees its command end and goes on with the next one.
     */
    SequencedSet<ProcessEntry> family(Predicate<ProcessEntry> founder) {
        var family = new HashSet<ProcessEntry>();
        var found = processes.values().stream().filter(founder).toList();
        while (!found.isEmpty()) {
            family.addAll(found);
            found = missing(family);
        }
        return family.stream()
                .sorted(Comparator.comparingInt(this::generation))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Counts the ancestors; never more than there are processes, as one look is not one instant. */
    private int generation(ProcessEntry entry) {
        var generation = 0;
        var parent = processes.get(entry.parent());
        while (parent != null && generation < processes.size()) {
            generation++;
            parent = processes.get(parent.parent());
        }
        return generation;
    }

    private List<ProcessEntry> missing(Set<ProcessEntry> family) {
        return processes.values().stream()
                .filter(entry -> !family.contains(entry))
                .filter(entry -> family.contains(processes.get(entry.parent()))
                        || family.contains(processes.get(entry.session())))
                .toList();
    }
}
