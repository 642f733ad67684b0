package dev.slipway.cli.gobuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoBuilderTest {
    @TempDir
    private Path folder;

    private final GoModule module = new GoModule("example.org/tool", "v1.0.0", "h1:right", null, null);

    @Test
    void aProgramThatIsThereIsNotBuiltAgain() throws IOException {
        GoCaches caches = GoCaches.under(folder);
        GoProgram program = GoProgram.plain(module, "example.org/tool", "tool");
        Path built = BuiltProgram.in(caches, program, "a program");

        assertThat(new GoBuilder(caches).build(program)).isEqualTo(built).hasContent("a program");
    }

    @Test
    void stagedModulesAreFoundInTheirModuleFile() throws IOException {
        Path goMod = Files.writeString(folder.resolve("go.mod"), """
            module example.org/big
            replace example.org/single => ./staging/single
            replace (
                example.org/part => ./staging/part
                example.org/pinned v1.0.0 => ./staging/pinned
                example.org/elsewhere => example.org/other v1.0.0
            )
            """);

        assertThat(new ModuleDownload(folder, goMod).stagedModules())
                .containsExactly("example.org/single", "example.org/part", "example.org/pinned");
    }

    @Test
    void foldersOfFetchedModulesCanBeDeleted() {
        assertThat(GoCaches.under(folder).go(folder, "version").environment().get("GOFLAGS"))
                .contains("-modcacherw");
    }

    @Test
    void theWorkOfGoIsBelowTheCacheAndThatOfAKilledBuildGoes() throws IOException {
        GoCaches caches = GoCaches.under(folder);
        Path killed = Files.createDirectories(folder.resolve("go/working/.building-99999999-x/temporary"));

        Path working = caches.workingFolder();

        assertThat(killed.getParent()).doesNotExist();
        assertThat(working).startsWith(folder);
        assertThat(Path.of(caches.go(working, "version").environment().get("GOTMPDIR")))
                .isDirectory()
                .startsWith(working);
    }

    @Test
    void aForgottenProgramIsGone() throws IOException {
        GoCaches caches = GoCaches.under(folder);
        GoProgram program = GoProgram.plain(module, "example.org/tool", "tool");
        Path built = BuiltProgram.in(caches, program, "a program");

        new GoBuilder(caches).forget(List.of(program));

        assertThat(built).doesNotExist();
        assertThat(caches.programs()).isEmptyDirectory();
    }

    @Test
    void aWrongChecksumIsNamedWithBoth() {
        assertThatThrownBy(() -> {
                    throw new ChecksumMismatchException(module.fetched(), module.sum(), "h1:wrong");
                })
                .hasMessageContainingAll("example.org/tool@v1.0.0", "h1:right", "h1:wrong");
    }

    @Test
    void aProgramIsFoundUnderTheNameThatGoGivesIt() {
        assertThat(GoProgram.plain(module, "example.org/tool/cmd/server", "tool-server")
                        .executable())
                .isEqualTo("server");
        assertThat(GoProgram.plain(module, "example.org/tool/server/v3", "etcd").executable())
                .isEqualTo("server");
        assertThat(GoProgram.plain(module, ".", "own").executable()).isEqualTo("own");
    }
}
