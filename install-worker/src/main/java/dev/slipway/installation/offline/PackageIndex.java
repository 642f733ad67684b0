package dev.slipway.installation.offline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What an offline package says it holds; only what an installation reads.
 *
 * @param architecture as Go names it: amd64, arm64
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PackageIndex(
        String name,
        String kubernetesVersion,
        String architecture,
        List<PackageFile> files,
        List<PackageImage> images) {
    /** The host name images carry; container runtimes look for it at the package's address. */
    public static final String REGISTRY = "packages.slipway.dev";

    /** Copies the lists. */
    public PackageIndex {
        files = List.copyOf(files);
        images = List.copyOf(images);
    }

    /** A file the package serves. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PackageFile(String path, String sha256) {}

    /**
     * An image the package's registry serves.
     *
     * @param digest of its manifest: what the image is, whatever a registry serves under the tag
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PackageImage(String repository, String tag, String digest) {
        /** Returns the name hosts know the image by. */
        public String reference() {
            return REGISTRY + "/" + repository + ":" + tag;
        }
    }

    /** Returns the name of an image by its repository. */
    public String image(String repository) {
        return images.stream()
                .filter(image -> image.repository().equals(repository))
                .map(PackageImage::reference)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Package %s has no image %s".formatted(name, repository)));
    }
}
