package dev.slipway.cli.offlinepackage.build;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where packages come from and what is kept of them.
 *
 * @param recipes the folder of recipes
 * @param cache Slipway's cache folder
 * @param keys the folder of signing keys and of the public keys that are trusted
 */
public record PackageFolders(Path recipes, Path cache, Path keys) {
    /** The folders that the environment names, or their usual places. */
    public static PackageFolders of(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", "/root"));
        Path cache = folder(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
        Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
        Path checkout = folder(environment, "SLIPWAY_HOME", Path.of("").toAbsolutePath());
        return new PackageFolders(
                checkout.resolve("infra/packages"), cache.resolve("slipway"), data.resolve("slipway/keys"));
    }

    /** The key that packages are signed with. */
    public Path packageKey() {
        return keys.resolve("package-signing.key");
    }

    /** Public keys of packages, one PEM file each, named by their ids. */
    public Path trustedKeys() {
        return keys.resolve("packages");
    }

    Path aptKey() {
        return keys.resolve("apt-signing.key");
    }

    Path components() {
        return cache.resolve("packages/components");
    }

    /** Beside the key that they were signed with: another installation signs its own. */
    Path records() {
        return keys.resolveSibling("packages");
    }

    Path imageLayers() {
        return cache.resolve("packages/image-layers");
    }

    Path working() {
        return cache.resolve("packages/working");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = Objects.requireNonNullElse(environment.get(variable), "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
