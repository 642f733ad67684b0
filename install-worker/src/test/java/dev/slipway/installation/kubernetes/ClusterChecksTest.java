package dev.slipway.installation.kubernetes;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.fixture.InsideActivity;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.toolkit.log.LogLine;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.log.StepAttempt;
import dev.slipway.toolkit.temporal.Failures;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.temporal.activity.ActivityExecutionContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class ClusterChecksTest {
    private static final String NAMESPACE = "slipway-verification-operatio";
    private static final InstallationRequest REQUEST = Installations.of(controlPlane("cp-1"), worker("w-1"));

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final InsideActivity activity = new InsideActivity();
    KubernetesClient client;

    @BeforeEach
    void makeACluster() {
        FakeKubelet.node(client, "cp-1", "True", "ready");
        FakeKubelet.node(client, "w-1", "True", "ready");
        FakeKubelet.systemPod(client, "kube-flannel", "flannel-1", "True");
    }

    @AfterEach
    void stop() {
        activity.close();
    }

    @Test
    void proveAClusterAndLeaveNothing() {
        FakeKubelet.systemPod(client, "kube-system", "coredns-1", "True");

        verify("Succeeded");

        assertThat(log)
                .containsExactly(
                        "All 2 nodes are Ready",
                        "All system pods are ready",
                        "Pods reach every worker across nodes, through Services, by name",
                        "The metrics API answers");
        assertThat(client.namespaces().withName(NAMESPACE).get()).isNull();
        assertThat(client.pods().inNamespace(NAMESPACE).list().getItems()).isEmpty();
    }

    @Test
    void removeWhatAnEarlierAttemptLeft() {
        FakeKubelet.systemPod(client, "kube-system", "coredns-1", "True");
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();

        verify("Succeeded");

        assertThat(client.namespaces().withName(NAMESPACE).get()).isNull();
    }

    @Test
    void nameTheNodeThatIsNotReady() {
        FakeKubelet.node(client, "w-2", "False", "container runtime network not ready");

        Failure failure = failure("Succeeded", Installations.of(controlPlane("cp-1"), worker("w-2"), worker("w-3")));

        assertThat(failure.type()).isEqualTo(FailureType.NOT_READY);
        assertThat(failure.message())
                .contains("node w-2 is not Ready (container runtime network not ready)", "node w-3 has not joined");
    }

    @Test
    void nameThePodThatIsNotReadyAndLeaveNothing() {
        FakeKubelet.systemPod(client, "kube-system", "coredns-1", "False");

        Failure failure = failure("Succeeded", REQUEST);

        assertThat(failure.type()).isEqualTo(FailureType.NOT_READY);
        assertThat(failure.message())
                .contains("pod kube-system/coredns-1 on w-1 is Running (Ready: containers with unready status)");
        assertThat(client.namespaces().withName(NAMESPACE).get()).isNull();
    }

    @Test
    void sayWhatAPodCouldNotReach() {
        FakeKubelet.systemPod(client, "kube-system", "coredns-1", "True");

        Failure failure = failure("Failed", REQUEST);

        assertThat(failure.type()).isEqualTo(FailureType.NOT_READY);
        assertThat(failure.message()).contains("from a pod on node cp-1", "Service server-w-1 does not answer");
        assertThat(client.namespaces().withName(NAMESPACE).get()).isNull();
    }

    @Test
    void sayWhichClientStillWaits() {
        FakeKubelet.systemPod(client, "kube-system", "coredns-1", "True");

        assertThat(failure("Running", REQUEST).message()).contains("the client on node cp-1 waits for an answer");
    }

    @Test
    void sayThatThereAreNoSystemPods() {
        assertThat(failure("Succeeded", REQUEST).message()).contains("there is no pod in namespace kube-system");
    }

    @Test
    void tellACancelAlsoWhenTheApiIsSilentByThen() {
        var canceled = new CancellationException("canceled");
        var answers = new ArrayDeque<RuntimeException>(List.of(canceled, new KubernetesClientException("no answer")));
        var thrown = new AtomicReference<Throwable>();

        try (var lines = openLog()) {
            activity.run(context ->
                    thrown.set(catchThrowable(() -> check(answeringForPods(answers), REQUEST, context, lines))));
        }

        assertThat(thrown.get()).isSameAs(canceled).hasSuppressedException(new KubernetesClientException("no answer"));
    }

    private KubernetesClient answeringForPods(Queue<RuntimeException> answers) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (method.getName().equals("pods")) {
                throw answers.remove();
            }
            return method.invoke(client, arguments);
        };
        return (KubernetesClient)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {KubernetesClient.class}, calls);
    }

    private Failure failure(String clientPhase, InstallationRequest request) {
        return Failures.from(catchThrowable(() -> verify(clientPhase, request)));
    }

    private void verify(String clientPhase) {
        verify(clientPhase, REQUEST);
    }

    private void verify(String clientPhase, InstallationRequest request) {
        try (var _ = FakeKubelet.start(client, clientPhase);
                var lines = openLog()) {
            activity.run(context -> check(client, request, context, lines));
        }
    }

    private static void check(
            KubernetesClient used, InstallationRequest request, ActivityExecutionContext context, OperationLog lines) {
        var properties = new VerificationProperties(Duration.ofSeconds(4), Duration.ofMillis(20));
        var waiting = new Waiting(context, properties, Clock.systemUTC());
        new ClusterChecks(used, request, waiting, lines)
                .run(new ProbeRun(used, NAMESPACE, "image", request.nodes(), 60));
    }

    private OperationLog openLog() {
        return OperationLog.open(
                chunk -> chunk.lines().stream().map(LogLine::text).forEach(log::add),
                new StepAttempt("operation-1", Step.VERIFICATION, "run/1", 1, "worker"),
                Clock.systemUTC());
    }
}
