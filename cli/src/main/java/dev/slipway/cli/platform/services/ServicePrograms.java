package dev.slipway.cli.platform.services;

import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.platform.supervisor.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the services are run under supervision. */
public final class ServicePrograms {
    private static final int PRIORITY = 3;

    private final ServiceFiles files;
    private final ServiceSettings settings;

    /** Programs made of the given jars and settings. */
    public ServicePrograms(ServiceFiles files, ServiceSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Writes the settings of a service, and tells how it is run. */
    public Program program(Service service) {
        Path file = settings.instance().home().settings().resolve(service.id() + ".yaml");
        String text = settings.text(service);
        PrivateFiles.write(file, text);
        Path jar = files.jar(service);
        return new Program(service.id(), command(jar, file), PRIORITY, "TERM", Integer.toHexString(text.hashCode()));
    }

    /** Deletes the jars of earlier builds, and their playbooks. */
    public void deleteOthers() {
        Playbooks.deleteOthers(settings.playbooks());
        for (Service service : Service.values()) {
            files.deleteOthers(service, files.jar(service));
        }
    }

    private static List<String> command(Path jar, Path file) {
        List<String> command = new ArrayList<>(List.of(ServiceFiles.java()));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xss512k"));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
        // About what the classes of a service take: below it, the heap is collected again and again during the start.
        command.add("-XX:MetaspaceSize=128m");
        // Written when the service ends for the first time; from then on its classes need not be read one by one.
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive(jar)));
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-jar", jar.toString()));
        command.add("--spring.config.additional-location=file:" + file);
        return command;
    }

    private static Path archive(Path jar) {
        return jar.resolveSibling("classes.jsa");
    }
}
