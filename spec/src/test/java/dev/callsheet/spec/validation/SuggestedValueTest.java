package dev.callsheet.spec.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Of listed values, the one that was probably meant is suggested: a number by its value. */
class SuggestedValueTest {
  @ParameterizedTest(name = "of {0}, for {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[0.25, 0.5, 0.75, 1] | 0.3  | 0.25",
        "[0.25, 0.5, 0.75, 1] | 0.9  | 1",
        "[9, 10, 11]          | 12   | 11",
        "[99, 10]             | 9    | 10",
        "[-2, 2]              | -1.5 | -2",
        "[4, 6]               | 5    | 4",
        "[1, 2]               | 9    | none",
        "[1, 10]              | 0    | none",
        "[10, 1e3]            | 1e999999 | none",
        "[1, auto]            | '\"atuo\"' | '\"auto\"'",
      })
  void theNearestIsSuggestedWhereItIsNear(String listed, String given, String suggested)
      throws SpecException {
    ModelSpec model =
        new SpecParser(IncludeResolver.NONE)
            .parse(
                "still.yaml",
                """
                callsheet: 1
                model: {id: "acme:still@1", name: Still, status: live}
                parameters: {value: {enum: LISTED}}
                response: {properties: {}}
                """
                    .replace("LISTED", listed));
    String request = "{\"value\": " + given.replace("'", "") + "}";
    assertThat(
            new ModelValidator(model, RuleInterpretation.ENFORCED)
                .validate(JsonMapper.shared().readTree(request)))
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.message().replaceFirst("[^;]*;[^;]*(; )?", ""))
                    .isEqualTo(
                        suggested.equals("none")
                            ? ""
                            : "did you mean " + suggested.replace("'", "") + "?"));
  }
}
