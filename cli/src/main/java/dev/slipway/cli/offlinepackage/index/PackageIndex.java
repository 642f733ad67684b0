package dev.slipway.cli.offlinepackage.index;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is in a package.
 *
 * @param schema the version of this format
 * @param name the package's name
 * @param kubernetesVersion the version of Kubernetes
 * @param architecture the processor it is for
 * @param createdAt when it was put together
 * @param recipeSha256 the digest of recipe.yaml
 * @param keyId the key it is signed with
 * @param components what it is made of
 * @param files its files, by path
 * @param images its images, by repository
 */
public record PackageIndex(
        int schema,
        String name,
        String kubernetesVersion,
        String architecture,
        Instant createdAt,
        String recipeSha256,
        String keyId,
        List<IndexedComponent> components,
        List<IndexedFile> files,
        List<IndexedImage> images) {
    /** The version of the format that is written. */
    public static final int SCHEMA = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Copies of the lists are kept. */
    public PackageIndex {
        components = List.copyOf(components);
        files = List.copyOf(files);
        images = List.copyOf(images);
    }

    /** Reads an index as {@link #bytes} writes it. */
    public static PackageIndex parse(byte[] json) {
        return JSON.readValue(json, PackageIndex.class);
    }

    /** The index as JSON. */
    public byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }
}
