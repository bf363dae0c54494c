package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a schema says is in the spec, or in the report, or says nothing of requests: each construct
 * is put into a schema, and then the spec or the report is another one.
 */
class NothingOfASchemaIsDroppedTest {
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
        String without = said(nesting.formatted(value.getValue()));
        for (Map.Entry<String, String> keyword : KEYWORDS.entrySet()) {
          boolean isAbout =
              keyword.getValue().equals("any")
                  || ABOUT.getOrDefault(keyword.getValue(), List.of()).contains(value.getKey());
          boolean isMoot = keyword.getKey().startsWith("'default'") && nesting.contains("items");
          String described = value.getValue() + ", " + keyword.getKey();
          if (isAbout && !isMoot && !isSaidTwice(described)) {
            tried++;
            if (said(nesting.formatted(described)).equals(without)) {
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
        "Requires a subscription.",
        "Cannot be used with `seed` unless the moon is full.",
        "Ignored when `seed` is provided, except on Sundays."
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
      String without = ImportedText.of("still.schema.json", schema.formatted("How wide it is."));
      assertThat(ImportedText.of("still.schema.json", schema.formatted(sentence)))
          .as(place)
          .isNotEqualTo(without);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot be used with `seed` unless `style` is given.",
        "Unless `style` is given, it cannot be used with `seed`.",
        "Ignored when `seed` is provided, except with `style`."
      })
  void aSentenceWithAnExceptionProposesNothingAndIsReported(String sentence) throws Exception {
    String text =
        said(
            "'type': 'integer', 'description': '%s'"
                .formatted(sentence.replace("seed", "other").replace("style", "model")));
    assertThat(text)
        .doesNotContain("proposed:", "ignoredWhen:")
        .contains(sentence.replace("seed", "other").replace("style", "model"));
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
    String without = ImportedText.of("still.schema.json", schema.formatted(""));
    for (String sentence :
        List.of(
            "How wide it is.",
            "Between 64 and 2048 pixels.",
            "More is slower, and looks better with large subjects.",
            "The default is a good choice.")) {
      assertThat(ImportedText.of("still.schema.json", schema.formatted(sentence)))
          .as(sentence)
          .isEqualTo(without);
    }
  }

  @Test
  void whereTheSpecHasErrorsRulesThatDescriptionsStateAreReported() throws Exception {
    ImportedSpec spec =
        ImportedText.spec(
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

  @ParameterizedTest
  @ValueSource(strings = {"'deprecated': true", "'minLength': 4", "'frobnicate': 3", "'not': {}"})
  void whatStandsBesideAListedConstantIsInTheSpecOrInTheReport(String keyword) throws Exception {
    for (String list : List.of("oneOf", "anyOf")) {
      String values = "'" + list + "': [{'const': 'one'%s}, {'const': 'three'}]";
      assertThat(said(values.formatted(", " + keyword)))
          .as(list)
          .isNotEqualTo(said(values.formatted("")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'properties': {@a}, 'allOf': [{'properties': {@b}, 'additionalProperties': false}]",
        "'properties': {@a}, 'allOf': [{'properties': {@b}, 'unevaluatedProperties': false}]",
        "'properties': {@a}, 'allOf': [{'allOf': [{'properties': {@b}}], 'unevaluatedProperties': false}]",
        "'properties': {@a}, 'allOf': [{'properties': {@b}, 'additionalProperties': {'type': 'string'}}]",
        "'additionalProperties': false, 'allOf': [{'properties': {@a}}]",
      })
  void whatAPartOfAnObjectSaysOfMembersDescribedElsewhereIsReported(String object)
      throws Exception {
    assertThat(said(withMembers(object)))
        .containsPattern("Properties` is about `a` of `value` as well");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'properties': {@a, @b}, 'additionalProperties': false",
        "'properties': {@a}, 'unevaluatedProperties': false, 'allOf': [{'properties': {@b}}]",
        "'properties': {@a}, 'allOf': [{'properties': {@a, @b}, 'additionalProperties': {}}]",
      })
  void membersThatAreAllDescribedAreNotReported(String object) throws Exception {
    assertThat(said(withMembers(object))).doesNotContain("` is about");
  }

  @Test
  void anObjectThatAPartClosesIsNotCalledOpen() throws Exception {
    String object = "'allOf': [{'properties': {@a, @b}, 'additionalProperties': %s}]";
    assertThat(said(withMembers(object.formatted("false")))).doesNotContain("may have members");
    assertThat(said(withMembers(object.formatted("true"))))
        .contains("`value` may have members that are not described");
  }

  private static String withMembers(String object) {
    return "'type': 'object', " + object.replaceAll("@([ab])", "'$1': {'type': 'integer'}");
  }

  private static String said(String value) throws ImportException {
    return ImportedText.of("still.schema.json", schemaOf(value));
  }

  /** The first half of "Cannot be used with seed unless style is given." is another rule. */
  @Test
  void aSentenceAtTheEndOfWhatIsLookedThroughIsReadAsAWholeOrReported() throws Exception {
    String sentence = "Cannot be used with `seed` unless `style` is given.";
    for (int before = 3_940; before <= 4_000; before += 5) {
      String filler = "It is wide. ".repeat(before / 12) + "x".repeat(before % 12) + ". ";
      ImportedSpec spec =
          ImportedText.spec(
              "still.schema.json",
              """
              {"type": "object", "additionalProperties": false, "properties": {
                "model": {"const": "acme:still@1"}, "seed": {"type": "integer"},
                "style": {"type": "string"},
                "width": {"type": "integer", "description": "%s"}}}
              """
                  .formatted(filler + sentence + " It is wide."));
      assertThat(spec.text()).as("behind %s", before).doesNotContain("proposed");
      assertThat(ImportedText.messages(spec)).as("behind %s", before).contains(sentence);
    }
  }
}
