package dev.slipway.cli.keys;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.files.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a person's command line reaches a platform.
 *
 * @param server the address of the API
 * @param token the bearer token
 */
public record Credentials(String server, String token) {
    private static final JsonMapper JSON = new JsonMapper();

    /** New credentials with a token that nobody has. */
    public static Credentials make(String server) {
        return new Credentials(server, "slw_" + Passwords.random());
    }

    /** Whether there are credentials in the given file. */
    public static boolean exist(Path file) {
        return Files.exists(file);
    }

    /** The credentials kept in the given file. */
    public static Credentials read(Path file) {
        return JSON.readValue(PrivateFiles.read(file), Credentials.class);
    }

    /** The same person at another address. */
    public Credentials at(String address) {
        return new Credentials(address, token);
    }

    /** Keeps the credentials in the given file. */
    public void write(Path file) {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** Keeps the header that a request needs, for programs that take headers from a file. */
    public void writeHeader(Path file) {
        PrivateFiles.write(file, "Authorization: Bearer " + token + "\n");
    }

    /** What the gateway may know of the token. */
    public String tokenSha256() {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[" + server + "]";
    }
}
