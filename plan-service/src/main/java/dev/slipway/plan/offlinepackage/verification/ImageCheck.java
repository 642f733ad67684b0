package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import dev.slipway.plan.offlinepackage.PackageIndex;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Looks at every byte of images: the tag's manifest, and config and layers by their digests. */
final class ImageCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ALGORITHM = "sha256:";
    private static final String ANY = "*/*";
    private static final int LARGEST_MANIFEST = 4 * 1024 * 1024;

    private final PackageSource source;
    private final String registry;
    /** Images share layers, and each needs to be looked at once. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    ImageCheck(PackageSource source, String base) {
        this.source = source;
        this.registry = base + "/v2/";
    }

    Mono<Void> check(PackageIndex.Image image) {
        return manifest(image, image.tag(), image.digest());
    }

    private Mono<Void> manifest(PackageIndex.Image image, String reference, String digest) {
        return source.read(
                        registry + image.repository() + "/manifests/" + reference,
                        ImageManifest.TYPES,
                        LARGEST_MANIFEST)
                .onErrorMap(NotThere.class, absent -> incomplete(image, "its manifest " + reference))
                .map(bytes -> parse(image, bytes, digest))
                .flatMap(manifest -> parts(image, manifest));
    }

    private Mono<Void> parts(PackageIndex.Image image, ImageManifest manifest) {
        return Flux.fromStream(manifest::children)
                .concatMap(child -> manifest(image, child.digest(), child.digest()))
                .thenMany(Flux.fromStream(manifest::blobs))
                .filter(blob -> seen.add(blob.digest()))
                .concatMap(blob -> blob(image, blob))
                .then();
    }

    private static ImageManifest parse(PackageIndex.Image image, byte[] bytes, String digest) {
        if (!digest.equals(ALGORITHM + Sha256.of(bytes))) {
            throw damaged(image, "its manifest is another one");
        }
        try {
            return JSON.readValue(bytes, ImageManifest.class);
        } catch (JacksonException e) {
            throw damaged(image, "its manifest is not readable");
        }
    }

    private Mono<Void> blob(PackageIndex.Image image, ImageManifest.Part blob) {
        return source.measure(registry + image.repository() + "/blobs/" + blob.digest(), ANY, blob.size())
                .onErrorMap(NotThere.class, absent -> incomplete(image, "its part " + blob.digest()))
                .doOnNext(content -> {
                    if (content.size() != blob.size() || !blob.digest().equals(ALGORITHM + content.sha256())) {
                        throw damaged(image, "its part " + blob.digest() + " has other bytes");
                    }
                })
                .then();
    }

    private static FaultyPackage incomplete(PackageIndex.Image image, String part) {
        return new FaultyPackage(
                Fault.INCOMPLETE, "The package lacks the image %s: %s is missing.".formatted(image.reference(), part));
    }

    private static FaultyPackage damaged(PackageIndex.Image image, String how) {
        return new FaultyPackage(
                Fault.DAMAGED, "The image %s is not what was signed: %s.".formatted(image.reference(), how));
    }
}
