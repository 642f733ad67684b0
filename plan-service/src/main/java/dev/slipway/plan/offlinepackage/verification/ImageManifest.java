package dev.slipway.plan.offlinepackage.verification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of an image: of one platform (config and layers), or of several (manifests). */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImageManifest(@Nullable Part config, List<Part> layers, List<Part> manifests) {
    static final String TYPES = String.join(
            ", ",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");

    ImageManifest {
        layers = layers == null ? List.of() : List.copyOf(layers);
        manifests = manifests == null ? List.of() : List.copyOf(manifests);
    }

    Stream<Part> blobs() {
        return Stream.concat(
                Stream.ofNullable(config), Stream.ofNullable(layers).flatMap(List::stream));
    }

    Stream<Part> children() {
        return manifests.stream();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Part(String digest, long size) {}
}
