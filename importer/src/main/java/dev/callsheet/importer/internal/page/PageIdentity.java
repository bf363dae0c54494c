package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.internal.text.KebabCase;
import dev.callsheet.spec.source.SourceLocation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who a model is, by its page. */
public final class PageIdentity {
  private static final Pattern STATUS = Pattern.compile("live|api-only|coming-soon|deprecated");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  private static final Pattern CAPABILITY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final PageDocument page;
  private final SourceLocation start;
  private final FindingCollector findings;

  /** By this page; what of it no spec can say is reported at a place. */
  public PageIdentity(PageDocument page, SourceLocation start, FindingCollector findings) {
    this.page = page;
    this.start = start;
    this.findings = findings;
  }

  /** The model's identifier; empty when the page does not say it. */
  public String id() {
    return page.facts().getOrDefault("ID", "");
  }

  /** What its file is to be called: the end of the page's address. */
  public String slug() {
    String url = page.frontMatter().getOrDefault("url", id());
    String slug = KebabCase.of(url.substring(url.lastIndexOf('/') + 1));
    return slug.isEmpty() ? "model" : slug;
  }

  /** The section {@code model} of a spec. */
  public ObjectNode model(String id) {
    ObjectNode model = JsonNodeFactory.instance.objectNode().put("id", id);
    String title =
        page.frontMatter().getOrDefault("title", slug()).replaceFirst("\\s*\\|[^|]*$", "");
    model.put("name", title.isBlank() ? slug() : title);
    String creator = page.facts().getOrDefault("Creator", "");
    if (!creator.isBlank()) {
      model.put("creator", creator);
    }
    String status = page.facts().getOrDefault("Status", "");
    model.put("status", STATUS.matcher(status).matches() ? status : "live");
    if (!status.isEmpty() && !STATUS.matcher(status).matches()) {
      report("the status", status);
    }
    released().ifPresent(date -> model.put("released", date));
    ArrayNode capabilities = JsonNodeFactory.instance.arrayNode();
    for (String published :
        page.facts().getOrDefault("Capabilities", "").strip().split("\\s*,\\s*", -1)) {
      String name = published.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      if (CAPABILITY.matcher(name).matches()) {
        if (capabilities.valueStream().noneMatch(known -> known.asString().equals(name))) {
          capabilities.add(name);
        }
      } else if (!published.isEmpty()) {
        report("the capability", published);
      }
    }
    if (!capabilities.isEmpty()) {
      model.set("capabilities", capabilities);
    }
    String url = page.frontMatter().getOrDefault("url", "");
    if (url.startsWith("https://")) {
      model.put("documentation", url);
    } else if (!url.isEmpty()) {
      report("the address", url);
    }
    return model;
  }

  private void report(String what, String value) {
    findings.add(
        Kind.APPROXIMATED,
        start,
        what + " `" + value + "` is none that a spec has; it is left out");
  }

  private Optional<String> released() {
    String date = page.facts().getOrDefault("Release Date", "");
    try {
      return Optional.of(LocalDate.parse(date, DATE).toString());
    } catch (DateTimeParseException none) {
      if (!date.isEmpty()) {
        report("the release date", date);
      }
      return Optional.empty();
    }
  }
}
