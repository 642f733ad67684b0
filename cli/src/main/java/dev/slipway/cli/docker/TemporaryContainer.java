package dev.slipway.cli.docker;

/** A container of an image that ends with what it is for, also when that is interrupted. */
public final class TemporaryContainer implements AutoCloseable {
    private final DockerImages docker;
    private final String name;
    private final Thread end = new Thread(this::remove);

    private TemporaryContainer(DockerImages docker, String name) {
        this.docker = docker;
        this.name = name;
    }

    /** Starts one whose name begins as given; one that a killed command has left is found by that. */
    public static TemporaryContainer start(DockerImages docker, String prefix, String image) {
        String name = prefix + "-" + ProcessHandle.current().pid();
        TemporaryContainer container = new TemporaryContainer(docker, name);
        Runtime.getRuntime().addShutdownHook(container.end);
        try {
            docker.run(image, "--rm", "--name", name, "--read-only", "--tmpfs=/tmp", "--publish=127.0.0.1::8080");
            return container;
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    /** Where its port 8080 is published on this machine. */
    public String address() {
        return docker.publishedAddress(name);
    }

    private void remove() {
        docker.remove(name);
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // This process is ending, and the hook does the same once more.
            end.interrupt();
        }
    }
}
