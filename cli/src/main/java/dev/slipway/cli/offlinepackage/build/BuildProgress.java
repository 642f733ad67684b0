package dev.slipway.cli.offlinepackage.build;

/** Hears how far a package's build is; called from several threads. */
public interface BuildProgress {
    /** Another build has the cache; this one goes on when that has ended. */
    void waits();

    /** A build of that many components begins. */
    void began(String what, int components);

    /** Work on a component began. */
    void started(String component);

    /** A component is whole; it may have been so before. */
    void finished(String component, boolean cached);

    /** Something about the build that a person should know. */
    void noted(String text);

    /** A component could not be built. */
    void failed(String component, String message);
}
