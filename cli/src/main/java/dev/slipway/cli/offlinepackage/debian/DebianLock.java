package dev.slipway.cli.offlinepackage.debian;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.gobuild.ChecksumMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The versions of Debian packages that were tested, and the digests of their files.
 *
 * <p>A version that is still served is taken, even when there is a newer one, and must have the very same bytes. Debian
 * removes versions with its point releases: then the newest is taken, which apt's signatures vouch for, and that is
 * told.
 *
 * @param entries version and digest of each package by its name
 */
public record DebianLock(Map<String, Entry> entries) {
    /** The name of the file in the folder of recipes. */
    public static final String FILE = "debian.lock";

    private static final String HEADER = """
            # Debian 12 packages as they were tested: name, version, SHA-256 of the file. Made by `slipway package lock`.
            # A version that Debian serves no longer is replaced by the newest, and the build tells so: then make it anew.
            """;

    /** A copy is kept, by name. */
    public DebianLock {
        entries = Map.copyOf(entries);
    }

    /** The lock in a folder of recipes; an empty one when there is none. */
    public static DebianLock in(Path recipes) throws IOException {
        Path file = recipes.resolve(FILE);
        Map<String, Entry> entries = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] parts = line.split(" ", -1);
            if (!line.startsWith("#") && parts.length == 3) {
                entries.put(parts[0], new Entry(parts[1], parts[2]));
            }
        }
        return new DebianLock(entries);
    }

    /** The lock that these files make. */
    public static DebianLock of(Collection<Path> archives) {
        return new DebianLock(
                archives.stream().collect(Collectors.toMap(DebianLock::name, DebianLock::entry, (first, _) -> first)));
    }

    /** Writes it into a folder of recipes. */
    public void write(Path recipes) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        new TreeMap<>(entries)
                .forEach((name, entry) -> text.append("%s %s %s%n".formatted(name, entry.version(), entry.sha256())));
        Files.writeString(recipes.resolve(FILE), text);
    }

    /** The same as preferences of apt: a version that is not served is passed over. */
    String preferences() {
        return new TreeMap<>(entries)
                .entrySet().stream()
                        .map(entry -> "Package: %s%nPin: version %s%nPin-Priority: 1001%n"
                                .formatted(entry.getKey(), entry.getValue().version()))
                        .collect(Collectors.joining("\n"));
    }

    /** Refuses a file that differs from the tested one of its version, and says which versions are others. */
    List<String> differences(Collection<Path> archives) {
        List<String> differences = new ArrayList<>();
        for (Path archive : archives) {
            Entry locked = entries.get(name(archive));
            Entry found = entry(archive);
            if (locked == null || !locked.version().equals(found.version())) {
                differences.add(name(archive) + " " + found.version());
            } else if (!locked.equals(found)) {
                throw new ChecksumMismatchException(
                        name(archive) + " " + found.version(), locked.sha256(), found.sha256());
            }
        }
        return entries.isEmpty() ? List.of() : differences;
    }

    private static Entry entry(Path archive) {
        return new Entry(part(archive, 1).replace("%3a", ":"), Sha256.of(archive));
    }

    private static String name(Path archive) {
        return part(archive, 0);
    }

    private static String part(Path archive, int number) {
        return archive.getFileName().toString().split("_", -1)[number];
    }

    /**
     * One package as it was tested.
     *
     * @param version its version
     * @param sha256 the digest of its file
     */
    public record Entry(String version, String sha256) {}
}
