package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import org.junit.jupiter.api.Test;

class SpecMergerTest {
  @Test
  void mergesParametersKeywordByKeywordAtEveryDepth() {
    YamlNode.Mapping merged =
        merge(
            "parameters: {a: {type: object, properties: {b: {type: string, maxLength: 9}}}, c: {}}",
            "parameters: {d: {}, a: {properties: {e: {}, b: {maxLength: 5}}}}");

    assertThat(merged.json().toString())
        .isEqualTo(
            """
            {"parameters":{"a":{"type":"object","properties":{\
            "b":{"type":"string","maxLength":5},"e":{}}},"c":{},"d":{}}}""");
  }

  @Test
  void joinsRequiredNamesAndRules() {
    YamlNode.Mapping merged =
        merge("{required: [a, b], rules: [{id: x}]}", "{rules: [{id: x}], required: [b, c]}");

    assertThat(merged.json().toString())
        .isEqualTo(
            """
            {"required":["a","b","c"],"rules":[{"id":"x"},{"id":"x"}]}""");
  }

  @Test
  void replacesListsAndValues() {
    YamlNode.Mapping merged =
        merge(
            "parameters: {a: {enum: [1, 2], items: {type: string}}}",
            "parameters: {a: {enum: [1], items: {type: integer}}}");

    assertThat(merged.json().toString())
        .isEqualTo(
            """
            {"parameters":{"a":{"enum":[1],"items":{"type":"integer"}}}}""");
  }

  @Test
  void keepsTheFileThatEachNodeCameFrom() {
    YamlNode.Mapping merged =
        merge("parameters: {a: {minimum: 1}}", "parameters: {a: {maximum: 2}}");
    YamlNode.Mapping a = merged.mappingOrEmpty("parameters").mappingOrEmpty("a");

    assertThat(a.keyLocation("minimum")).isEqualTo(new SourceLocation("0.yaml", 1, 18));
    assertThat(a.keyLocation("maximum")).isEqualTo(new SourceLocation("1.yaml", 1, 18));
  }

  private static YamlNode.Mapping merge(String below, String above) {
    return SpecMerger.merge(parse("0.yaml", below), parse("1.yaml", above));
  }

  private static YamlNode.Mapping parse(String file, String text) {
    return YamlParser.parse(
            new SourceText(file, text),
            (place, sentence) -> {
              throw new AssertionError(place + ": " + sentence);
            })
        .flatMap(YamlNode::asMapping)
        .orElseThrow();
  }
}
