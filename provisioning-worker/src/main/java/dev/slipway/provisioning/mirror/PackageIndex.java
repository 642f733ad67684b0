package dev.slipway.provisioning.mirror;

import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The part of an offline package's index that we read. */
record PackageIndex(List<Entry> files) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Entry(String path, String kind, String sha256) {}

    static PackageIndex read(byte[] json) {
        return JSON.readValue(json, PackageIndex.class);
    }

    List<Entry> providers() {
        return files.stream().filter(file -> file.kind().equals("PROVIDER")).toList();
    }
}
