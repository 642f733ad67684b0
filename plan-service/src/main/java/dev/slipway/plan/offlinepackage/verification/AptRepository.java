package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.offlinepackage.PackageIndex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A flat repository of Debian packages, as apt on a host will see it.
 *
 * @param folder where it is in the package
 */
record AptRepository(String folder, List<DebianPackage> packages) {
    /** Returns what keeps apt from installing all of it on a host that has nothing but this repository. */
    Stream<String> missing(PackageIndex index) {
        Map<String, String> digests = index.files().stream()
                .collect(Collectors.toMap(PackageIndex.File::path, PackageIndex.File::sha256, (one, other) -> one));
        var names = packages.stream().flatMap(entry -> entry.names().stream()).collect(Collectors.toSet());
        return packages.stream().flatMap(entry -> Stream.concat(file(entry, digests), needs(entry, names)));
    }

    private Stream<String> file(DebianPackage entry, Map<String, String> digests) {
        var path = folder + "/" + entry.file();
        return entry.file() != null && Objects.equals(digests.get(path), entry.sha256())
                ? Stream.empty()
                : Stream.of("the file %s of the OS package %s as %s/Packages names it"
                        .formatted(path, entry.name(), folder));
    }

    private static Stream<String> needs(DebianPackage entry, Set<String> names) {
        return entry.needs().stream()
                .filter(need -> need.choices().stream().noneMatch(names::contains))
                .map(need -> "OS package %s, which %s needs".formatted(need, entry.name()));
    }
}
