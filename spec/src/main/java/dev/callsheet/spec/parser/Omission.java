package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.LeftOut;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leaves out what a file shares with others and does not want: the names under {@code without}.
 * What is left out may be defined anew, so this is also how a rule is replaced.
 */
final class Omission {
  private final ProblemCollector problems;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private YamlNode.Mapping spec;

  /** Of what a file extends and includes. */
  Omission(YamlNode.Mapping shared, ProblemCollector problems) {
    this.spec = shared;
    this.problems = problems;
  }

  /**
   * What is left.
   *
   * @param complete whether all that is shared was found; when not, no name is called unknown
   */
  YamlNode.Mapping of(YamlNode.Mapping without, boolean complete) {
    leaveOut(without, "parameters", complete, this::parameter);
    leaveOut(without, "response", complete, this::responseField);
    leaveOut(without, "required", complete, this::required);
    leaveOut(without, "rules", complete, this::rule);
    leaveOut(without, "modes", complete, this::mode);
    leaveOut(without, "charges", complete, this::charge);
    return spec;
  }

  /** What was left out. */
  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** Leaves out one thing by its name, and collects the names that there are. */
  private interface Remover {
    /** Whether it was there. */
    boolean remove(String name, Set<String> known);
  }

  private void leaveOut(YamlNode.Mapping without, String key, boolean complete, Remover remover) {
    for (YamlNode node : without.items(key)) {
      Set<String> known = new LinkedHashSet<>();
      String name = node.asText().orElse("");
      if (name.isEmpty()) {
        continue; // not a name; reported by the meta-schema
      }
      if (remover.remove(name, known)) {
        leftOut.add(new LeftOut(key, name, node.location()));
      } else if (complete) {
        problems.report(
            node.location(),
            "nothing that is shared with this file has `"
                + name
                + "` under `"
                + key
                + "`"
                + SpellingSuggestion.hint(name, known));
      }
    }
  }

  private boolean parameter(String path, Set<String> known) {
    YamlNode.Mapping before = spec;
    spec = withoutMember(spec, "parameters", steps(path), 0, known);
    return !spec.equals(before);
  }

  private boolean responseField(String path, Set<String> known) {
    YamlNode.Mapping before = spec;
    YamlNode.Mapping response = spec.mappingOrEmpty("response");
    YamlNode.Mapping left = withoutMember(response, "properties", steps(path), 0, known);
    if (!left.equals(response)) {
      spec = spec.with("response", left);
    }
    return !spec.equals(before);
  }

  private static String[] steps(String path) {
    return path.replace("[]", "").split("\\.", -1);
  }

  /** The schema without the member, and without its name among those that are required. */
  private static YamlNode.Mapping withoutMember(
      YamlNode.Mapping schema, String key, String[] path, int step, Set<String> known) {
    YamlNode.Mapping members = schema.mappingOrEmpty(key);
    String name = path[step];
    members.entries().keySet().forEach(each -> known.add(joined(path, step, each)));
    YamlNode member = members.get(name).orElse(null);
    if (member == null) {
      return schema;
    }
    if (step == path.length - 1) {
      YamlNode.Mapping left = schema.with(key, members.without(Set.of(name)));
      return withItems(left, "required", item -> !item.asText().equals(Optional.of(name)));
    }
    if (!(member instanceof YamlNode.Mapping inner)) {
      return schema;
    }
    YamlNode.Mapping changed;
    if (inner.get("items").orElse(null) instanceof YamlNode.Mapping items) {
      YamlNode.Mapping changedItems = withoutMember(items, "properties", path, step + 1, known);
      changed = changedItems.equals(items) ? inner : inner.with("items", changedItems);
    } else {
      changed = withoutMember(inner, "properties", path, step + 1, known);
    }
    return changed.equals(inner) ? schema : schema.with(key, members.with(name, changed));
  }

  private static String joined(String[] path, int steps, String last) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      joined.append(path[i]).append('.');
    }
    return joined.append(last).toString();
  }

  private boolean required(String name, Set<String> known) {
    known.addAll(spec.texts("required"));
    YamlNode.Mapping before = spec;
    spec = withItems(spec, "required", item -> !item.asText().equals(Optional.of(name)));
    return !spec.equals(before);
  }

  private boolean rule(String id, Set<String> known) {
    YamlNode.Mapping before = spec;
    spec = withoutRule(spec, id, known);
    return !spec.equals(before);
  }

  /** Rules stand in a list, and those for every item of a list in one inside. */
  private static YamlNode.Mapping withoutRule(
      YamlNode.Mapping owner, String id, Set<String> known) {
    if (!(owner.get("rules").orElse(null) instanceof YamlNode.Sequence rules)) {
      return owner;
    }
    List<YamlNode> left = new ArrayList<>();
    for (YamlNode node : rules.items()) {
      if (node instanceof YamlNode.Mapping each && each.has("each")) {
        YamlNode.Mapping inner = withoutRule(each, id, known);
        if (inner.equals(each) || !inner.items("rules").isEmpty()) {
          left.add(inner);
        }
      } else if (hasOtherId(node, id, known)) {
        left.add(node);
      }
    }
    return left.equals(rules.items())
        ? owner
        : owner.with("rules", new YamlNode.Sequence(left, rules.location()));
  }

  /** Whether a rule or a charge has another id. */
  private static boolean hasOtherId(YamlNode node, String id, Set<String> known) {
    String own = node.asMapping().flatMap(mapping -> mapping.text("id")).orElse("");
    known.add(own);
    return !own.equals(id);
  }

  private boolean mode(String name, Set<String> known) {
    YamlNode.Mapping modes = spec.mappingOrEmpty("modes");
    known.addAll(modes.entries().keySet());
    if (!modes.has(name)) {
      return false;
    }
    spec = spec.with("modes", modes.without(Set.of(name)));
    return true;
  }

  private boolean charge(String id, Set<String> known) {
    YamlNode.Mapping pricing = spec.mappingOrEmpty("pricing");
    YamlNode.Mapping left = withItems(pricing, "charges", charge -> hasOtherId(charge, id, known));
    if (left.equals(pricing)) {
      return false;
    }
    spec = spec.with("pricing", left);
    return true;
  }

  /** The mapping with those items of a list that are to stay; itself when all are. */
  private static YamlNode.Mapping withItems(
      YamlNode.Mapping mapping, String key, Predicate<YamlNode> stays) {
    if (!(mapping.get(key).orElse(null) instanceof YamlNode.Sequence list)) {
      return mapping;
    }
    List<YamlNode> left = list.items().stream().filter(stays).toList();
    return left.size() == list.items().size()
        ? mapping
        : mapping.with(key, new YamlNode.Sequence(left, list.location()));
  }
}
