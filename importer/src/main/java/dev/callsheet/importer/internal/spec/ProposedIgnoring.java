package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionSimplifier;
import dev.callsheet.importer.internal.condition.ConditionYaml;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.prose.IgnoredParameters;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts into a proved draft what descriptions say that the platform ignores: {@code ignoredWhen} at
 * the parameters, or {@code deprecated} at those that it always ignores. Requests stay valid by it,
 * and get warnings. What does not stand the proof is reported and left out.
 */
final class ProposedIgnoring {
  private static final String IGNORED_WHEN = "ignoredWhen";
  private static final String ANY_OF = "anyOf";

  private final Function<SpecDraft, List<CheckFinding>> check;
  private final FindingCollector findings;

  /**
   * A proof.
   *
   * @param check what is wrong with a draft
   */
  ProposedIgnoring(Function<SpecDraft, List<CheckFinding>> check, FindingCollector findings) {
    this.check = check;
    this.findings = findings;
  }

  /** The draft with what stands the proof. */
  SpecDraft added(SpecDraft draft, List<IgnoredParameters> ignored) {
    if (ignored.isEmpty()) {
      return draft;
    }
    Set<String> known =
        check.apply(draft).stream().map(ProposedRules::key).collect(Collectors.toSet());
    SpecDraft complete = draft;
    for (IgnoredParameters each : ignored) {
      ObjectNode request = complete.request().deepCopy();
      Set<String> names = new HashSet<>();
      for (ParameterPath parameter : each.parameters()) {
        String name = "`" + each.scope().resolve(parameter) + "`";
        switch (put(request, each, parameter)) {
          case SAID -> names.add(name);
          case NEEDLESS -> {
            // said by another sentence, or of requests that there are none of
          }
          case IMPOSSIBLE ->
              findings.add(
                  Kind.NOT_IMPORTED,
                  each.location(),
                  name + " is no member to be marked as ignored: " + each.sentence());
        }
      }
      if (names.isEmpty()) {
        continue;
      }
      SpecDraft tried = complete.withRequest(request);
      List<CheckFinding> flaws =
          check.apply(tried).stream()
              .filter(flaw -> !known.contains(ProposedRules.key(flaw)))
              .toList();
      if (flaws.isEmpty()) {
        complete = tried;
        findings.add(
            Kind.PROPOSED,
            each.location(),
            names.stream().sorted().collect(Collectors.joining(", "))
                + (names.size() == 1 ? " is" : " are")
                + " taken to be ignored, with a warning: "
                + each.sentence());
      } else {
        findings.add(
            Kind.NOT_IMPORTED,
            each.location(),
            "nothing is taken to be ignored by \""
                + each.sentence()
                + "\": "
                + flaws.get(0).message());
      }
    }
    return complete;
  }

  /** What becomes of the attempt to say at a parameter that it is ignored. */
  private enum Outcome {
    SAID,
    NEEDLESS,
    IMPOSSIBLE
  }

  private static Outcome put(ObjectNode request, IgnoredParameters said, ParameterPath parameter) {
    ParameterTree all = new ParameterTree(request);
    ParameterPath path = said.scope().resolve(parameter);
    ParameterTree around = said.scope().isRoot() ? all : all.item(said.scope()).orElse(all);
    Condition when =
        said.when() == null
            ? Condition.TRUE
            : new ConditionSimplifier(around).simplify(said.when());
    Outcome outcome = Outcome.IMPOSSIBLE;
    for (JsonNode owner : all.shapes(path.parent())) {
      if (owner.path("properties").get(path.lastName()) instanceof ObjectNode shape) {
        boolean isSaid = put(shape, when) || outcome == Outcome.SAID;
        outcome = isSaid ? Outcome.SAID : Outcome.NEEDLESS;
      }
    }
    return outcome;
  }

  /** Puts it into a shape; false where that says it already, or the condition never holds. */
  private static boolean put(ObjectNode shape, Condition when) {
    if (when.equals(Condition.TRUE)) {
      shape.put("deprecated", "The platform accepts it, and ignores it.");
      return true;
    }
    if (when instanceof Condition.Constant) {
      return false;
    }
    JsonNode condition = ConditionYaml.of(when);
    JsonNode before = shape.get(IGNORED_WHEN);
    if (before == null) {
      shape.set(IGNORED_WHEN, condition);
      return true;
    }
    ArrayNode alternatives = JsonNodeFactory.instance.arrayNode();
    if (before.path(ANY_OF).isArray()) {
      alternatives.addAll((ArrayNode) before.path(ANY_OF));
    } else {
      alternatives.add(before);
    }
    if (alternatives.valueStream().anyMatch(condition::equals)) {
      return false;
    }
    alternatives.add(condition);
    shape.putObject(IGNORED_WHEN).set(ANY_OF, alternatives);
    return true;
  }
}
