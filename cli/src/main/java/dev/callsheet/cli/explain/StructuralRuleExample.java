package dev.callsheet.cli.explain;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A valid request, and one that breaks a structural rule, which every model has.
 *
 * @param passing null when none was found
 * @param failing null when none was found
 */
record StructuralRuleExample(@Nullable String passing, @Nullable String failing) {
  static StructuralRuleExample of(StructuralRule rule, List<ModelSpec> models) {
    return switch (rule) {
      case DUPLICATE_KEY ->
          changed(models, "{\n  \"taskType\"", "{\n  \"taskType\" : \"ping\",\n  \"taskType\"");
      case DUPLICATE_TASK_UUID -> twice(models);
      case MALFORMED_JSON -> changed(models, "\"taskType\" :", "\"taskType\"");
      case UNKNOWN_MODEL -> changed(models, "\"model\" : \"", "\"model\" : \"my-");
      case MISSING_ENVELOPE -> ofEnvelope(models);
      case SECRET_IN_REQUEST ->
          changed(models, "{\n", "{\n  \"apiKey\" : \"sk-1f4b8a0c9d2e7f6a3b5c\",\n");
      case TOO_LARGE, INTERNAL_ERROR -> new StructuralRuleExample(null, null);
      default -> ofVectors(rule, models);
    };
  }

  private static StructuralRuleExample changed(List<ModelSpec> models, String from, String to) {
    Optional<String> request = smallestRequest(models);
    return new StructuralRuleExample(
        request.orElse(null), request.map(text -> once(text, from, to)).orElse(null));
  }

  private static StructuralRuleExample twice(List<ModelSpec> models) {
    Optional<String> request = smallestRequest(models);
    return new StructuralRuleExample(
        request.orElse(null), request.map(text -> "[" + text + ", " + text + "]").orElse(null));
  }

  /** Of a model whose requests do not name it, where one is known. */
  private static StructuralRuleExample ofEnvelope(List<ModelSpec> models) {
    for (ModelSpec model : models) {
      if (!model.isNamedInRequests()) {
        Optional<JsonNode> request =
            new RequestSearch(model, RuleInterpretation.ENFORCED).smallestRequest();
        return new StructuralRuleExample(
            request.map(bare -> RequestEnvelope.around(model, bare).toPrettyString()).orElse(null),
            request
                .map(bare -> ((ObjectNode) bare.deepCopy()).put(RequestEnvelope.MODEL, model.id()))
                .map(JsonNode::toPrettyString)
                .orElse(null));
      }
    }
    return new StructuralRuleExample(null, null);
  }

  private static Optional<String> smallestRequest(List<ModelSpec> models) {
    return new RequestSearch(models.get(0), RuleInterpretation.ENFORCED)
        .smallestRequest()
        .map(JsonNode::toPrettyString);
  }

  private static String once(String text, String from, String to) {
    int at = text.indexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  /** The first model whose test requests have one that breaks the rule. */
  private static StructuralRuleExample ofVectors(StructuralRule rule, List<ModelSpec> models) {
    for (ModelSpec model : models) {
      List<TestVector> vectors = TestVectorSet.of(model).vectors();
      Optional<TestVector> failing =
          vectors.stream()
              .filter(each -> !each.valid() && each.rule().equals(rule.id()))
              .findFirst();
      if (failing.isPresent()) {
        String parameter =
            failing.get().name().substring(rule.id().length()).replaceFirst("^\\.", "");
        Optional<TestVector> passing =
            vectors.stream()
                .filter(TestVector::valid)
                .filter(each -> !each.rule().isEmpty() && parameter.startsWith(each.rule()))
                .reduce((first, second) -> second)
                .or(() -> vectors.stream().filter(TestVector::valid).findFirst());
        return new StructuralRuleExample(
            passing.map(each -> each.request().toPrettyString()).orElse(null),
            failing.get().request().toPrettyString());
      }
    }
    return new StructuralRuleExample(null, null);
  }
}
