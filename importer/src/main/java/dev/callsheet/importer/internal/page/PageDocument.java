package dev.callsheet.importer.internal.page;

import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A documentation page, divided into its parts: front matter, facts about the model, prices, rules,
 * and parameters of the request and the result.
 */
public final class PageDocument {
  private static final Pattern FACT = Pattern.compile("- \\*\\*([^*]+)\\*\\*: (.*)");
  private static final Pattern HEADING =
      Pattern.compile("#{3,4} \\[((?:[^\\[\\]]|\\[\\])++)\\]\\(.*\\)");
  private static final Pattern FRONT = Pattern.compile("([a-z]+): (.*)");
  private static final Pattern ROW = Pattern.compile("\\|(.+)\\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern VALUE = Pattern.compile("- `([^`]+)`.*");

  private final Map<String, String> frontMatter = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<PageLine> prices = new ArrayList<>();
  private final List<PageLine> rules = new ArrayList<>();
  private final List<List<PageLine>> tables = new ArrayList<>();
  private final List<PageParameter> request = new ArrayList<>();
  private final List<PageParameter> result = new ArrayList<>();

  private PageDocument() {}

  /** Reads a page. Whatever it is, something is read; what is not found stays empty. */
  public static PageDocument parse(SourceText source) {
    PageDocument page = new PageDocument();
    page.read(source);
    return page;
  }

  /** The front matter: title, url, description. */
  public Map<String, String> frontMatter() {
    return frontMatter;
  }

  /** What stands below the title: ID, Status, Creator and the like. */
  public Map<String, String> facts() {
    return facts;
  }

  /** The lines on prices. */
  public List<PageLine> prices() {
    return prices;
  }

  /** The sentences of the rules. */
  public List<PageLine> rules() {
    return rules;
  }

  /** The tables among the rules, each a list of rows with their cells joined by {@code |}. */
  public List<List<PageLine>> tables() {
    return tables;
  }

  List<PageParameter> request() {
    return request;
  }

  List<PageParameter> result() {
    return result;
  }

  private void read(SourceText source) {
    List<String> lines = source.text().lines().toList();
    String section = "";
    boolean inFront = false;
    boolean inCode = false;
    ParameterReader reader = new ParameterReader();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      SourceLocation location = new SourceLocation(source.file(), i + 1, 1);
      if (line.startsWith("```")) {
        inCode = !inCode;
      } else if (i == 0 && line.equals("---")) {
        inFront = true;
      } else if (inFront) {
        inFront = !line.equals("---");
        Matcher entry = FRONT.matcher(line);
        if (entry.matches()) {
          frontMatter.put(entry.group(1), entry.group(2));
        }
      } else if (line.startsWith("## ")) {
        reader.finish();
        section = line.substring(3);
      } else if (!inCode && !line.isEmpty()) {
        readLine(section, line, location, reader);
      }
    }
    reader.finish();
  }

  private void readLine(
      String section, String line, SourceLocation location, ParameterReader reader) {
    Matcher fact = FACT.matcher(line);
    switch (section) {
      case "" -> {
        if (fact.matches()) {
          facts.put(fact.group(1), fact.group(2).replace("`", ""));
        }
      }
      case "Pricing" -> prices.add(new PageLine(line.replaceFirst("^- ", ""), location));
      case "Compatibility & Validation" -> readRule(line, location);
      case "Request Parameters" -> reader.read(line, location, request);
      case "Response Parameters" -> reader.read(line, location, result);
      default -> {
        // examples, and what a reader of specs has no use for
      }
    }
  }

  private void readRule(String line, SourceLocation location) {
    Matcher row = ROW.matcher(line);
    if (row.matches()) {
      boolean isNew = rules.isEmpty() || tables.isEmpty() || endsTable;
      if (isNew) {
        tables.add(new ArrayList<>());
      }
      endsTable = false;
      tables.get(tables.size() - 1).add(new PageLine(row.group(1).strip(), location));
    } else if (!line.equals("---")) {
      endsTable = true;
      rules.add(new PageLine(line, location));
    } else {
      endsTable = true;
    }
  }

  private boolean endsTable = true;

  /** Reads the parameters of a section, one after the other. */
  private static final class ParameterReader {
    private List<PageParameter> into = new ArrayList<>();
    private String name = "";
    private SourceLocation location = new SourceLocation("", 1, 1);
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean listsValues;
    private boolean inAlternative;

    void read(String line, SourceLocation at, List<PageParameter> section) {
      Matcher heading = HEADING.matcher(line.replace("\\[\\]", "[]"));
      Matcher fact = FACT.matcher(line);
      Matcher value = VALUE.matcher(line);
      if (heading.matches()) {
        boolean isTop = line.startsWith("### ");
        finish();
        into = section;
        name = heading.group(1);
        location = at;
        inAlternative &= !isTop;
      } else if (line.startsWith("**Format ")) {
        inAlternative = line.contains("object");
        if (!inAlternative) {
          text.append(' ');
        }
      } else if (line.startsWith("**Allowed values**")) {
        listsValues = true;
        CODE.matcher(line).results().forEach(code -> values.add(code.group(1)));
      } else if (listsValues && value.matches()) {
        values.add(value.group(1));
      } else if (fact.matches()) {
        attributes.putIfAbsent(fact.group(1), fact.group(2).replace("`", ""));
      } else {
        listsValues &= line.startsWith("- ");
        text.append(line).append(' ');
      }
    }

    void finish() {
      if (!name.isEmpty()) {
        into.add(
            new PageParameter(name, attributes, values, text.toString(), inAlternative, location));
      }
      name = "";
      attributes.clear();
      values.clear();
      text.setLength(0);
      listsValues = false;
    }
  }
}
