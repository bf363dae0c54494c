package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.AbsentParameters;
import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionSimplifier;
import dev.callsheet.importer.internal.condition.ConditionTranslator;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.condition.UnliftableException;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.prose.DescribedRule;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.importer.internal.rule.RuleForm;
import dev.callsheet.importer.internal.rule.RuleLifter;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.importer.internal.shape.Assertion;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes rules of what a published schema says of several values at once. */
final class RuleCollector {
  /** A title that is a name of a rule. */
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

  private final ObjectNode request;
  private final ImportedRule.Factory factory;
  private final FindingCollector findings;

  /** The combinations of values, and the sets of parameters that are provided together. */
  private final List<Condition.Rows> combinations = new ArrayList<>();

  private final Set<Set<ParameterPath>> together = new LinkedHashSet<>();
  private final Map<ParameterPath, Set<RuleForm>> forms = new HashMap<>();
  private final List<ImportedRule> rules = new ArrayList<>();

  /** For requests of that shape. */
  RuleCollector(ObjectNode request, ImportedRule.Factory factory, FindingCollector findings) {
    this.request = request;
    this.factory = factory;
    this.findings = findings;
  }

  /** The rules so far, in the order of the file. */
  List<ImportedRule> rules() {
    return rules;
  }

  /** Makes rules of an assertion; what no rule can say is reported. */
  void add(Assertion assertion) {
    ParameterPath path = assertion.path();
    boolean inItems = path.leadsThroughLists();
    ParameterPath scope = inItems ? path.beforeLastList().eachItem() : ParameterPath.ROOT;
    ParameterPath inner = inItems ? path.afterLastList() : path;
    ParameterTree parameters = parametersOf(scope);
    try {
      Condition demand = demand(assertion, inner, parameters);
      if (isPossible(demand, assertion.named().location())) {
        RuleLifter.lift(demand).forEach(form -> add(form, scope, assertion));
      }
    } catch (UnliftableException unliftable) {
      String what = path.isRoot() ? "a constraint on the task" : "a constraint on `" + path + "`";
      findings.add(
          Kind.NOT_IMPORTED, unliftable.location(), what + " is left out: " + unliftable.reason());
    }
  }

  /** Makes rules of what is demanded of every task, or of every item of a list. */
  void add(Condition demand, ParameterPath scope, SourceLocation location) {
    Condition simple = new ConditionSimplifier(parametersOf(scope)).simplify(demand);
    if (isPossible(simple, location)) {
      RuleLifter.lift(simple).forEach(form -> add(form, scope, location));
    }
  }

  /** Whether anything fulfils a demand; if not, it is reported, and makes no rule. */
  private boolean isPossible(Condition demand, SourceLocation location) {
    if (demand.equals(Condition.FALSE)) {
      findings.add(Kind.DAMAGED, location, "the constraint allows nothing at all; it is left out");
      return false;
    }
    return true;
  }

  /** Rules of what a description demands, which are not among the {@link #rules}. */
  List<ImportedRule> proposals(DescribedRule described) {
    ParameterPath scope = described.scope();
    Condition simple = new ConditionSimplifier(parametersOf(scope)).simplify(described.demand());
    if (!isPossible(simple, described.location())) {
      return List.of();
    }
    return RuleLifter.lift(simple).stream()
        .filter(form -> isNew(form, scope))
        .map(form -> factory.rule(form, scope, described.location()))
        .toList();
  }

  private ParameterTree parametersOf(ParameterPath scope) {
    return new ParameterTree(scope.isRoot() ? request : itemOf(scope));
  }

  /** Adds a rule of that form, unless it is there already. */
  void add(RuleForm form, ParameterPath scope, SourceLocation location) {
    if (isNew(form, scope)) {
      rules.add(factory.rule(form, scope, location));
    }
  }

  private boolean isNew(RuleForm form, ParameterPath scope) {
    note(form);
    return forms.computeIfAbsent(scope, any -> new HashSet<>()).add(form);
  }

  /** The same, with the name and the sentence that it is published with. */
  private void add(RuleForm form, ParameterPath scope, Assertion assertion) {
    SchemaNode named = assertion.named();
    Optional<String> id = named.text("title").filter(title -> ID.matcher(title).matches());
    Optional<String> sentence = named.text("description");
    if (!assertion.keyword().isEmpty() || id.isEmpty() || sentence.isEmpty()) {
      add(form, scope, named.location());
    } else if (isNew(form, scope)) {
      rules.add(factory.rule(form, scope, named.location(), id.get(), sentence.get()));
    }
  }

  private static Condition demand(Assertion assertion, ParameterPath path, ParameterTree parameters)
      throws UnliftableException {
    ConditionTranslator translator = new ConditionTranslator(parameters);
    Condition demand =
        assertion.keyword().isEmpty()
            ? translator.demand(assertion.schema(), path)
            : translator.demand(assertion.schema(), assertion.keyword(), path);
    boolean isList = assertion.keyword().equals("contains");
    boolean isAlwaysObject = isList || parameters.types(path).equals(Set.of(JsonType.OBJECT));
    if (!AbsentParameters.satisfy(demand) || !isAlwaysObject) {
      demand = guarded(demand, path, isAlwaysObject, assertion);
    }
    return new ConditionSimplifier(parameters).simplify(demand);
  }

  /** The demand where there is an object to be demanded of. */
  private static Condition guarded(
      Condition demand, ParameterPath path, boolean isAlwaysObject, Assertion assertion)
      throws UnliftableException {
    if (!isAlwaysObject && path.isRoot() && !AbsentParameters.satisfy(demand)) {
      throw new UnliftableException(
          assertion.schema().location(), "an item of the list need not be an object");
    }
    if (path.isRoot()) {
      return demand;
    }
    if (isAlwaysObject) {
      Condition where = new Condition.Provided(path);
      return demand instanceof Condition.Matches
          ? new Condition.Any(List.of(new Condition.Not(where), demand))
          : new Condition.Implies(where, demand);
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", "object");
    return new Condition.Implies(new Condition.Matches(path, object), demand);
  }

  private ObjectNode itemOf(ParameterPath scope) {
    for (JsonNode list : new ParameterTree(request).shapes(scope.parent())) {
      if (list.path("items") instanceof ObjectNode items) {
        return items;
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private void note(RuleForm form) {
    if (form instanceof RuleForm.Combinations found) {
      combinations.add(found.rows());
    } else if (form instanceof RuleForm.Together found) {
      together.add(Set.copyOf(found.parameters()));
    } else if (form instanceof RuleForm.Requirement found) {
      Set<ParameterPath> required = new LinkedHashSet<>();
      for (Condition each : found.required()) {
        if (each instanceof Condition.Provided provided) {
          required.add(provided.path());
        }
      }
      together.add(required);
    }
  }

  /**
   * Reports combinations whose parameters may be provided alone: the published schema then compares
   * those that are there, and the spec compares nothing.
   */
  void reportPartialCombinations() {
    ParameterTree parameters = new ParameterTree(request);
    for (Condition.Rows rows : combinations) {
      Set<ParameterPath> compared = Set.copyOf(rows.parameters());
      boolean isWhole =
          compared.size() == 1
              || rows.parameters().stream().allMatch(parameters::isAlwaysProvided)
              || together.stream().anyMatch(set -> set.containsAll(compared));
      if (!isWhole) {
        findings.add(
            Kind.APPROXIMATED,
            Objects.requireNonNull(rules.get(0)).location(),
            "combinations of " + rows.parameters() + " bind only where all of these are provided");
      }
    }
  }
}
