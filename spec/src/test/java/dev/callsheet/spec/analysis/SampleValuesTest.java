package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.RepresentativeModels;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.validation.ModelValidator;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleValuesTest {
  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void aSampleRequestBreaksNothingButRules(ModelSpec model) {
    assertThat(
            new ModelValidator(model, RuleInterpretation.ENFORCED)
                .validate(SampleValues.of(model.request())))
        .allMatch(violation -> model.rule(violation.rule()).isPresent());
  }

  @Test
  void matchesPatternsAndSteps() {
    assertThat(sample(JsonType.STRING, new Facet.Pattern("^[a-z]{3}-\\d$")))
        .matches("\"[a-z]{3}-\\d\"");
    assertThat(
            sample(
                JsonType.INTEGER,
                new Facet.Range(BigDecimal.valueOf(13), false, null, false),
                new Facet.MultipleOf(BigDecimal.valueOf(8))))
        .isEqualTo("16");
  }

  @Test
  void isAsLongAsABoundWants_beyondWhatAPatternNeeds() {
    assertThat(
            sample(
                JsonType.STRING,
                new Facet.Pattern("^(https://|runway://)"),
                new Facet.Length(13, 5_242_880)))
        .matches("\"https://.{5}\"");
  }

  @Test
  void hasAsManyItemsAsAListNeeds() {
    Shape flag = new Shape.Scalar(JsonType.BOOLEAN, List.of());
    Shape list = new Shape.Sequence(flag, List.of(new Facet.ItemCount(3, 5)));
    assertThat(SampleValues.of(list)).hasToString("[true,true,true]");
    assertThat(SampleValues.of(new Shape.Sequence(flag, List.of()))).hasToString("[true]");
  }

  private static String sample(JsonType type, Facet... facets) {
    return SampleValues.of(new Shape.Scalar(type, List.of(facets))).toString();
  }
}
