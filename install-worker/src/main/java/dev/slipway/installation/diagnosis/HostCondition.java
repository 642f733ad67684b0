package dev.slipway.installation.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was found on a host after a step had failed there.
 *
 * @param skewSeconds how far its clock is ahead of the worker's
 * @param fileSystems those a cluster writes to
 * @param kubelet the kubelet's last error of the last minutes, if it had one
 * @param journal last words of services that failed
 */
public record HostCondition(
        double skewSeconds, List<FileSystem> fileSystems, Optional<String> kubelet, List<String> journal) {
    /** The condition of a host that could not be asked. */
    public static final HostCondition UNKNOWN = new HostCondition(0, List.of(), Optional.empty(), List.of());

    private static final Pattern FILE_SYSTEM = Pattern.compile("disk=(\\d+) (\\S+) (/.*)");
    private static final String CLOCK = "clock=";
    private static final String KUBELET = "kubelet=";
    private static final String JOURNAL = "journal=";

    /** Copies the lists. */
    public HostCondition {
        fileSystems = List.copyOf(fileSystems);
        journal = List.copyOf(journal);
    }

    /**
     * A file system of a host.
     *
     * @param freeKibibytes what programs may still write
     * @param outOfFiles whether it can hold no more files, however much space is left
     */
    public record FileSystem(String mountPoint, long freeKibibytes, boolean outOfFiles) {
        private static final long KIB_PER_MIB = 1024;
        /** Nothing of a cluster goes on with less. */
        private static final long NOTHING_KIBIBYTES = 64;

        /** Tells whether nothing can be written any more. */
        public boolean isFull() {
            return outOfFiles || freeKibibytes < NOTHING_KIBIBYTES;
        }

        /** Returns where and how much, such as "/var, 0 B free". */
        public String words() {
            if (outOfFiles) {
                return mountPoint + ", no more files";
            }
            return mountPoint + ", " + amount() + " free";
        }

        private String amount() {
            if (freeKibibytes >= KIB_PER_MIB) {
                return freeKibibytes / KIB_PER_MIB + " MiB";
            }
            return freeKibibytes == 0 ? "0 B" : freeKibibytes + " KiB";
        }
    }

    static HostCondition parse(String output, double workerClock) {
        List<String> lines = output.lines().toList();
        double skew = values(lines, CLOCK)
                .mapToDouble(clock -> Double.parseDouble(clock) - workerClock)
                .findFirst()
                .orElse(0);
        return new HostCondition(
                skew,
                fileSystems(lines),
                values(lines, KUBELET).findFirst(),
                values(lines, JOURNAL).toList());
    }

    private static Stream<String> values(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()));
    }

    private static List<FileSystem> fileSystems(List<String> lines) {
        return lines.stream()
                .map(FILE_SYSTEM::matcher)
                .filter(Matcher::matches)
                .map(line -> new FileSystem(
                        line.group(3),
                        Long.parseLong(line.group(1)),
                        line.group(2).equals("0")))
                .distinct()
                .toList();
    }

    /** Returns the file system a file lies on. */
    public Optional<FileSystem> holding(String path) {
        return fileSystems.stream()
                .filter(system -> (path + "/").startsWith(system.mountPoint().replaceFirst("/$", "") + "/"))
                .max(Comparator.comparingInt(system -> system.mountPoint().length()));
    }

    /** Returns the file system with the least space. */
    public Optional<FileSystem> fullest() {
        return fileSystems.stream()
                .min(Comparator.comparingLong(system -> system.outOfFiles() ? 0 : system.freeKibibytes()));
    }
}
