package dev.slipway.cli.offlinepackage.verify;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.IndexedImage;
import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.progress.Detail;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads everything that an index lists and compares it with what the index says of it. */
record ContentCheck(ServedPackage source, Detail detail) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    List<String> files(PackageIndex index) {
        return counted("files", index.files(), this::problem);
    }

    List<String> images(PackageIndex index) {
        return counted("images", index.images(), this::problems);
    }

    private <T> List<String> counted(String what, List<T> all, Function<T, Stream<String>> check) {
        AtomicInteger done = new AtomicInteger();
        return all.parallelStream()
                .flatMap(one -> {
                    List<String> problems = check.apply(one).toList();
                    detail.is("%d of %d %s".formatted(done.incrementAndGet(), all.size(), what));
                    return problems.stream();
                })
                .sorted()
                .toList();
    }

    private Stream<String> problem(IndexedFile file) {
        return problem(file.path(), file.path(), file.sha256());
    }

    private Stream<String> problem(String what, String path, String sha256) {
        try (InputStream input = source.open(path)) {
            return Sha256.of(input).equals(sha256)
                    ? Stream.of()
                    : Stream.of("%s was changed: its checksum is not the index's".formatted(what));
        } catch (IOException e) {
            return Stream.of("%s cannot be read: it %s".formatted(what, e.getMessage()));
        }
    }

    private Stream<String> problems(IndexedImage image) {
        String name = image.repository() + ":" + image.tag();
        String folder = "v2/%s/".formatted(image.repository());
        try {
            byte[] manifest = source.bytes(folder + "manifests/" + image.tag());
            if (!("sha256:" + Sha256.of(manifest)).equals(image.digest())) {
                return Stream.of("Image %s was changed: its digest is not the index's".formatted(name));
            }
            return blobs(JSON.readTree(manifest)).stream()
                    .flatMap(blob -> problem("Image " + name + ", blob " + blob, folder + "blobs/" + blob, hex(blob)));
        } catch (IOException | JacksonException e) {
            return Stream.of("Image %s cannot be read: it %s".formatted(name, e.getMessage()));
        }
    }

    private static List<String> blobs(JsonNode manifest) {
        List<String> blobs = new ArrayList<>();
        blobs.add(manifest.path("config").path("digest").asString(""));
        manifest.path("layers").forEach(layer -> blobs.add(layer.path("digest").asString("")));
        return blobs;
    }

    private static String hex(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }
}
