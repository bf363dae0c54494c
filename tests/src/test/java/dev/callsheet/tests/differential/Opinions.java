package dev.callsheet.tests.differential;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What all validators say of one request. A finding here is the severity, the rule and the place.
 *
 * @param validated by the reference, from the JSON tree
 * @param linted by the linter, from bytes, in the platform's envelope
 * @param bound what a checker of the request has to find: what the linter does, save what generated
 *     classes settle by themselves
 * @param checked by the generated checker; null where the request cannot be typed
 * @param checkedByJackson2 the same of the request as Jackson 2 reads it; null where it does not
 * @param schemaAccepts whether a validator of other makers accepts it by the exported schema
 * @param schemaOverlooks whether all errors are those that the schema says it does not see
 */
public record Opinions(
    JsonNode request,
    Set<String> validated,
    List<Violation> linted,
    Set<String> bound,
    @Nullable Set<String> checked,
    @Nullable Set<String> checkedByJackson2,
    boolean schemaAccepts,
    boolean schemaOverlooks) {
  /** What a typed request may be unable to say. */
  private static final Set<String> NOT_TYPEABLE =
      Set.of(
          "wrong-type", "not-allowed-value", "wrong-format", "out-of-range", "missing-parameter");

  /** The findings of somebody. */
  static Set<String> findings(Collection<Violation> violations) {
    return violations.stream()
        .map(Opinions::finding)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String finding(Violation violation) {
    return violation.severity().id() + " " + violation.rule() + " " + violation.pointer();
  }

  /** What makes the request invalid. */
  public List<Violation> errors() {
    return linted.stream().filter(each -> each.severity() == Severity.ERROR).toList();
  }

  /** Whether the linter accepts it. */
  public boolean isValid() {
    return errors().isEmpty();
  }

  /** Whether no generated class can hold it. */
  public boolean isUnreadable() {
    return checked == null;
  }

  /** Where they differ, in words. */
  public Optional<String> disagreement() {
    return disagreement(checked, schemaAccepts == schemaOverlooks);
  }

  /**
   * Where they differ, but for what a wrong value leaves open: the checker leaves a rule alone that
   * looks at one, the linter only where it matters to the rule what the value should be, and the
   * schema never.
   */
  Optional<String> disagreementOnRightValues() {
    if (bound.stream().map(Opinions::ruleOf).noneMatch(Opinions::isStructural)) {
      return disagreement();
    }
    @Nullable Set<String> counted = checked == null ? null : new TreeSet<>(checked);
    if (counted != null) {
      bound.stream().filter(finding -> !isStructural(ruleOf(finding))).forEach(counted::add);
    }
    return disagreement(counted, schemaAccepts ? schemaOverlooks : !isValid());
  }

  private static String ruleOf(String finding) {
    return finding.split(" ", 3)[1];
  }

  private static boolean isStructural(String rule) {
    return StructuralRule.withId(rule).isPresent();
  }

  private Optional<String> disagreement(@Nullable Set<String> counted, boolean isSchemaRight) {
    Set<String> found = findings(linted);
    if (!validated.equals(found)) {
      return difference("validator", validated, "linter", found);
    }
    if (!isSchemaRight) {
      return Optional.of("schema accepts: " + schemaAccepts + ", linter " + found + ": " + request);
    }
    if (counted == null
        ? errors().stream().map(Violation::rule).noneMatch(NOT_TYPEABLE::contains)
            && !holdsMoreThanAnInt(request)
        : !bound.equals(counted)) {
      return difference("checker", checked, "linter", bound);
    }
    // large numbers with exponents are doubles for Jackson 2
    boolean isTooLarge = checkedByJackson2 == null && holdsMoreThanAnInt(request);
    return Objects.equals(checked, checkedByJackson2) || isTooLarge
        ? Optional.empty()
        : difference("checker", checked, "with Jackson 2", checkedByJackson2);
  }

  private Optional<String> difference(
      String one, @Nullable Set<String> found, String other, @Nullable Set<String> expected) {
    return Optional.of(
        "%s %s, %s %s: %s"
            .formatted(
                one,
                found == null ? "cannot read it" : found,
                other,
                expected == null ? "cannot read it" : expected,
                request));
  }

  /** An integer without bounds is an {@code int} in Java. */
  static boolean holdsMoreThanAnInt(JsonNode value) {
    return value.isContainer()
        ? value.values().stream().anyMatch(Opinions::holdsMoreThanAnInt)
        : value.isNumber() && value.canConvertToExactIntegral() && !value.canConvertToInt();
  }
}
