package dev.slipway.toolkit.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
     * leads, as one whose parent ended is no longer anybody's descendant.
     */
    Set<ProcessEntry> family(Predicate<ProcessEntry> founder) {
        var family = new HashSet<ProcessEntry>();
        var found = processes.values().stream().filter(founder).toList();
        while (!found.isEmpty()) {
            family.addAll(found);
            found = missing(family);
        }
        return family;
    }

    private List<ProcessEntry> missing(Set<ProcessEntry> family) {
        return processes.values().stream()
                .filter(entry -> !family.contains(entry))
                .filter(entry -> family.contains(processes.get(entry.parent()))
                        || family.contains(processes.get(entry.session())))
                .toList();
    }
}
