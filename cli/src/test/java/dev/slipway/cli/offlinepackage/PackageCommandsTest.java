package dev.slipway.cli.offlinepackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.verify.TestPackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandsTest {
    @TempDir
    private Path folder;

    private Path recipes = Path.of("../infra/packages");
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void aWholePackageIsVerified() throws IOException {
        try (TestPackage served = new TestPackage(folder)) {
            assertThat(run("verify", served.address().toString())).isZero();

            assertThat(text(output)).contains("SIGNATURE  passed").contains("FILES      passed");
            assertThat(text(progress)).startsWith("[1/1] Verifying http");
        }
    }

    @Test
    void aDamagedPackageEndsWithAFailureThatMachinesCanRead() throws IOException {
        try (TestPackage served = new TestPackage(folder)) {
            Files.delete(folder.resolve("served/files/tool/tool"));

            assertThat(run("verify", served.address().toString(), "--output", "json"))
                    .isEqualTo(1);

            assertThat(text(output)).contains("\"check\" : \"FILES\"", "\"outcome\" : \"FAILED\"");
        }
    }

    @Test
    void aFailureWithSeveralProblemsTellsEach() throws IOException {
        try (TestPackage served = new TestPackage(folder)) {
            try (var blobs = Files.list(folder.resolve("served/v2/tool/blobs"))) {
                Files.delete(blobs.findFirst().orElseThrow());
            }

            assertThat(run("verify", served.address().toString())).isEqualTo(1);

            assertThat(text(output).lines().filter(line -> line.contains("blob sha256:")))
                    .hasSize(2);
        }
    }

    @Test
    void thereAreNoPackagesBeforeTheFirstBuild() {
        assertThat(run("list", "--output", "json")).isZero();
        assertThat(text(output)).isEqualToIgnoringNewLines("[ ]");
    }

    @Test
    void theListTellsWhatWasBuilt() throws IOException {
        Path records = Files.createDirectories(folder.resolve("packages"));
        Files.writeString(records.resolve("kubernetes-0.0.1.json"), """
            {"name":"kubernetes-0.0.1","kubernetesVersion":"0.0.1","image":"slipway/package-kubernetes:0.0.1",
            "digest":"0123456789abcdef","builtAt":"2026-01-02T03:04:05Z","size":5000000}\
            """);

        assertThat(run("list")).isZero();

        assertThat(text(output))
                .contains("kubernetes-0.0.1", "5 MB", "0123456789ab", "2026-01-02T03:04:05")
                .endsWith("no\n");
    }

    @Test
    void anUnknownRecipeIsRefused() {
        assertThat(run("build", "9.9.9")).isEqualTo(1);
        assertThat(text(progress)).contains("Recipe kubernetes-9.9.9 is not valid: there is no ");
        assertThat(run("build", "kubernetes-9.9.9", "--component", "etcd")).isEqualTo(1);
    }

    @Test
    void aVersionThatWasNotBuiltIsVerifiedOnlyAfterItsBuild() {
        assertThat(run("verify", "9.9.9")).isEqualTo(1);
        assertThat(text(progress)).contains("There is no package of Kubernetes 9.9.9 yet");
    }

    @Test
    void recipesWithoutDebianPackagesLockNone() throws IOException {
        recipes = Files.createDirectories(folder.resolve("recipes"));
        Files.writeString(recipes.resolve("kubernetes-0.0.1.yaml"), "architecture: amd64\n");
        Files.writeString(recipes.resolve("debian.lock"), "gone 1.0 00\n");

        assertThat(run("lock")).isZero();

        assertThat(text(output)).isEqualTo("0 packages are locked in debian.lock\n");
        assertThat(recipes.resolve("debian.lock")).content().startsWith("# ").doesNotContain("gone");
    }

    private int run(String... arguments) {
        PackageFolders folders = new PackageFolders(recipes, folder.resolve("cache"), folder.resolve("keys"));
        return PackageCommands.commandLine(folders, "slipway-packages-test", stream(output), stream(progress))
                .setExecutionExceptionHandler((failure, line, result) -> {
                    stream(progress).println(failure.getMessage());
                    return 1;
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
