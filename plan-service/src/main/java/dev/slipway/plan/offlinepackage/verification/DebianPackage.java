package dev.slipway.plan.offlinepackage.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a repository's list of Debian packages.
 *
 * @param names what it is and what it stands for
 * @param file its file, in the repository's folder
 * @param needs what has to be there before it can be installed: of each, one name
 */
record DebianPackage(
        String name,
        List<String> names,
        @Nullable String file,
        @Nullable String sha256,
        List<Need> needs) {
    /** Reads the list; what says nothing about names and files is passed over. */
    static List<DebianPackage> list(String text) {
        return Arrays.stream(text.strip().split("\n{2,}"))
                .map(DebianPackage::fields)
                .filter(fields -> fields.containsKey("Package"))
                .map(DebianPackage::of)
                .toList();
    }

    private static Map<String, String> fields(String entry) {
        return entry.lines()
                .filter(line -> !line.startsWith(" ") && line.contains(":"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1].strip(), (first, second) -> first));
    }

    private static DebianPackage of(Map<String, String> fields) {
        var name = fields.getOrDefault("Package", "");
        var provided = relations(fields, "Provides").map(DebianPackage::nameOf);
        var needs = Stream.of("Pre-Depends", "Depends")
                .flatMap(field -> relations(fields, field))
                .map(Need::of)
                .toList();
        return new DebianPackage(
                name,
                Stream.concat(Stream.of(name), provided).toList(),
                fields.get("Filename"),
                fields.get("SHA256"),
                needs);
    }

    private static Stream<String> relations(Map<String, String> fields, String field) {
        return Arrays.stream(fields.getOrDefault(field, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Versions and architectures are left to apt: all of a repository comes from one release of Debian. */
    private static String nameOf(String relation) {
        return relation.strip().split("[ (:]", 2)[0];
    }

    /** What a package needs: one of these. */
    record Need(List<String> choices) {
        static Need of(String text) {
            return new Need(
                    Arrays.stream(text.split("\\|")).map(DebianPackage::nameOf).toList());
        }

        @Override
        public String toString() {
            return String.join(" or ", choices);
        }
    }
}
