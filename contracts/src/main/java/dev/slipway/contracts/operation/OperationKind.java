package dev.slipway.contracts.operation;

/** The kinds of operations a cluster can undergo. */
public enum OperationKind {
    CREATE,
    DELETE
}
