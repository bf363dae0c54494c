package dev.callsheet.cli.lsp.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.cli.lsp.text.PositionUnit;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is found after an edit is what is found in the text that it left. */
class RequestLinterTest {
  private static final Path REQUESTS =
      Path.of("../tests/requests/klingai/kling-video-3-0-omni-pro");
  private static final KnownSpecs SPECS = new KnownSpecs(ModelCatalogue.bundled());

  /** What people type, and what they paste; some of it leaves no JSON. */
  private static final List<String> TYPED =
      List.of(
          "",
          "a",
          "1",
          "\"",
          ",",
          "{",
          "}",
          "\n",
          "\r\n",
          " ",
          "\ud83d\udc0b",
          "\\",
          "},{",
          "\"duration\": 8, ",
          "sk-live-0123456789abcdef0123456789abcdef");

  @ParameterizedTest
  @CsvSource({"requests.json, true", "requests.json, false", "requests.jsonl, false"})
  void everyEditIsAnsweredAsIfTheFileWereNew(String name, boolean isPretty) throws IOException {
    Random random = new Random(42);
    RequestLinter linter = new RequestLinter();
    String valid = text(name, isPretty);
    String text = valid;
    for (int edit = 0; edit < 60; edit++) {
      // Mostly a letter in a value, as it is typed; now and then anything, and then the old text.
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + random.nextInt(3));
      boolean isWild = random.nextInt(4) == 0;
      String typed = isWild ? TYPED.get(random.nextInt(TYPED.size())) : "b";
      text = text.substring(0, start) + typed + text.substring(isWild ? end : start);
      assertThat(described(linter.lint(file(name, edit, text), SPECS)))
          .as("edit %d", edit)
          .isEqualTo(described(RequestDiagnostics.of(file(name, edit, text), SPECS)));
      text = random.nextInt(3) == 0 ? valid : text;
    }
  }

  @Test
  void anEditInsideOfARequestLeavesTheFindingsOfOthers() throws IOException {
    RequestLinter linter = new RequestLinter();
    String text = text("requests.json", true);
    RequestDiagnostics before = linter.lint(file("requests.json", 1, text), SPECS);
    int prompt = text.indexOf("positivePrompt\" : \"") + "positivePrompt\" : \"".length();
    String edited = text.substring(0, prompt) + "x" + text.substring(prompt);
    RequestDiagnostics after = linter.lint(file("requests.json", 2, edited), SPECS);
    Set<Finding> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(before.findings());
    assertThat(after.findings()).filteredOn(known::contains).hasSizeGreaterThan(10);
    assertThat(linter.lint(after.file(), SPECS)).isSameAs(after);
  }

  /** The repairs of what is kept and of what is new are for the text as it is. */
  @Test
  void repairsAfterAnEditAreThoseOfTheWholeFile() throws IOException {
    RequestLinter linter = new RequestLinter();
    String text = text("requests.json", true);
    linter.lint(file("requests.json", 1, text), SPECS);
    int prompt = text.lastIndexOf("positivePrompt\" : \"") + "positivePrompt\" : \"".length();
    RequestFile edited =
        file("requests.json", 2, text.substring(0, prompt) + "x" + text.substring(prompt));
    assertThat(repairs(linter.lint(edited, SPECS)))
        .isEqualTo(repairs(RequestDiagnostics.of(edited, SPECS)));
  }

  /** One edit in a file with several requests; what is typed stands between the braces. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // becomes requests by it: before, nothing was linted
        "[{\"mode<l>\": \"a:b@1\"}, {\"prompt\": \"x\"}]",
        "[{\"mode<l>\": \"a:b@1\"}, {\"prompt\": \"x\"",
        "[{\"mode<l>\": \"a:b@1\"}, {\"prompt\" \"x\"}]",
        // a task that fetches the result of another becomes one that repeats it
        "[{\"taskType\": \"imageInference\", \"taskUUID\": \"0b1c9a1e-6c5f-4d3e-9a58-000000000001\"},"
            + " {\"taskType\": \"<getResponse|imageInference>\","
            + " \"taskUUID\": \"0b1c9a1e-6c5f-4d3e-9a58-000000000001\"}]"
      })
  void anEditThatChangesWhatAFileIsHasAllOfItLinted(String edit) {
    RequestLinter linter = new RequestLinter();
    String before = edit.replaceAll("<(?:(\\w+)\\|)?\\w+>", "$1");
    RequestFile after = file("requests.json", 2, edit.replaceAll("<(?:\\w+\\|)?(\\w+)>", "$1"));
    linter.lint(file("requests.json", 1, before), SPECS);
    assertThat(described(linter.lint(after, SPECS)))
        .isNotEmpty()
        .isEqualTo(described(RequestDiagnostics.of(after, SPECS)));
  }

  private static List<String> described(RequestDiagnostics linted) {
    return linted.findings().stream()
        .map(
            finding ->
                "%s %s %s-%d %s %s"
                    .formatted(
                        finding.rule(),
                        finding.pointer(),
                        finding.location(),
                        finding.endColumn(),
                        finding.message(),
                        finding.related().stream()
                            .map(other -> other.pointer() + " " + other.location())
                            .toList()))
        .toList();
  }

  private static List<String> repairs(RequestDiagnostics linted) {
    return linted.findings().stream()
        .flatMap(finding -> finding.fixSuggestions().repairs().stream())
        .map(
            repair ->
                repair.description()
                    + repair.replacements().stream()
                        .map(each -> each.start() + " " + each.end() + " " + each.newText())
                        .toList())
        .toList();
  }

  private static RequestFile file(String name, int version, String text) {
    return new RequestFile(
        "file:///" + name, version, name, new DocumentText(text, PositionUnit.UTF16));
  }

  /** All of a model's requests, the right ones and the wrong ones, each with a UUID of its own. */
  private static String text(String name, boolean isPretty) throws IOException {
    List<String> requests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(REQUESTS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        JsonNode read = JsonMapper.shared().readTree(Files.readString(file));
        if (read instanceof ObjectNode request && request.has("taskUUID")) {
          request.put("taskUUID", "0b1c9a1e-6c5f-4d3e-9a58-%012x".formatted(requests.size()));
          requests.add(isPretty ? request.toPrettyString() : request.toString());
        }
      }
    }
    assertThat(requests).hasSizeGreaterThan(20);
    return name.endsWith("l")
        ? String.join("\n", requests)
        : "[" + String.join(isPretty ? ",\n" : ", ", requests) + "]\n";
  }
}
