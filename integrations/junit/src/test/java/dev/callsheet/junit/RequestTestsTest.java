package dev.callsheet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RequestTestsTest {
  private static final Path REQUESTS =
      Path.of("../../tests/requests/klingai/kling-video-3-0-omni-pro");

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicContainer> validRequestsPass() {
    return RequestTests.ofBundledModels().in(REQUESTS.resolve("valid").toString());
  }

  @Test
  void aRequestFailsWithItsFindings() throws IOException {
    String wrong = Files.readString(REQUESTS.resolve("invalid/video-sets-duration.json"));
    assertThat(outcomes("a.json", wrong))
        .hasEntrySatisfying(
            "request",
            text -> assertThat(text).contains("[video-sets-duration]", "9 |   \"duration\""));
  }

  @Test
  void everyItemOfAListIsATestOfItsOwn() throws IOException {
    String right = Files.readString(REQUESTS.resolve("valid/edit.json"));
    String wrong = Files.readString(REQUESTS.resolve("invalid/video-sets-duration.json"));
    Map<String, String> outcomes = outcomes("a.json", "[" + right + "," + wrong + "]");
    assertThat(outcomes).containsOnlyKeys("request 0", "request 1");
    assertThat(outcomes.get("request 0")).isEmpty();
    assertThat(outcomes.get("request 1")).contains("[video-sets-duration]");
  }

  @Test
  void aRequestInAnEnvelopeIsATestAsAnyOther() throws IOException {
    Map<String, String> outcomes =
        outcomes(
            "a.json",
            "[{\"platform\": \"fal\", \"model\": \"no-such\", \"request\": {}},"
                + "{\"taskType\": \"ping\"}]");
    assertThat(outcomes.get("request 0")).contains("[unknown-model]");
    assertThat(outcomes.get("request 1")).isEmpty();
    assertThat(
            outcomes(
                "b.json",
                "{\"platform\": \"runware\", \"request\": "
                    + Files.readString(REQUESTS.resolve("invalid/video-sets-duration.json"))
                    + "}"))
        .containsOnlyKeys("request")
        .hasEntrySatisfying("request", text -> assertThat(text).contains("[video-sets-duration]"));
  }

  @Test
  void theSecondOfTwoRequestsWithOneUuidFails() throws IOException {
    String right = Files.readString(REQUESTS.resolve("valid/edit.json"));
    Map<String, String> listed = outcomes("a.json", "[" + right + "," + right + "]");
    assertThat(listed.get("request 0")).isEmpty();
    assertThat(listed.get("request 1")).contains("[duplicate-task-uuid]", "- /0/taskUUID");
    String line = right.replaceAll("\\s*\n\\s*", " ");
    assertThat(outcomes("a.jsonl", line + "\n" + line).get("line 2"))
        .contains("[duplicate-task-uuid]");
  }

  @Test
  void everyLineIsATestOfItsOwn() throws IOException {
    assertThat(outcomes("a.ndjson", "\n{\"taskType\": \"ping\"}\r\n\r\n{\"taskType\": \"png\"}\n"))
        .containsOnlyKeys("line 2", "line 4")
        .containsEntry("line 2", "")
        .hasEntrySatisfying("line 4", text -> assertThat(text).contains("error"));
  }

  @Test
  void malformedFileFailsAsOneTest() throws IOException {
    assertThat(outcomes("a.json", "[{]"))
        .containsOnlyKeys("file")
        .hasEntrySatisfying("file", text -> assertThat(text).contains("[malformed-json]"));
  }

  @Test
  void locationWithoutRequestsIsRejected() {
    assertThatThrownBy(() -> RequestTests.ofBundledModels().in("no/such/place"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no/such/place");
  }

  @Test
  void documentedRulesCanBeApplied() throws Throwable {
    RequestTests strict =
        RequestTests.of(ModelCatalogue.bundled(), RuleInterpretation.DOCUMENTED, Severity.ERROR);
    String file = REQUESTS.resolve("valid/with-sound.json").toString();
    assertThat(run(strict, file).values()).allMatch(text -> text.contains("error"));
  }

  private Map<String, String> outcomes(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    return run(RequestTests.ofBundledModels(), file.toString());
  }

  /** What the tests of a file fail with, by their names; empty for those that pass. */
  private static Map<String, String> run(RequestTests tests, String file) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    tests
        .in(file)
        .flatMap(container -> container.getChildren())
        .map(DynamicTest.class::cast)
        .forEach(test -> outcomes.put(test.getDisplayName(), outcome(test)));
    return outcomes;
  }

  private static String outcome(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "";
    } catch (Throwable failed) {
      return String.valueOf(failed.getMessage());
    }
  }
}
