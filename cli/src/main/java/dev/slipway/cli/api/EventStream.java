package dev.slipway.cli.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** Follows server-sent events, and goes on after the last one seen when the connection breaks. */
public final class EventStream {
    private static final int ATTEMPTS = 60;

    private final ApiClient client;
    private final String path;
    private final Duration pause;
    private String lastId = "";
    private int failures;

    /** The events at the given path; a broken connection is made again after the pause. */
    public EventStream(ApiClient client, String path, Duration pause) {
        this.client = client;
        this.path = path;
        this.pause = pause;
    }

    /** Gives every event to the listener until it says that it has seen the last one. */
    public void follow(Predicate<Event> listener) throws IOException {
        while (!read(listener)) {
            rest();
        }
    }

    private boolean read(Predicate<Event> listener) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(client.events(path, lastId), StandardCharsets.UTF_8))) {
            return read(reader, listener);
        } catch (IOException e) {
            failures++;
            if (failures > ATTEMPTS) {
                throw e;
            }
            return false;
        }
    }

    private boolean read(BufferedReader reader, Predicate<Event> listener) throws IOException {
        EventText text = new EventText();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isEmpty()) {
                text.add(line);
            } else if (text.take().filter(event -> isLast(event, listener)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isLast(Event event, Predicate<Event> listener) {
        failures = 0;
        lastId = event.id().isEmpty() ? lastId : event.id();
        return listener.test(event);
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
