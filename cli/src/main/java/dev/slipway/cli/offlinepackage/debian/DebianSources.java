package dev.slipway.cli.offlinepackage.debian;

import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Debian 12 packages are fetched from.
 *
 * @param mirror the mirror the user named; null takes the sources of this machine, when it is a Debian 12
 * @param osRelease the file that tells what this machine is
 */
public record DebianSources(@Nullable String mirror, Path osRelease) {
    private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

    /** The sources that the environment of this process names. */
    public static DebianSources of(Map<String, String> environment) {
        String mirror = environment.getOrDefault("SLIPWAY_DEBIAN_MIRROR", "");
        return new DebianSources(mirror.isBlank() ? null : mirror, Path.of("/etc/os-release"));
    }

    /** Refuses a machine whose own sources are not Debian 12's, unless a mirror is named. */
    public void require() throws IOException {
        if (mirror == null && !Files.readString(osRelease).contains("VERSION_CODENAME=bookworm")) {
            throw new ProblemException("This machine is no Debian 12, so its own package sources cannot be used: "
                    + "set SLIPWAY_DEBIAN_MIRROR to the address of a Debian mirror");
        }
    }

    /** Options that make apt use these sources; a list of them is written to the folder when needed. */
    List<String> options(Path folder) throws IOException {
        if (mirror != null) {
            Path list = folder.resolve("sources.list");
            Files.writeString(
                    list,
                    "deb [signed-by=%1$s] %2$s bookworm main\ndeb [signed-by=%1$s] %2$s bookworm-updates main\n"
                            .formatted(KEYRING, mirror));
            return List.of("-o", "Dir::Etc::sourcelist=" + list, "-o", "Dir::Etc::sourceparts=/dev/null");
        }
        require();
        return List.of();
    }
}
