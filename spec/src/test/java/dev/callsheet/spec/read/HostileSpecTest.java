package dev.callsheet.spec.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Specs that are made to hurt are refused as quickly and plainly as any other. */
class HostileSpecTest {
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
  void namesVeryManyMistakes() {
    StringBuilder rules = new StringBuilder(HEAD + "parameters: {p: {type: string}}\nrules:\n");
    for (int i = 0; i < 2_000; i++) {
      rules.append("  - {idd: r, description: No., forbid: q" + i + "}\n");
    }
    assertRefused(rules.toString());
  }

  private static void assertRefused(String text) {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> new SpecReader(new NoIncludes()).read("f.yaml", text))
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
