package dev.slipway.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.api.FakeApi;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    private static final String OPERATION = """
        {"id":"o1","clusterName":"demo","kind":"CREATE","state":"SUCCEEDED","stepsDone":2,"stepsTotal":2,"failure":null}
        """;

    @TempDir
    private Path home;

    private final StringWriter usage = new StringWriter();
    private FakeApi fake;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        fake.answers("/clusters", "{\"items\":[" + FakeApi.CLUSTER + "],\"next\":null}");
        fake.answers("/clusters?name=demo", "{\"items\":[" + FakeApi.CLUSTER + "],\"next\":null}");
        fake.answers("/operations", "{\"items\":[" + OPERATION + "],\"next\":null}");
        fake.answers("/operations/o1", OPERATION);
        fake.answers("/operations/o1/steps", """
            {"items":[{"step":"reserve","title":"Reserve addresses","position":1,"state":"SUCCEEDED","attempts":1}]}
            """);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void clustersAreListed() {
        assertThat(run("cluster", "list")).isZero();
        assertThat(fake.output()).contains("NAME  PHASE", "demo  READY  -          1.37.2   1");
    }

    @Test
    void aClusterThatWaitsForAPersonIsNoticed() {
        String stopped = FakeApi.CLUSTER.replace("READY", "CREATING").replace("\"nodes\"", """
            "currentOperation":{"id":"o7","kind":"CREATE","state":"STOPPED",
            "failure":{"type":"HOST_UNREACHABLE","message":"demo-1 does not answer on port 22"}},"nodes\"\
            """);
        fake.answers("/clusters", "{\"items\":[" + stopped + "],\"next\":null}");
        fake.answers("/clusters?name=demo", "{\"items\":[" + stopped + "],\"next\":null}");

        assertThat(run("cluster", "list")).isZero();
        assertThat(run("cluster", "show", "demo")).isZero();

        assertThat(fake.output())
                .contains("demo  CREATING  STOPPED    1.37.2   1")
                .contains("CREATE: STOPPED\n  demo-1 does not answer on port 22\n  slipway operation show o7\n");
    }

    @Test
    void programsGetJson() {
        assertThat(run("cluster", "list", "--output", "json")).isZero();
        assertThat(new JsonMapper().readTree(fake.output()).get(0).path("id").asString())
                .isEqualTo("c1");
    }

    @Test
    void aClusterIsShownWithItsNodes() {
        assertThat(run("cluster", "show", "demo")).isZero();
        assertThat(fake.output())
                .contains("demo: READY, Kubernetes 1.37.2", "demo-1  CONTROL_PLANE  zone-a  172.30.1.10");
        assertThat(run("cluster", "show", "demo", "-o", "json")).isZero();
    }

    @Test
    void aClusterIsAskedForByOptions() {
        accept();
        int code = run("cluster", "create", "--name", "t", "--package-version", "1.37.2", "--deploy-plan", "demo");
        assertThat(code).isZero();
        assertThat(fake.output()).isEqualTo("operation o1\n");
        fake.server().verify(postRequestedFor(urlEqualTo("/api/v1/clusters")).withRequestBody(equalToJson("""
            {"name":"t","deployMode":"AUTOMATIC","deployModel":"SINGLE_CONTROL_PLANE","packageVersion":"1.37.2",
             "deployPlan":"demo","workers":1}
            """)));
    }

    @Test
    void aClusterIsAskedForByAFileAndFollowed() throws Exception {
        accept();
        Path file = Files.writeString(home.resolve("cluster.yaml"), "name: t\nworkers: 3\n");
        assertThat(run("cluster", "create", "-f", file.toString(), "--wait", "-o", "json"))
                .isZero();
        fake.server()
                .verify(postRequestedFor(urlEqualTo("/api/v1/clusters"))
                        .withRequestBody(equalToJson("{\"name\":\"t\",\"workers\":3}")));
        assertThat(fake.told()).contains("CREATE of demo: SUCCEEDED");
        assertThat(run("cluster", "create", "-f", "/nowhere.yaml")).isEqualTo(1);
        assertThat(fake.told()).contains("slipway: The file /nowhere.yaml cannot be read");
    }

    @Test
    void aClusterIsDeletedByName() {
        fake.server()
                .stubFor(delete("/api/v1/clusters/c1")
                        .willReturn(aResponse().withStatus(202).withBody("{\"operation\":{\"id\":\"o1\"}}")));
        Home folders = fake.surroundings().instance().home();
        PrivateFiles.write(folders.kubeconfig("demo"), "the deleted cluster's");
        PrivateFiles.write(folders.kubeconfig("other"), "another's");
        assertThat(run("cluster", "delete", "demo")).isEqualTo(1);
        assertThat(folders.kubeconfig("demo")).exists();
        assertThat(run("cluster", "delete", "demo", "--yes")).isZero();
        assertThat(folders.kubeconfig("demo")).doesNotExist();
        assertThat(folders.kubeconfig("other")).exists();
        assertThat(fake.output()).isEqualTo("operation o1\n");
    }

    @Test
    void aClusterIsDeletedWhenItsNameIsTyped() {
        fake.server()
                .stubFor(delete("/api/v1/clusters/c1")
                        .willReturn(aResponse().withStatus(202).withBody("{\"operation\":{\"id\":\"o1\"}}")));
        fake.types("yes\n");
        assertThat(run("cluster", "delete", "demo")).isEqualTo(1);
        fake.types(" demo \n");
        assertThat(run("cluster", "delete", "demo")).isZero();
        assertThat(fake.told()).contains("This deletes the cluster demo", "answer demo, or give --yes");
        assertThat(fake.output()).isEqualTo("operation o1\n");
    }

    @Test
    void aKubeconfigIsPrintedAsItIs() {
        fake.server().stubFor(get("/api/v1/clusters/c1/kubeconfig").willReturn(ok("apiVersion: v1\n")));
        assertThat(run("cluster", "kubeconfig", "demo")).isZero();
        assertThat(fake.output()).isEqualTo("apiVersion: v1\n");
    }

    @Test
    void operationsAreListedShownFollowedAndCanceled() {
        fake.answers("/operations?cluster=c1", "{\"items\":[" + OPERATION + "]}");
        fake.server().stubFor(post("/api/v1/operations/o1/cancel").willReturn(okJson("{}")));
        assertThat(run("operation", "list")).isZero();
        assertThat(run("operation", "list", "--cluster", "demo", "-o", "json")).isZero();
        assertThat(run("operation", "show", "o1")).isZero();
        assertThat(run("operation", "show", "o1", "-o", "json")).isZero();
        assertThat(run("operation", "follow", "o1")).isZero();
        assertThat(run("operation", "follow", "o1", "-o", "json")).isZero();
        assertThat(run("operation", "cancel", "o1")).isZero();
        assertThat(fake.output())
                .contains("{\"event\":\"operation\",\"data\":{\"id\":\"o1\"")
                .contains("o1  demo     CREATE  SUCCEEDED  2/2", "Reserve addresses", "CREATE of demo: SUCCEEDED")
                .contains("asked to stop");
    }

    @Test
    void aFailedOperationIsShownWithItsReason() {
        fake.answers(
                "/operations/o1", OPERATION.replace("\"failure\":null", "\"failure\":{\"message\":\"disk full\"}"));
        run("operation", "show", "o1");
        assertThat(fake.output()).contains("disk full");
    }

    @Test
    void aRunningOperationIsShownWithWhatIsLeft() {
        fake.answers(
                "/operations/o1",
                OPERATION.replace(
                        "\"failure\":null",
                        "\"failure\":null,\"estimate\":{\"remainingSeconds\":61,\"basedOn\":2,\"typicalErrorSeconds\":null}"));
        run("operation", "show", "o1");
        assertThat(fake.output()).contains("about 1 min 01 s left (from 2 runs)");
    }

    @Test
    void wrongUseIsCodeTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("cluster")).isEqualTo(2);
        assertThat(run("operation")).isEqualTo(2);
        assertThat(run("fly")).isEqualTo(2);
        assertThat(run("cluster", "create")).isEqualTo(2);
        assertThat(run("cluster", "list", "-o", "xml")).isEqualTo(2);
        assertThat(usage.toString()).contains("Which command?");
    }

    @Test
    void helpHasExamples() {
        assertThat(run("cluster", "create", "--help")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(usage.toString()).contains("Examples:", "slipway up --no-demo");
    }

    @Test
    void withoutATokenTheWayToOneIsTold() {
        PrivateFiles.delete(fake.surroundings().instance().home().configuration());
        assertThat(run("cluster", "list")).isEqualTo(1);
        assertThat(fake.told()).contains("There is no token", "slipway up --no-demo");
    }

    @Test
    void aPlatformThatIsDownIsSaidSo() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(run("status", "-o", "json")).isEqualTo(1);
        assertThat(fake.output()).contains("The platform is down", "\"up\" : false");
    }

    @Test
    void logsAreShownByProgram() {
        assertThat(run("logs")).isEqualTo(1);
        PrivateFiles.write(fake.surroundings().instance().home().log("gateway"), "one\ntwo\n");
        PrivateFiles.write(fake.surroundings().instance().home().log("postgres"), "other\n");
        assertThat(run("logs", "gateway", "-n", "1")).isZero();
        assertThat(fake.output()).isEqualTo("two\n");
        assertThat(run("logs")).isZero();
        assertThat(run("logs", "nothing")).isEqualTo(1);
        assertThat(fake.told()).contains("There are no logs yet", "there are: gateway, postgres");
    }

    private int run(String... arguments) {
        return TypedCommand.run(fake.surroundings(), usage, arguments);
    }

    private void accept() {
        fake.server()
                .stubFor(post("/api/v1/clusters")
                        .willReturn(aResponse()
                                .withStatus(202)
                                .withBody("{\"cluster\":{},\"operation\":{\"id\":\"o1\"}}")));
    }
}
