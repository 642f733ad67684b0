package dev.slipway.cli.platform;

import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.gobuild.GoBuilder;
import dev.slipway.cli.gobuild.GoCaches;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import dev.slipway.cli.keys.Credentials;
import dev.slipway.cli.keys.Passwords;
import dev.slipway.cli.keys.ServiceKeys;
import dev.slipway.cli.platform.postgres.Databases;
import dev.slipway.cli.platform.postgres.PostgresPrograms;
import dev.slipway.cli.platform.postgres.PostgresServer;
import dev.slipway.cli.platform.programs.PlatformPrograms;
import dev.slipway.cli.platform.services.Playbooks;
import dev.slipway.cli.platform.services.Service;
import dev.slipway.cli.platform.services.ServiceFiles;
import dev.slipway.cli.platform.services.ServiceHealth;
import dev.slipway.cli.platform.services.ServicePrograms;
import dev.slipway.cli.platform.services.ServiceSettings;
import dev.slipway.cli.platform.supervisor.Program;
import dev.slipway.cli.platform.supervisor.ProgramState;
import dev.slipway.cli.platform.supervisor.Supervisor;
import dev.slipway.cli.platform.temporal.TemporalNamespace;
import dev.slipway.cli.platform.temporal.TemporalPrograms;
import dev.slipway.cli.platform.temporal.TemporalServer;
import dev.slipway.cli.platform.temporal.TemporalSettings;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The embedded platform of one installation. */
public final class Platform {
    /** How many steps a start has. */
    public static final int STEPS = 6;

    /** How many steps its preparation has. */
    public static final int PREPARATIONS = 2;

    private final Instance instance;
    private final Home home;
    private final Supervisor supervisor;
    private final ServiceHealth health;

    /** The platform of the given installation. */
    public Platform(Instance instance) {
        this.instance = instance;
        this.home = instance.home();
        this.supervisor = new Supervisor(home);
        this.health = new ServiceHealth(instance.ports());
    }

    /** Builds and unpacks the programs that a start needs. */
    public void prepare(Progress progress) {
        progress.step("Programs of the platform", this::programs);
        progress.run("PostgreSQL", () -> PostgresPrograms.in(home.cache()));
    }

    /** Whether anything of it runs. */
    public boolean running() {
        return supervisor.running();
    }

    /** Starts what does not run, each after what it needs. */
    public void start(Progress progress, Credentials administrator) {
        folders();
        Passwords passwords = Passwords.in(home.keys().resolve("passwords.json"));
        TemporalPrograms temporalPrograms = progress.step("Programs of the platform", this::programs);
        PostgresServer postgres = new PostgresServer(
                PostgresPrograms.in(home.cache()),
                home.data().resolve("postgres"),
                instance.ports().postgres());
        TemporalServer temporal = new TemporalServer(
                temporalPrograms,
                home.settings().resolve("temporal"),
                new TemporalSettings(instance.ports(), passwords.temporal()));
        Databases databases = new Databases(postgres, passwords.administrator());
        progress.run("PostgreSQL", () -> {
            if (!supervisor.running()) {
                postgres.initialize(passwords.administrator());
                postgres.removeStaleLock();
            }
        });
        ServicePrograms services = services(passwords, administrator);
        progress.run("Services' files and settings", () -> load(postgres, temporal, services));
        progress.run("Databases", () -> databases(databases, passwords, temporal));
        progress.run("Temporal", this::startTemporal);
        progress.step("Services", detail -> {
            new PlatformStart(supervisor, health, home.logs()).services(detail);
            services.deleteOthers();
            return true;
        });
    }

    /** Ends what a killed supervisor has left: it would be taken for other programs that use our ports. */
    public void endLeft() {
        supervisor.endLeft();
    }

    private void folders() {
        List.of(home.data(), home.settings(), home.keys(), home.keys().resolve("packages"))
                .forEach(PrivateFiles::folder);
        // Before anything has a new port: a start that ends halfway goes on with the same ones.
        PrivateFiles.write(home.kept(), KeptInstance.of(instance).text());
    }

    /**
     * Stops everything; what is kept is in the database. Services end side by side, the workers first: they still
     * report what they leave off.
     */
    public void stop() {
        stop(supervisor::stopTogether);
    }

    /** Stops everything that will not be started again. */
    public void stopForGood() {
        stop(supervisor::stopForGood);
    }

    private void stop(Consumer<List<String>> together) {
        together.accept(services(Service::isWorker));
        together.accept(services(service -> !service.isWorker()));
        supervisor.stop();
    }

    private static List<String> services(Predicate<Service> which) {
        return Arrays.stream(Service.values()).filter(which).map(Service::id).toList();
    }

    /** What each program is at. */
    public List<ProgramHealth> health() {
        return supervisor.states().stream().map(this::health).toList();
    }

    private ProgramHealth health(ProgramState state) {
        boolean ready = Arrays.stream(Service.values())
                .filter(service -> service.id().equals(state.name()))
                .allMatch(health::ready);
        return new ProgramHealth(state.name(), state.state(), state.running() && ready, state.detail());
    }

    private TemporalPrograms programs(Detail detail) {
        detail.is("the first time they are built from source");
        PlatformPrograms programs = new PlatformPrograms(
                home.checkout().resolve("infra/packages/platform.yaml"), new GoBuilder(GoCaches.under(home.cache())));
        new Terraform("terraform", programs, home.cache().resolve("bin")).ensure();
        return TemporalPrograms.from(programs);
    }

    private ServicePrograms services(Passwords passwords, Credentials administrator) {
        ServiceKeys keys = new ServiceKeys(home.keys().resolve("services"));
        keys.make(Arrays.stream(Service.values()).map(Service::id).toList());
        Path playbooks = new Playbooks(home.checkout(), home.data()).project();
        ServiceSettings settings = new ServiceSettings(instance, passwords, keys, administrator, playbooks);
        return new ServicePrograms(new ServiceFiles(home.checkout(), home.data()), settings);
    }

    private void load(PostgresServer postgres, TemporalServer temporal, ServicePrograms services) {
        List<Program> programs = new ArrayList<>(List.of(postgres.program(), temporal.program()));
        Arrays.stream(Service.values()).map(services::program).forEach(programs::add);
        supervisor.load(programs);
    }

    private void databases(Databases databases, Passwords passwords, TemporalServer temporal) {
        supervisor.renew("postgres");
        supervisor.start("postgres");
        databases.awaitServer();
        databases.ensure("slipway", passwords.slipway(), "slipway");
        databases.ensure("temporal", passwords.temporal(), TemporalServer.DATABASE, TemporalServer.VISIBILITY);
        temporal.prepareSchema(databases);
    }

    private void startTemporal() {
        supervisor.renew("temporal");
        supervisor.start("temporal");
        new TemporalNamespace(instance.ports().temporalHttp()).ensure();
    }
}
