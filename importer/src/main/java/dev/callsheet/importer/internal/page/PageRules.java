package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionPaths;
import dev.callsheet.importer.internal.condition.ConditionSimplifier;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rules that a page states: in sentences, and in tables of sizes and what depends on them. */
public final class PageRules {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A sentence that says no more than that a table follows. */
  private static final Pattern INTRODUCTION =
      Pattern.compile("(?i).*(:|\\b(the following|these|below)\\b.*)", Pattern.DOTALL);

  /** A table follows its introduction at once or after an empty line. */
  private static final int LINES_TO_TABLE = 2;

  private final ParameterTree parameters;
  private final FindingCollector findings;

  /** For a model with these parameters. */
  public PageRules(ParameterTree parameters, FindingCollector findings) {
    this.parameters = parameters;
    this.findings = findings;
  }

  /**
   * A rule and where the page states it.
   *
   * @param scope the list whose every item it holds in, ending in {@code []}; the root for the task
   * @param demand of the task, or of an item
   */
  public record StatedRule(ParameterPath scope, Condition demand, SourceLocation location) {
    private StatedRule(Condition demand, SourceLocation location) {
      this(ParameterPath.ROOT, demand, location);
    }
  }

  /** All of them; what is not understood is reported. */
  public List<StatedRule> rules(PageDocument page) {
    List<StatedRule> ofTables = new ArrayList<>();
    Set<Integer> introduced = new HashSet<>();
    for (List<PageLine> table : page.tables()) {
      ofTables.addAll(table(table));
      int first = table.get(0).location().line();
      for (int before = 1; before <= LINES_TO_TABLE; before++) {
        introduced.add(first - before);
      }
    }
    List<StatedRule> rules = new ArrayList<>();
    SentenceParser ofTask = new SentenceParser(parameters);
    for (PageLine line : page.rules()) {
      Optional<ItemSentence> ofItem = ItemSentence.of(line.text(), parameters);
      ParameterTree around = ofItem.map(ItemSentence::item).orElse(parameters);
      Optional<Condition> demand =
          ofItem.isPresent()
              ? new SentenceParser(around).parse(ofItem.get().text())
              : ofTask.parse(line.text());
      if (demand.isEmpty()) {
        if (introduced.contains(line.location().line())
            && INTRODUCTION.matcher(line.text()).matches()) {
          continue; // its table says it, or is reported
        }
        findings.add(
            Kind.NOT_IMPORTED, line.location(), "the sentence is of no known form: " + line.text());
      } else if (!isCollapsed(demand.get(), around, line)) {
        ParameterPath scope = ofItem.map(ItemSentence::scope).orElse(ParameterPath.ROOT);
        rules.add(new StatedRule(scope, demand.get(), line.location()));
      }
    }
    rules.addAll(ofTables);
    return rules;
  }

  /**
   * Whether a rule names an object where a member of it is meant: pages print the outermost name
   * only, so that such rules contradict each other. Which member is meant is left to the author.
   */
  private boolean isCollapsed(Condition demand, ParameterTree around, PageLine line) {
    for (ParameterPath path : ConditionPaths.of(demand)) {
      boolean isUnknown = !around.exists(path);
      boolean isOuter =
          around.types(path).equals(Set.of(JsonType.OBJECT)) && !around.members(path).isEmpty();
      if (isUnknown || isOuter) {
        findings.add(
            Kind.NOT_IMPORTED,
            line.location(),
            "`"
                + path
                + (isUnknown
                    ? "` is no parameter that the page describes; the rule is left out: "
                    : "` is an object, of which the rule probably means one member; say which, and"
                        + " write the rule: ")
                + line.text());
        return true;
      }
    }
    return false;
  }

  private List<StatedRule> table(List<PageLine> table) {
    List<List<String>> rows = table.stream().map(line -> cells(line.text())).toList();
    SourceLocation location = table.get(0).location();
    List<String> header = rows.get(0);
    if (header.equals(List.of("Configuration", "Dimensions"))) {
      return sizes(table, rows).map(sizes -> new StatedRule(sizes, location)).stream().toList();
    }
    boolean hasName = header.size() == 2 && header.get(1).matches("`?[A-Za-z0-9_$]+`?");
    if (hasName && header.get(0).equals("Dimensions")) {
      List<StatedRule> rules = new ArrayList<>();
      dependent(table, rows).forEach(demand -> rules.add(new StatedRule(demand, location)));
      return rules;
    }
    findings.add(Kind.NOT_IMPORTED, location, "a table with these columns is unknown: " + header);
    return List.of();
  }

  private static List<String> cells(String row) {
    return Stream.of(row.split("\\|", -1)).map(String::strip).toList();
  }

  private Optional<Condition> sizes(List<PageLine> table, List<List<String>> rows) {
    List<Condition.Row> found = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      String label = row.get(0).replace("`", "");
      Optional<List<JsonNode>> size =
          row.size() == 2 ? SentenceParser.size(row.get(1).replace("`", "")) : Optional.empty();
      size.ifPresent(values -> found.add(new Condition.Row(label, values)));
      if (size.isEmpty()) {
        reportRow(table.get(i), row);
      }
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Condition.Rows(SentenceParser.sizeParameters(), found));
  }

  /** Reports a row that is not understood, unless it is the line below the header. */
  private void reportRow(PageLine line, List<String> row) {
    if (!row.stream().allMatch(cell -> cell.matches(":?-+:?"))) {
      findings.add(Kind.NOT_IMPORTED, line.location(), "the row is not understood: " + line.text());
    }
  }

  /** What a parameter may be at each of some sizes, and at all others. */
  private List<Condition> dependent(List<PageLine> table, List<List<String>> rows) {
    ParameterPath target = ParameterPath.parse(rows.get(0).get(1).replace("`", ""));
    List<Condition> demands = new ArrayList<>();
    List<Condition> named = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      ArrayNode values = JsonNodeFactory.instance.arrayNode();
      SentenceParser parser = new SentenceParser(parameters);
      CODE.matcher(row.get(row.size() - 1))
          .results()
          .forEach(code -> values.add(parser.typed(code.group(1), target)));
      String at = row.get(0).replace("`", "");
      Optional<Condition> size = SentenceParser.size(at).map(PageRules::equal);
      boolean isUnderstood =
          row.size() == 2
              && !values.isEmpty()
              && (size.isPresent() || at.matches("(?i)others?\\b.*"));
      if (!isUnderstood) {
        reportRow(table.get(i), row);
        continue;
      }
      ObjectNode fragment = JsonNodeFactory.instance.objectNode();
      fragment.set("enum", values);
      Condition demand = SentenceParser.whereProvided(target, fragment);
      Condition when =
          size.orElseGet(() -> new Condition.Not(ConditionSimplifier.any(List.copyOf(named))));
      size.ifPresent(named::add);
      demands.add(new Condition.Implies(when, demand));
    }
    return demands;
  }

  private static Condition equal(List<JsonNode> size) {
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < size.size(); i++) {
      ObjectNode fragment = JsonNodeFactory.instance.objectNode();
      fragment.set("const", size.get(i));
      parts.add(new Condition.Matches(SentenceParser.sizeParameters().get(i), fragment));
    }
    return new Condition.All(parts);
  }
}
