package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.offlinepackage.debian.DebianSources;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCheckTest {
    private static final Component PROGRAM = TestRecipes.program("etcd");
    private static final Component DEBIAN = TestRecipes.root("base");
    private static final Recipe RECIPE = TestRecipes.recipe(PROGRAM, DEBIAN);

    @TempDir
    private Path folder;

    private ComponentStore store;
    private ComponentDigest digests;
    private SourceCheck check;

    @BeforeEach
    void onAnotherSystemWithoutAMirror() throws IOException {
        Path osRelease = Files.writeString(folder.resolve("os-release"), "VERSION_CODENAME=noble\n");
        store = new ComponentStore(folder.resolve("components"));
        digests = new ComponentDigest(RECIPE, folder);
        check = new SourceCheck(new DebianSources(null, osRelease), store, digests);
    }

    @Test
    void debianPackagesThatCannotBeFetchedAreRefusedBeforeProgramsAreBuilt() {
        assertThatThrownBy(() -> check.unbuilt(RECIPE.components()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("set SLIPWAY_DEBIAN_MIRROR");
    }

    @Test
    void whatNeedsNoDebianPackagesIsBuiltEverywhere() {
        assertThatCode(() -> check.unbuilt(List.of(PROGRAM))).doesNotThrowAnyException();
        assertThatCode(() -> check.source(PROGRAM)).doesNotThrowAnyException();
    }

    @Test
    void debianPackagesThatAreThereNeedNoMirrorUntilTheyAreMadeAnew() throws IOException {
        store.publish(DEBIAN.name(), digests.of(DEBIAN), staging -> new BuiltComponent.Contents(List.of(), List.of()));

        assertThatCode(() -> check.unbuilt(RECIPE.components())).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.source(DEBIAN)).isInstanceOf(ProblemException.class);
    }
}
