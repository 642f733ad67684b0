package dev.slipway.provisioning.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The Terraform roots and modules that this worker carries. */
@Component
final class Configurations {
    private static final String FOLDER = "/terraform/";

    private final Map<String, String> files = new TreeMap<>();

    Configurations() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:terraform/**/*.tf")) {
                files.put(relative(file), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the Terraform configurations", e);
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("The worker was built without its Terraform configurations");
        }
    }

    private static String relative(Resource file) throws IOException {
        var address = file.getURL().toString();
        return address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
    }

    void copyTo(Path folder) {
        files.forEach((name, text) -> PrivateFiles.write(folder.resolve(name), text));
    }
}
