package dev.slipway.cli.gobuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches a module and compares its checksum with the expected one. */
record ModuleDownload(Path folder, Path goMod) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern STAGED = Pattern.compile("^\\s*(?:replace\\s+)?(\\S+)(?:\\s+\\S+)?\\s+=>\\s+\\./.*$");

    static ModuleDownload of(GoModule module, GoCaches caches, Path workingFolder) {
        String answer = caches.go(workingFolder, "mod", "download", "-json", module.fetched())
                .run();
        JsonNode download = JSON.readTree(answer);
        String sum = download.path("Sum").asString("");
        if (!sum.equals(module.sum())) {
            throw new ChecksumMismatchException(module.fetched(), module.sum(), sum);
        }
        return new ModuleDownload(
                Path.of(download.path("Dir").asString("")),
                Path.of(download.path("GoMod").asString("")));
    }

    /** The modules that this one takes from folders of its own repository. */
    List<String> stagedModules() {
        try (var lines = Files.lines(goMod)) {
            return lines.map(STAGED::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
