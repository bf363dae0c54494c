package dev.callsheet.tests.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.tests.RepresentativeModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinterFindingsTest {
  /** With a single outputType to choose, nothing can break this rule alone. */
  private static final String OUTPUT_RULE = "ttl-needs-url-output";

  /** A placeholder that names nothing is read as ordinary text: odd, yet accepted. */
  private static final Set<String> ONLY_WARNING = Set.of("prompt-names-elements");

  @ParameterizedTest
  @MethodSource("dev.callsheet.tests.requests.RequestCase#all")
  void findsWhatTheRequestIsNamedAfterAndNothingElse(RequestCase request) {
    List<Tuple> expected = new ArrayList<>();
    request.notes().forEach(rule -> expected.add(tuple(rule, Severity.NOTE)));
    if (!request.isValid()) {
      boolean warns = ONLY_WARNING.contains(request.brokenRule());
      expected.add(tuple(request.brokenRule(), warns ? Severity.WARNING : Severity.ERROR));
    }

    LintResult result = lint(request, RuleInterpretation.ENFORCED);

    assertThat(result.requests()).isEqualTo(1);
    assertThat(result.findings())
        .extracting(Finding::rule, Finding::severity)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("dev.callsheet.tests.requests.RequestCase#all")
  void documentedReadingTurnsNotesIntoErrors(RequestCase request) {
    assertThat(lint(request, RuleInterpretation.DOCUMENTED).findings())
        .filteredOn(finding -> request.notes().contains(finding.rule()))
        .hasSameSizeAs(request.notes())
        .allMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasARequestThatBreaksEachRule(ModelSpec model) {
    List<String> broken =
        RequestCase.all().stream()
            .filter(request -> request.model().equals(model.id()))
            .map(RequestCase::brokenRule)
            .toList();

    assertThat(model.rules())
        .extracting(Rule::id)
        .filteredOn(rule -> !(rule.equals(OUTPUT_RULE) && hasOneOutputType(model)))
        .isSubsetOf(broken);
  }

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  private static boolean hasOneOutputType(ModelSpec model) {
    return model
        .request()
        .member("outputType")
        .map(Parameter::shape)
        .filter(shape -> shape instanceof Shape.Choice choice && choice.isConstant())
        .isPresent();
  }

  private static LintResult lint(RequestCase request, RuleInterpretation reading) {
    return new Linter(ModelCatalogue.bundled(), reading)
        .lint(request.toString(), request.content());
  }
}
