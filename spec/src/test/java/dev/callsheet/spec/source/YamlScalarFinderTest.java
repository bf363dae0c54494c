package dev.callsheet.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarFinderTest {
  private static final String FILLING = "other: [" + "1, ".repeat(1000) + "2]\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model:\n  id: acme:ink@1\n  name: Ink\n",
        "model: {id: \"acme:ink@1\"}",
        "{model: {name: Ink, id: 'acme:ink@1'}}",
        "# first\ncallsheet: 1\nmodel:\n  name: Ink\n\n  # its name\n  id: acme:ink@1 # here",
        "other:\n  model: {id: no}\n  id: no\nmodel: {deep: {id: no}, id: acme:ink@1}",
        "text: |\n  model:\n    id: no\nmodel: {id: &a acme:ink@1}",
        "model: {id: acme:ink@1}\nmodel: {id: no}",
        "? [a, {b: c}]\n: 1\nmodel: {id: acme:ink@1}",
        "---\nmodel:\n  id: >-\n    acme:ink@1\n",
      })
  void findsWhatTheParserFinds(String yaml) {
    assertThat(find(yaml)).contains("acme:ink@1");
    assertThat(find(FILLING + (yaml.startsWith("{") ? "" : yaml)))
        .isEqualTo(parsed(FILLING + (yaml.startsWith("{") ? "" : yaml)));
    assertThat(parsed(yaml)).contains("acme:ink@1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "model",
        "[model, id]",
        "model: ink",
        "model: {name: Ink}",
        "model: [id]",
        "model: {id: [ink]}",
        "model: {name: &a ink, id: *a}",
        "model: &a {name: ink}\nother: {model: *a}",
        "model: {id: \"ink",
        "\tmodel: {id: ink}",
      })
  void findsNothingWhereItIsNotToBeSeen(String yaml) {
    assertThat(find(yaml)).isEmpty();
  }

  @Test
  void aTextAcrossTheEndOfTheHeadIsWhole() {
    for (int length = 960; length < 1060; length++) {
      String yaml = "# " + "x".repeat(length) + "\nmodel:\n  id: one\n    two\n\n    three\n";
      assertThat(find(yaml)).isEqualTo(parsed(yaml)).contains("one two\nthree");
    }
  }

  @Test
  void whatIsBehindIsNotLookedAt() {
    assertThat(find("model: {id: ink, name: Ink}\n" + FILLING + "{{{ not YAML")).contains("ink");
  }

  @Test
  void deepNestingIsSkipped() {
    assertThat(find("a: " + "[".repeat(2000) + "]".repeat(2000) + "\nmodel: {id: ink}"))
        .contains("ink");
  }

  private static Optional<String> find(String yaml) {
    return YamlScalarFinder.find(new SourceText("x.yaml", yaml), "model", "id");
  }

  private static Optional<String> parsed(String yaml) {
    return YamlParser.parse(new SourceText("x.yaml", yaml), (place, problem) -> {})
        .flatMap(YamlNode::asMapping)
        .flatMap(root -> root.mapping("model"))
        .flatMap(model -> model.text("id"));
  }
}
