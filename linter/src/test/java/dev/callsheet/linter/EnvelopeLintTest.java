package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.coverage.ModelCoverage;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.fix.Fixer;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request for a platform that is told its model elsewhere stands in an envelope. */
class EnvelopeLintTest {
  private static final Path SPECS = Path.of("src", "test", "resources", "platforms");
  private static final String RUNWARE =
      "{\"taskType\":\"videoInference\",\"model\":\"klingai:kling-video@o3-pro\","
          + "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\","
          + "\"positivePrompt\":\"a whale\",\"width\":1920,\"height\":1080}";

  private static Linter linter;

  @BeforeAll
  static void readSpecs() throws SpecException {
    linter = new Linter(ModelCatalogue.of(List.of(SPECS)), RuleInterpretation.ENFORCED);
  }

  private static String fal(String request) {
    return "{'platform': 'fal', 'model': 'fal-ai/inkwell/dev', 'request': " + request + "}";
  }

  @Test
  void aRequestInAnEnvelopeIsValidatedByItsModel() {
    assertThat(lint("a.json", fal("{'prompt': 'A lighthouse', 'num_images': 2}")).findings())
        .isEmpty();
  }

  @Test
  void findingsPointIntoTheEnvelope() {
    LintResult result =
        lint(
            "a.json",
            "["
                + fal("{'prompt': 'A lighthouse'}")
                + ",\n"
                + fal("{'prompt': 'A lighthouse', 'strength': 0.5, 'sed': 7}")
                + "]");
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.findings())
        .extracting(finding -> finding.location() + ": " + finding.message())
        .containsExactly(
            "a.json:2:90: `strength` is measured from an image, so give `image_url` as well, or"
                + " leave it out.",
            "a.json:2:107: `sed` is not a parameter of this model; did you mean `seed`?");
    assertThat(result.findings())
        .extracting(Finding::pointer)
        .containsExactly("/1/request/strength", "/1/request/sed");
    assertThat(result.findings()).extracting(Finding::model).containsOnly("fal-ai/inkwell/dev");
  }

  @Test
  void everyLineMayHaveAnEnvelopeOfItsOwn() {
    LintResult result =
        lint(
            "a.jsonl",
            RUNWARE
                + "\n"
                + fal("{'prompt': ''}")
                + "\n"
                + RUNWARE.replace("9f73", "9f74")
                + "\n{'model': 'inkwell-1', 'prompt': 'A lighthouse'}\n");
    assertThat(result.requests()).isEqualTo(4);
    assertThat(result.findings())
        .extracting(finding -> finding.location().line() + " " + finding.pointer())
        .containsExactly("2 /request/prompt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'prompt': 'A'} | /: `model` is missing; it must be the id of a model, a string. A request of a platform that is told its model elsewhere stands in an envelope: {"platform": ..., "model": ..., "request": {...}} [missing-parameter]
          {'model': 'fal-ai/inkwell/dev', 'prompt': 'A'} | /model: `fal-ai/inkwell/dev` is a model of `fal`, whose requests do not name it; put the request in an envelope: {"platform": "fal", "model": "fal-ai/inkwell/dev", "request": {...}} [missing-envelope]
          {'platform': 'fall', 'model': 'fal-ai/inkwell/dev', 'request': {'prompt': 'A'}} | /platform: `platform` is "fall"; it must be "fal", "openai", "replicate", "runware" or "runway"; did you mean "fal"? [not-allowed-value]
          {'platform': 'fal', 'model': 'fal-ai/inkwell/dve', 'request': {'prompt': 'A'}} | /model: `fal-ai/inkwell/dve` is not a known model of `fal`; did you mean `fal-ai/inkwell/dev`? [unknown-model]
          {'platform': 'replicate', 'model': 'fal-ai/inkwell/dev', 'request': {'prompt': 'A'}} | /platform: `platform` is "replicate"; it must be "fal"; did you mean "fal"? [not-allowed-value]
          {'platfrom': 'fal', 'model': 'fal-ai/inkwell/dev', 'request': {'prompt': 'A'}} | /platfrom: `platfrom` is not a member of an envelope, which has `platform`, `model` and, with all that is sent, `request`; did you mean `platform`? [unknown-parameter]
          {'platform': 'fal', 'model': 'fal-ai/inkwell/dev', 'request': {'prompt': 'A'}, 'note': 1} | /note: `note` is not a member of an envelope, which has `platform`, `model` and, with all that is sent, `request` [unknown-parameter]
          {'model': 'fal-ai/inkwell/dev', 'request': {'prompt': 'A'}} | /: `platform` is missing; it must be "fal", "openai", "replicate", "runware" or "runway" [missing-parameter]
          {'platform': 'fal', 'request': {'prompt': 'A'}} | /: `model` is missing; it must be the id of a model, a string [missing-parameter]
          {'platform': 'fal', 'model': 'fal-ai/inkwell/dev'} | /: `request` is missing; it must be an object [missing-parameter]
          {'platform': 'fal', 'model': 'fal-ai/inkwell/dev', 'request': 'A'} | /request: `request` is "A"; it must be an object [wrong-type]
          {'platform': 'openai', 'request': {'model': 'inkwell-1', 'prompt': ''}} | /request/prompt: `prompt` has 0 characters; it must have from 1 to 1000 [wrong-length]
          """)
  void aMistakeIsToldOnceWithWhatWouldBeRight(String json, String message) {
    assertThat(lint("a.json", json).findings())
        .extracting(
            finding ->
                (finding.pointer().isEmpty() ? "/" : finding.pointer())
                    + ": "
                    + finding.message()
                    + " ["
                    + finding.rule()
                    + "]")
        .containsExactly(message);
  }

  @Test
  void repairsOfTheRequestAndOfTheEnvelopeAreFound() {
    assertThat(repairs(fal("{'prompt': 'A', 'sed': 7}"))).contains("rename `sed` to `seed`");
    assertThat(
            repairs(
                "{'platform': 'fall', 'model': 'fal-ai/inkwell/dev', 'request': {'prompt': 'A'}}"))
        .containsExactly("set `platform` to \"fal\"");
    assertThat(
            repairs(
                "{'platform': 'fal', 'model': 'fal-ai/inkwell/dev', 'reqest': {'prompt': 'A'}}"))
        .containsExactly("rename `reqest` to `request`");
    assertThat(repairs("{'model': 'fal-ai/inkwell/dev', 'prompt': 'A'}"))
        .containsExactly("put the request in an envelope");
    assertThat(repairs("{'prompt': 'A'}")).containsExactly("add `model`");
  }

  @Test
  void whatIsUnambiguousIsFixedInPlace() {
    assertThat(
            fixed(
                """
                [
                  {"platform": "fal", "model": "fal-ai/inkwell/dve", "request": {"prompt": "A",  "seed": 7}},
                  {"platform": "fal", "model": "fal-ai/inkwell/dev", "request": {"prompt": "A",  "sed": 7}},
                  {
                    "model": "fal-ai/inkwell/dev",
                    "prompt": "A",
                    "seed": 7
                  }
                ]
                """))
        .isEqualTo(
            """
            [
              {"platform": "fal", "model": "fal-ai/inkwell/dev", "request": {"prompt": "A",  "seed": 7}},
              {"platform": "fal", "model": "fal-ai/inkwell/dev", "request": {"prompt": "A",  "seed": 7}},
              {
                "model": "fal-ai/inkwell/dev",
                "platform": "fal",
                "request": {"prompt": "A", "seed": 7}
              }
            ]
            """);
  }

  @Test
  void secretsAndRepeatedKeysAreFoundOnceInTheEnvelopeAndInTheRequest() {
    LintResult result =
        lint(
            "a.json",
            "{'platform': 'fal', 'apiKey': 'sk-1f4b8a0c9d2e7f6a3b5c', 'model': 'x', 'model':"
                + " 'fal-ai/inkwell/dev', 'request': {'prompt': 'A', 'prompt': 'B', 'key':"
                + " 'sk-2f4b8a0c9d2e7f6a3b5c'}}");
    assertThat(result.findings())
        .extracting(finding -> finding.rule() + " " + finding.pointer())
        .containsExactly(
            "secret-in-request /apiKey",
            "duplicate-key /model",
            "duplicate-key /request/prompt",
            "secret-in-request /request/key");
    assertThat(result.findings().toString()).doesNotContain("9d2e7f6a3b5c");
  }

  @Test
  void coverageCountsTheRequestsInEnvelopes() {
    Coverage coverage = new Coverage();
    linter
        .observedBy(coverage)
        .lint("a.json", json("[" + fal("{'prompt': 'A'}") + "," + RUNWARE + "]"));
    assertThat(coverage.models())
        .extracting(model -> model.spec().qualifiedId())
        .containsExactly("fal/fal-ai/inkwell/dev", "runware/klingai:kling-video@o3-pro");
    assertThat(coverage.models().iterator().next().counts(ModelCoverage.Kind.MODE))
        .containsEntry("text-to-image", 1L);
  }

  private static List<String> repairs(String json) {
    return lint("a.json", json).findings().stream()
        .flatMap(finding -> finding.fixSuggestions().repairs().stream())
        .map(Repair::description)
        .toList();
  }

  private static String fixed(String json) {
    FixResult result = new Fixer(linter).fix("a.json", json.getBytes(StandardCharsets.UTF_8));
    return new String(result.content(), StandardCharsets.UTF_8);
  }

  private static LintResult lint(String file, String json) {
    return linter.lint(file, json(json));
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
