package dev.slipway.installation.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTableTest {
    @Test
    void alignsAllFindingsOfAllHosts() {
        assertThat(FindingsTable.lines(List.of(
                        Finding.error("cp-1", "swap", "swap is on", "switch it off"),
                        Finding.warning("worker-12", "package", "not tried", "see to it"))))
                .containsExactly(
                        "HOST       SEVERITY  CHECK    FINDING     WHAT TO DO",
                        "cp-1       ERROR     swap     swap is on  switch it off",
                        "worker-12  WARNING   package  not tried   see to it");
    }
}
