package dev.slipway.plan.offlinepackage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import dev.slipway.plan.offlinepackage.ServedPackage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class PackageVerificationTest {
    private static final PackageNetworks HERE = new PackageNetworks(List.of(Subnet.of("127.0.0.1/32")));
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private final ServedPackage served = new ServedPackage();

    @TempDir
    Path keys;

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void findsARightPackageRight() {
        served.trustedIn(keys);
        var looked = new AtomicInteger();

        var signed = Objects.requireNonNull(verification().index(served.url()).block(TIMEOUT));
        verification()
                .contents(served.url(), signed.index(), looked::incrementAndGet)
                .block(TIMEOUT);

        assertThat(signed.index().name()).isEqualTo("kubernetes-1.37.2");
        assertThat(signed.sha256()).isEqualTo(verification().probe(served.url()).block(TIMEOUT));
        assertThat(looked).hasValue(signed.index().size()).hasValue(8);
    }

    @Test
    void namesAKeyNobodyTrusts() {
        assertThat(fault()).isEqualTo(Fault.KEY_UNKNOWN);
    }

    @Test
    void findsAChangedByteOfTheIndex() {
        served.trustedIn(keys).put("/index.json", text("/index.json").replace("amd64", "arm64"));

        assertThat(fault()).isEqualTo(Fault.SIGNATURE_INVALID);
    }

    @Test
    void findsAMissingAndAnUnreadableSignature() {
        served.trustedIn(keys).put("/index.json.sig", "no base64!");
        assertThat(fault()).isEqualTo(Fault.SIGNATURE_INVALID);

        served.remove("/index.json.sig");
        assertThat(fault()).isEqualTo(Fault.SIGNATURE_INVALID);
    }

    @Test
    void findsAChangedByteOfAFileAndOfALayer() {
        served.trustedIn(keys).spoil("/files/kubernetes/kubeadm");
        assertThat(failure())
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.DAMAGED))
                .hasMessageContaining("files/kubernetes/kubeadm");

        served.spoil("/files/kubernetes/kubeadm").spoil(served.layer());
        assertThat(failure())
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.DAMAGED))
                .hasMessageContaining("kube-proxy:v1.37.2");
    }

    @Test
    void findsAChangedManifestAndRecipe() {
        served.trustedIn(keys).spoil("/v2/kube-proxy/manifests/v1.37.2");
        assertThat(fault()).isEqualTo(Fault.DAMAGED);

        served.spoil("/v2/kube-proxy/manifests/v1.37.2").spoil("/recipe.yaml");
        assertThat(fault()).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void findsWhatIsMissing() {
        served.trustedIn(keys).remove(served.layer());
        assertThat(failure())
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.INCOMPLETE))
                .hasMessageContaining("kube-proxy:v1.37.2");

        served.remove("/files/kubernetes/kubeadm");
        assertThat(failure())
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.INCOMPLETE))
                .hasMessageContaining("kubeadm");
    }

    @Test
    void findsWhatTheRecipeAsksForAndNobodyPackedIn() {
        served.trustedIn(keys)
                .remove("/files/kubernetes/kubeadm")
                .remove("/apt/conntrack_1_amd64.deb")
                .remove("/apt/Release")
                .put("/recipe.yaml", text("/recipe.yaml") + """
                          - name: etcd
                            version: 3.7.3
                            products:
                              - {kind: IMAGE, repository: etcd, tag: 3.7.3-0}
                              - {kind: SOMETHING_NEW}
                        """)
                .sign();

        assertThat(failure())
                .hasMessage("The package lacks file files/kubernetes/kubeadm, file apt/Release, OS package conntrack,"
                        + " component etcd 3.7.3, image etcd:3.7.3-0 and 1 more.");
    }

    @Test
    void findsAProductOfAKindNobodyKnows() {
        served.trustedIn(keys)
                .put("/recipe.yaml", text("/recipe.yaml") + "      - {kind: SOMETHING_NEW}\n")
                .sign();

        assertThat(failure()).hasMessageContaining("a product of the unknown kind SOMETHING_NEW of host-packages");
    }

    @Test
    void findsAnOsPackageThatAptWouldMiss() {
        served.trustedIn(keys).remove("/apt/libc6_2_amd64.deb").sign();

        assertThat(failure())
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.INCOMPLETE))
                .hasMessage("The package lacks the file apt/libc6_2_amd64.deb of the OS package libc6 as"
                        + " apt/Packages names it.");
    }

    @Test
    void findsAnOsPackageWithOtherBytesThanItsListNames() {
        served.trustedIn(keys)
                .put("/apt/libc6_2_amd64.deb", "another build of it")
                .sign();

        assertThat(failure()).hasMessageContaining("the file apt/libc6_2_amd64.deb of the OS package libc6");
    }

    @Test
    void findsWhatAnOsPackageNeedsAndNobodyPackedIn() {
        served.trustedIn(keys)
                .put(
                        "/apt/Packages",
                        served.debian("conntrack", "1", "Depends: libc, libx:any (>= 1) | liby\nPre-Depends: dpkg")
                                + served.debian("libc6", "2", "Provides: libc (= 2), other"))
                .sign();

        assertThat(failure())
                .hasMessage("The package lacks OS package dpkg, which conntrack needs,"
                        + " OS package libx or liby, which conntrack needs.");
    }

    @Test
    void tellsSilenceFromDamage() {
        served.trustedIn(keys).put("/index.json", "not JSON");
        assertThat(fault()).isEqualTo(Fault.DAMAGED);

        served.remove("/index.json");
        assertThat(failure()).hasMessageContaining("no offline package");

        served.stop();
        assertThat(fault()).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void doesNotWaitForeverForAnAnswer() {
        served.trustedIn(keys).gate("/files/kubernetes/kubeadm");

        assertThat(fault()).isEqualTo(Fault.UNREACHABLE);
    }

    private String text(String path) {
        return new String(
                new PackageSource(HERE, Duration.ofSeconds(2))
                        .read(served.url() + path, "*/*", 1_000_000)
                        .block(TIMEOUT),
                StandardCharsets.UTF_8);
    }

    private PackageVerification verification() {
        return new PackageVerification(new TrustedKeys(keys), HERE, Duration.ofSeconds(1));
    }

    private Fault fault() {
        return failure().fault();
    }

    private FaultyPackage failure() {
        return verification()
                .index(served.url())
                .flatMap(signed -> verification().contents(served.url(), signed.index(), () -> {}))
                .then(Mono.<FaultyPackage>empty())
                .onErrorResume(FaultyPackage.class, Mono::just)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }
}
