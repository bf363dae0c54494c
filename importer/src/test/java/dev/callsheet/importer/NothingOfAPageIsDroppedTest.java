package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a page says is in the spec, or in the report, or says nothing of requests: each line is put
 * into a page, and then the spec or the report is another one.
 */
class NothingOfAPageIsDroppedTest {
  @Test
  void everyLineOfAPageIsInTheSpecOrInTheReport() throws Exception {
    String page =
        """
        ---
        title: Still | Docs
        url: https://example.com/still
        @front
        ---
        # Still

        @fact

        ## Pricing

        - **first**: `$0.01`
        @price

        ## Compatibility & Validation

        @rule

        ## Request Parameters

        @prose

        ### [model](#model)
        - **Type**: `string`
        - **Value**: `acme:still@1`

        ### [seed](#seed)
        - **Type**: `integer`

        ### [width](#width)
        - **Type**: `integer`
        @width

        ### [height](#height)
        - **Type**: `integer`

        ### [style](#style)
        - **Type**: `string`
        @style

        ### [tags](#tags)
        - **Type**: `array of strings`
        @tags

        ### [hidden](#hidden)
        - **Type**: `boolean`
        @hidden
        @section
        """;
    Map<String, List<String>> lines =
        Map.of(
            "front", List.of("tags: images"),
            "fact",
                List.of(
                    "- **Status**: `odd`",
                    "- **Release Date**: some day",
                    "- **Capabilities**: `Text to Image`, `!!`",
                    "- **Creator**: Acme",
                    "- **Licence**: none",
                    "* **Status**: deprecated",
                    "**Status**: deprecated",
                    "- **Status:** deprecated",
                    "```\ncurl\n```",
                    "The parameter `seed` must not be 0."),
            "price", List.of("- **second**: `$0.02`", "```\nprice = 0.02\n```"),
            "rule",
                List.of(
                    "`seed` cannot be used with `width`.",
                    "`seed` is a friend of `width`.",
                    "When `seed` is provided, `dimensions` must be `large`.",
                    "| Configuration | Dimensions |\n| --- | --- |\n| a | `1x1` |\n| b | big |",
                    "| Dimensions | `seed` |\n| --- | --- |\n| `1x1` | `3` |\n| huge | `4` |",
                    "| Colour | Taste |\n| --- | --- |\n| red | sweet |",
                    "```\nseed < 4\n```"),
            "prose",
                List.of(
                    "All of these must be lower than `seed`.",
                    "- **Min**: `8`",
                    "### Advanced settings",
                    "### depth\n- **Type**: `integer`",
                    "~~~\n{}\n~~~"),
            "width",
                List.of(
                    "- **Min**: `8`",
                    "- **Max**: many",
                    "- **Step**: `8`",
                    "- **Default**: `512`",
                    "- **Required**: true",
                    "- **Required**: mostly",
                    "- **Format**: `even`",
                    "- **Pattern**: `8+`",
                    "- **Paired with**: height",
                    "- **Paired with**: depth",
                    "- **Type**: `float`",
                    "* **Min**: `8`",
                    "**Min**: `8`",
                    "- **Min:** `8`",
                    "**Format 1: integer[]**:",
                    "**Format 1: string**: only with `seed`.",
                    "```\nwidth < 9\n```",
                    "```\nwidth < 9",
                    "##### [depth](#depth)\n- **Type**: `integer`",
                    "### Depth of it",
                    "Must be even."),
            "style",
                List.of(
                    "- **Max**: `8`",
                    "- **Step**: `8`",
                    "- **Format**: `URI`",
                    "- **Format**: `colour`",
                    "**Allowed values**:\n- `a` plain\n- `b` only with `seed`",
                    "**Allowed values**: a, b",
                    "**Allowed values**: one of many",
                    "**Allowed values**:\n- a\n- b",
                    "**Allowed values**:\n- one of many",
                    "**Allowed Values:** `a`",
                    "- **Allowed values**: `a`",
                    "**Allowed values**: `a` `b`"),
            "tags",
                List.of(
                    "- **Max**: `8`",
                    "- **Default**: `a`",
                    "**Allowed values**: `a` `b`",
                    "Up to 4 of them."),
            "hidden", List.of("- **Min**: `8`", "- **Default**: `true`", "- **Step**: `8`"),
            "section", List.of("## Limits", "### [seed](#seed)\n- **Type**: `string`"));
    String without = saidOfPage(PageLines.filled(page, "", ""));
    assertThat(without).contains("acme:still@1");
    List<String> dropped = new ArrayList<>();
    lines.forEach(
        (place, all) ->
            all.stream()
                .filter(line -> saidOfPage(PageLines.filled(page, place, line)).equals(without))
                .forEach(line -> dropped.add(place + ": " + line)));
    assertThat(dropped).isEmpty();
  }

  private static String saidOfPage(String page) {
    try {
      ImportedSpec spec =
          new SpecImporter(ModelFile.bundledFragments(), "none")
              .importFile(new SourceText("still.md", page), "acme:still@1");
      return ImportedText.of(spec);
    } catch (ImportException refused) {
      return refused.toString();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          string # **Allowed values**: `a` `b`              # a b #
          string # **Allowed values**: `a`, `b` or `c`.     # a b c #
          string # **Allowed values**: `a` `b` `a`          # a b #
          string # **Allowed values**: a, b and c           # a b c #
          string # **Allowed values**: `a`, b               # a b #
          string # **Allowed values**: `a`, any hex colour  # a   # any hex colour
          string # **Allowed values**: any                  #     # any
          string # **Allowed values**: a, b, ...            #     # a, b, ...
          string # **Allowed values**:; - `a`; - b          # a b #
          string # **Allowed values**:; - `a`, `b`          # a b #
          string # **Allowed values**:; - `a` plain; - b    # a b #
          string # **Allowed values**:; - `a`, `b` are odd  # a   # , `b` are odd
          string # **Allowed values**:; - `a`; - what not   # a   # what not
          string # **Allowed values**:; - `a`; Says; - b    # a   #
          integer # **Allowed values**: 1, 2, 3             # 1 2 3 #
          integer # **Allowed values**: 1, 2, ..., 9        #     # 1, 2, ..., 9
          integer # **Allowed values**: 1-9, 20             #     # 1-9, 20
          integer # **Allowed values**: even, positive      #     # even, positive
          array of integers # **Allowed values**:; - 1; - 2 # 1 2 #
          """)
  void valuesThatAreListedAreTakenOrReported(
      String type, String lines, @Nullable String values, @Nullable String reported)
      throws Exception {
    ImportedSpec spec =
        ImportedText.spec(
            "still.md",
            """
            # Still
            - **ID**: `acme:still@1`
            ## Request Parameters
            ### [style](#style)
            - **Type**: `%s`
            %s
            """
                .formatted(type, lines.replace("; ", "\n")));
    List<String> listed =
        spec.text()
            .lines()
            .filter(line -> line.contains("enum: ["))
            .map(line -> line.replaceAll(".*\\[|\\].*|,", ""))
            .toList();
    assertThat(listed).isEqualTo(values == null ? List.of() : List.of(values));
    assertThat(spec.findings())
        .filteredOn(finding -> finding.message().contains("allowed values of `style`"))
        .extracting(ImportFinding::message)
        .isEqualTo(
            reported == null
                ? List.of()
                : List.of(
                    "`"
                        + reported
                        + "` among the allowed values of `style` is not taken for values; the spec"
                        + " may allow others"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          title: Still; title: Moving                     # 3 # the front matter has `title` twice; Still counts, not Moving
          url: a; ---; - **Creator**: A; - **Creator**: B # 5 # the page has `Creator` twice; A counts, not B
          """)
  void whatIsSaidTwiceInOtherWordsIsReported(String lines, int line, String message)
      throws Exception {
    String page =
        "---\n"
            + lines.replace("; ", "\n")
            + (lines.contains("---") ? "" : "\n---")
            + "\n- **ID**: `acme:still@1`\n## Request Parameters\n"
            + "### [style](#style)\n- **Type**: `string`\n";
    assertThat(ImportedText.spec("still.md", page).findings())
        .extracting(finding -> finding.location().line() + " " + finding.message())
        .contains(line + " " + message);
  }

  @Test
  void codeIsNoPartOfThePageAndMustEnd() throws Exception {
    String page =
        """
        # Still
        - **ID**: `acme:still@1`
        ## Request Parameters
        ### [style](#style)
        - **Type**: `string`
        ````
        ```
        ## Response Parameters
        ````
        - **Max**: `8`
        ```json
        ### [seed](#seed)
        """;
    ImportedSpec spec = ImportedText.spec("still.md", page);
    assertThat(spec.text()).contains("maxLength: 8").doesNotContain("seed");
    assertThat(spec.findings())
        .extracting(finding -> finding.location().line() + " " + finding.message())
        .contains("6 code among the parameters of a request is not read")
        .contains("11 code among the parameters of a request is not read")
        .contains("11 the code that begins here does not end; nothing after it is read");
  }
}
