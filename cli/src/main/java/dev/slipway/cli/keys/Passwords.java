package dev.slipway.cli.keys;

import dev.slipway.cli.files.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/**
 * The passwords between the programs of the platform; no person ever needs one.
 *
 * @param administrator of PostgreSQL's own superuser
 * @param slipway of the services' role
 * @param temporal of Temporal's role
 */
public record Passwords(String administrator, String slipway, String temporal) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The passwords kept in the given file, made now when there is none. */
    public static Passwords in(Path file) {
        if (Files.exists(file)) {
            return JSON.readValue(PrivateFiles.read(file), Passwords.class);
        }
        Passwords made = new Passwords(random(), random(), random());
        PrivateFiles.write(file, JSON.writeValueAsString(made));
        return made;
    }

    /** 256 random bits, in characters that need no escaping anywhere. */
    static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
