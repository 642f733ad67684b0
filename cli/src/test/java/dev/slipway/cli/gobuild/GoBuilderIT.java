package dev.slipway.cli.gobuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real Go and a real, small module; what Go itself keeps is shared with this machine's other builds. */
class GoBuilderIT {
    private static final String PACKAGE = "github.com/containernetworking/plugins/plugins/main/loopback";

    @TempDir
    private Path folder;

    private GoModule module;
    private GoBuilder builder;
    private Path programs;

    @BeforeEach
    void prepare() {
        module = ((Source.Go) new Recipes(Path.of("../infra/packages"))
                        .read("kubernetes-1.37.2")
                        .component("cni-plugins")
                        .source())
                .module();
        GoCaches kept = GoCaches.under(PackageFolders.of(System.getenv()).cache());
        programs = folder.resolve("programs");
        builder = new GoBuilder(new GoCaches(kept.builds(), kept.modules(), programs));
    }

    @Test
    void aProgramIsBuiltFromItsModule() throws IOException {
        Path program = builder.build(GoProgram.plain(module, PACKAGE, "loopback"));

        assertThat(program).isExecutable();
        assertThat(Files.size(program)).isGreaterThan(1_000_000);
        assertThat(programs.toFile().list()).hasSize(1);
    }

    @Test
    void severalProgramsOfAModuleAreBuiltTogetherEachOnce() throws IOException {
        String other = PACKAGE.replace("main/loopback", "ipam/static");
        GoProgram first = GoProgram.plain(module, PACKAGE, "first");
        FileTime built = Files.getLastModifiedTime(builder.build(first));

        List<Path> both = builder.build(List.of(first, GoProgram.plain(module, other, "second")));

        assertThat(both).allSatisfy(program -> assertThat(program).isExecutable());
        assertThat(both)
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("first", "second");
        assertThat(Files.getLastModifiedTime(both.getFirst())).isEqualTo(built);
    }

    @Test
    void aModuleWithAnotherChecksumIsNotBuilt() {
        GoModule changed = new GoModule(module.path(), module.version(), "h1:changed=", null, null);

        assertThatThrownBy(() -> builder.build(GoProgram.plain(changed, PACKAGE, "loopback")))
                .isInstanceOf(ChecksumMismatchException.class)
                .hasMessageContaining("nothing was built");
        assertThat(programs).doesNotExist();
    }

    @Test
    void aPackageThatDoesNotExistTellsWhatGoSays() {
        assertThatThrownBy(() -> builder.build(GoProgram.plain(module, PACKAGE + "x", "loopback")))
                .hasMessageContaining("loopbackx");
        assertThat(programs).doesNotExist();
    }

    @Test
    void theSourceOfAModuleCanBeRead() {
        assertThat(builder.source(module).resolve("LICENSE")).exists();
    }
}
