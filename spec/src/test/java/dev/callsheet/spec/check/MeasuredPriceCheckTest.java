package dev.callsheet.spec.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Price lists are tried on what platforms say that they charged. */
class MeasuredPriceCheckTest {
  @TempDir private Path directory;

  @BeforeEach
  void writeModel() throws IOException {
    Files.writeString(
        directory.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still, status: live}
        parameters:
          steps: {type: integer, minimum: 1, maximum: 50, default: 28}
          text: {type: string}
          video: {type: string, accepts: [url], media: video}
        required: [text]
        pricing:
          currency: USD
          complete: false
          charges:
            - id: image
              rates: [{label: 28 steps, price: 0.0038, when: {not: {steps: {not: {const: 28}}}}}]
            - {id: tokens, per: {token: text, bytes: [1, 4]}, rates: [{label: a token, price: 0.01}]}
            - {id: video, per: {secondOf: video}, rates: [{label: a second, price: 0.05}]}
        response: {properties: {}}
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0038, 0",
    "0.00380, 0",
    "0.00379, 1",
    "0.00, 0",
    "0.01, 0",
    "0, 0",
    "0.02, 1",
    "0.0039, 1",
    "0.004, 0",
    "0.003, 0",
    "0.005, 1"
  })
  void agreesWithinTheLastDecimalThatIsPublished(String price, int findings) throws IOException {
    measured("{configuration: plain, request: {steps: 28}, price: %s}".formatted(price));

    assertThat(findings()).hasSize(findings);
  }

  @Test
  void saysWhereListAndExampleDisagree() throws IOException {
    measured(
        "{configuration: plain, request: {steps: 28}, price: 0.0038}",
        "{configuration: dear, request: {}, price: 0.0051}");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo("measured-price");
              assertThat(finding.level()).isEqualTo(Severity.WARNING);
              assertThat(finding.location())
                  .hasToString(directory.resolve("still.prices.yaml") + ":4:5");
              assertThat(finding.message())
                  .isEqualTo("`dear` cost 0.0051 USD, and the price list says 0.0038 USD.");
              assertThat(finding.causes().get(0).location())
                  .hasToString(directory.resolve("still.yaml") + ":13:15");
            });
  }

  @Test
  void aKnownDisagreementIsANote() throws IOException {
    measured("{configuration: dear, request: {}, price: 0.0051, disagrees: nobody knows why}");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Severity.NOTE);
              assertThat(finding.message()).endsWith("0.0038 USD: nobody knows why.");
            });
  }

  @Test
  void aDisagreementThatIsNoneIsAWarning() throws IOException {
    measured("{configuration: plain, request: {}, price: 0.0038, disagrees: nobody knows why}");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).contains("agrees", "leave out `disagrees`");
            });
  }

  @Test
  void whatIsNotPublishedCannotDisagree() throws IOException {
    measured("{configuration: other, request: {steps: 30}, price: 7}");

    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.0138, 0", "0.0438, 0", "0.0037, 1", "0.0450, 1"})
  void aRangeHoldsThePriceWithinItsBounds(String price, int findings) throws IOException {
    measured("{configuration: said, request: {text: abcd}, price: %s}".formatted(price));

    assertThat(findings()).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0", "0.0038, 0", "0.0010, 1"})
  void ofARateOnlyWhatIsKnownIsTheLeast(String price, int findings) throws IOException {
    measured(
        "{configuration: clip, request: {video: \"https://a.example/b\"}, price: %s}"
            .formatted(price));

    assertThat(findings()).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"0.3058, 0", "0.3158, 1"})
  void theLengthOfMediaMayBeSaid(String price, int findings) throws IOException {
    measured(
        "{configuration: clip, request: {video: \"https://a.example/b\"}, price: %s, lengths: {\"https://a.example/b\": 6.04}}"
            .formatted(price));

    assertThat(findings()).hasSize(findings);
  }

  @Test
  void aParameterThatTheModelDoesNotHaveIsAnError() throws IOException {
    measured("{configuration: plain, request: {step: 28}, price: 1}");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Severity.ERROR);
              assertThat(finding.message()).contains("`plain`", "step");
            });
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws IOException {
    measured("{configuration: plain, request: {}, prize: 1}");

    assertThat(findings())
        .extracting(CheckFinding::message)
        .containsExactly("`prize` is not a key of a measured price; did you mean `price`?");
  }

  @Test
  void measuredPricesAreNoModel() throws Exception {
    measured("{configuration: plain, request: {}, price: 1}");

    assertThat(ModelCatalogue.of(List.of(directory)).find("acme:still@1")).isPresent();
    assertThat(ModelFile.find(directory)).hasSize(1);
    assertThat(ModelFile.find(directory.resolve("still.prices.yaml")).get(0))
        .satisfies(
            file ->
                assertThat(catchThrowableOfType(SpecException.class, file::parse))
                    .hasMessageContaining("this is a file of measured prices"));
  }

  @Test
  void everyBundledListOfRatesAgreesOrSaysWhyNot() {
    List<CheckResult> results =
        new SpecChecker(InterpretationSelection.ENFORCED, false).checkFiles(ModelFile.bundled());

    assertThat(ModelFile.bundled()).filteredOn(file -> file.measured() != null).hasSize(5);
    assertThat(results)
        .flatExtracting(CheckResult::findings)
        .filteredOn(finding -> finding.kind().equals(CheckFinding.MEASURED_PRICE))
        .isNotEmpty()
        .allMatch(finding -> finding.level() == Severity.NOTE);
  }

  private void measured(String... prices) throws IOException {
    Files.writeString(
        directory.resolve("still.prices.yaml"),
        "callsheet: 1\nmeasured:\n  - " + String.join("\n  - ", prices) + "\n");
  }

  private List<CheckFinding> findings() throws IOException {
    return new SpecChecker(InterpretationSelection.ENFORCED, false)
        .checkFiles(ModelFile.find(directory.resolve("still.yaml"))).stream()
            .flatMap(result -> result.findings().stream())
            .toList();
  }
}
