package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import dev.slipway.plan.offlinepackage.PackageIndex;
import dev.slipway.plan.offlinepackage.SignedIndex;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies a package: signature, completeness against its recipe, then every byte. Fails with {@link FaultyPackage}.
 */
public final class PackageVerification {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SCHEMA = 1;
    private static final int LARGEST_INDEX = 16 * 1024 * 1024;
    private static final int LARGEST_SIGNATURE = 4096;
    private static final int PARALLEL = 4;
    private static final String ANY = "*/*";

    private final PackageSource source;
    private final TrustedKeys keys;

    /** Waits so long for an answer before a package counts as unreachable. */
    public PackageVerification(TrustedKeys keys, PackageNetworks networks, Duration patience) {
        this.source = new PackageSource(networks, patience);
        this.keys = keys;
    }

    /** Returns the digest of the index that is served now, which tells whether the package is the one it was. */
    public Mono<String> probe(String base) {
        return indexBytes(base).map(Sha256::of);
    }

    /** Returns the index once its signature is verified. */
    public Mono<SignedIndex> index(String base) {
        return Mono.zip(indexBytes(base), signature(base))
                .publishOn(Schedulers.boundedElastic())
                .map(read -> verified(read.getT1(), read.getT2()));
    }

    private Mono<byte[]> indexBytes(String base) {
        return source.read(base + "/index.json", ANY, LARGEST_INDEX)
                .onErrorMap(
                        NotThere.class,
                        absent -> new FaultyPackage(
                                Fault.UNREACHABLE,
                                base + " answers, but has no index.json: it is no offline package."));
    }

    private Mono<byte[]> signature(String base) {
        return source.read(base + "/index.json.sig", ANY, LARGEST_SIGNATURE)
                .onErrorMap(
                        NotThere.class,
                        absent -> new FaultyPackage(Fault.SIGNATURE_INVALID, "The index of the package is not signed."))
                .map(PackageVerification::decode);
    }

    private static byte[] decode(byte[] text) {
        try {
            return Base64.getMimeDecoder().decode(new String(text, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new FaultyPackage(Fault.SIGNATURE_INVALID, "The signature of the index is not readable.");
        }
    }

    private SignedIndex verified(byte[] bytes, byte[] signature) {
        var index = parse(bytes);
        keys.verify(index.keyId(), bytes, signature);
        if (index.schema() != SCHEMA) {
            throw new FaultyPackage(
                    Fault.INCOMPLETE,
                    "The index has schema %d, and this Slipway reads %d.".formatted(index.schema(), SCHEMA));
        }
        return new SignedIndex(index, Sha256.of(bytes));
    }

    private static PackageIndex parse(byte[] bytes) {
        try {
            return JSON.readValue(bytes, PackageIndex.class);
        } catch (JacksonException e) {
            throw new FaultyPackage(Fault.DAMAGED, "index.json of the package is not readable.");
        }
    }

    /** Looks at everything the index lists, and runs the action after each file and image. */
    public Mono<Void> contents(String base, PackageIndex index, Runnable progress) {
        var images = new ImageCheck(source, base);
        var files = Flux.fromIterable(index.files()).map(file -> file(base, file));
        var work = files.concatWith(Flux.fromIterable(index.images()).map(images::check));
        return new Completeness(source, base, index)
                .check()
                .thenMany(work)
                .flatMap(check -> check.doOnSuccess(done -> progress.run()), PARALLEL)
                .then();
    }

    private Mono<Void> file(String base, PackageIndex.File file) {
        return source.measure(base + "/" + file.path(), ANY, file.size())
                .onErrorMap(NotThere.class, absent -> Completeness.missing("file " + file.path()))
                .doOnNext(content -> {
                    if (content.size() != file.size() || !content.sha256().equals(file.sha256())) {
                        throw new FaultyPackage(
                                Fault.DAMAGED,
                                "The file %s is not what was signed: it has %d bytes and digest %s."
                                        .formatted(file.path(), content.size(), content.sha256()));
                    }
                })
                .then();
    }
}
