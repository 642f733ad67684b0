package dev.slipway.cli.gobuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainModuleTest {
    @TempDir
    private Path folder;

    @Test
    void theModuleIsRequired() {
        GoModule module = new GoModule("example.org/tool", "v1.2.3", "h1:x", null, null);

        String text = new MainModule(GoProgram.plain(module, "example.org/tool/cmd", "tool"), List.of()).text();

        assertThat(text.lines())
                .containsExactly("module slipway.dev/build/tool", "go 1.26.0", "require example.org/tool v1.2.3");
    }

    @Test
    void aReplacedModuleIsFetchedFromItsOtherHome() {
        GoModule module = new GoModule("example.org/old", "v1.2.3", "h1:x", "example.org/new", null);

        String text = new MainModule(GoProgram.plain(module, "example.org/old", "tool"), List.of()).text();

        assertThat(text.lines())
                .contains(
                        "require example.org/old v0.0.0-00010101000000-000000000000",
                        "replace example.org/old => example.org/new v1.2.3");
    }

    @Test
    void stagedModulesAreTakenAtTheirOwnVersion() {
        GoModule module = new GoModule("example.org/big", "v1.2.3", "h1:x", null, "v0.2.3");

        String text =
                new MainModule(GoProgram.plain(module, "example.org/big", "big"), List.of("example.org/part")).text();

        assertThat(text).contains("replace example.org/part => example.org/part v0.2.3\n");
    }

    @Test
    void aMainFolderIsCopiedBesideTheModule() throws IOException {
        Path main = Files.createDirectory(folder.resolve("main"));
        Files.writeString(main.resolve("main.go"), "package main");
        Files.writeString(main.resolve("notes.txt"), "not Go");
        Path target = Files.createDirectory(folder.resolve("target"));
        GoModule module = new GoModule("example.org/tool", "v1.2.3", "h1:x", null, null);
        GoProgram program = new GoProgram(module, ".", "tool", new GoSettings(false, "", ""), main);

        new MainModule(program, List.of()).writeTo(target);

        assertThat(target.resolve("main.go")).hasContent("package main");
        assertThat(target.resolve("go.mod")).exists();
        assertThat(target.resolve("notes.txt")).doesNotExist();
    }
}
