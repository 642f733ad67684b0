package dev.slipway.plan.credential;

/** How somebody proves to a host who they are. */
public enum Authentication {
    PASSWORD("password"),
    PRIVATE_KEY("private-key");

    private final String secretName;

    Authentication(String secretName) {
        this.secretName = secretName;
    }

    String secretName() {
        return secretName;
    }
}
