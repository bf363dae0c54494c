package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Specs that are made to hurt are refused as quickly and plainly as any other. */
class HostileSpecParsingTest {
  private static final String HEAD =
      "callsheet: 1\nmodel: {id: a, name: A, status: live}\nresponse: {properties: {}}\n";

  @Test
  void refusesAVeryLongPath() {
    assertRefused(HEAD + "parameters: {}\nmodes: {m: {provides: [" + "a.".repeat(60_000) + "a]}}");
  }

  @Test
  void refusesAVeryLongName() {
    assertRefused(HEAD + "parameters: {}\nrules: [{id: " + "a-".repeat(60_000) + "}]");
    assertRefused(HEAD + "parameters: {}\ninclude: [" + "a/".repeat(60_000) + "]");
  }

  @Test
  void refusesAVeryLongKey() {
    assertRefused(HEAD + "parameters: {p: {? " + "typ".repeat(60_000) + " : string}}");
  }

  @Test
  void reportsVeryManyProblems() {
    StringBuilder rules = new StringBuilder(HEAD + "parameters: {p: {type: string}}\nrules:\n");
    for (int i = 0; i < 2_000; i++) {
      rules.append("  - {idd: r, description: No., forbid: q" + i + "}\n");
    }
    assertRefused(rules.toString());
  }

  @Test
  void refusesAliasesThatExpandToBillions() {
    StringBuilder bomb =
        new StringBuilder("callsheet: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [").append(("*a" + (i - 1) + ", ").repeat(9));
      bomb.append("*a" + (i - 1) + "]\n");
    }
    assertRefused(bomb.toString(), "use fewer aliases");
  }

  @Test
  void refusesAListThatContainsItself() {
    assertRefused(HEAD + "parameters: {}\nrules: &rules [*rules]", "contains itself");
  }

  @Test
  void refusesDeepNesting() {
    assertRefused(HEAD + "parameters: " + "{a: ".repeat(50_000), "nested more than");
    assertRefused(HEAD + "parameters: {}\nrules: " + "[".repeat(50_000), "nested more than");
    assertRefused(HEAD + "parameters:\n" + nestedParameters(500), "nested more than");
  }

  @Test
  void refusesTenMegabytesOfRules() {
    StringBuilder rules = new StringBuilder(HEAD + "parameters: {p: {type: string}}\nrules:\n");
    while (rules.length() < 10_000_000) {
      rules.append("  - {id: r").append(rules.length()).append(", description: No., forbid: p}\n");
    }
    assertRefused(rules.toString(), "longer than");
    rules.setLength(rules.lastIndexOf("\n", 1_900_000) + 1);
    assertRefused(rules.toString(), "more than");
    rules.setLength(rules.lastIndexOf("\n", 200_000) + 1);
    assertRefused(rules.toString(), "`rules` takes at most 2000 items");
  }

  private static String nestedParameters(int levels) {
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < levels; level++) {
      text.append(" ".repeat(level + 1)).append(level % 2 == 0 ? "p:\n" : "properties:\n");
    }
    return text.toString();
  }

  private static void assertRefused(String text, String reason) {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> new SpecParser(new NoIncludes()).parse("f.yaml", text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(reason));
  }

  private static void assertRefused(String text) {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> new SpecParser(new NoIncludes()).parse("f.yaml", text))
                .isInstanceOfSatisfying(
                    SpecException.class, wrong -> assertThat(wrong.problems()).isNotEmpty()));
  }

  /** Nothing to include. */
  private static final class NoIncludes implements IncludeResolver {
    @Override
    public java.util.Optional<dev.callsheet.spec.source.SourceText> find(String name) {
      return java.util.Optional.empty();
    }

    @Override
    public java.util.Collection<String> names() {
      return java.util.List.of();
    }
  }
}
