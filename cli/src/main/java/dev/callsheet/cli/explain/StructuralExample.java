package dev.callsheet.cli.explain;

import dev.callsheet.generator.vectors.Vector;
import dev.callsheet.generator.vectors.VectorSet;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.StructuralRule;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request of some model that passes, and one that breaks a rule which every model has.
 *
 * @param passing null when none was found
 * @param failing null when none was found
 */
record StructuralExample(@Nullable String passing, @Nullable String failing) {
  static StructuralExample of(StructuralRule rule, List<ModelSpec> models) {
    return switch (rule) {
      case DUPLICATE_KEY ->
          changed(models, "{\n  \"taskType\"", "{\n  \"taskType\" : \"ping\",\n  \"taskType\"");
      case MALFORMED_JSON -> changed(models, "\"taskType\" :", "\"taskType\"");
      case UNKNOWN_MODEL -> changed(models, "\"model\" : \"", "\"model\" : \"my-");
      case SECRET_IN_REQUEST ->
          changed(models, "{\n", "{\n  \"apiKey\" : \"sk-1f4b8a0c9d2e7f6a3b5c\",\n");
      case TOO_LARGE -> new StructuralExample(null, null);
      default -> ofVectors(rule, models);
    };
  }

  private static StructuralExample changed(List<ModelSpec> models, String from, String to) {
    Optional<String> request =
        new RequestSearch(models.get(0), Reading.ENFORCED).any().map(JsonNode::toPrettyString);
    return new StructuralExample(
        request.orElse(null), request.map(text -> once(text, from, to)).orElse(null));
  }

  private static String once(String text, String from, String to) {
    int at = text.indexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  /** The first model whose test requests have one that breaks the rule. */
  private static StructuralExample ofVectors(StructuralRule rule, List<ModelSpec> models) {
    for (ModelSpec model : models) {
      List<Vector> vectors = VectorSet.of(model).vectors();
      Optional<Vector> failing =
          vectors.stream()
              .filter(each -> !each.valid() && each.rule().equals(rule.id()))
              .findFirst();
      if (failing.isPresent()) {
        String parameter =
            failing.get().name().substring(rule.id().length()).replaceFirst("^\\.", "");
        Optional<Vector> passing =
            vectors.stream()
                .filter(Vector::valid)
                .filter(each -> !each.rule().isEmpty() && parameter.startsWith(each.rule()))
                .reduce((first, second) -> second)
                .or(() -> vectors.stream().filter(Vector::valid).findFirst());
        return new StructuralExample(
            passing.map(each -> each.request().toPrettyString()).orElse(null),
            failing.get().request().toPrettyString());
      }
    }
    return new StructuralExample(null, null);
  }
}
