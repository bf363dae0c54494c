package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.Severity;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import dev.callsheet.tests.RepresentativeModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Brings the test requests made from every spec before every judge: each rule and each constraint
 * of each model, met once and broken once.
 */
class VectorAgreementTest {
  /**
   * What a typed request may be unable to say: no such constant, no such URI, no such long, no item
   * of a list without what it requires.
   */
  private static final Set<String> NOT_TYPEABLE =
      Set.of("not-allowed-value", "wrong-format", "out-of-range", "missing-parameter");

  /** What a generated class settles by itself, so that it cannot be missing. */
  private static final Set<String> ALWAYS_SET =
      Set.of(
          "missing-parameter.taskType",
          "missing-parameter.model",
          "missing-parameter.taskUUID",
          "missing-parameter.speech.voice");

  @TempDir private Path scratch;

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyJudgeAgreesOnEveryRequest(ModelSpec model) throws Exception {
    Judge checker = new CheckerJudge(GeneratedClasses.of(model, scratch).requestType());
    Judge linter = new LinterJudge(ModelCatalogue.bundled());
    SchemaJudge schema = SchemaJudge.of(model);
    List<String> disagreements = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.builder().build())) {
      Judge server = new SandboxJudge(sandbox);
      for (TestVector vector : TestVectorSet.of(model).vectors()) {
        JudgedRequest request = write(vector.request());
        Set<String> errors = errors(vector, model);
        JudgeFindings linted = linter.judge(write(RequestEnvelope.around(model, vector.request())));
        compare("linter", linted.errors(), errors, vector, disagreements);
        if (SandboxJudge.plays(model)) {
          JudgeFindings served = server.judge(request);
          compare("sandbox", served.errors(), errors, vector, disagreements);
          compare("sandbox", served.messages(), linted.messages(), vector, disagreements);
        }
        if (canBeTyped(vector)) {
          compare(
              "checker",
              findingsAsTypedRequest(checker, request, vector),
              errors,
              vector,
              disagreements);
          messagesOfTypedRequest(checker, request)
              .ifPresent(
                  messages ->
                      compare("checker", messages, linted.messages(), vector, disagreements));
        }
        if (schema.accepts(vector.request()) != isAccepted(vector, errors, model, schema)) {
          disagreements.add("schema: " + vector);
        }
      }
    }
    assertThat(disagreements).isEmpty();
  }

  /** By the schema, which says itself what it does not see. */
  private static boolean isAccepted(
      TestVector vector, Set<String> errors, ModelSpec model, SchemaJudge schema) {
    return errors.isEmpty()
        || schema.unexpressedRules().contains(vector.rule())
        || new ModelValidator(model, RuleInterpretation.ENFORCED)
            .validate(vector.request()).stream()
                .allMatch(violation -> schema.overlooks(violation, vector.request()));
  }

  private JudgedRequest write(JsonNode request) throws IOException {
    Path file = Files.createTempFile(scratch, "vector", ".json");
    Files.writeString(file, request.toString());
    return new JudgedRequest(file.getFileName().toString(), file, List.of());
  }

  private static Set<String> errors(TestVector vector, ModelSpec model) {
    boolean onlyWarned =
        model.rule(vector.rule()).filter(rule -> rule.severity() == Severity.WARNING).isPresent();
    return vector.valid() || onlyWarned ? Set.of() : Set.of(vector.rule());
  }

  /** Java's own types leave no room for a value of the wrong one. */
  private static boolean canBeTyped(TestVector vector) {
    return !vector.rule().equals("wrong-type") && !ALWAYS_SET.contains(vector.name());
  }

  /** What the checker finds; what cannot be read as a typed request counts as found. */
  private static Set<String> findingsAsTypedRequest(
      Judge checker, JudgedRequest request, TestVector vector)
      throws IOException, InterruptedException {
    try {
      JudgeFindings verdict = checker.judge(request);
      boolean isNew = verdict.warnings().contains("unknown-parameter");
      return isNew ? Set.of("unknown-parameter") : verdict.errors();
    } catch (JacksonException unreadable) {
      return NOT_TYPEABLE.contains(vector.rule()) ? Set.of(vector.rule()) : Set.of("unreadable");
    }
  }

  /**
   * What the checker says of the errors it finds; nothing where the request is unreadable, or where
   * the checker lets pass with a warning what the linter does not know.
   */
  private static Optional<Set<String>> messagesOfTypedRequest(Judge checker, JudgedRequest request)
      throws IOException, InterruptedException {
    try {
      JudgeFindings found = checker.judge(request);
      return found.warnings().contains("unknown-parameter")
          ? Optional.empty()
          : Optional.of(found.messages());
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private static void compare(
      String judge,
      Set<String> found,
      Set<String> expected,
      TestVector vector,
      List<String> disagreements) {
    if (!found.equals(expected)) {
      disagreements.add(judge + " found " + found + ", not " + expected + ": " + vector);
    }
  }
}
