package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.files.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Components that are whole, each in a folder named by its digest. */
record ComponentStore(Path folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTENTS = "component.json";

    Optional<BuiltComponent> find(String name, String digest) throws IOException {
        Path place = place(name, digest);
        Path contents = place.resolve(CONTENTS);
        if (!Files.exists(contents)) {
            return Optional.empty();
        }
        BuiltComponent.Contents known = JSON.readValue(Files.readAllBytes(contents), BuiltComponent.Contents.class);
        return Optional.of(new BuiltComponent(digest, place, known));
    }

    BuiltComponent publish(String name, String digest, Work work) throws IOException {
        StagedFolder.publish(place(name, digest), staging -> {
            BuiltComponent.Contents contents = work.make(staging);
            Files.write(staging.resolve(CONTENTS), JSON.writeValueAsBytes(contents));
        });
        return find(name, digest).orElseThrow();
    }

    void forget(String name, String digest) throws IOException {
        StagedFolder.forget(place(name, digest));
    }

    private Path place(String name, String digest) {
        return folder.resolve(name + "-" + digest);
    }

    /** Makes a component in a folder. */
    @FunctionalInterface
    interface Work {
        BuiltComponent.Contents make(Path staging) throws IOException;
    }
}
