package dev.callsheet.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.tests.RepresentativeModels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What an exported schema allows is what the linter allows, save for what the schema disclaims. */
class ExportedSchemaTest {
  /** With a single outputType to choose, as videos have, nothing can break this rule alone. */
  private static final Set<String> NOT_BREAKABLE_ALONE = Set.of("ttl-needs-url-output");

  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheLinterOnMutatedRequests(ModelSpec model, RuleInterpretation reading) {
    ObjectNode export = SchemaExport.of(model, reading);
    Set<String> disclaimed = unexpressedRules(export);
    Schema schema = JsonSchemas.of(export);
    List<String> disagreements = new ArrayList<>();
    new MutatedRequests(model, reading)
        .requests()
        .forEach(
            linted -> {
              boolean allowed = schema.validate(linted.request(), OutputFormat.BOOLEAN);
              boolean expected =
                  linted.errors().stream().allMatch(error -> disclaimed.contains(error.rule()));
              if (allowed != expected) {
                disagreements.add(linted.toString());
              }
            });

    assertThat(disagreements).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void someRequestBreaksEachRuleAlone(ModelSpec model) {
    Set<String> brokenAlone =
        new MutatedRequests(model, RuleInterpretation.ENFORCED)
            .requests()
            .filter(linted -> linted.errors().size() == 1)
            .map(linted -> linted.errors().get(0).rule())
            .collect(Collectors.toSet());

    assertThat(model.rules())
        .filteredOn(
            rule -> rule.severity() == Severity.ERROR && !NOT_BREAKABLE_ALONE.contains(rule.id()))
        .extracting(Rule::id)
        .isSubsetOf(brokenAlone);
  }

  static Collection<ModelSpec> bundled() {
    return RepresentativeModels.list();
  }

  static List<Arguments> models() {
    return bundled().stream()
        .flatMap(model -> readings(model).map(reading -> Arguments.of(model, reading)))
        .toList();
  }

  /** As published, too, where that makes a difference. */
  private static Stream<RuleInterpretation> readings(ModelSpec model) {
    return model.rules().stream().anyMatch(rule -> rule.documentedBody() != null)
        ? Stream.of(RuleInterpretation.values())
        : Stream.of(RuleInterpretation.ENFORCED);
  }

  private static Set<String> unexpressedRules(ObjectNode export) {
    return export.get(SchemaExport.NOT_EXPRESSED).values().stream()
        .map(rule -> rule.get("title").stringValue())
        .collect(Collectors.toSet());
  }
}
