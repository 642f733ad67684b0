package dev.slipway.cli.gobuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small main module that requires the one to build, so that its replacements are ours to say. */
record MainModule(GoProgram program, List<String> stagedModules) {
    void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("go.mod"), text());
        Path main = program.mainFolder();
        if (main != null) {
            for (Path file : MainFolder.files(main)) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    String text() {
        GoModule module = program.module();
        StringBuilder text = new StringBuilder("module slipway.dev/build/%s\ngo 1.26.0\nrequire %s %s\n"
                .formatted(program.output(), module.path(), module.requiredVersion()));
        if (module.replacedBy() != null) {
            text.append("replace %s => %s\n"
                    .formatted(module.path(), module.fetched().replace('@', ' ')));
        }
        for (String staged : stagedModules) {
            text.append("replace %s => %s %s\n".formatted(staged, staged, module.stagingVersion()));
        }
        return text.toString();
    }
}
