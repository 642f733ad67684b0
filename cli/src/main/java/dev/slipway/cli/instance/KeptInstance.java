package dev.slipway.cli.instance;

import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Under which numbers and names an installation was last started; without it every command would need the variables.
 *
 * @param portBase the number that ports are counted from
 * @param network the name of the network of container hosts
 * @param subnet the addresses of that network
 */
public record KeptInstance(int portBase, String network, String subnet) {
    static final KeptInstance USUAL = new KeptInstance(7000, "slipway", "172.30.0.0/16");

    private static final JsonMapper JSON = new JsonMapper();

    /** What is to be kept of an installation. */
    public static KeptInstance of(Instance instance) {
        return new KeptInstance(
                instance.ports().base(),
                instance.network().name(),
                instance.network().subnet());
    }

    /** What is kept in the data folder; nothing before the first start. */
    public static Optional<KeptInstance> in(Home home) {
        Path file = home.kept();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), KeptInstance.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new ProblemException(
                    "What is kept of the last start cannot be understood: " + file,
                    e,
                    "delete the file, and give SLIPWAY_PORT_BASE, SLIPWAY_NETWORK and SLIPWAY_SUBNET to slipway up"
                            + " again if you have used them");
        }
    }

    /** The text of the file. */
    public String text() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
