package dev.slipway.cli.platform.services;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.files.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** The jars of the services, taken apart once so that they start fast and a rebuild does not disturb what runs. */
public final class ServiceFiles {
    private final Path checkout;
    private final Path folder;

    /** Jars built in the checkout, taken apart below the installation's own data: another one may run other jars. */
    public ServiceFiles(Path checkout, Path data) {
        this.checkout = checkout;
        this.folder = data.resolve("services");
    }

    /** The jar of a service with its libraries beside it. */
    public Path jar(Service service) {
        Path jar = checkout.resolve(service.id()).resolve("target").resolve(service.id() + ".jar");
        if (!Files.exists(jar)) {
            throw new ProblemException("The jar of " + service.id() + " is not built", "run ./slipway up");
        }
        return Whole.folder(home(service, jar), target -> extract(jar, target)).resolve(jar.getFileName());
    }

    /** Deletes what earlier builds of a service left. */
    public void deleteOthers(Service service, Path jar) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            List<Path> others = folders.filter(
                            other -> other.getFileName().toString().startsWith(service.id() + "-"))
                    .filter(other -> !jar.startsWith(other))
                    .toList();
            others.forEach(PrivateFiles::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jars built from the same sources are of the same date: what is in them tells them apart. */
    private Path home(Service service, Path jar) {
        try (ZipFile archive = new ZipFile(jar.toFile())) {
            CRC32 contents = new CRC32();
            archive.stream()
                    .map(entry -> entry.getName() + entry.getCrc() + entry.getSize())
                    .forEach(entry -> contents.update(entry.getBytes(StandardCharsets.UTF_8)));
            return folder.resolve("%s-%x-%08x".formatted(service.id(), Files.size(jar), contents.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path jar, Path target) {
        ExternalProgram.of(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract")
                .and(List.of("--force", "--destination", target.toString()))
                .run();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
