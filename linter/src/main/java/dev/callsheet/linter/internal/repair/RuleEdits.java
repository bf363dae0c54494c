package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Edits that may repair a broken rule: they touch what the rule speaks of, and nothing else. */
final class RuleEdits {
  /** Of longer lists, the first items only are looked at. */
  private static final int MAX_LOCATIONS = 12;

  private final ModelSpec spec;
  private final ReplacementValues values;
  private final JsonNode task;
  private final StructuralEdits structural;

  RuleEdits(ModelSpec spec, ReplacementValues values, JsonNode task, StructuralEdits structural) {
    this.spec = spec;
    this.values = values;
    this.task = task;
    this.structural = structural;
  }

  /** Edits of what the rule speaks of in one of its scopes. */
  List<TaskEdit> of(Rule rule, JsonPointer scope) {
    List<TaskEdit> replacements = replacements(rule, scope);
    if (!replacements.isEmpty()) {
      return replacements;
    }
    List<TaskEdit> edits = new ArrayList<>();
    Stream.of(rule.body(), rule.documentedBody())
        .filter(Objects::nonNull)
        .map(RuleBody::toFormula)
        .forEach(formula -> addEdits(scope, formula, edits));
    return edits.stream().distinct().toList();
  }

  /** What to do about what is deprecated; empty where the spec does not say it. */
  private List<TaskEdit> replacements(Rule rule, JsonPointer scope) {
    Deprecation deprecation = rule.deprecation();
    List<Formula.Atom> atoms = rule.body().toFormula().atoms().toList();
    if (deprecation == null || atoms.size() != 1) {
      return List.of();
    }
    JsonNode instead = deprecation.replacement();
    JsonPointer place = JsonTree.resolve(scope, atoms.get(0).parameters().get(0));
    JsonNode value = JsonTree.valueAt(task, place);
    if (atoms.get(0) instanceof Formula.Matches matches) {
      if (value instanceof ArrayNode list) {
        return itemReplacements(matches.fragment(), place, list, instead);
      }
      return instead == null ? List.of() : List.of(new TaskEdit.SetValue(place, instead));
    }
    return instead == null ? List.of() : move(place, scope, instead);
  }

  private List<TaskEdit> move(JsonPointer place, JsonPointer scope, JsonNode path) {
    JsonPointer target = JsonTree.resolve(scope, ParameterPath.parse(path.asString("")));
    return JsonTree.valueAt(task, target) == null && JsonTree.valueAt(task, target.parent()) != null
        ? List.of(new TaskEdit.Move(place, target))
        : List.of();
  }

  /** The first of the items that make a list match is replaced, or left out. */
  private static List<TaskEdit> itemReplacements(
      SchemaFragment fragment, JsonPointer place, ArrayNode list, @Nullable JsonNode instead) {
    for (int i = 0; i < list.size(); i++) {
      ArrayNode alone = list.arrayNode().add(list.get(i));
      if (fragment.facets().stream().allMatch(facet -> FacetPredicates.of(facet).test(alone))) {
        JsonPointer item = place.child(i);
        return List.of(
            instead == null ? new TaskEdit.Remove(item) : new TaskEdit.SetValue(item, instead));
      }
    }
    return List.of();
  }

  private void addEdits(JsonPointer scope, Formula formula, List<TaskEdit> edits) {
    ComputedEdits computed = new ComputedEdits(spec, task, scope);
    formula.atoms().forEach(atom -> edits.addAll(atom.acceptAtom(computed)));
    for (ParameterPath path : formula.parameters()) {
      List<JsonPointer> places = JsonTree.resolveAll(task, scope, path);
      places.stream().limit(MAX_LOCATIONS).forEach(place -> addValueEdits(place, edits));
      if (places.isEmpty() && !path.leadsThroughLists()) {
        edits.addAll(structural.additions(JsonTree.resolve(scope, path)));
      }
    }
  }

  private void addValueEdits(JsonPointer place, List<TaskEdit> edits) {
    ExpectedShapes slot = ExpectedShapes.at(spec, place);
    JsonNode value = JsonTree.valueAt(task, place);
    if (value == null || !slot.isKnown()) {
      return;
    }
    if (structural.isOptional(place, slot)) {
      edits.add(new TaskEdit.Remove(place));
    }
    values.nearest(slot, value).forEach(near -> edits.add(new TaskEdit.SetValue(place, near)));
    if (value instanceof ArrayNode list) {
      values
          .maximumLengths(slot, list)
          .forEach(most -> edits.add(structural.truncation(place, list, most)));
      values.constrainedPathsInItems(slot.path()).stream()
          .flatMap(path -> JsonTree.resolveAll(task, JsonPointer.ROOT, path).stream())
          .filter(place::isPrefixOf)
          .limit(MAX_LOCATIONS)
          .forEach(inner -> addValueEdits(inner, edits));
    }
  }
}
