package dev.callsheet.spec.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests in specs are run when a spec is checked. */
class SpecTestCheckTest {
  private static final String MODEL =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      required: [text]
      parameters:
        text: {type: string, maxLength: 9}
        tags: {type: array, items: {type: string, maxLength: 3}}
        photo: {type: string}
        count: {type: integer, minimum: 1, maximum: 9, default: 1}
      modes:
        text-to-image: {provides: []}
        image-to-image: {provides: [photo]}
      rules:
        - id: photo-or-tags
          description: A `photo` needs no `tags`.
          atMostOneOf: [photo, tags]
        - id: few
          severity: warning
          description: More than 5 take long.
          constrain: {count: {maximum: 5}}
      pricing:
        currency: USD
        charges: [{id: images, times: count, rates: [{label: an image, price: 0.004}]}]
      response: {properties: {}}
      """;

  @TempDir private Path directory;

  @Test
  void passesWhereEverythingIsAsExpected() throws IOException {
    assertThat(
            run(
                """
                - title: two images
                  request: {text: A whale, count: 2}
                  mode: text-to-image
                  price: 0.008
                - {title: as reports show it, request: {text: A whale}, price: 0.004 USD}
                - {title: both, request: {photo: a, tags: [b]}, breaks: [missing-parameter, photo-or-tags]}
                - {title: many, request: {text: A whale, count: 6}, breaks: few, price: 0.0240}
                """))
        .isEmpty();
  }

  @Test
  void aViolationThatIsNotExpectedIsShownWhereItsValueStands() throws IOException {
    assertThat(
            run(
                """
                - title: too long a tag
                  request:
                    text: A whale
                    tags: [a, b, four]
                """))
        .containsExactly(
            "still.yaml:28:20: The request of the test `too long a tag` is not expected to break"
                + " `wrong-length`: `tags[2]` has 4 characters; it may have at most 3"
                + " [failed-test]");
  }

  @Test
  void aWarningIsExpectedLikeAnError() throws IOException {
    assertThat(run("- {title: many, request: {text: A whale, count: 6}}\n"))
        .containsExactly(
            "still.yaml:25:44: The request of the test `many` is not expected to break `few`: More"
                + " than 5 take long. [failed-test]");
  }

  @Test
  void aRuleThatIsNotBrokenIsShownWhereItIsExpected() throws IOException {
    assertThat(
            run(
                """
                - title: nothing wrong
                  request: {text: A whale}
                  breaks: [photo-or-tags, photo-or-tag]
                """))
        .containsExactly(
            "still.yaml:27:14: The request of the test `nothing wrong` is expected to break"
                + " `photo-or-tags`, which it does not. [failed-test]",
            "still.yaml:27:29: The request of the test `nothing wrong` is expected to break"
                + " `photo-or-tag`, and there is no such rule; did you mean `photo-or-tags`?"
                + " [failed-test]");
  }

  @Test
  void anotherModeAndAnotherPriceAreShownWithWhatTheyAre() throws IOException {
    assertThat(
            run(
                """
                - title: two images
                  request: {text: A whale, count: 2}
                  mode: image-to-image
                  price: 0.004
                """))
        .containsExactly(
            "still.yaml:27:11: The request of the test `two images` is expected to be of the mode"
                + " `image-to-image`, and is of `text-to-image`. [failed-test]",
            "still.yaml:28:12: The request of the test `two images` is expected to cost 0.004, and"
                + " its price is 0.008 USD: one request x 2 (count) at 0.004 USD: an image."
                + " [failed-test]");
  }

  @Test
  void whatIsNotValidHasNoPrice() throws IOException {
    assertThat(
            run("- {title: none, request: {count: 2}, breaks: missing-parameter, price: 0.008}\n"))
        .singleElement()
        .asString()
        .contains("what is not valid has no price");
  }

  @Test
  void theRequestOfAnExampleIsATestOfItsMode() throws IOException {
    write(
        "still.yaml",
        MODEL
            + """
            examples:
              - title: A whale
                mode: text-to-image
                media: https://example.com/whale.png
                request: {text: A whale, photo: whale.png}
            """);
    assertThat(findings())
        .containsExactly(
            "still.yaml:26:11: The request of the test `A whale` is expected to be of the mode"
                + " `text-to-image`, and is of `image-to-image`. [failed-test]");
  }

  @Test
  void testsMayStandInAFileBesideTheModel() throws IOException {
    write("still.yaml", MODEL);
    write("still.tests.yaml", "callsheet: 1\ntests:\n  - {title: none, request: {}}\n");
    assertThat(findings())
        .containsExactly(
            "still.tests.yaml:3:28: The request of the test `none` is not expected to break"
                + " `missing-parameter`: `text` is missing; it must be a"
                + " string [failed-test]");
  }

  @Test
  void whatIsWrongWithSuchAFileIsShownThere() throws IOException {
    write("still.yaml", MODEL);
    write("still.tests.yaml", "callsheet: 1\ntests:\n  - {title: none, break: size}\n");
    assertThat(findings()).isNotEmpty().allMatch(line -> line.startsWith("still.tests.yaml:3:"));
  }

  @Test
  void aFileOfTestsIsNoModel() throws IOException {
    write("still.tests.yaml", "callsheet: 1\ntests:\n  - {title: none, request: {}}\n");
    ModelFile file = ModelFile.find(directory.resolve("still.tests.yaml")).get(0);
    assertThat(catchThrowableOfType(SpecException.class, file::parse))
        .hasMessageContaining("file of tests");
    assertThat(ModelFile.find(directory)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundledModels")
  void everyBundledModelHasTestsForAndAgainst(ModelFile file) throws SpecException {
    assertThat(file.tests())
        .hasSizeGreaterThanOrEqualTo(3)
        .anyMatch(test -> test.brokenRules().isEmpty())
        .anyMatch(test -> !test.brokenRules().isEmpty());
    ModelSpec model = file.parse();
    assertThat(ModelCatalogue.bundled().find(model.id())).isPresent();
    assertThat(new SpecTestCheck(model).findings(file.tests())).isEmpty();
  }

  static List<ModelFile> bundledModels() {
    return ModelFile.bundled();
  }

  private List<String> run(String tests) throws IOException {
    write("still.yaml", MODEL + "tests:\n" + tests.indent(2));
    return findings();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private List<String> findings() throws IOException {
    return new SpecChecker(InterpretationSelection.ENFORCED, false)
        .checkFiles(ModelFile.find(directory)).stream()
            .flatMap(result -> result.findings().stream())
            .filter(finding -> !finding.kind().equals("redundant-rule"))
            .map(
                finding ->
                    finding.location() + ": " + finding.message() + " [" + finding.kind() + "]")
            .map(line -> line.replace(directory + "/", ""))
            .toList();
  }
}
