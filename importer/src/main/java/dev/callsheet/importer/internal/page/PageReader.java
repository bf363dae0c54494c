package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides a page into its parts, line by line. Lines that belong to none of them are kept, too: as
 * prose, in which rules may be stated, or they are reported.
 */
final class PageReader {
  private static final Pattern LIST_MARK = Pattern.compile("^[*+] ");
  private static final Pattern FRONT = Pattern.compile("([a-z]+): (.*)");
  private static final Pattern ROW = Pattern.compile("\\|(.+)\\|");
  private static final String PRICING = "Pricing";
  private static final String RULES = "Compatibility & Validation";
  private static final String REQUEST = "Request Parameters";
  private static final String RESULT = "Response Parameters";

  /** The sections that are read, with where in them something is; before the first one, too. */
  private static final Map<String, String> SECTIONS =
      Map.of(
          "",
          "above the sections",
          PRICING,
          "among the prices",
          RULES,
          "among the rules",
          REQUEST,
          "among the parameters of a request",
          RESULT,
          "among the fields of a result");

  private static final Set<String> FACTS =
      Set.of("ID", "Status", "Creator", "Release Date", "Capabilities");
  private static final Set<String> FRONT_MATTER = Set.of("title", "url", "description");

  private final SourceText source;
  private final FindingCollector findings;
  private final UniqueEntries frontMatter;
  private final UniqueEntries facts;
  private final List<PageLine> prices = new ArrayList<>();
  private final List<PageLine> rules = new ArrayList<>();
  private final List<List<PageLine>> tables = new ArrayList<>();
  private final List<PageLine> prose = new ArrayList<>();
  private final ParameterReader request;
  private final ParameterReader result;
  private String section = "";
  private boolean inFront;
  private boolean endsTable = true;

  PageReader(SourceText source, FindingCollector findings) {
    this.source = source;
    this.findings = findings;
    this.frontMatter = new UniqueEntries(findings);
    this.facts = new UniqueEntries(findings);
    this.request = new ParameterReader(prose, findings);
    this.result = new ParameterReader(prose, findings);
  }

  PageDocument read() {
    List<String> lines = source.text().lines().toList();
    @Nullable CodeFence fence = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = LIST_MARK.matcher(lines.get(i).strip()).replaceFirst("- ");
      SourceLocation location = new SourceLocation(source.file(), i + 1, 1);
      if (fence != null) {
        fence = fence.isClosedBy(line) ? null : fence;
      } else if (i == 0 && line.equals("---")) {
        inFront = true;
      } else if (inFront) {
        readFront(line, location);
      } else {
        fence = CodeFence.of(line, location).orElse(null);
        if (fence != null) {
          reportCode(location);
        } else if (!line.isEmpty()) {
          readLine(line, location);
        }
      }
    }
    if (fence != null) {
      findings.add(
          Kind.DAMAGED,
          fence.location(),
          "the code that begins here does not end; nothing after it is read");
    }
    return new PageDocument(
        frontMatter.copy(),
        facts.copy(),
        prices,
        rules,
        tables,
        prose,
        request.parameters(),
        result.parameters());
  }

  private void note(SourceLocation location, String message) {
    findings.add(Kind.NOTE, location, message);
  }

  private void reportCode(SourceLocation location) {
    if (SECTIONS.containsKey(section)) {
      note(location, "code " + SECTIONS.get(section) + " is not read");
    }
  }

  private void readFront(String line, SourceLocation location) {
    inFront = !line.equals("---");
    Matcher entry = FRONT.matcher(line);
    if (entry.matches() && FRONT_MATTER.contains(entry.group(1))) {
      frontMatter.put("the front matter", entry.group(1), entry.group(2), location);
    } else if (inFront && !line.isEmpty()) {
      note(location, "the front matter `" + line + "` is not read");
    }
  }

  private void readLine(String line, SourceLocation location) {
    if (line.startsWith("## ")) {
      section = line.substring(3);
      if (!SECTIONS.containsKey(section)) {
        note(location, "the section `" + section + "` is none of those read");
      }
      return;
    }
    switch (section) {
      case "" -> readFact(line, location);
      case PRICING -> prices.add(new PageLine(line.replaceFirst("^- ", ""), location));
      case RULES -> readRule(line, location);
      case REQUEST -> request.read(line, location);
      case RESULT -> result.read(line, location);
      default -> {
        // the section has been reported
      }
    }
  }

  private void readFact(String line, SourceLocation location) {
    StatedAttribute fact = StatedAttribute.of(line).orElse(null);
    if (fact != null && FACTS.contains(fact.key())) {
      facts.put("the page", fact.key(), fact.value(), location);
    } else if (fact != null && fact.isItem()) {
      note(location, "the fact `" + line + "` is not read");
    } else {
      prose.add(new PageLine(line, location));
    }
  }

  private void readRule(String line, SourceLocation location) {
    Matcher row = ROW.matcher(line);
    boolean isRow = row.matches();
    if (isRow) {
      if (endsTable) {
        tables.add(new ArrayList<>());
      }
      tables.get(tables.size() - 1).add(new PageLine(row.group(1).strip(), location));
    } else if (!line.equals("---")) {
      rules.add(new PageLine(line, location));
    }
    endsTable = !isRow;
  }
}
