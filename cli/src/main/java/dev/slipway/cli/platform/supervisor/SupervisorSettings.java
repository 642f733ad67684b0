package dev.slipway.cli.platform.supervisor;

import dev.slipway.cli.instance.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The settings file of supervisord. */
final class SupervisorSettings {
    /** How long a program may take to end before it is killed. */
    static final int STOP_SECONDS = 45;

    /**
     * How often a program is tried that ends in its first second. Each pause is a second longer than the one before:
     * this is six days, over which it grows to 17 minutes. What comes back after an hour is tried again within 85
     * seconds.
     */
    private static final int START_RETRIES = 1_000;

    private static final int LONGEST_SOCKET = 100;

    private final Home home;

    SupervisorSettings(Home home) {
        this.home = home;
    }

    /** The socket that supervisord is asked through; a path that is too long for one is replaced by a short one. */
    Path socket() {
        Path socket = home.run().resolve("supervisor.sock");
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET) {
            return socket;
        }
        String name = "slipway-%08x.sock".formatted(home.data().toString().hashCode());
        return Path.of(System.getProperty("java.io.tmpdir"), name);
    }

    String text(List<Program> programs) {
        return """
                [unix_http_server]
                file=%1$s
                chmod=0700
                [supervisord]
                logfile=%2$s
                logfile_maxbytes=5MB
                logfile_backups=1
                pidfile=%3$s
                umask=077
                [rpcinterface:supervisor]
                supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
                [supervisorctl]
                serverurl=unix://%1$s
                """.formatted(
                                escaped(socket().toString()),
                                escaped(home.log("supervisor").toString()),
                                escaped(home.run().resolve("supervisor.pid").toString()))
                + programs.stream().map(this::section).collect(Collectors.joining());
    }

    private String section(Program program) {
        return """
                [program:%s]
                command=%s
                directory=%s
                environment=SLIPWAY_SETTINGS="%s",%s="%s"
                priority=%d
                autostart=false
                autorestart=true
                startretries=%d
                stopsignal=%s
                stopwaitsecs=%d
                killasgroup=true
                redirect_stderr=true
                stdout_logfile=%s
                stdout_logfile_maxbytes=20MB
                stdout_logfile_backups=2
                """.formatted(
                program.name(),
                program.command().stream().map(SupervisorSettings::quoted).collect(Collectors.joining(" ")),
                escaped(home.data().toString()),
                program.settingsDigest(),
                LeftPrograms.MARK,
                escaped(home.data().toString()),
                program.priority(),
                START_RETRIES,
                program.stopSignal(),
                STOP_SECONDS,
                escaped(home.log(program.name()).toString()));
    }

    private static String quoted(String argument) {
        return "'" + escaped(argument).replace("'", "'\"'\"'") + "'";
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
