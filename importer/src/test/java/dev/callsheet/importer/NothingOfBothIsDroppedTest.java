package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page and a schema of one model say is in the one spec of both, or in the report. */
class NothingOfBothIsDroppedTest {
  @Test
  void whatThePageSaysBesideASchemaIsInTheSpecOrInTheReport() throws Exception {
    String schema =
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "model": {"const": "acme:still@1"},
          "width": {"type": "integer", "maximum": 2048}, "height": {"type": "integer"},
          "style": {"type": "string", "enum": ["a", "b"]}, "seed": {"type": "integer"},
          "boxes": {"type": "array", "items": {"type": "object", "additionalProperties": false,
            "properties": {"left": {"type": "integer"}, "right": {"type": "integer"}}}}}}
        """;
    String page =
        """
        ---
        title: Still | Docs
        ---
        # Still

        - **ID**: `acme:still@1`
        @fact

        ## Pricing

        @price

        ## Compatibility & Validation

        @rule

        ## Request Parameters

        ### [width](#width)
        - **Type**: `integer`
        - **Max**: `2048`
        @width

        ### [height](#height)
        - **Type**: `integer`

        ### [style](#style)
        - **Type**: `string`
        @style

        ### [seed](#seed)
        - **Type**: `integer`
        @seed

        ### [boxes](#boxes)
        - **Type**: `array of objects`

        #### [left](#left)
        - **Path**: `boxes.left`
        - **Type**: `integer`
        @left

        #### [right](#right)
        - **Path**: `boxes.right`
        - **Type**: `integer`
        @other

        ## Response Parameters

        @result
        """;
    Map<String, List<String>> lines =
        Map.of(
            "fact", List.of("- **Creator**: Acme", "- **Status**: deprecated"),
            "price", List.of("- **each**: `$0.02`"),
            "rule",
                List.of(
                    "`width` and `height` must be used together.",
                    "`seed` is odd.",
                    "`left` and `right` must be used together (in `boxes`)."),
            "width",
                List.of(
                    "- **Default**: `512`",
                    "- **Default**: `4096`",
                    "- **Required**: true",
                    "- **Paired with**: height",
                    "Cannot be used with `style`.",
                    "Must be even."),
            "style", List.of("**Allowed values**: `a`", "**Allowed values**: `a` `b` `c`"),
            "seed",
                List.of(
                    "Ignored when `style` is provided.",
                    "This parameter is ignored.",
                    "Has no effect at night, and is ignored."),
            "left", List.of("Requires right.", "Ignored when right is provided."),
            "other", List.of("### [depth](#depth)\n- **Type**: `integer`"),
            "result", List.of("### [cost](#cost)\n- **Type**: `float`"));
    String without = reconciled(schema, PageLines.filled(page, "", ""));
    List<String> dropped = new ArrayList<>();
    lines.forEach(
        (place, all) ->
            all.stream()
                .filter(
                    line -> reconciled(schema, PageLines.filled(page, place, line)).equals(without))
                .forEach(line -> dropped.add(place + ": " + line)));
    assertThat(dropped).isEmpty();
    assertThat(
            reconciled(schema, PageLines.filled(page, "seed", "Ignored when `style` is provided.")))
        .contains("ignoredWhen: style");
    assertThat(reconciled(schema, PageLines.filled(page, "seed", "This parameter is ignored.")))
        .contains("deprecated:");
    assertThat(reconciled(schema, PageLines.filled(page, "width", "Cannot be used with `style`.")))
        .contains("proposed: Cannot be used with `style`.");
    assertThat(reconciled(schema, PageLines.filled(page, "left", "Requires right.")))
        .contains("proposed: Requires right.", "each: boxes");
    assertThat(reconciled(schema, PageLines.filled(page, "width", "- **Default**: `4096`")))
        .contains("the default of `width` is left out");
  }

  /** A field of a result may be called as a parameter, and a parameter as a rule. */
  @Test
  void aDifferenceIsReportedWhereThePageSaysIt() throws Exception {
    ImportedSpec spec =
        new SpecImporter(ModelFile.bundledFragments(), "none")
            .reconcile(
                new SourceText(
                    "still.openapi.json",
                    """
                    {"components": {"schemas": {
                      "RequestBody": {"type": "object", "additionalProperties": false, "properties": {
                        "model": {"const": "acme:still@1"},
                        "size": {"type": "integer", "maximum": 9}, "seed": {"type": "integer"},
                        "width": {"type": "integer"}, "height": {"type": "integer"}}},
                      "ResponseBody": {"properties": {"data": {
                        "type": "object", "additionalProperties": false, "properties": {
                          "seed": {"type": "integer", "default": 1}}}}}}}}
                    """),
                new SourceText(
                    "still.md",
                    """
                    # Still
                    - **ID**: `acme:still@1`
                    ## Compatibility & Validation

                    | Configuration | Dimensions |
                    | --- | --- |
                    | `square` | `1024x1024` |
                    ## Request Parameters
                    ### [seed](#seed)
                    - **Type**: `integer`
                    ### [width](#width)
                    - **Type**: `integer`
                    ### [height](#height)
                    - **Type**: `integer`
                    ### [size](#size)
                    - **Type**: `integer`
                    - **Max**: `8`
                    ### [cost](#cost)
                    - **Type**: `float`
                    ## Response Parameters
                    ### [seed](#result-seed)
                    - **Type**: `integer`
                    - **Default**: `2`
                    ### [cost](#result-cost)
                    - **Type**: `float`
                    """),
                "");
    assertThat(spec.findings())
        .filteredOn(finding -> finding.location().file().equals("still.md"))
        .extracting(finding -> finding.location().line() + " " + finding.message())
        .anyMatch(each -> each.startsWith("5 the page forbids what the schema allows"))
        .anyMatch(each -> each.matches("15 the page forbids what the schema allows.*`size`.*"))
        .anyMatch(each -> each.matches("18 the page has what the schema has not.*`cost`.*"))
        .anyMatch(each -> each.matches("24 the page has what the schema has not.*`cost`.*"))
        .anyMatch(each -> each.startsWith("21 the default of `seed` of a result is 2 on the page"));
  }

  private static String reconciled(String schema, String page) {
    try {
      ImportedSpec spec =
          new SpecImporter(ModelFile.bundledFragments(), "")
              .reconcile(
                  new SourceText("still.schema.json", schema),
                  new SourceText("still.md", page),
                  "");
      return ImportedText.of(spec);
    } catch (ImportException refused) {
      throw new AssertionError(page, refused);
    }
  }
}
