package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.RepresentativeModels;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.logicng.formulas.FormulaFactory;

/**
 * However large a spec, nobody waits for its analysis. Bounds are processor time, not a clock's.
 */
class LargeSpecAnalysisTest {
  private static final Duration LARGE = Duration.ofSeconds(10);
  private static final Duration PUBLISHED = Duration.ofSeconds(1);

  @Test
  void provesALargeSpecSound() throws SpecException {
    ModelSpec spec = LargeSpecs.read(LargeSpecs.text(0));
    assertThat(spec.rules()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(new VariableTable(new FormulaFactory(), spec, Map.of()).entries())
        .filteredOn(term -> term.parameter() != null)
        .hasSize(500);
    assertThat(findings(spec, LARGE)).isEmpty();
  }

  @Test
  void findsSmallestCausesOfManyFlawsInALargeSpec() throws SpecException {
    List<AnalysisFinding> findings = findings(LargeSpecs.read(LargeSpecs.text(20)), LARGE);
    assertThat(findings).hasSize(60);
    assertThat(findings)
        .filteredOn(finding -> finding.subject().equals(ParameterPath.parse("g7.c").toString()))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.causes())
                    .extracting(CausingRule::ruleId)
                    .containsExactly("r7-1", "r7-2", "r7-3", "r7-4", "r7-5"));
  }

  @Test
  void analyzesBundledModelsWithinBound() {
    for (ModelSpec spec : RepresentativeModels.list()) {
      findings(spec, PUBLISHED);
    }
  }

  private static List<AnalysisFinding> findings(ModelSpec spec, Duration bound) {
    long before = processorTime();
    List<AnalysisFinding> findings =
        SpecAnalyzer.analyze(spec, RuleInterpretation.ENFORCED).findings();
    assertThat(Duration.ofNanos(processorTime() - before)).as(spec.id()).isLessThan(bound);
    return findings;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
