package dev.slipway.plan.offlinepackage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package says it holds.
 *
 * @param recipeSha256 digest of the recipe it was made from
 * @param keyId the key that signed the index
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PackageIndex(
        int schema,
        String name,
        String kubernetesVersion,
        String architecture,
        String recipeSha256,
        String keyId,
        List<Component> components,
        List<File> files,
        List<Image> images) {
    /** Absent lists are empty. */
    public PackageIndex {
        components = components == null ? List.of() : List.copyOf(components);
        files = files == null ? List.of() : List.copyOf(files);
        images = images == null ? List.of() : List.copyOf(images);
    }

    /** Returns the number of things whose bytes have to be looked at. */
    public int size() {
        return files.size() + images.size();
    }

    /** A component and its licence. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Component(
            String name, String version, @Nullable String licence) {}

    /** A file and what its bytes have to be. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record File(
            String path, @Nullable String kind, @Nullable String component, long size, String sha256) {}

    /** An image in the package's registry and its manifest's digest. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Image(
            String repository,
            String tag,
            String digest,
            @Nullable String component) {
        /** Returns how people call it. */
        public String reference() {
            return repository + ":" + tag;
        }
    }
}
