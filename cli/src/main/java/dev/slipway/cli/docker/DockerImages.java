package dev.slipway.cli.docker;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.external.ExternalProgramFailedException;
import dev.slipway.cli.external.ProgramInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images of the engine, and the containers that are made of them for a while. */
public final class DockerImages {
    private final String program;

    /** The engine that the program {@code docker} speaks with. */
    public DockerImages() {
        this("docker");
    }

    DockerImages(String program) {
        this.program = program;
    }

    /** Loads an image from an archive. */
    public void load(ProgramInput archive) {
        ExternalProgram.of(program, "load", "--quiet").run(archive);
    }

    /** The value of an image's label; empty when there is no such image or label. */
    public Optional<String> label(String image, String label) {
        return inspect(image, "{{index .Config.Labels \"%s\"}}".formatted(label))
                .filter(value -> !value.isEmpty());
    }

    /** The size of an image in bytes; empty when there is no such image. */
    public Optional<Long> size(String image) {
        return inspect(image, "{{.Size}}").map(Long::valueOf);
    }

    /** Starts a container of the image. */
    void run(String image, String... options) {
        ExternalProgram.of(program, "run", "--detach", "--label", "dev.slipway=true")
                .and(List.of(options))
                .and(List.of(image))
                .run();
    }

    /** The address at which a container's port 8080 is published on this machine. */
    String publishedAddress(String container) {
        String address =
                ExternalProgram.of(program, "port", container, "8080/tcp").run();
        return "http://" + address.lines().findFirst().orElseThrow();
    }

    /** Removes a container with its volumes, running or not. */
    void remove(String container) {
        ExternalProgram.of(program, "rm", "--force", "--volumes", container).run();
    }

    /** Removes images with that label whose name went over to a newer one, unless something uses them. */
    public void removeReplaced(String label) {
        list("--quiet", "--filter", "dangling=true", "--filter", "label=" + label)
                .forEach(this::left);
    }

    /** Removes all images with that label. */
    public Removal removeLabelled(String label) {
        List<String> removed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String image : list("--format", "{{.Repository}}:{{.Tag}}", "--filter", "label=" + label)) {
            left(image).ifPresentOrElse(left::add, () -> removed.add(image));
        }
        removeReplaced(label);
        return new Removal(Removal.of("image", removed).removed(), left);
    }

    private List<String> list(String... options) {
        return ExternalProgram.of(program, "images")
                .and(List.of(options))
                .run()
                .lines()
                .distinct()
                .filter(image -> !image.startsWith("<none>"))
                .toList();
    }

    /** Removes an image, and says why if it cannot be. */
    private Optional<String> left(String image) {
        try {
            ExternalProgram.of(program, "rmi", image).run();
            return Optional.empty();
        } catch (ExternalProgramFailedException e) {
            return Optional.of("image %s: %s".formatted(image, e.getMessage()));
        }
    }

    private Optional<String> inspect(String image, String format) {
        try {
            return Optional.of(ExternalProgram.of(program, "image", "inspect", "--format", format, image)
                    .run()
                    .strip());
        } catch (ExternalProgramFailedException e) {
            return Optional.empty();
        }
    }
}
