package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.callsheet.runtime.Severity;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

/** Hears three judges on every request of {@code tests/requests}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeJudgesTest {
  private static final Path REQUESTS = Path.of("requests");

  /** What a typed request cannot say, and why: nothing is left for the checker to find. */
  private static final Map<String, String> NOT_TYPEABLE =
      Map.of(
          "wrong-format", "there is no such URI",
          "wrong-type", "the compiler refuses it");

  /** What some types leave for the checker to find, and others cannot say; and why. */
  private static final Map<String, String> PERHAPS_NOT_TYPEABLE =
      Map.of(
          "missing-parameter", "no item of a list is made without what it requires",
          "not-allowed-value", "an enum has no such constant, an integer has");

  /** What the checker only warns of, and why. */
  private static final Map<String, String> WARNING_ONLY =
      Map.of("unknown-parameter", "`additional` takes parameters newer than the spec");

  private final ModelCatalogue catalogue = ModelCatalogue.bundled();
  private final Sandbox sandbox;

  /** Starts a sandbox that accepts tasks, and never gets round to rendering them. */
  ThreeJudgesTest() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ofDays(1))).build());
  }

  @AfterAll
  void stopSandbox() {
    sandbox.close();
  }

  @TestFactory
  Stream<DynamicNode> judgesAgree(@TempDir Path directory) throws IOException {
    List<DynamicNode> hearings = new ArrayList<>();
    for (Path model : modelDirectories()) {
      hearings.add(testsFor(model, directory));
    }
    return hearings.stream();
  }

  private static List<Path> modelDirectories() throws IOException {
    try (Stream<Path> found = Files.find(REQUESTS, 2, (path, attributes) -> isModel(path))) {
      return found.sorted().toList();
    }
  }

  private static boolean isModel(Path path) {
    return Files.isDirectory(path.resolve("valid"));
  }

  private DynamicNode testsFor(Path directory, Path scratch) throws IOException {
    List<JudgedRequest> requests = JudgedRequest.below(directory);
    ModelSpec model = catalogue.find(requests.get(0).modelId()).orElseThrow();
    GeneratedClasses generated = GeneratedClasses.of(model, scratch.resolve(directory));
    Judge checker = new CheckerJudge(generated.requestType());
    return dynamicContainer(
        REQUESTS.relativize(directory).toString(),
        List.of(
            dynamicContainer("linter", findingTests(new LinterJudge(catalogue), requests, model)),
            dynamicContainer("sandbox", findingTests(new SandboxJudge(sandbox), requests, model)),
            dynamicContainer("checker", findingTests(checker, typeable(requests), model)),
            dynamicContainer(
                "typed requests cannot say",
                named(requests, NOT_TYPEABLE)
                    .map(
                        request ->
                            test(request, NOT_TYPEABLE, () -> assertUnreadable(checker, request)))),
            dynamicContainer(
                "typed requests cannot say, or the checker finds",
                named(requests, PERHAPS_NOT_TYPEABLE)
                    .map(
                        request ->
                            test(
                                request,
                                PERHAPS_NOT_TYPEABLE,
                                () -> assertRefused(checker, request, model)))),
            dynamicContainer(
                "the checker only warns of",
                named(requests, WARNING_ONLY)
                    .map(
                        request ->
                            test(request, WARNING_ONLY, () -> assertWarning(checker, request))))));
  }

  private static Stream<DynamicTest> findingTests(
      Judge judge, List<JudgedRequest> requests, ModelSpec model) {
    return requests.stream()
        .map(
            request ->
                dynamicTest(
                    request.name(),
                    request.file().toUri(),
                    () ->
                        assertAgree(
                            judge.judge(request), judge.detectable(request.expected(model)))));
  }

  private static void assertAgree(JudgeFindings found, JudgeFindings expected) {
    assertThat(found).matches(expected::agreesWith, "breaks the same rules as " + expected);
  }

  private static List<JudgedRequest> typeable(List<JudgedRequest> requests) {
    return requests.stream()
        .filter(request -> !NOT_TYPEABLE.containsKey(request.brokenRule()))
        .filter(request -> !PERHAPS_NOT_TYPEABLE.containsKey(request.brokenRule()))
        .filter(request -> !WARNING_ONLY.containsKey(request.brokenRule()))
        .toList();
  }

  private static Stream<JudgedRequest> named(
      List<JudgedRequest> requests, Map<String, String> reasons) {
    return requests.stream().filter(request -> reasons.containsKey(request.brokenRule()));
  }

  private static DynamicTest test(
      JudgedRequest request, Map<String, String> reasons, Executable proof) {
    String rule = request.brokenRule();
    return dynamicTest(rule + ": " + reasons.get(rule), request.file().toUri(), proof);
  }

  private static void assertUnreadable(Judge checker, JudgedRequest request) {
    assertThatThrownBy(() -> checker.judge(request)).isInstanceOf(JacksonException.class);
  }

  private static void assertRefused(Judge checker, JudgedRequest request, ModelSpec model)
      throws IOException, InterruptedException {
    JudgeFindings found;
    try {
      found = checker.judge(request);
    } catch (JacksonException unreadable) {
      return;
    }
    assertAgree(found, checker.detectable(request.expected(model)));
  }

  private static void assertWarning(Judge checker, JudgedRequest request)
      throws IOException, InterruptedException {
    JudgeFindings warning = JudgeFindings.none();
    warning.add(Severity.WARNING, request.brokenRule());
    assertAgree(checker.judge(request), warning);
  }
}
