package dev.slipway.cli.api;

import java.util.Optional;

/** Puts the lines of an event together. */
final class EventText {
    private String name = "message";
    private String id = "";
    private final StringBuilder data = new StringBuilder();

    void add(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return;
        }
        String value = line.substring(colon + 1);
        String text = value.startsWith(" ") ? value.substring(1) : value;
        switch (line.substring(0, colon)) {
            case "event" -> name = text;
            case "id" -> id = text;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(text);
            default -> {
                // Fields of other names are not for us.
            }
        }
    }

    /** The event that has ended here; without data there is none, and nothing of it is left for the next. */
    Optional<Event> take() {
        Optional<Event> event = data.isEmpty() ? Optional.empty() : Optional.of(new Event(name, id, data.toString()));
        name = "message";
        id = "";
        data.setLength(0);
        return event;
    }
}
