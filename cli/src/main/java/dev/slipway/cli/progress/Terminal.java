package dev.slipway.cli.progress;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Whether a person looks at what is printed: a console tells only of input and output together. */
final class Terminal {
    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console)");

    private Terminal() {}

    static boolean shows(PrintStream stream) {
        if (stream.equals(System.err)) {
            return isTerminal(Path.of("/proc/self/fd/2"));
        }
        return stream.equals(System.out) && isTerminal(Path.of("/proc/self/fd/1"));
    }

    static boolean isTerminal(Path descriptor) {
        try {
            return DEVICE.matcher(Files.readSymbolicLink(descriptor).toString()).matches();
        } catch (IOException e) {
            return false;
        }
    }
}
