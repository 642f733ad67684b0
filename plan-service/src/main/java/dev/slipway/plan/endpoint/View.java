package dev.slipway.plan.endpoint;

import java.util.UUID;

/** What is shown of a resource. */
public interface View {
    /** Returns the resource's identity. */
    UUID id();

    /** Returns the version that is shown. */
    long version();
}
