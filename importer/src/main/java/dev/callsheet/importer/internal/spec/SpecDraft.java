package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A spec as it is written.
 *
 * @param file the name of the published file
 * @param model its section {@code model}
 * @param platform the name of its platform; empty where the fragments say it, or nobody does
 * @param shared what it gets from fragments
 * @param request the shape of its requests
 * @param result the shape of a result; without properties where it is not published
 * @param modes by name; may be empty
 * @param rules in the order of the file
 * @param pricing empty where no price list can be made
 * @param prices what is published of prices, for people
 */
record SpecDraft(
    String file,
    ObjectNode model,
    String platform,
    SharedParts shared,
    ObjectNode request,
    ObjectNode result,
    ObjectNode modes,
    List<ImportedRule> rules,
    Optional<ObjectNode> pricing,
    List<String> prices) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_COMMENTS = 40;

  SpecDraft withRules(List<ImportedRule> others) {
    return new SpecDraft(
        file, model, platform, shared, request, result, modes, others, pricing, prices);
  }

  SpecDraft withRequest(ObjectNode other) {
    return new SpecDraft(
        file, model, platform, shared, other, result, modes, rules, pricing, prices);
  }

  /** A draft of these parameters alone, by their names. */
  SpecDraft with(ObjectNode parameters) {
    ObjectNode alone = NODES.objectNode().put("type", "object");
    alone.set("properties", parameters);
    return new SpecDraft(
        file,
        model,
        platform,
        SharedParts.NONE,
        alone,
        NODES.objectNode(),
        NODES.objectNode(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  SpecDraft withoutModes() {
    return new SpecDraft(
        file, model, platform, shared, request, result, NODES.objectNode(), rules, pricing, prices);
  }

  SpecDraft withoutPricing() {
    return new SpecDraft(
        file, model, platform, shared, request, result, modes, rules, Optional.empty(), prices);
  }

  SpecDraft withoutFragments(String platformName) {
    return new SpecDraft(
        file,
        model,
        platformName,
        SharedParts.NONE,
        request,
        result,
        modes,
        rules,
        pricing,
        prices);
  }

  /** The text of the spec. */
  String text() {
    YamlWriter yaml = new YamlWriter();
    yaml.comment("Imported from " + file + ".");
    yaml.comment("To be written by hand: what parameters do, and why rules are as they are.");
    yaml.entry("callsheet", NODES.numberNode(1), 0);
    yaml.entry("model", model, 0);
    ShapeDifference parameters = new ShapeDifference(shared.definitions(), false);
    ObjectNode described = parameters.members(request, shared.request());
    ShapeDifference fields = new ShapeDifference(shared.definitions(), true);
    ObjectNode results =
        result.path("properties").isEmpty()
            ? NODES.objectNode()
            : fields.members(result, shared.result());
    yaml.blank();
    if (!platform.isEmpty()) {
      yaml.entry("platform", NODES.stringNode(platform), 0);
    }
    sharing(yaml, parameters.leftOut(), fields.leftOut());
    ArrayNode required = missing(request.path("required"), shared.merged().path("required"));
    if (!required.isEmpty()) {
      yaml.entry("required", required, 0);
      yaml.blank();
    }
    if (!described.isEmpty()) {
      yaml.spaced("parameters", documented(described));
    } else if (shared.includes().isEmpty()) {
      yaml.entry("parameters", described, 0);
    }
    sections(yaml);
    response(yaml, results);
    return yaml.text();
  }

  private void sharing(YamlWriter yaml, List<String> parameters, List<String> fields) {
    if (shared.includes().isEmpty()) {
      return;
    }
    ArrayNode includes = NODES.arrayNode();
    shared.includes().forEach(includes::add);
    yaml.entry("include", includes, 0);
    ObjectNode without = NODES.objectNode();
    Set<String> rulesLeftOut = new LinkedHashSet<>();
    for (String path : parameters) {
      boolean isGone = !exists(path);
      without.withArray("parameters").add(path);
      if (isGone) {
        rulesLeftOut.addAll(shared.rulesThatName(path));
      }
    }
    ArrayNode needless = missing(shared.merged().path("required"), request.path("required"));
    for (JsonNode name : needless) {
      if (!parameters.contains(name.asString())) {
        without.withArray("required").add(name);
      }
    }
    rulesLeftOut.forEach(id -> without.withArray("rules").add(id));
    fields.forEach(path -> without.withArray("response").add(path));
    if (!without.isEmpty()) {
      yaml.entry("without", without, 0);
    }
    yaml.blank();
  }

  private boolean exists(String path) {
    return new ParameterTree(request).exists(ParameterPath.parse(path));
  }

  private static ArrayNode missing(JsonNode wanted, JsonNode present) {
    ArrayNode missing = NODES.arrayNode();
    wanted
        .valueStream()
        .filter(name -> present.valueStream().noneMatch(name::equals))
        .forEach(missing::add);
    return missing;
  }

  /** Parameters with what is known of them by their names alone, keywords in the usual order. */
  private ObjectNode documented(ObjectNode parameters) {
    ObjectNode documented = NODES.objectNode();
    JsonNode known = shared.request().path("properties");
    for (var entry : parameters.properties()) {
      ObjectNode shape = (ObjectNode) entry.getValue().deepCopy();
      boolean isOwn = !known.has(entry.getKey()) || shape.has("type");
      documented.set(
          entry.getKey(),
          KeywordOrder.of(isOwn ? NamedParameters.documented(entry.getKey(), shape, this) : shape));
    }
    return documented;
  }

  /** The other parameter of the pair that a parameter is one of. */
  Optional<String> pairedWith(String name) {
    for (ImportedRule rule : rules) {
      List<String> pair =
          rule.rule().path("allOrNone").valueStream().map(each -> each.asString("")).toList();
      if (rule.scope().isRoot() && pair.size() == 2 && pair.contains(name)) {
        return Optional.of(pair.get(pair.indexOf(name) == 0 ? 1 : 0));
      }
    }
    return Optional.empty();
  }

  private void sections(YamlWriter yaml) {
    if (!modes.isEmpty()) {
      yaml.blank();
      yaml.entry("modes", modes, 0);
    }
    if (!rules.isEmpty()) {
      yaml.blank();
      rules(yaml);
    }
    if (pricing.isPresent() || !prices.isEmpty()) {
      yaml.blank();
    }
    if (!prices.isEmpty()) {
      yaml.comment(pricing.isPresent() ? "Published:" : "Published, without a price list:");
      prices.stream().limit(MAX_COMMENTS).forEach(line -> yaml.comment("  " + line));
      if (prices.size() > MAX_COMMENTS) {
        yaml.comment("  and " + (prices.size() - MAX_COMMENTS) + " more, in " + file);
      }
    }
    pricing.ifPresent(list -> yaml.entry("pricing", list, 0));
  }

  private void rules(YamlWriter yaml) {
    ArrayNode list = NODES.arrayNode();
    Map<ParameterPath, ArrayNode> scopes = new LinkedHashMap<>();
    scopes.put(ParameterPath.ROOT, list);
    for (ImportedRule rule : rules) {
      scopeOf(rule.scope(), scopes).add(rule.rule());
    }
    yaml.list("rules", list);
  }

  /** The list of the rules of a scope, inside those of the scopes around it. */
  private static ArrayNode scopeOf(ParameterPath scope, Map<ParameterPath, ArrayNode> scopes) {
    ArrayNode known = scopes.get(scope);
    if (known != null) {
      return known;
    }
    ParameterPath list = scope.parent();
    ParameterPath around =
        list.leadsThroughLists() ? list.beforeLastList().eachItem() : ParameterPath.ROOT;
    ObjectNode each = scopeOf(around, scopes).addObject();
    each.put("each", (list.leadsThroughLists() ? list.afterLastList() : list).toString());
    ArrayNode rules = each.putArray("rules");
    scopes.put(scope, rules);
    return rules;
  }

  private void response(YamlWriter yaml, ObjectNode results) {
    ArrayNode required =
        result.path("properties").isEmpty()
            ? NODES.arrayNode()
            : missing(result.path("required"), shared.result().path("required"));
    ObjectNode response = NODES.objectNode();
    if (!required.isEmpty()) {
      response.set("required", required);
    }
    if (!results.isEmpty() || (shared.includes().isEmpty() && !shared.merged().has("response"))) {
      ObjectNode ordered = NODES.objectNode();
      results
          .properties()
          .forEach(
              field -> ordered.set(field.getKey(), KeywordOrder.of((ObjectNode) field.getValue())));
      response.set("properties", ordered);
    }
    if (!response.isEmpty()) {
      yaml.blank();
      yaml.entry("response", response, 0);
    }
  }
}
