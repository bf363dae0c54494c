package dev.callsheet.importer.internal.page;

import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A documentation page, divided into its parts: front matter, facts about the model, prices, rules,
 * and parameters of the request and the result. Lines that belong to none of them are kept, too: as
 * prose, in which rules may be stated, or as what is not read.
 */
public final class PageDocument {
  private static final Pattern FACT = Pattern.compile("- \\*\\*([^*]+)\\*\\*: (.*)");
  private static final Pattern HEADING =
      Pattern.compile("#{3,4} \\[((?:[^\\[\\]]|\\[\\])++)\\]\\(.*\\)");
  private static final Pattern FRONT = Pattern.compile("([a-z]+): (.*)");
  private static final Pattern ROW = Pattern.compile("\\|(.+)\\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String RULES = "Compatibility & Validation";
  private static final Set<String> SECTIONS =
      Set.of("Pricing", RULES, "Request Parameters", "Response Parameters");
  private static final Set<String> FACTS =
      Set.of("ID", "Status", "Creator", "Release Date", "Capabilities");
  private static final Set<String> FRONT_MATTER = Set.of("title", "url", "description");
  private static final Pattern VALUE = Pattern.compile("- `([^`]+)`(.*)");

  private final Map<String, String> frontMatter = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<PageLine> prices = new ArrayList<>();
  private final List<PageLine> rules = new ArrayList<>();
  private final List<List<PageLine>> tables = new ArrayList<>();
  private final List<PageLine> prose = new ArrayList<>();
  private final List<PageLine> unread = new ArrayList<>();
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

  /** Lines of text that are about no parameter in particular. */
  List<PageLine> prose() {
    return prose;
  }

  /** What is not read, each in words for people. */
  public List<PageLine> unread() {
    return unread;
  }

  /** Where a parameter of the request is described; empty where the page does not. */
  public Optional<SourceLocation> location(String path) {
    return request.stream()
        .filter(each -> each.path().replace("[]", "").equals(path.replace("[]", "")))
        .map(PageParameter::location)
        .findFirst();
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
        if (inCode && section.equals(RULES)) {
          unread.add(new PageLine("code among the rules is not read", location));
        }
      } else if (i == 0 && line.equals("---")) {
        inFront = true;
      } else if (inFront) {
        inFront = !line.equals("---");
        readFront(line, location);
      } else if (line.startsWith("## ")) {
        reader.finish();
        section = line.substring(3);
        if (!SECTIONS.contains(section)) {
          unread.add(new PageLine("the section `" + section + "` is none of those read", location));
        }
      } else if (!inCode && !line.isEmpty()) {
        readLine(section, line, location, reader);
      }
    }
    reader.finish();
  }

  private void readFront(String line, SourceLocation location) {
    Matcher entry = FRONT.matcher(line);
    if (entry.matches() && FRONT_MATTER.contains(entry.group(1))) {
      frontMatter.put(entry.group(1), entry.group(2));
    } else if (!line.equals("---") && !line.isEmpty()) {
      unread.add(new PageLine("the front matter `" + line + "` is not read", location));
    }
  }

  private void readLine(
      String section, String line, SourceLocation location, ParameterReader reader) {
    Matcher fact = FACT.matcher(line);
    switch (section) {
      case "" -> {
        if (!fact.matches()) {
          prose.add(new PageLine(line, location));
        } else if (FACTS.contains(fact.group(1))) {
          facts.put(fact.group(1), fact.group(2).replace("`", ""));
        } else {
          unread.add(new PageLine("the fact `" + line + "` is not read", location));
        }
      }
      case "Pricing" -> prices.add(new PageLine(line.replaceFirst("^- ", ""), location));
      case RULES -> readRule(line, location);
      case "Request Parameters" -> reader.read(line, location, request);
      case "Response Parameters" -> reader.read(line, location, result);
      default -> {
        // the section is among what is not read
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
  private final class ParameterReader {
    private List<PageParameter> into = new ArrayList<>();
    private String name = "";
    private SourceLocation location = new SourceLocation("", 1, 1);
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder glosses = new StringBuilder();
    private boolean listsValues;

    void read(String line, SourceLocation at, List<PageParameter> section) {
      Matcher heading = HEADING.matcher(line.replace("\\[\\]", "[]"));
      Matcher fact = FACT.matcher(line);
      Matcher value = VALUE.matcher(line);
      if (heading.matches()) {
        finish();
        into = section;
        name = heading.group(1);
        location = at;
      } else if (name.isEmpty()) {
        prose.add(new PageLine(line, at));
      } else if (line.startsWith("**Format ")) {
        text.append(' '); // one form begins; the type says that there are several
      } else if (line.startsWith("**Allowed values**")) {
        listsValues = true;
        CODE.matcher(line).results().forEach(code -> values.add(code.group(1)));
      } else if (listsValues && value.matches()) {
        values.add(value.group(1));
        glosses.append(value.group(2)).append('\n');
      } else if (fact.matches()) {
        attribute(fact.group(1), fact.group(2).replace("`", ""), at);
      } else {
        listsValues &= line.startsWith("- ");
        text.append(line).append(' ');
      }
    }

    private void attribute(String key, String value, SourceLocation at) {
      String before = attributes.putIfAbsent(key, value);
      if (before != null && !before.equals(value)) {
        unread.add(
            new PageLine(
                "`" + name + "` has `" + key + "` twice; " + before + " counts, not " + value, at));
      }
    }

    void finish() {
      if (!name.isEmpty()) {
        into.add(
            new PageParameter(
                name, attributes, values, text.toString(), glosses.toString(), location));
      }
      name = "";
      attributes.clear();
      values.clear();
      text.setLength(0);
      glosses.setLength(0);
      listsValues = false;
    }
  }
}
