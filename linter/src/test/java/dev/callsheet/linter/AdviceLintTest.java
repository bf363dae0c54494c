package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.fix.Fixer;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deprecated, ignored or clamped is found on both paths, with what to do instead. */
class AdviceLintTest {
  private static final String TASK =
      "{\"taskType\": \"imageInference\", \"taskUUID\": \"0b6c1a52-8a39-4c46-9a0e-5d0f3c7be1a4\","
          + " \"model\": \"acme:still@1\"";

  @TempDir private Path directory;
  private ModelCatalogue catalogue;

  @BeforeEach
  void readSpec() throws IOException, SpecException {
    Path specs = Files.createDirectory(directory.resolve("specs"));
    Files.writeString(
        specs.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still, status: live}
        include: [platforms/runware/task]
        parameters:
          taskType: {const: imageInference}
          model: {const: "acme:still@1"}
          strength: {type: number, replacedBy: intensity, sunset: 2026-06-01}
          intensity: {type: number}
          steps: {type: integer, clampedTo: {maximum: 50}}
          kind: {oneOf: [{const: paint, description: P.}, {const: draw, description: D., replacedBy: paint, sunset: 2026-06-01}]}
          tags: {type: array, items: {oneOf: [{const: a, description: A.}, {const: b, description: B., replacedBy: a, sunset: 2026-06-01}]}}
        response: {properties: {}}
        """);
    catalogue = ModelCatalogue.of(List.of(specs));
  }

  @Test
  void theFastPathClearsNoRequestThatThereIsAdviceFor() {
    assertThat(lint("2026-05-31", ", \"strength\": 1}"))
        .extracting(finding -> finding.severity().id(), Finding::rule)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("warning", "deprecated-strength"));
    assertThat(lint("2026-05-31", ", \"intensity\": 1, \"kind\": \"paint\", \"tags\": [\"a\"]}"))
        .isEmpty();
  }

  @Test
  void theRepairIsWhatIsToBeUsedInstead() {
    assertThat(
            repairs(
                "2026-05-31",
                ", \"strength\": 1, \"kind\": \"draw\", \"tags\": [\"a\", \"b\"], \"steps\": 90}"))
        .containsExactly(
            "rename `strength` to `intensity`",
            "set `kind` to \"paint\"",
            "set `tags[1]` to \"a\"",
            "set `steps` to 50");
  }

  @Test
  void onlyWhatIsPastItsSunsetIsFixedWithoutAsking() throws IOException {
    Path file = directory.resolve("a.json");
    Files.writeString(file, TASK + ", \"strength\": 1}");
    new Fixer(linter("2026-05-31")).fix("a.json", file);
    assertThat(file).content().contains("strength");
    new Fixer(linter("2026-06-01")).fix("a.json", file);
    assertThat(file).content().contains("\"intensity\": 1").doesNotContain("strength");
  }

  private List<String> repairs(String today, String rest) {
    return lint(today, rest).stream()
        .flatMap(finding -> finding.fixSuggestions().repairs().stream().limit(1))
        .map(Repair::description)
        .toList();
  }

  private List<Finding> lint(String today, String rest) {
    return linter(today).lint("a.json", (TASK + rest).getBytes(StandardCharsets.UTF_8)).findings();
  }

  private Linter linter(String today) {
    return new Linter(
        catalogue,
        RuleInterpretation.ENFORCED,
        Clock.fixed(
            LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
  }
}
