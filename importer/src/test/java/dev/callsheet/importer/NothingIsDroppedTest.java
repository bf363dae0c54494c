package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a source says is in the spec, or in the report, or says nothing of requests: each construct
 * is put into a source, and then the spec or the report is another one.
 */
class NothingIsDroppedTest {
  /** Values of each sort, as schemas describe them. */
  private static final Map<String, String> VALUES =
      new TreeMap<>(
          Map.of(
              "string", "'type': 'string'",
              "integer", "'type': 'integer'",
              "number", "'type': 'number'",
              "boolean", "'type': 'boolean'",
              "array", "'type': 'array', 'items': {'type': 'string'}",
              "object",
                  "'type': 'object', 'additionalProperties': false,"
                      + " 'properties': {'a': {'type': 'integer'}, 'b': {'type': 'integer'}}",
              "choice", "'type': 'string', 'enum': ['one', 'three']",
              "numbers", "'enum': [1, 2, 30]",
              "union", "'anyOf': [{'type': 'string'}, {'type': 'integer'}]",
              "media", "'type': 'string', 'anyOf': [{'format': 'uuid'}, {'format': 'uri'}]"));

  private static final List<String> NESTINGS =
      List.of("%s", "'type': 'array', 'items': {%s}", "'nullable': true, %s");

  /** Those that are tried in lists and beside null as well. */
  private static final List<String> NESTED = List.of("string", "object", "choice");

  /** Every keyword by which JSON Schema binds values, from draft 4 to 2020-12, and OpenAPI's. */
  private static final Map<String, String> KEYWORDS = keywords();

  /** The sorts of values of which a keyword says nothing, since it is about others. */
  private static final Map<String, List<String>> ABOUT =
      Map.of(
          "string", List.of("string", "choice", "union", "media"),
          "number", List.of("integer", "number", "numbers", "union"),
          "array", List.of("array"),
          "object", List.of("object"));

  private static Map<String, String> keywords() {
    Map<String, String> all = new TreeMap<>();
    for (String each :
        List.of(
            "string 'minLength': 4",
            "string 'maxLength': 4",
            "string 'pattern': '^three$'",
            "string 'format': 'ipv6'",
            "number 'minimum': 2",
            "number 'maximum': 20",
            "number 'exclusiveMinimum': 1",
            "number 'exclusiveMaximum': 30",
            "number 'multipleOf': 2",
            "array 'minItems': 2",
            "array 'maxItems': 2",
            "array 'uniqueItems': true",
            "array 'prefixItems': [{'const': 'x'}]",
            "array 'contains': {'const': 'x'}",
            "array 'minContains': 2",
            "array 'maxContains': 2",
            "array 'unevaluatedItems': false",
            "array 'additionalItems': false",
            "object 'required': ['a']",
            "object 'minProperties': 1",
            "object 'maxProperties': 1",
            "object 'propertyNames': {'maxLength': 1}",
            "object 'patternProperties': {'^a': {'maximum': 3}}",
            "object 'dependentRequired': {'a': ['b']}",
            "object 'dependentSchemas': {'a': {'required': ['b']}}",
            "object 'dependencies': {'a': ['b']}",
            "any 'allOf': [{'not': {'const': 5}}, {'not': {'const': 'one'}}]",
            "any 'oneOf': [{'minLength': 4}, {'maximum': 20}]",
            "any 'not': {'const': 'one'}",
            "any 'if': {'const': 'one'}, 'then': {'const': 'two'}",
            "any '$dynamicRef': '#meta'",
            "any 'frobnicate': {'upTo': 3}",
            "any 'default': 'one'",
            "any 'deprecated': true")) {
      all.put(each.substring(each.indexOf(' ') + 1), each.substring(0, each.indexOf(' ')));
    }
    return all;
  }

  @Test
  void everyKeywordOfASchemaIsInTheSpecOrInTheReport() throws Exception {
    List<String> dropped = new ArrayList<>();
    int tried = 0;
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      boolean isNested = NESTED.contains(value.getKey());
      for (String nesting : isNested ? NESTINGS : NESTINGS.subList(0, 1)) {
        String without = said(schemaOf(nesting.formatted(value.getValue())));
        for (Map.Entry<String, String> keyword : KEYWORDS.entrySet()) {
          boolean isAbout =
              keyword.getValue().equals("any")
                  || ABOUT.getOrDefault(keyword.getValue(), List.of()).contains(value.getKey());
          boolean isMoot = keyword.getKey().startsWith("'default'") && nesting.contains("items");
          String described = value.getValue() + ", " + keyword.getKey();
          if (isAbout && !isMoot && !isSaidTwice(described)) {
            tried++;
            if (said(schemaOf(nesting.formatted(described))).equals(without)) {
              dropped.add(described + " in " + nesting);
            }
          }
        }
      }
    }
    assertThat(dropped).isEmpty();
    assertThat(tried).isGreaterThan(180);
  }

  /** Whether a keyword stands beside itself, which is no JSON. */
  private static boolean isSaidTwice(String described) {
    return described.lastIndexOf("'oneOf'") > 0 && described.contains("'anyOf'");
  }

  private static String schemaOf(String value) {
    return """
    {'type': 'object', 'additionalProperties': false, 'properties': {
      'model': {'const': 'acme:still@1'}, 'other': {'type': 'integer'}, 'value': {%s}}}
    """
        .formatted(value)
        .replace('\'', '"');
  }

  /** What becomes of a source: the spec and the report, without places. */
  private static String said(String schema) throws ImportException {
    ImportedSpec spec = imported("still.schema.json", schema);
    return spec.text() + messages(spec);
  }

  private static ImportedSpec imported(String file, String text) throws ImportException {
    return new SpecImporter(ModelFile.bundledFragments(), "")
        .importFile(new SourceText(file, text), "");
  }

  private static String messages(ImportedSpec spec) {
    return spec.findings().stream()
        .map(ImportFinding::message)
        .collect(Collectors.joining("\n", "\n", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Must be a power of two.",
        "Cannot be used with `seed`.",
        "Only used when the moon is full.",
        "Use width or seed, but not both.",
        "At most 2048 pixels.",
        "Up to 4 of them, between 3 and 17.",
        "Ignored when `seed` is provided.",
        "Has no effect on Sundays, when it is ignored.",
        "Required if seed is provided.",
        "Requires a subscription."
      })
  void everySentenceThatDemandsSomethingIsInTheSpecOrInTheReport(String sentence) throws Exception {
    for (String place :
        List.of(
            "'width': {'type': 'integer', 'description': '%s'}",
            "'width': {'type': 'array', 'items': {'type': 'integer', 'description': '%s'}}",
            "'width': {'anyOf': [{'type': 'integer', 'description': '%s'}, {'type': 'string'}]}",
            "'width': {'oneOf': [{'const': 1, 'description': '%s'}, {'const': 2}]}",
            "'width': {'type': 'object', 'additionalProperties': false, 'properties': {"
                + "'deep': {'type': 'integer', 'description': '%s'}}}",
            "'width': {'type': 'integer'}}, 'description': '%s', 'x': {")) {
      String schema =
          """
          {'type': 'object', 'additionalProperties': false, 'properties': {
            'model': {'const': 'acme:still@1'}, 'seed': {'type': 'integer'}, %s}}
          """
              .formatted(place)
              .replace('\'', '"');
      String without = said(schema.formatted("How wide it is."));
      assertThat(said(schema.formatted(sentence))).as(place).isNotEqualTo(without);
    }
  }

  @Test
  void sentencesThatOnlyDescribeAreNotReported() throws Exception {
    String schema =
        """
        {'type': 'object', 'additionalProperties': false, 'properties': {
          'model': {'const': 'acme:still@1'},
          'width': {'type': 'integer', 'minimum': 64, 'maximum': 2048, 'description': '%s'}}}
        """
            .replace('\'', '"');
    String without = said(schema.formatted(""));
    for (String sentence :
        List.of(
            "How wide it is.",
            "Between 64 and 2048 pixels.",
            "More is slower, and looks better with large subjects.",
            "The default is a good choice.")) {
      assertThat(said(schema.formatted(sentence))).as(sentence).isEqualTo(without);
    }
  }

  @Test
  void whereTheSpecHasErrorsRulesThatDescriptionsStateAreReported() throws Exception {
    ImportedSpec spec =
        imported(
            "still.schema.json",
            """
            {"type": "object", "additionalProperties": false,
             "properties": {
              "model": {"const": "acme:still@1"},
              "seed": {"type": "integer"},
              "width": {"type": "integer", "description": "Cannot be used with `seed`."},
              "depth": {"type": "integer", "description": "Ignored when seed is provided."}},
             "x-callsheet-model": {"id": "acme:still@1", "name": "Still", "status": "unheard-of"}}
            """);
    assertThat(spec.findings())
        .filteredOn(finding -> finding.kind() == ImportFinding.Kind.NOT_IMPORTED)
        .extracting(ImportFinding::message)
        .anyMatch(m -> m.startsWith("nothing is proposed of \"Cannot be used with `seed`.\""))
        .anyMatch(m -> m.startsWith("nothing is proposed of \"Ignored when seed is provided.\""));
  }

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
                    "The parameter `seed` must not be 0."),
            "rule",
                List.of(
                    "`seed` cannot be used with `width`.",
                    "`seed` is a friend of `width`.",
                    "When `seed` is provided, `dimensions` must be `large`.",
                    "| Configuration | Dimensions |\n| --- | --- |\n| a | `1x1` |\n| b | big |",
                    "| Dimensions | `seed` |\n| --- | --- |\n| `1x1` | `3` |\n| huge | `4` |",
                    "| Colour | Taste |\n| --- | --- |\n| red | sweet |",
                    "```\nseed < 4\n```"),
            "prose", List.of("All of these must be lower than `seed`."),
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
                    "Must be even."),
            "style",
                List.of(
                    "- **Max**: `8`",
                    "- **Step**: `8`",
                    "- **Format**: `URI`",
                    "- **Format**: `colour`",
                    "**Allowed values**:\n- `a` plain\n- `b` only with `seed`",
                    "**Allowed values**: `a` `b`"),
            "tags",
                List.of(
                    "- **Max**: `8`",
                    "- **Default**: `a`",
                    "**Allowed values**: `a` `b`",
                    "Up to 4 of them."),
            "hidden", List.of("- **Min**: `8`", "- **Default**: `true`", "- **Step**: `8`"),
            "section", List.of("## Limits", "### [seed](#seed)\n- **Type**: `string`"));
    String without = saidOfPage(filled(page, "", ""));
    assertThat(without).contains("acme:still@1");
    List<String> dropped = new ArrayList<>();
    lines.forEach(
        (place, all) ->
            all.stream()
                .filter(line -> saidOfPage(filled(page, place, line)).equals(without))
                .forEach(line -> dropped.add(place + ": " + line)));
    assertThat(dropped).isEmpty();
  }

  private static String filled(String page, String place, String line) {
    return page.replaceAll("@" + (place.isEmpty() ? "none" : place) + "\\b", line)
        .lines()
        .filter(each -> !each.strip().matches("@[a-z]+"))
        .collect(Collectors.joining("\n"));
  }

  private static String saidOfPage(String page) {
    try {
      ImportedSpec spec =
          new SpecImporter(ModelFile.bundledFragments(), "none")
              .importFile(new SourceText("still.md", page), "acme:still@1");
      return spec.text() + messages(spec);
    } catch (ImportException refused) {
      return refused.toString();
    }
  }

  /** What a page and a schema of one model say is in the one spec of both, or in the report. */
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
    String without = reconciled(schema, filled(page, "", ""));
    List<String> dropped = new ArrayList<>();
    lines.forEach(
        (place, all) ->
            all.stream()
                .filter(line -> reconciled(schema, filled(page, place, line)).equals(without))
                .forEach(line -> dropped.add(place + ": " + line)));
    assertThat(dropped).isEmpty();
    assertThat(reconciled(schema, filled(page, "seed", "Ignored when `style` is provided.")))
        .contains("ignoredWhen: style");
    assertThat(reconciled(schema, filled(page, "seed", "This parameter is ignored.")))
        .contains("deprecated:");
    assertThat(reconciled(schema, filled(page, "width", "Cannot be used with `style`.")))
        .contains("proposed: Cannot be used with `style`.");
    assertThat(reconciled(schema, filled(page, "left", "Requires right.")))
        .contains("proposed: Requires right.", "each: boxes");
    assertThat(reconciled(schema, filled(page, "width", "- **Default**: `4096`")))
        .contains("the default of `width` is left out");
  }

  private static String reconciled(String schema, String page) {
    try {
      ImportedSpec spec =
          new SpecImporter(ModelFile.bundledFragments(), "")
              .reconcile(
                  new SourceText("still.schema.json", schema),
                  new SourceText("still.md", page),
                  "");
      return Stream.of(spec.text(), messages(spec)).collect(Collectors.joining("\n"));
    } catch (ImportException refused) {
      throw new AssertionError(page, refused);
    }
  }
}
