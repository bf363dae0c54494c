package dev.callsheet.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class YamlParserTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void keepsOrderAndLocationsOfKeysAndValues() {
    YamlNode.Mapping mapping =
        (YamlNode.Mapping) parse("b: 1\na:\n  - x\n  - {c: 2}\n").orElseThrow();

    assertThat(mapping.entries().keySet()).containsExactly("b", "a");
    assertThat(mapping.keyLocation("a")).isEqualTo(new SourceLocation("f.yaml", 2, 1));
    assertThat(mapping.items("a"))
        .extracting(node -> node.location().toString())
        .containsExactly("f.yaml:3:5", "f.yaml:4:5");
  }

  @Test
  void countsColumnsInCodePoints() {
    YamlNode.Mapping mapping = (YamlNode.Mapping) parse("{😀: 1, b: 2}").orElseThrow();

    assertThat(mapping.keyLocation("b").column()).isEqualTo(8);
  }

  @Test
  void readsACharacterBeyond16BitsAtAnyPlace() {
    for (int length = 1000; length < 1050; length++) {
      String text = "x".repeat(length) + "😀" + "x".repeat(2000) + "😀";
      assertThat(json("[" + text + "]")).isEqualTo("[\"" + text + "\"]");
    }
  }

  @Test
  void readsScalarsAsYaml12SaysAndNumbersExactly() {
    assertThat(json("[yes, on, true, null, ~, 2026-02-05, '1', \"2\", 012, 0x10]"))
        .isEqualTo("[\"yes\",\"on\",true,null,null,\"2026-02-05\",\"1\",\"2\",12,16]");
    assertThat(json("[0.10, 0.112, 5.0, 1e3, 12345678901234567890]"))
        .isEqualTo("[0.10,0.112,5.0,1E+3,12345678901234567890]");
  }

  @Test
  void expandsAliases() {
    assertThat(json("{a: &size {width: 8}, b: *size}"))
        .isEqualTo("{\"a\":{\"width\":8},\"b\":{\"width\":8}}");
  }

  @Test
  void ignoresByteOrderMark() {
    assertThat(json("\uFEFFa: 1")).isEqualTo("{\"a\":1}");
  }

  @Test
  void refusesAnAliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
    }

    assertThat(parse(bomb.toString())).isEmpty();
    assertThat(problems).hasSize(1).first().asString().contains("unfolds to more than");
  }

  @Test
  void refusesAListThatContainsItself() {
    assertThat(parse("a: &a [*a]")).isEmpty();
    assertThat(problems).containsExactly("f.yaml:1:4: this list or mapping contains itself");
  }

  @Test
  void refusesDeepNesting() {
    assertThat(parse("[".repeat(100_000))).isEmpty();
    assertThat(parse("- ".repeat(100_000))).isEmpty();
    assertThat(parse("{a: ".repeat(100_000))).isEmpty();
    assertThat(problems)
        .hasSize(3)
        .allMatch(problem -> problem.contains("nested more than 64 levels deep"));
  }

  @Test
  void refusesAVeryLongFile() {
    assertThat(parse("a: " + "x".repeat(YamlParser.MAX_CODE_POINTS))).isEmpty();
    assertThat(problems).containsExactly("f.yaml:1:1: the file is longer than 2000000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!%d", "a: !%20 b", "- !<tag:x%20> [a]", "!x%00 {a: b}"})
  void aTagThatIsNoneIsRefusedWhereItStands(String text) {
    assertThat(parse(text)).isEmpty();
    assertThat(problems).hasSize(1).first().asString().startsWith("f.yaml:1:");
  }

  @Test
  void refusesTagsSoThatNothingIsConstructed() {
    assertThat(parse("a: !!javax.script.ScriptEngineManager [x]")).isEmpty();
    assertThat(problems).hasSize(1).first().asString().contains("is not allowed in a spec");
  }

  @Test
  void rejectsNumbersOutOfRange() {
    parse("a: 1e999999999\nb: " + "9".repeat(10_000) + "\nc: .nan\n");

    assertThat(problems).hasSize(3).allMatch(problem -> problem.contains("is not a number"));
  }

  @Test
  void refusesControlCharacters() {
    assertThat(parse("a: \u0000")).isEmpty();
    assertThat(problems).hasSize(1);
  }

  private Optional<YamlNode> parse(String text) {
    return YamlParser.parse(
        new SourceText("f.yaml", text),
        (location, message) -> problems.add(location + ": " + message));
  }

  private String json(String text) {
    return JsonMapper.shared().writeValueAsString(parse(text).orElseThrow().json());
  }
}
