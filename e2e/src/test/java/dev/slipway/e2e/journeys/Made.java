package dev.slipway.e2e.journeys;

import dev.slipway.e2e.platform.Containers;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Program;
import dev.slipway.e2e.platform.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was built and started so far: who makes any of it again changes this.
 *
 * @param jars when each jar of the checkout was written
 * @param services process ids of the services
 * @param containers ids of what runs on the hosts' network
 * @param images ids and names of the images of this product
 */
record Made(Map<Path, FileTime> jars, Set<Long> services, Set<String> containers, Set<String> images) {
    static Made now() throws IOException {
        return new Made(
                writtenJars(),
                Set.copyOf(Victim.services()),
                lines("docker", "ps", "--quiet", "--filter", "network=" + Platform.NETWORK),
                lines("docker", "images", "--format", "{{.ID}} {{.Repository}}:{{.Tag}}", "slipway/*"));
    }

    private static Map<Path, FileTime> writtenJars() throws IOException {
        var found = new HashMap<Path, FileTime>();
        try (var modules = Files.newDirectoryStream(Platform.CHECKOUT)) {
            for (var module : modules) {
                var jar = module.resolve("target").resolve(module.getFileName() + ".jar");
                if (Files.exists(jar)) {
                    found.put(jar, Files.getLastModifiedTime(jar));
                }
            }
        }
        return found;
    }

    private static Set<String> lines(String... command) {
        return Set.copyOf(Containers.lines(Program.ok(List.of(command))));
    }
}
