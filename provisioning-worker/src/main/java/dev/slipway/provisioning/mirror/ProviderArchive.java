package dev.slipway.provisioning.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A provider as packages carry it: a zip in the packed layout of a mirror. Unpacked, Terraform links to it instead of
 * copying it into every run.
 */
record ProviderArchive(String source, String version, String platform) {
    private static final Pattern PATH = Pattern.compile(
            "files/terraform/providers/((?:[\\w.-]+/){2}[\\w-]+)/terraform-provider-[\\w-]+_([\\w.+-]+?)_([a-z0-9]+_[a-z0-9]+)\\.zip");

    static ProviderArchive at(String path) {
        Matcher match = PATH.matcher(path);
        if (!match.matches()) {
            throw new IllegalArgumentException(path + " is not where a provider of a package lies");
        }
        return new ProviderArchive(match.group(1), match.group(2), match.group(3));
    }

    void unpack(Path zip, Path mirror) throws IOException {
        var folder = mirror.resolve(source).resolve(version).resolve(platform);
        Files.createDirectories(folder);
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry :
                    archive.stream().filter(file -> !file.isDirectory()).toList()) {
                extract(archive, entry, folder);
            }
        }
    }

    /** Only the name counts: no entry can lead out of the folder. */
    private static void extract(ZipFile archive, ZipEntry entry, Path folder) throws IOException {
        var file = folder.resolve(Path.of(entry.getName()).getFileName().toString());
        try (var content = archive.getInputStream(entry)) {
            Files.copy(content, file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
