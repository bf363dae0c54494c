package dev.callsheet.linter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.repair.JsonPatchOperation;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.linter.testing.RequestMutator;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Repairs take work in proportion to what is in hand: where that ends, the finding is counted and
 * not passed over. Work is counted and not timed, so these tests decide the same everywhere.
 */
class RepairWorkTest {
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final String HEAD =
      "{\"taskType\":\"videoInference\",\"model\":\"klingai:kling-video@o3-pro\","
          + "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\","
          + "\"positivePrompt\":\"A whale\",\"width\":1920,\"height\":1080";

  @Test
  void eachOfAThousandUnknownKeysHasItsRepair() {
    Linter linter = newLinter();
    LintResult result = lint(linter, HEAD + members(1000, i -> "\"k" + i + "\":1") + "}");

    assertThat(result.findings()).hasSize(1000);
    for (Finding finding : result.findings()) {
      assertThat(finding.fixSuggestions().repairs())
          .singleElement()
          .extracting(Repair::patch)
          .isEqualTo(List.of(JsonPatchOperation.remove(finding.pointer())));
    }
    assertThat(linter.findingsWithoutRepairs()).isZero();
  }

  static List<Arguments> tooMany() {
    return List.of(
        tooMany("unknown keys", members(20_000, i -> "\"k" + i + "\":1")),
        tooMany(
            "keys like one", members(2000, i -> "\"positivePromp" + (char) (i + 0x4e00) + "\":1")),
        tooMany("one key again and again", members(20_000, i -> "\"duration\":5")),
        tooMany(
            "keys of others",
            members(5000, i -> "\"apiKey" + i + "\":\"sk-abcdefghijklmnopqrstuv" + i + "\"")),
        tooMany(
            "items that are no media",
            ",\"inputs\":{\"referenceImages\":[0" + members(5000, String::valueOf) + "]}"));
  }

  private static Arguments tooMany(String what, String members) {
    return Arguments.of(Named.of(what, HEAD + members + "}"));
  }

  @ParameterizedTest
  @MethodSource("tooMany")
  void whatIsNotExaminedIsCounted(String request) {
    Linter linter = newLinter();
    List<Finding> findings = lint(linter, request).findings();

    long without =
        findings.stream().filter(finding -> finding.fixSuggestions().repairs().isEmpty()).count();

    assertThat(without).isBetween(findings.size() / 2L, findings.size() - 10L);
    assertThat(linter.findingsWithoutRepairs()).isEqualTo(without);
  }

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void keysThatNothingIsLikeChangeNoOtherRepair(ModelSpec model) throws IOException {
    RequestMutator mutator = RequestMutator.of(model, 5);
    for (int i = 0; i < 100; i++) {
      ObjectNode request = mutator.next();
      List<String> before = repairs(request, "");
      request.put("zzzzzzzzz1", 1).putObject("zzzzzzzzz2").put("prompt", "a whale");

      assertThat(repairs(request, "/zzzzzzzzz")).as(request.toString()).isEqualTo(before);
    }
  }

  /** In words and as patches, of all findings but those at pointers that begin so. */
  private static List<String> repairs(ObjectNode request, String left) {
    return lint(newLinter(), request.toString()).findings().stream()
        .filter(finding -> left.isEmpty() || !finding.pointer().startsWith(left))
        .map(
            finding ->
                finding.rule()
                    + finding.pointer()
                    + finding.fixSuggestions().repairs().stream()
                        .map(repair -> FreshUuids.allMasked(repair.description() + repair.patch()))
                        .toList())
        .toList();
  }

  private static String members(int count, IntFunction<String> member) {
    return IntStream.range(0, count).mapToObj(member).map(each -> "," + each).collect(joining());
  }

  private static Linter newLinter() {
    return new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  }

  private static LintResult lint(Linter linter, String request) {
    return linter.lint("a.json", request.getBytes(UTF_8));
  }
}
