package dev.slipway.plan.cluster.access;

import jakarta.validation.constraints.NotBlank;

/** A kubeconfig on its way between a worker and the sealed store. */
record Kubeconfig(@NotBlank String kubeconfig) {
    @Override
    public String toString() {
        return "Kubeconfig[hidden]";
    }
}
