package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parameters of a section, one after the other. */
final class ParameterReader {
  private static final Pattern HEADING = Pattern.compile("#{3,6} +(.*)");
  private static final Pattern LINK = Pattern.compile("\\[((?:[^\\[\\]]|\\[\\])++)\\]\\(.*\\)");

  /** Where one of several forms begins; the type of the parameter says that there are these. */
  private static final Pattern FORM =
      Pattern.compile("\\*\\*Format (?:\\d+: )?(?:string|object)(?:\\[\\])?:?\\*\\*:?(.*)");

  private static final Pattern VALUES =
      Pattern.compile("(?i)(?:- )?\\*\\*allowed values(?::\\*\\*|\\*\\*:?)(.*)");
  private static final Pattern NUMERIC = Pattern.compile(".*\\b(?:integer|float|number)s?\\b.*");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Path",
          "Type",
          "Required",
          "Value",
          "Format",
          "Min",
          "Max",
          "Step",
          "Default",
          "Paired with");

  private final List<PageLine> prose;
  private final FindingCollector findings;
  private final List<PageParameter> parameters = new ArrayList<>();
  private final UniqueEntries attributes;
  private final Set<String> values = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder glosses = new StringBuilder();
  private String name = "";
  private boolean isLinked;
  private SourceLocation location = new SourceLocation("", 1, 1);
  private boolean listsValues;

  /**
   * A reader.
   *
   * @param prose where lines go that are about no parameter
   * @param findings what is not read
   */
  ParameterReader(List<PageLine> prose, FindingCollector findings) {
    this.prose = prose;
    this.findings = findings;
    this.attributes = new UniqueEntries(findings);
  }

  /** Those read; no line is read after that. */
  List<PageParameter> parameters() {
    finish();
    return parameters;
  }

  void read(String line, SourceLocation at) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      begin(heading.group(1), at);
    } else if (name.isEmpty()) {
      readOutside(line, at);
    } else {
      readOfParameter(line, at);
    }
  }

  private void begin(String heading, SourceLocation at) {
    finish();
    Matcher link = LINK.matcher(heading.replace("\\[\\]", "[]"));
    isLinked = link.matches();
    name = isLinked ? link.group(1) : heading.replace("`", "");
    location = at;
  }

  private void readOutside(String line, SourceLocation at) {
    if (StatedAttribute.of(line).filter(StatedAttribute::isItem).isPresent()) {
      note(at, "`" + line + "` is about no parameter");
    } else {
      prose.add(new PageLine(line, at));
    }
  }

  private void readOfParameter(String line, SourceLocation at) {
    Matcher listing = VALUES.matcher(line);
    Matcher form = FORM.matcher(line);
    StatedAttribute attribute = StatedAttribute.of(line).orElse(null);
    if (listing.matches()) {
      listsValues = true;
      take(AllowedValues.ofLine(listing.group(1).strip(), areNumbers()), at);
    } else if (form.matches()) {
      addText(form.group(1));
    } else if (line.startsWith("**Format ")) {
      findings.add(Kind.NOT_IMPORTED, at, "the form `" + line + "` of `" + name + "` is not read");
    } else if (attribute != null && (attribute.isItem() || ATTRIBUTES.contains(attribute.key()))) {
      attributes.put("`" + name + "`", attribute.key(), attribute.value(), at);
    } else if (listsValues && line.startsWith("- ")) {
      take(AllowedValues.ofItem(line.substring(2).strip(), areNumbers()), at);
    } else {
      listsValues = false;
      addText(line);
    }
  }

  private void addText(String line) {
    text.append(line).append(' ');
  }

  private boolean areNumbers() {
    return NUMERIC.matcher(attributes.get("Type")).matches();
  }

  private void take(AllowedValues listed, SourceLocation at) {
    values.addAll(listed.values());
    if (!listed.text().isEmpty()) {
      glosses.append(listed.text()).append('\n');
    }
    if (!listed.unread().isEmpty()) {
      findings.add(
          Kind.NOT_IMPORTED,
          at,
          "`"
              + listed.unread()
              + "` among the allowed values of `"
              + name
              + "` is not taken for values; the spec may allow others");
    }
  }

  private void note(SourceLocation at, String message) {
    findings.add(Kind.NOTE, at, message);
  }

  private void finish() {
    if (isLinked || attributes.has("Type")) {
      parameters.add(
          new PageParameter(
              name,
              attributes.copy(),
              List.copyOf(values),
              text.toString(),
              glosses.toString(),
              location));
    } else if (!name.isEmpty()) {
      note(
          location, "`" + name + "` is no link and has no `Type`, so it is taken for no parameter");
      prose.add(new PageLine(text.toString(), location));
    }
    name = "";
    isLinked = false;
    attributes.clear();
    values.clear();
    text.setLength(0);
    glosses.setLength(0);
    listsValues = false;
  }
}
