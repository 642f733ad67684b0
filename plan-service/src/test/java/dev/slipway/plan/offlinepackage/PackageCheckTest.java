package dev.slipway.plan.offlinepackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of a package from check to check. */
class PackageCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final PackageIndex INDEX = new PackageIndex(
            1,
            "kubernetes-1.37.2",
            "1.37.2",
            "amd64",
            "recipe",
            "key",
            List.of(new PackageIndex.Component("kubernetes", "1.37.2", "Apache-2.0")),
            List.of(new PackageIndex.File("files/a", "BINARY", "kubernetes", 1, "a")),
            List.of(new PackageIndex.Image("kube-proxy", "v1.37.2", "sha256:b", "kubernetes")));

    private final OfflinePackage registered = OfflinePackage.at("http://172.30.0.10:8080", "172.30.0.10-8080", NOW);
    private final OfflinePackage indexed = registered.indexed(INDEX);
    private final OfflinePackage online = indexed.checked(indexed.check().online("digest", NOW));

    @Test
    void knowsNothingAtFirst() {
        assertThat(registered.check().state()).isEqualTo(PackageState.VERIFYING);
        assertThat(registered.check().checkedAt()).isNull();
        assertThat(registered.contents()).isEqualTo(PackageContents.unknown());
        assertThat(registered.name()).isEqualTo("172.30.0.10-8080");
    }

    @Test
    void takesNameAndContentsFromTheSignedIndex() {
        assertThat(indexed.name()).isEqualTo("kubernetes-1.37.2");
        assertThat(indexed.contents().kubernetesVersion()).isEqualTo("1.37.2");
        assertThat(indexed.contents().architecture()).isEqualTo("amd64");
        assertThat(indexed.contents().components().items())
                .containsExactly(new PackageComponents.PackageComponent("kubernetes", "1.37.2", "Apache-2.0"));
        assertThat(indexed.check().total()).isEqualTo(2);
        assertThat(indexed.check().state()).isEqualTo(PackageState.VERIFYING);
    }

    @Test
    void isOnlineWhenEveryByteIsRight() {
        assertThat(online.check())
                .isEqualTo(new PackageCheck(
                        PackageState.ONLINE,
                        "Signature, completeness and every byte of 2 files and images are right.",
                        "digest",
                        2,
                        2,
                        NOW));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void saysWhatIsWrongAndWhatToDo(Fault fault) {
        var found = online.check().faulty(new FaultyPackage(fault, "Something is wrong."), 1, NOW);

        assertThat(found.state().name()).isEqualTo(fault.name());
        assertThat(found.message()).startsWith("Something is wrong. ").hasSizeGreaterThan(40);
        assertThat(found.verified()).isEqualTo(1);
    }

    /** A package that does not answer may be right; one that was wrong is never trusted by its old digest. */
    @Test
    void forgetsTheDigestOfWhatIsWrong() {
        var silent = online.check().faulty(new FaultyPackage(Fault.UNREACHABLE, "Silence."), 0, NOW);
        var damaged = online.check().faulty(new FaultyPackage(Fault.DAMAGED, "Damage."), 0, NOW);

        assertThat(silent.indexSha256()).isEqualTo("digest");
        assertThat(damaged.indexSha256()).isNull();
    }

    @Test
    void comesBackAsItWas() {
        var later = NOW.plusSeconds(60);

        var back = online.check().unreachable("Silence.", NOW).reachable(later);

        assertThat(back.state()).isEqualTo(PackageState.ONLINE);
        assertThat(back.indexSha256()).isEqualTo("digest");
        assertThat(back.verified()).isEqualTo(2);
        assertThat(back.checkedAt()).isEqualTo(later);
    }

    @Test
    void isVerifiedAnewFromTheStart() {
        var again = online.check().again("Somebody asked.");

        assertThat(again.state()).isEqualTo(PackageState.VERIFYING);
        assertThat(again.verified()).isZero();
        assertThat(again.message()).isEqualTo("Somebody asked.");
        assertThat(again.indexSha256()).isEqualTo("digest");
    }

    @Test
    void isAnotherPackageAtAnotherAddress() {
        var moved = online.moved("http://172.30.0.11:8080", "172.30.0.11-8080");

        assertThat(moved.id()).isEqualTo(online.id());
        assertThat(moved.check()).isEqualTo(PackageCheck.first());
        assertThat(moved.contents()).isEqualTo(PackageContents.unknown());
        assertThat(moved.url()).isEqualTo("http://172.30.0.11:8080");
    }
}
