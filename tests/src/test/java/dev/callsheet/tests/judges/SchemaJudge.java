package dev.callsheet.tests.judges;

import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A validator of other makers, with the model's exported schema.
 *
 * @param schema what it validates by
 * @param unexpressedRules the rules that the schema says it does not check
 * @param unexpressedPlaces the structural rules that it says it does not check at a parameter, each
 *     with the parameter's path behind it
 */
public record SchemaJudge(
    Schema schema, Set<String> unexpressedRules, Set<String> unexpressedPlaces) {
  /** For a model. */
  public static SchemaJudge of(ModelSpec model) {
    ObjectNode exported = SchemaExport.of(model, RuleInterpretation.ENFORCED);
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    Schema schema =
        SchemaRegistry.withDialect(
                Dialects.getDraft202012(), registry -> registry.schemaRegistryConfig(config))
            .getSchema(exported);
    return new SchemaJudge(schema, unexpressed(exported, false), unexpressed(exported, true));
  }

  private static Set<String> unexpressed(ObjectNode exported, boolean isOfPlaces) {
    return exported.get(SchemaExport.NOT_EXPRESSED).values().stream()
        .filter(entry -> entry.has(SchemaExport.PATH) == isOfPlaces)
        .map(
            entry ->
                (entry.path("title").asString("")
                        + " "
                        + entry.path(SchemaExport.PATH).asString(""))
                    .strip())
        .collect(Collectors.toSet());
  }

  /** Whether a violation is one that the schema says it does not see; it knows no date either. */
  public boolean overlooks(Violation violation, JsonNode request) {
    if (violation.problem() instanceof Problem.WrongLength wrong
        && !isAllowedInCodePoints(request.at(violation.pointer()).asString(), wrong)) {
      return false;
    }
    String place = violation.pointer().substring(Math.min(1, violation.pointer().length()));
    String path = place.replaceAll("/\\d+", "[]").replace('/', '.');
    String inDictionary = path.replaceAll("\\.[^.]*$", ".*");
    return unexpressedRules.contains(violation.rule())
        || unexpressedPlaces.contains(violation.rule() + " " + path)
        || unexpressedPlaces.contains(violation.rule() + " " + inDictionary)
        || violation.rule().startsWith("deprecated-");
  }

  /** Of lengths in other units, a schema says what follows from them for code points. */
  private static boolean isAllowedInCodePoints(String text, Problem.WrongLength wrong) {
    int most =
        switch (wrong.unit()) {
          case CODE_POINTS -> 1;
          case UTF16 -> 2;
          case UTF8 -> 4;
        };
    int codePoints = text.codePointCount(0, text.length());
    return codePoints * most >= wrong.minimum() && codePoints <= wrong.maximum();
  }

  /** Whether it finds nothing wrong. */
  public boolean accepts(JsonNode request) {
    return schema.validate(request, OutputFormat.BOOLEAN);
  }
}
