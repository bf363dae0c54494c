package dev.callsheet.spec.parser;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.internal.text.KebabCase;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes rules of what parameters, values and the model say of themselves: that they are deprecated,
 * ignored or clamped. Breaking such a rule is a warning; what is deprecated is an error from its
 * sunset on. Their ids are made from the path, such as {@code ignored-strength}.
 */
final class AdviceParser {
  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final ConditionParser conditions;
  private final SchemaFragmentParser fragments;
  private final DeprecationParser deprecations;
  private final Map<String, SourceLocation> takenIds = new LinkedHashMap<>();
  private final List<Rule> advice = new ArrayList<>();

  /** {@code rules} are those that the spec writes, whose ids are taken. */
  AdviceParser(ProblemCollector problems, List<Rule> rules) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    this.conditions = new ConditionParser(problems);
    this.fragments = new SchemaFragmentParser(problems);
    this.deprecations = new DeprecationParser(problems);
    rules.forEach(rule -> takenIds.put(rule.id(), rule.location()));
  }

  /** The rules, in the order of the parameters; one about the model in front. */
  List<Rule> parse(YamlNode.Mapping file, ModelMetadata model, PathScope task) {
    Deprecation deprecation = model.deprecation();
    if (deprecation != null) {
      isOfOtherModel(model, task)
          .ifPresent(
              formula ->
                  add(
                      "deprecated-model",
                      deprecation.sentence(model.name()),
                      ParameterPath.ROOT,
                      always(formula),
                      deprecation,
                      file.mappingOrEmpty("model").keyLocation("id")));
    }
    members(
        file.mappingOrEmpty("parameters"), new ParameterPosition(task, ParameterPath.ROOT, null));
    return List.copyOf(advice);
  }

  /**
   * Holds when a request is not for a model: it names another; never, where the model stands
   * outside of the request. Empty when requests cannot name their model.
   */
  private static Optional<Formula> isOfOtherModel(ModelMetadata model, PathScope task) {
    String member = model.identity().model();
    if (member == null) {
      return Optional.of(new Formula.Not(new Formula.All(List.of())));
    }
    ParameterPath id = ParameterPath.ROOT.member(member);
    return task.shapes(id).isEmpty()
        ? Optional.empty()
        : Optional.of(isNot(id, JsonNodeFactory.instance.stringNode(model.id())));
  }

  /**
   * Where a value is.
   *
   * @param scope the task, or an item of the innermost list around it
   * @param path from there
   * @param list the place of the list where the value is itself an item; null where it is none
   */
  private record ParameterPosition(
      PathScope scope, ParameterPath path, @Nullable ParameterPosition list) {
    ParameterPosition member(String name) {
      return new ParameterPosition(scope, path.member(name), null);
    }

    ParameterPosition item() {
      return new ParameterPosition(scope.eachItem(path), ParameterPath.ROOT, this);
    }

    ParameterPath pathFromTask() {
      return scope.base().resolve(path);
    }
  }

  private void members(YamlNode.Mapping members, ParameterPosition object) {
    members
        .entries()
        .forEach(
            (name, entry) ->
                entry.value().asMapping().ifPresent(schema -> value(schema, object.member(name))));
  }

  private void value(YamlNode.Mapping schema, ParameterPosition place) {
    if (place.list() == null) {
      parameter(schema, place);
    }
    inside(schema, place);
  }

  /** What is inside a value, or inside one of its forms. */
  private void inside(YamlNode.Mapping schema, ParameterPosition place) {
    members(schema.mappingOrEmpty("properties"), place);
    schema.mapping("items").ifPresent(items -> value(items, place.item()));
    for (YamlNode part : schema.items("oneOf")) {
      part.asMapping()
          .ifPresent(
              form -> {
                if (form.has("const")) {
                  option(form, place);
                } else {
                  inside(form, place);
                }
              });
    }
  }

  private void parameter(YamlNode.Mapping schema, ParameterPosition place) {
    ParameterPath scope = place.scope().base();
    String name = "`" + place.pathFromTask() + "`";
    String id = idOf(place.pathFromTask().toString());
    deprecations
        .parse(schema)
        .ifPresent(
            deprecation -> {
              schema.get("replacedBy").ifPresent(node -> paths.parseSingle(node, place.scope()));
              add(
                  "deprecated-" + id,
                  deprecation.sentence(name),
                  scope,
                  forbid(null, place.path()),
                  deprecation,
                  deprecationLocation(schema));
            });
    conditions
        .parse(schema, "ignoredWhen", place.scope())
        .ifPresent(
            condition ->
                add(
                    "ignored-" + id,
                    ignored(name),
                    scope,
                    forbid(condition, place.path()),
                    null,
                    schema.keyLocation("ignoredWhen")));
    schema
        .mapping("clampedTo")
        .ifPresent(
            bounds ->
                add(
                    "clamped-" + id,
                    name
                        + " is clamped to "
                        + boundsText(bounds)
                        + ": the platform accepts other values, and silently does something else.",
                    scope,
                    new RuleBody.Conditional(
                        null,
                        List.of(),
                        List.of(),
                        Map.of(
                            place.path(),
                            fragments.parse(
                                bounds,
                                place.scope().shapes(place.path()),
                                place.pathFromTask().toString()))),
                    null,
                    schema.keyLocation("clampedTo")));
  }

  private void option(YamlNode.Mapping option, ParameterPosition place) {
    JsonNode value = option.get("const").map(YamlNode::json).orElseThrow();
    String shown = value.asStringOpt().orElseGet(value::toString);
    String name = "`" + shown + "` for `" + place.pathFromTask() + "`";
    String id = idOf(place.pathFromTask() + "-" + shown);
    ParameterPosition holder = place.list() == null ? place : place.list();
    Formula isNot =
        place.list() == null
            ? isNot(place.path(), value)
            : new Formula.Not(contains(holder.path(), value));
    deprecations
        .parse(option)
        .ifPresent(
            deprecation -> {
              option.get("replacedBy").ifPresent(node -> checkReplacement(node, place));
              add(
                  "deprecated-" + id,
                  deprecation.sentence(name),
                  holder.scope().base(),
                  always(isNot),
                  deprecation,
                  deprecationLocation(option));
            });
    conditions
        .parse(option, "ignoredWhen", holder.scope())
        .ifPresent(
            condition ->
                add(
                    "ignored-" + id,
                    ignored(name),
                    holder.scope().base(),
                    new RuleBody.Conditional(condition, List.of(isNot), List.of(), Map.of()),
                    null,
                    option.keyLocation("ignoredWhen")));
  }

  private void checkReplacement(YamlNode node, ParameterPosition place) {
    ShapeCompatibility.mismatchMessage(node.json(), place.scope().shapes(place.path()))
        .ifPresent(
            mismatch ->
                problems.report(
                    node.location(),
                    "it cannot be replaced by this: `" + place.pathFromTask() + "` " + mismatch));
  }

  private void add(
      String id,
      String sentence,
      ParameterPath scope,
      RuleBody body,
      @Nullable Deprecation deprecation,
      SourceLocation location) {
    SourceLocation first = takenIds.putIfAbsent(id, location);
    if (first != null) {
      problems.report(
          location, "the rule that this makes is called `" + id + "`, and so is that at " + first);
      return;
    }
    advice.add(
        new Rule(
            id,
            Severity.WARNING,
            sentence,
            scope,
            body,
            null,
            null,
            null,
            deprecation,
            null,
            null,
            location));
  }

  private static RuleBody forbid(@Nullable Formula condition, ParameterPath path) {
    return new RuleBody.Conditional(condition, List.of(), List.of(path), Map.of());
  }

  private static RuleBody always(Formula formula) {
    return new RuleBody.Conditional(null, List.of(formula), List.of(), Map.of());
  }

  private static Formula isNot(ParameterPath path, JsonNode value) {
    return new Formula.Not(RuleBody.valuesEqual(List.of(path), List.of(value)));
  }

  private static Formula contains(ParameterPath list, JsonNode value) {
    SchemaFragment item = new SchemaFragment(List.of(new Facet.OneOf(List.of(value))));
    return new Formula.Matches(list, new SchemaFragment(List.of(new Facet.Contains(item))));
  }

  private static String ignored(String name) {
    return name
        + " is ignored in a request like this: the platform accepts it, and makes and charges what"
        + " it would without it.";
  }

  private static String boundsText(YamlNode.Mapping bounds) {
    String least = bounds.decimal("minimum").map(BigDecimal::toPlainString).orElse("");
    String most = bounds.decimal("maximum").map(BigDecimal::toPlainString).orElse("");
    if (least.isEmpty()) {
      return "at most " + most;
    }
    return most.isEmpty() ? "at least " + least : least + " to " + most;
  }

  private static SourceLocation deprecationLocation(YamlNode.Mapping schema) {
    return List.of("deprecated", "sunset", "replacedBy").stream()
        .filter(schema::has)
        .findFirst()
        .map(schema::keyLocation)
        .orElse(schema.location());
  }

  /** Lower-case words joined by hyphens. */
  private static String idOf(String text) {
    return KebabCase.of(text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-"));
  }
}
