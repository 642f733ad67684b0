package dev.slipway.installation.offline;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.installation.fixture.FakePackage;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.toolkit.temporal.Failures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PackageIndexesTest {
    private final FakePackage offlinePackage = new FakePackage();
    private final PackageIndexes indexes = new PackageIndexes();

    @AfterEach
    void stop() {
        offlinePackage.close();
    }

    @Test
    void readTheIndexThatWasVerified() {
        PackageIndex index = indexes.of(request(offlinePackage.url(), FakePackage.sha256()));

        assertThat(index.architecture()).isEqualTo("amd64");
        assertThat(index.files()).hasSize(2);
        assertThat(index.image("verification")).isEqualTo("packages.slipway.dev/verification:bookworm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.image("other"))
                .withMessageContaining("other");
    }

    @Test
    void refuseAChangedIndex() {
        assertThat(failure(request(offlinePackage.url(), "1".repeat(64))).type())
                .isEqualTo(FailureType.PACKAGE_DAMAGED);
    }

    @Test
    void sayThatAPackageDoesNotAnswer() {
        offlinePackage.close();

        assertThat(failure(request(offlinePackage.url(), "1".repeat(64))).type())
                .isEqualTo(FailureType.PACKAGE_UNREACHABLE);
    }

    @Test
    void sayThatSomethingElseAnswers() {
        Failure failure = failure(request(offlinePackage.url() + "/other", "1".repeat(64)));

        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_UNREACHABLE);
        assertThat(failure.message()).contains("status 404");
    }

    private Failure failure(InstallationRequest request) {
        return Failures.from(catchThrowable(() -> indexes.of(request)));
    }

    private static InstallationRequest request(String url, String sha256) {
        return Installations.from(url, sha256, controlPlane("cp-1"));
    }
}
