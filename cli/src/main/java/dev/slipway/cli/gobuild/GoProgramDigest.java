package dev.slipway.cli.gobuild;

import dev.slipway.cli.checksum.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What makes two builds of a program the same. */
final class GoProgramDigest {
    private GoProgramDigest() {}

    static String of(GoProgram program) {
        try {
            MessageDigest digest = Sha256.digest();
            String description =
                    String.join("\n", program.module().toString(), program.packagePath(), program.output());
            digest.update(description.getBytes(StandardCharsets.UTF_8));
            digest.update(program.settings().toString().getBytes(StandardCharsets.UTF_8));
            addFiles(digest, program.mainFolder());
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFiles(MessageDigest digest, @Nullable Path mainFolder) throws IOException {
        if (mainFolder != null) {
            for (Path file : MainFolder.files(mainFolder)) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }
}
