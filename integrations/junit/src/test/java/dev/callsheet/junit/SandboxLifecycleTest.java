package dev.callsheet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** When a sandbox and its clients begin and end, tried with classes of tests in many threads. */
class SandboxLifecycleTest {
  private static final List<CallsheetClient> CLIENTS = new ArrayList<>();
  private static final CountDownLatch ANOTHER_FAILED = new CountDownLatch(1);

  @Test
  void testsOfAnAnnotatedClassDoNotDisturbEachOther() {
    assertThat(failures(Annotated.class)).isEmpty();
  }

  @Sandbox
  static class Annotated {
    @RepeatedTest(6)
    void seesWhatItSentAlone(dev.callsheet.sandbox.Sandbox sandbox, CallsheetClient client)
        throws Exception {
      assertThat(sandbox.requests()).isEmpty();
      client.submit(RawRequest.of(image())).await(Duration.ofSeconds(30));
      assertThat(sandbox.ledger().accounts()).hasSize(1);
    }
  }

  @Test
  void eachTestHasAClientThatIsClosedBehindIt() {
    CLIENTS.clear();
    assertThat(failures(WithClients.class)).isEmpty();
    assertThat(CLIENTS)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(
            client ->
                assertThatThrownBy(() -> client.submit(RawRequest.of(image())))
                    .isInstanceOf(IllegalStateException.class));
  }

  @Sandbox(renderTime = "10m")
  static class WithClients {
    @RepeatedTest(2)
    void leavesATaskUnfinished(CallsheetClient client) {
      CLIENTS.add(client);
      client.submit(RawRequest.of(image().put("deliveryMethod", "async")));
    }
  }

  @Test
  void twoTestsThatUseASandboxAtTheSameTimeAreToldSo() {
    assertThat(failures(InThreads.class))
        .singleElement()
        .asString()
        .contains("at the same time: put @Execution(ExecutionMode.SAME_THREAD) at the class");
    assertThatThrownBy(() -> InThreads.SANDBOX.sandbox())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("while the tests of the class run");
  }

  static class InThreads {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.with(SandboxOptions.defaults());

    @RepeatedTest(2)
    void waitsForTheOther() throws Exception {
      assertThat(SANDBOX.sandbox().requests()).isEmpty();
      assertThat(ANOTHER_FAILED.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** What the tests of a class fail with when they may run in many threads. */
  private static List<Throwable> failures(Class<?> tests) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .build(),
            summary,
            new FailureListener());
    List<Throwable> failures =
        summary.getSummary().getFailures().stream().map(each -> each.getException()).toList();
    if (failures.isEmpty()) {
      assertThat(summary.getSummary().getTestsSucceededCount()).isGreaterThan(1);
    }
    return failures;
  }

  private static final class FailureListener implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        ANOTHER_FAILED.countDown();
      }
    }
  }

  private static ObjectNode image() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskType", "imageInference")
        .put("model", "runware:101@1")
        .put("positivePrompt", "A heron")
        .put("width", 1024)
        .put("height", 1024);
  }
}
