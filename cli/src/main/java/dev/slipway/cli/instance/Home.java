package dev.slipway.cli.instance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one installation.
 *
 * @param data what must survive: databases, keys, settings, logs
 * @param cache what can be made again
 * @param configuration what belongs to the person: the bearer token
 * @param checkout the source tree it is built from
 */
public record Home(Path data, Path cache, Path configuration, Path checkout) {
    /** The name of the demo cluster. */
    public static final String DEMO = "demo";

    private static final Path MEMORY = Path.of("/dev/shm");

    /** The folders as the XDG variables give them, or their usual places below the home folder. */
    public static Home of(Map<String, String> environment) {
        Path user = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        return new Home(
                below(environment.get("XDG_DATA_HOME"), user.resolve(".local/share")),
                below(environment.get("XDG_CACHE_HOME"), user.resolve(".cache")),
                below(environment.get("XDG_CONFIG_HOME"), user.resolve(".config")),
                Path.of(environment.getOrDefault("SLIPWAY_HOME", "."))
                        .toAbsolutePath()
                        .normalize());
    }

    /** The folder of the services' settings. */
    public Path settings() {
        return data.resolve("config");
    }

    /** The file of the person's bearer token. */
    public Path credentials() {
        return configuration.resolve("credentials.json");
    }

    /** The file of the header that carries the token: nobody has to write it into a command line. */
    public Path authorization() {
        return configuration.resolve("authorization.header");
    }

    /** The file of what an installation keeps of its last start. */
    public Path kept() {
        return data.resolve("installation.json");
    }

    /** The file of the kubeconfig that is kept of a cluster. */
    public Path kubeconfig(String cluster) {
        return data.resolve("kubeconfigs").resolve(cluster + ".yaml");
    }

    /** The folder of keys. */
    public Path keys() {
        return data.resolve("keys");
    }

    /** The folder of what only lives while the platform runs. */
    public Path run() {
        return data.resolve("run");
    }

    /**
     * The folder in which a tool keeps what must not outlive the machine's memory, where the system has a place for
     * that. Anybody may make folders there: who uses it has to see that it is theirs.
     */
    public Path memory(String tool) {
        String installation = UUID.nameUUIDFromBytes(data.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return (Files.isWritable(MEMORY) ? MEMORY : run()).resolve("slipway-" + installation + "-" + tool);
    }

    /** The folder of logs. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** The log of a program. */
    public Path log(String program) {
        return logs().resolve(program + ".log");
    }

    private static Path below(@Nullable String folder, Path usual) {
        Path parent = folder == null || folder.isBlank() ? usual : Path.of(folder);
        return parent.resolve("slipway").toAbsolutePath().normalize();
    }
}
