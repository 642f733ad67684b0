package dev.slipway.cli.offlinepackage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.offlinepackage.verify.CheckResult.Check;
import dev.slipway.cli.offlinepackage.verify.CheckResult.Outcome;
import dev.slipway.cli.progress.Detail;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageVerificationTest {
    private final Detail detail = new Detail(line -> {});

    @TempDir
    private Path folder;

    private TestPackage served;

    @BeforeEach
    void serve() throws IOException {
        served = new TestPackage(folder);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aWholePackagePassesEveryCheck() {
        assertThat(run()).extracting(CheckResult::outcome).containsOnly(Outcome.PASSED);
        assertThat(run()).extracting(CheckResult::check).containsExactly(Check.values());
    }

    @Test
    void itTellsHowFarItIs() {
        run();

        assertThat(detail.toString()).isEqualTo("1 of 1 images");
    }

    @Test
    void anyChangedByteOfTheIndexBreaksTheSignatureOrTheIndex() throws IOException {
        byte[] index = Files.readAllBytes(served.file("index.json"));
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            byte[] changed = index.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(6));
            Files.write(served.file("index.json"), changed);

            assertThat(run()).anyMatch(result -> result.outcome() == Outcome.FAILED);
        }
    }

    @Test
    void anIndexThatIsCutIsNamed() throws IOException {
        byte[] index = Files.readAllBytes(served.file("index.json"));
        Files.write(served.file("index.json"), Arrays.copyOf(index, index.length / 2));

        assertThat(failure(Check.REACHABLE).message()).startsWith("The index cannot be read");
        assertThat(run())
                .filteredOn(result -> result.outcome() == Outcome.SKIPPED)
                .hasSize(5);
    }

    @Test
    void anotherSignatureIsNamed() throws IOException {
        served.write("index.json.sig", "AAAA\n");
        assertThat(failure(Check.SIGNATURE).message()).contains("was changed or cut");

        served.write("index.json.sig", "not base64 at all: \u00e4".repeat(3).replace("\u00e4", "A="));
        assertThat(failure(Check.SIGNATURE).message()).contains("was changed or cut");
    }

    @Test
    void aMissingSignatureIsNamed() throws IOException {
        Files.delete(served.file("index.json.sig"));

        assertThat(failure(Check.SIGNATURE).message()).contains("status 404");
    }

    @Test
    void anUnknownKeyIsNamed() throws IOException {
        try (var keys = Files.list(served.trustedKeys())) {
            for (Path key : keys.toList()) {
                Files.delete(key);
            }
        }

        assertThat(failure(Check.SIGNATURE).message()).contains("which is not trusted here");
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        served.write("files/tool/tool", "another program");

        assertThat(failure(Check.FILES).message())
                .isEqualTo("files/tool/tool was changed: its checksum is not the index's");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(served.file("files/tool/tool"));

        assertThat(failure(Check.FILES).message()).startsWith("files/tool/tool cannot be read");
    }

    @Test
    void aChangedImageIsNamed() throws IOException {
        served.write("v2/tool/manifests/1", "{}");

        assertThat(failure(Check.IMAGES).message()).startsWith("Image tool:1 was changed");
    }

    @Test
    void aMissingImageAndAMissingBlobAreNamed() throws IOException {
        try (var blobs = Files.list(served.file("v2/tool/blobs"))) {
            Files.delete(blobs.findFirst().orElseThrow());
        }
        assertThat(failure(Check.IMAGES).problems()).hasSize(2).allMatch(problem -> problem.contains("blob sha256:"));

        Files.delete(served.file("v2/tool/manifests/1"));
        assertThat(failure(Check.IMAGES).message()).startsWith("Image tool:1 cannot be read");
    }

    @Test
    void aChangedRecipeIsNamed() throws IOException {
        served.write("recipe.yaml", Files.readString(served.file("recipe.yaml")) + "\n");

        assertThat(failure(Check.RECIPE).message()).contains("recipe.yaml was changed");
    }

    @Test
    void whatTheRecipeNamesAndTheIndexLacksIsNamed() throws IOException {
        served.forgetImage();

        assertThat(failure(Check.COMPLETE).message()).isEqualTo("tool:1 is missing, which the recipe names");
    }

    @Test
    void aPackageThatDoesNotAnswerIsNamed() {
        List<CheckResult> results = new PackageVerification(
                        URI.create("http://127.0.0.1:1"), new TrustedKeys(folder), new Detail(line -> {}))
                .run();

        assertThat(results.getFirst().outcome()).isEqualTo(Outcome.FAILED);
    }

    private CheckResult failure(Check check) {
        return run().stream()
                .filter(result -> result.check() == check && result.outcome() == Outcome.FAILED)
                .findFirst()
                .orElseThrow();
    }

    private List<CheckResult> run() {
        return new PackageVerification(served.address(), new TrustedKeys(served.trustedKeys()), detail).run();
    }
}
