package dev.slipway.cli.gobuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoProgramDigestTest {
    private static final GoModule MODULE = new GoModule("example.org/tool", "v1.2.3", "h1:x", null, null);
    private static final GoSettings PLAIN = new GoSettings(false, "", "");

    @TempDir
    private Path folder;

    @Test
    void equalProgramsHaveEqualDigests() {
        assertThat(GoProgramDigest.of(GoProgram.plain(MODULE, "example.org/tool", "tool")))
                .isEqualTo(GoProgramDigest.of(GoProgram.plain(MODULE, "example.org/tool", "tool")))
                // Whatever was built before is found by it.
                .isEqualTo("262f712c7551f86325f42295c7501f9b");
    }

    @Test
    void everythingThatChangesAProgramChangesItsDigest() {
        GoModule newer = new GoModule("example.org/tool", "v1.2.4", "h1:x", null, null);
        GoModule other = new GoModule("example.org/tool", "v1.2.3", "h1:y", null, null);
        List<String> digests = Stream.of(
                        GoProgram.plain(MODULE, "example.org/tool", "tool"),
                        GoProgram.plain(newer, "example.org/tool", "tool"),
                        GoProgram.plain(other, "example.org/tool", "tool"),
                        GoProgram.plain(MODULE, "example.org/tool/cmd", "tool"),
                        GoProgram.plain(MODULE, "example.org/tool", "tool2"),
                        new GoProgram(MODULE, "example.org/tool", "tool", new GoSettings(true, "", ""), null),
                        new GoProgram(MODULE, "example.org/tool", "tool", new GoSettings(false, "a", ""), null),
                        new GoProgram(MODULE, "example.org/tool", "tool", new GoSettings(false, "", "a"), null))
                .map(GoProgramDigest::of)
                .toList();

        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void aChangedMainFileChangesTheDigest() throws IOException {
        Files.writeString(folder.resolve("main.go"), "package main");
        GoProgram program = new GoProgram(MODULE, ".", "tool", PLAIN, folder);
        String before = GoProgramDigest.of(program);

        Files.writeString(folder.resolve("main.go"), "package main // changed");

        assertThat(GoProgramDigest.of(program)).isNotEqualTo(before);
    }
}
