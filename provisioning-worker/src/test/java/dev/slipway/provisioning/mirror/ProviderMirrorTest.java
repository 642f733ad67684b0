package dev.slipway.provisioning.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.provisioning.workspace.WorkspaceProperties;
import dev.slipway.toolkit.temporal.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderMirrorTest {
    @TempDir
    Path folder;

    private final AtomicInteger beats = new AtomicInteger();
    private FakePackage offline;
    private ProviderMirror mirror;

    @BeforeEach
    void start() throws IOException {
        offline = FakePackage.start("a provider".getBytes(StandardCharsets.UTF_8));
        mirror = new ProviderMirror(new WorkspaceProperties(folder, null));
    }

    @AfterEach
    void stop() {
        offline.close();
    }

    @Test
    void laysProvidersWhereTerraformLooksForThem() {
        var path = fetch();

        var program = path.resolve(
                "registry.terraform.io/kreuzwerker/docker/3.9.0/linux_amd64/terraform-provider-docker_v3.9.0");
        assertThat(program).isExecutable().hasContent("a provider");
        assertThat(beats).hasPositiveValue();
    }

    @Test
    void fetchesAPackageOnce() {
        var path = fetch();
        offline.close();

        assertThat(fetch()).isEqualTo(path);
    }

    @Test
    void leavesNothingHalfFetched() throws IOException {
        offline.damageProvider();

        var failure = Failures.from(catchThrowable(this::fetch));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_DAMAGED);
        assertThat(failure.message()).contains("is not what its signed index says");
        try (var left = Files.list(folder.resolve("providers"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void believesOnlyTheIndexThatWasVerified() {
        var failure = Failures.from(catchThrowable(() -> mirror.of(offline.url(), "0".repeat(64), beats::get)));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_DAMAGED);
    }

    @Test
    void saysThatThePackageIsSilent() {
        offline.close();

        var failure = Failures.from(catchThrowable(this::fetch));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_UNREACHABLE);
        assertThat(failure.message()).contains(offline.url()).contains("see whether it runs");
    }

    @Test
    @Timeout(30)
    void givesUpAPackageThatFallsSilentInTheMiddleOfAFile() {
        offline.fallSilent();
        var files = new PackageFiles(offline.url(), beats::incrementAndGet, Duration.ofSeconds(1));

        var failure = Failures.from(
                catchThrowable(() -> files.fetch("index.json", offline.indexSha256(), folder.resolve("index.json"))));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_UNREACHABLE);
        assertThat(failure.message()).contains(offline.url()).contains("does not answer");
        assertThat(beats).hasValueGreaterThan(1);
    }

    @Test
    void refusesAPackageThatIsNotVerified() {
        fetch();

        var failure = Failures.from(catchThrowable(() -> mirror.of(offline.url(), "", beats::get)));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_UNREACHABLE);
        assertThat(failure.message()).contains(offline.url()).contains("verify it again, then retry the step");
    }

    @Test
    void removesWithWhatTheHostsWereMadeWithThoughThePackageIsBuiltAnewAndOff() {
        var maker = fetch();
        mirror.remember("cluster-1", maker);
        offline.close();

        assertThat(forRemoval("1".repeat(64))).isEqualTo(maker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1111111111111111111111111111111111111111111111111111111111111111"})
    void removesWithAnyProvidersWhenThePackageIsGone(String digest) throws IOException {
        var other = fetch();
        offline.close();
        Files.createDirectories(folder.resolve("providers/.draft-of-a-dead-run/mirror"));
        Files.createDirectories(folder.resolve("providers/without-providers"));

        assertThat(forRemoval(digest)).isEqualTo(other);
    }

    @Test
    void prefersThePackageOfTheClusterToAnyOther() throws IOException {
        Files.createDirectories(folder.resolve("providers/another/registry.terraform.io"));

        assertThat(forRemoval(offline.indexSha256()).getFileName()).hasToString(offline.indexSha256());
    }

    @Test
    void saysWhatIsMissingWhenThereAreNoProvidersAtAll() {
        offline.close();

        var failure = Failures.from(catchThrowable(() -> forRemoval("1".repeat(64))));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_UNREACHABLE);
    }

    @Test
    void forgetsWithWhatHostsThatAreGoneWereMade() throws IOException {
        mirror.remember("cluster-1", Files.createDirectories(folder.resolve("providers/maker")));

        mirror.forget("cluster-1");

        assertThat(folder.resolve("makers")).isEmptyDirectory();
        assertThat(forRemoval(offline.indexSha256()).getFileName()).hasToString(offline.indexSha256());
    }

    private Path forRemoval(String digest) {
        return mirror.forRemoval("cluster-1", offline.url(), digest, beats::incrementAndGet);
    }

    @Test
    void saysThatAFileIsMissing() {
        offline.loseProvider();

        var failure = Failures.from(catchThrowable(this::fetch));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_UNREACHABLE);
        assertThat(failure.message()).contains("answers 404");
    }

    @Test
    void saysWhoseProvidersCannotBeKept() throws IOException {
        Files.createFile(folder.resolve("providers"));

        assertThat(catchThrowable(this::fetch))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot keep the providers of " + offline.url());
    }

    @Test
    void takesAPackageByItsFolderToo() {
        assertThat(mirror.of(offline.url() + "/", offline.indexSha256(), beats::incrementAndGet))
                .isDirectory();
    }

    @Test
    void refusesAProviderAtAnOddPlace() {
        assertThat(catchThrowable(() -> ProviderArchive.at("files/terraform/providers/../../x.zip")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path fetch() {
        return mirror.of(offline.url(), offline.indexSha256(), beats::incrementAndGet);
    }
}
