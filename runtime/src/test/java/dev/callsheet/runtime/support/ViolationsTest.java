package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  @Test
  void nothingFoundIsAlwaysTheSameEmptyList() {
    assertThat(Violations.none().toList()).isSameAs(Violations.none().toList()).isEmpty();
    assertThat(Violations.none().isReliable("/width")).isTrue();
  }

  @Test
  void whatOneCheckFindsDoesNotReachAnother() {
    Violations.none().wrongValue("out-of-range", "/ttl", 3, "be at least 60 s");
    assertThat(Violations.none().toList()).isEmpty();
  }

  @Test
  void wrongValue_isNamedAndNotReliable() {
    Violations found =
        Violations.none()
            .wrongValue("wrong-format", "/inputs/elements/0/a~1b", "x\u001b[2J", "be a URL");
    assertThat(found.toList().get(0).message())
        .isEqualTo("`inputs.elements[0].a/b` is \"x\uFFFD[2J\"; it must be a URL");
    assertThat(found.isReliable("/inputs/elements/*/a~1b")).isFalse();
    assertThat(found.isReliable("/inputs/elements")).isTrue();
  }

  @Test
  void namesWithSlashesAndTildesAreShownAsTheyAreWritten() {
    Violations found =
        Violations.none()
            .missingParameter("/inputs/a~1b", "c~1d/e", "a string")
            .unknownParameters("/inputs", Map.of("f~0/g", 1));
    assertThat(found.toList())
        .extracting(Violation::message)
        .satisfiesExactly(
            missing ->
                assertThat(missing)
                    .isEqualTo("`inputs.a/b.c~1d/e` is missing; it must be a string"),
            unknown -> assertThat(unknown).startsWith("`inputs.f~0/g` is not a parameter"));
    assertThat(found.toList())
        .extracting(Violation::pointer)
        .containsExactly("/inputs/a~1b", "/inputs/f~00~1g");
  }

  @Test
  void aBreachStandsAtItsFirstProvidedParameter() {
    Violation violation =
        Violations.none()
            .with(
                RuleViolation.error("rule", "No.")
                    .in("/list/1")
                    .at("/a", false)
                    .at("/b", true)
                    .atEach("/c", List.of(1, 2), "/d", each -> each > 1)
                    .at("/b", true))
            .toList()
            .get(0);
    assertThat(violation.pointer()).isEqualTo("/list/1/b");
    assertThat(violation.related()).containsExactly("/list/1/c/1/d");
  }
}
