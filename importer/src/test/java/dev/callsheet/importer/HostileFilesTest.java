package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged and hostile files end in a report with file, line and column, and in bounded time. */
@Timeout(60)
class HostileFilesTest {
  private static final String MODEL = "\"model\": {\"const\": \"acme:still@1\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                          | still.json:1:1: there is nothing here
          '{'                         | still.json:1:2: the text ends
          '{"a": 1,}'                 | still.json:1:9: no comma may stand before the last bracket
          '[]'                        | still.json:1:1: this is no file of OpenAPI
          '{"openapi": "3.1.0"}'      | still.json:1:1: there is no request in this file
          '{"properties": {}}'        | still.json:1:1: the file does not say which model
          """)
  void whatIsNoModelIsRefusedWithItsPlace(String text, String message) {
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> imported(text))
        .withMessageStartingWith(message);
  }

  @Test
  void aReferenceThatLeadsNowhereIsReported() throws Exception {
    ImportedSpec spec = imported(task("\"size\": {\"$ref\": \"#/$defs/none\"}", ""));
    assertThat(report(spec))
        .contains("the reference `#/$defs/none` leads nowhere in this file")
        .contains("`size` has no `type`");
  }

  @Test
  void aCircleOfReferencesIsReported() throws Exception {
    String defs =
        ", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\": \"#/$defs/a\"}}";
    ImportedSpec spec = imported(task("\"size\": {\"$ref\": \"#/$defs/a\"}", defs));
    assertThat(report(spec)).contains("leads in a circle");
  }

  @Test
  void aShapeThatContainsItselfIsCutOff() throws Exception {
    String defs =
        ", \"$defs\": {\"tree\": {\"type\": \"object\", \"additionalProperties\": false,"
            + " \"properties\": {\"child\": {\"$ref\": \"#/$defs/tree\"}}}}";
    ImportedSpec spec = imported(task("\"tree\": {\"$ref\": \"#/$defs/tree\"}", defs));
    assertThat(report(spec)).contains("is nested deeper than 12 levels");
  }

  @Test
  void referencesThatDoubleEachOtherAreBounded() {
    String defs =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    "\"d%d\": {\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/d%d\"}, \"y\": {\"$ref\": \"#/$defs/d%d\"}, \"z\": {\"$ref\": \"#/$defs/d%d\"}, \"u\": {\"$ref\": \"#/$defs/d%d\"}}}"
                        .formatted(i, i + 1, i + 1, i + 1, i + 1))
            .collect(Collectors.joining(", ", ", \"$defs\": {", "}"));
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> imported(task("\"tree\": {\"$ref\": \"#/$defs/d0\"}", defs)))
        .withMessageContaining("more than 200000 values");
  }

  @Test
  void deepNestingOfConstraintsIsReported() throws Exception {
    String deep = "{\"not\": ".repeat(200) + "{\"required\": [\"width\"]}" + "}".repeat(200);
    ImportedSpec spec =
        imported(task("\"width\": {\"type\": \"integer\"}", ", \"allOf\": [" + deep + "]"));
    assertThat(report(spec))
        .contains("a constraint on the task is left out: it is nested too deep");
  }

  @Test
  void deepNestingOfJsonIsRefused() {
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> imported("[".repeat(10_000)))
        .withMessageContaining("nested more than 500 levels deep");
  }

  @Test
  void megabytesOfConstraintsEndInASpec() throws Exception {
    String one = "{\"not\": {\"required\": [\"width\", \"height\"]}}";
    String all = IntStream.range(0, 20_000).mapToObj(i -> one).collect(Collectors.joining(","));
    ImportedSpec spec =
        imported(
            task(
                "\"width\": {\"type\": \"integer\"}, \"height\": {\"type\": \"integer\"}",
                ", \"allOf\": [" + all + "]"));
    assertThat(spec.text()).contains("at-most-one-of-width-and-height").hasLineCount(26);
  }

  @Test
  void aThousandAlternativesAreReported() throws Exception {
    String all =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{\"properties\": {\"width\": {\"minimum\": " + i + "}}}")
            .collect(Collectors.joining(","));
    String rule = "{\"if\": {\"oneOf\": [" + all + "]}, \"then\": {\"required\": [\"width\"]}}";
    ImportedSpec spec =
        imported(task("\"width\": {\"type\": \"integer\"}", ", \"allOf\": [" + rule + "]"));
    assertThat(report(spec)).contains("a rule compares at most 50 alternatives");
  }

  @Test
  void aPageWithNamesThatAreNoneIsReported() throws Exception {
    String page =
        """
        # Still
        - **ID**: `acme:still@1`
        ## Compatibility & Validation
        `a..b` cannot be used with `c`.
        ---
        | Dimensions | `..` |
        ## Request Parameters
        ### [c](#c)
        - **Type**: `string`
        ### [d e](#d)
        - **Type**: `thing`
        """;
    ImportedSpec spec =
        new SpecImporter(ModelFile.bundledFragments(), "none")
            .importFile(new SourceText("still.md", page), "");
    assertThat(report(spec))
        .contains("the sentence is of no known form: `a..b` cannot be used with `c`.")
        .contains("a table with these columns is unknown: [Dimensions, `..`]")
        .contains("`d e` is no path of names");
  }

  @Test
  void namesThatAreNoneAreReported() throws Exception {
    ImportedSpec spec =
        imported(
            task(
                "\"a b\": {\"type\": \"string\"}, \"\\n- id: x\": {\"type\": \"string\"}, \"it\\u0000\": {\"type\": \"string\"}",
                ""));
    assertThat(spec.findings())
        .filteredOn(finding -> finding.message().startsWith("a parameter's name is letters"))
        .hasSize(3);
    assertThat(spec.text()).doesNotContain("- id: x");
  }

  @Test
  void textsThatLookLikeYamlStayTexts() throws Exception {
    String values =
        "\"yes\", \"1.0\", \"a: b\", \"# c\", \"null\", \"*x\", \"\\u2028\", \"e\\u0301\"";
    ImportedSpec spec = imported(task("\"word\": {\"enum\": [" + values + "]}", ""));
    assertThat(spec.findings()).filteredOn(f -> f.kind() == ImportFinding.Kind.CHECKED).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "multipleOf": 1                                      |
          "multipleOf": 1e-999999999                           |
          "multipleOf": 1e999999999                            | 4
          "multipleOf": 0                                      |
          "multipleOf": -2                                     |
          "minimum": -1e999999999, "maximum": 1e999999999      |
          "minimum": 5                                         | 4
          "exclusiveMaximum": 1e999999999                      | 1E+999999999
          "minLength": -1e999999999, "maxLength": 1e999999999  |
          "minLength": 1e999999999                             | "a"
          "exclusiveMinimum": true, "minLength": "x"           |
          """)
  void hugeNumbersAmongListedValuesAreCompared(String bounds, @Nullable String excluded)
      throws Exception {
    ImportedSpec spec =
        imported(task("\"size\": {\"enum\": [1e999999999, 4, \"a\"], " + bounds + "}", ""));
    assertThat(spec.findings())
        .extracting(ImportFinding::message)
        .filteredOn(message -> message.contains("which its bounds exclude"))
        .isEqualTo(
            excluded == null
                ? List.of()
                : List.of(
                    "`size` lists "
                        + excluded
                        + ", which its bounds exclude or the list has already"));
  }

  private static String task(String parameters, String more) {
    return "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {"
        + MODEL
        + ", "
        + parameters
        + "}"
        + more
        + "}";
  }

  private static ImportedSpec imported(String text) throws ImportException {
    return new SpecImporter(ModelFile.bundledFragments(), "none")
        .importFile(new SourceText("still.json", text), "");
  }

  private static String report(ImportedSpec spec) {
    return spec.findings().stream().map(ImportFinding::message).collect(Collectors.joining("\n"));
  }
}
