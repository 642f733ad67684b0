package dev.slipway.plan.cluster.secret;

/** The secrets a cluster can have. */
public enum SecretKind {
    SSH_PRIVATE_KEY,
    KUBECONFIG
}
