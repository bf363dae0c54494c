package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Excerpt;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings point at what they name. */
class FindingPositionsTest {
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
  private static final String TASK =
      "{\"taskType\":\"videoInference\",\"model\":\"klingai:kling-video@o3-pro\","
          + "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\","
          + "\"positivePrompt\":\"鯨 🐋 and a whale\",\"width\":1920,\"height\":1080";

  @RepeatedTest(50)
  void pointerAndPositionNameTheSameToken(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    SpacedJson json = new SpacedJson(random);
    String text = json.array(2 + random.nextInt(4));
    LintResult result = LINTER.lint("spaced.json", text.getBytes(StandardCharsets.UTF_8));
    assertThat(result.findings()).hasSameSizeAs(json.expectedFindings());
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < result.findings().size(); i++) {
      Finding finding = result.findings().get(i);
      SpacedJson.ExpectedFinding expected = json.expectedFindings().get(i);
      assertThat(finding.pointer()).isEqualTo(expected.pointer());
      String line = lines[finding.location().line() - 1];
      int at = line.offsetByCodePoints(0, finding.location().column() - 1);
      assertThat(line.substring(at)).startsWith(expected.token());
      Excerpt excerpt = finding.excerpt();
      int caret = excerpt.text().offsetByCodePoints(0, excerpt.caret());
      assertThat(excerpt.text().substring(caret)).startsWith(expected.token());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void byteOrderMark_doesNotShiftPositions(String charset) {
    String text = "\uFEFF" + TASK + ",\n \"duration\": 20}";
    Finding finding = only(text.getBytes(Charset.forName(charset)));
    assertThat(finding.location()).hasToString("a.json:2:14");
    assertThat(finding.rule()).isEqualTo("out-of-range");
  }

  @Test
  void undecodableBytes_areReportedAtTheirPosition() {
    byte[] bytes = "{\n \"taskType\": \"pi?g\"}".getBytes(StandardCharsets.ISO_8859_1);
    bytes[17] = (byte) 0xFF;
    Finding finding = only(bytes);
    assertThat(finding.location()).hasToString("a.json:2:16");
    assertThat(finding.message()).isEqualTo("This is not JSON: the bytes here are not valid UTF-8");
  }

  @Test
  void findingsAreOrderedByPosition() {
    String text =
        "["
            + taskWithUuid(0)
            + ",\"ttl\":5,\"duration\":20,\"fps\":1},"
            + taskWithUuid(1)
            + ",\"numberResults\":9}]";
    List<Finding> findings = LINTER.lint("a.json", bytes(text)).findings();
    assertThat(findings).isSortedAccordingTo((a, b) -> a.location().compareTo(b.location()));
    assertThat(findings)
        .extracting(Finding::pointer)
        .containsExactly("/0/ttl", "/0/duration", "/0/fps", "/1/numberResults");
  }

  /** The beginning of a task with a UUID of its own. */
  private static String taskWithUuid(int number) {
    return TASK.replace("7f6b2a10", "7f6b2a1" + number);
  }

  private static Finding only(byte[] content) {
    List<Finding> findings = LINTER.lint("a.json", content).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes tasks with errors, between white space and texts of every width. */
  private static final class SpacedJson {
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<ExpectedFinding> expectedFindings = new ArrayList<>();

    record ExpectedFinding(String pointer, String token) {}

    SpacedJson(Random random) {
      this.random = random;
    }

    List<ExpectedFinding> expectedFindings() {
      return expectedFindings;
    }

    String array(int tasks) {
      text.append('[');
      for (int i = 0; i < tasks; i++) {
        text.append(i == 0 ? "" : ",").append(space()).append(taskWithUuid(i));
        task("/" + i);
        text.append('}').append(space());
      }
      return text.append(']').toString();
    }

    private void task(String pointer) {
      for (String expected : List.of("value", "key", "nested", "none")) {
        if (random.nextBoolean()) {
          text.append(',').append(space());
          write(pointer, expected);
        }
      }
    }

    private void write(String task, String kind) {
      String number = "9" + random.nextInt(1000);
      switch (kind) {
        case "value" -> {
          text.append("\"duration\"").append(space()).append(':').append(space()).append(number);
          expectedFindings.add(new ExpectedFinding(task + "/duration", number));
        }
        case "key" -> {
          String key = "schlüssel 🗝 " + number;
          text.append('"').append(key).append("\":").append(space()).append("[{}]");
          expectedFindings.add(new ExpectedFinding(task + "/" + key, "\"" + key));
        }
        case "nested" -> {
          text.append("\"inputs\":{\"referenceImages\":[\"iVBORw0KGgo=\",").append(space());
          text.append(number).append(space()).append("]}");
          expectedFindings.add(new ExpectedFinding(task + "/inputs/referenceImages/1", number));
        }
        default -> text.append("\"includeCost\"").append(space()).append(":true");
      }
    }

    private String space() {
      String[] spaces = {"", " ", "\n", "\t", "\r\n", "\n\n  ", " ".repeat(200)};
      return spaces[random.nextInt(spaces.length)];
    }
  }
}
