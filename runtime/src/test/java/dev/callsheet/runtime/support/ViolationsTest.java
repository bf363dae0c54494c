package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.TextFormat;
import dev.callsheet.runtime.Violation;
import java.math.BigDecimal;
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
    Violations.none().wrongValue("/ttl", 3, Requirement.atLeast(60).in("s"));
    assertThat(Violations.none().toList()).isEmpty();
  }

  @Test
  void wrongValue_isNamedAndNotReliable() {
    Violations found =
        Violations.none()
            .wrongValue(
                "/inputs/elements/0/a~1b", "x\u001b[2J", Requirement.format(TextFormat.URL));
    assertThat(found.toList().get(0).message())
        .isEqualTo("`inputs.elements[0].a/b` is \"x\\u001b[2J\"; it must be a URL");
    assertThat(found.isReliable("/inputs/elements/*/a~1b")).isFalse();
    assertThat(found.isReliable("/inputs/elements")).isTrue();
  }

  @Test
  void aValueThatBreaksARuleIsReliableForTheNext() {
    Violations found =
        Violations.none()
            .with(RuleViolation.error("rule", "No.").at("/width", true))
            .missingParameter("/inputs", "video", Requirement.Type.STRING);
    assertThat(found.isReliable("/width")).isTrue();
    assertThat(found.isReliable("/inputs")).isTrue();
  }

  @Test
  void namesWithSlashesAndTildesAreShownAsTheyAreWritten() {
    Violations found =
        Violations.none()
            .missingParameter("/inputs/a~1b", "c~1d/e", Requirement.Type.STRING)
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

  @Test
  void aBrokenRuleSaysWhatItFound() {
    List<Integer> shots = List.of(2, 4);
    Regex element = Regex.of("<<<element_(\\d+)>>>");
    Violation violation =
        Violations.none()
            .with(
                RuleViolation.error("rule", "No.")
                    .sum("shots[].length", shots, shot -> shot, "length", 8)
                    .sum("shots[].length", shots, shot -> shot, "length", null, 5)
                    .sum("shots[].length", shots, shot -> shot, "length", 6)
                    .product(0, 7, List.of("width", "height"), 2, 4)
                    .quotient(1, 2, "width", 1, "height", 3)
                    .placeholders("<<<element_1>>>, <<<element_3>>>", element, "list", List.of(1))
                    .placeholders("<<<element_4>>>", element, "list", List.of(1)))
            .toList()
            .get(0);
    assertThat(violation.message())
        .isEqualTo(
            "No. Here `shots[].length` adds up to 6, and `length` is 8."
                + " Here `shots[].length` adds up to 6, and `length` is 5 by default."
                + " Here `width` times `height` is 8."
                + " Here `width` divided by `height` is 0.333333."
                + " Here `<<<element_3>>>` names no item: `list` has 1.");
  }

  @Test
  void numbersAreShownAlikeHoweverTheyAreWritten() {
    Requirement most = Requirement.atMost(3.0);
    assertThat(
            Violations.none()
                .wrongValue("/a", 4.50, most)
                .wrongValue("/a", new BigDecimal("4.500"), most)
                .wrongValue("/a", Double.POSITIVE_INFINITY, most)
                .wrongValue("/a", new BigDecimal("1e1000"), most)
                .toList())
        .extracting(Violation::message)
        .containsExactly(
            "`a` is 4.5; it must be at most 3",
            "`a` is 4.5; it must be at most 3",
            "`a` is Infinity; it must be at most 3",
            "`a` is 1E+1000; it must be at most 3");
  }
}
