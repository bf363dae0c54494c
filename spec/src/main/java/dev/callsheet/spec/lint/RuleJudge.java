package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Doubt;
import dev.callsheet.spec.calculus.Evaluation;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.calculus.Statement;
import dev.callsheet.spec.calculus.Truth;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges tasks by one rule. */
final class RuleJudge {
  /** In longer lists, nobody looks for the item to blame: that takes the square of their length. */
  private static final int MOST_BLAMED = 100;

  private final Rule rule;
  private final Form enforced;
  private final @Nullable Form documented;
  private final Severity documentedSeverity;

  RuleJudge(Rule rule, Reading reading) {
    this.rule = rule;
    this.enforced = Form.of(rule.body());
    this.documented = rule.documented() == null ? null : Form.of(rule.documented());
    this.documentedSeverity = reading == Reading.DOCUMENTED ? Severity.ERROR : Severity.WARNING;
  }

  /** Judges a task, in every place where the rule applies. */
  void judge(Place task, Mistakes mistakes) {
    for (Place scope : task.find(rule.scope())) {
      if (!mistakes.ofValue(scope)) {
        judgeScope(scope, mistakes);
      }
    }
  }

  private void judgeScope(Place scope, Mistakes mistakes) {
    if (enforced.isBrokenIn(scope, mistakes)) {
      report(rule.severity(), rule.sentence(), enforced, scope, mistakes);
    } else if (documented != null && documented.isBrokenIn(scope, mistakes)) {
      report(documentedSeverity, publishedOnly(), documented, scope, mistakes);
    }
  }

  private void report(
      Severity severity, String message, Form form, Place scope, Mistakes mistakes) {
    List<String> provided =
        form.parameters.stream()
            .flatMap(path -> form.blamedFirst(scope.find(path), scope))
            .map(Place::pointer)
            .distinct()
            .toList();
    if (provided.isEmpty()) {
      mistakes.broken(new Violation(rule.id(), severity, scope.pointer(), message, List.of()));
    } else {
      mistakes.broken(
          new Violation(
              rule.id(), severity, provided.get(0), message, provided.subList(1, provided.size())));
    }
  }

  private String publishedOnly() {
    StringBuilder message = new StringBuilder("This breaks only the published wording of rule `");
    message.append(rule.id()).append("`, not what is enforced");
    if (rule.contradicts() != null) {
      message
          .append("; taken literally, that wording contradicts rule `")
          .append(rule.contradicts())
          .append('`');
    }
    message.append('.');
    if (rule.note() != null) {
      message.append(' ').append(rule.note());
    }
    return message.toString();
  }

  /** A rule's body made ready. */
  private record Form(Statement statement, List<Path> parameters) {
    static Form of(RuleBody body) {
      Formula formula = Requirement.of(body);
      return new Form(Evaluation.of(formula), Requirement.parameters(formula));
    }

    boolean isBrokenIn(Place scope, Doubt doubt) {
      return statement.in(scope, doubt) == Truth.FALSE;
    }

    /**
     * The places that a path through a list leads to, those in front that break the form by
     * themselves: even if nothing were known of the others.
     */
    Stream<Place> blamedFirst(List<Place> places, Place scope) {
      if (places.size() < 2 || places.size() > MOST_BLAMED) {
        return places.stream();
      }
      List<Place> blamed =
          places.stream().filter(place -> isBrokenIn(scope, ofOthers(places, place))).toList();
      return Stream.concat(blamed.stream(), places.stream());
    }

    private static Doubt ofOthers(List<Place> places, Place one) {
      return Doubt.ofValues(
          places.stream()
              .filter(place -> place != one)
              .map(Place::pointer)
              .collect(Collectors.toSet()));
    }
  }
}
