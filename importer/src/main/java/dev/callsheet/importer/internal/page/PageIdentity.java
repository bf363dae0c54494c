package dev.callsheet.importer.internal.page;

import dev.callsheet.spec.internal.text.KebabCase;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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

  private final PageDocument page;

  /** By this page. */
  public PageIdentity(PageDocument page) {
    this.page = page;
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
    released().ifPresent(date -> model.put("released", date));
    ArrayNode capabilities = JsonNodeFactory.instance.arrayNode();
    Arrays.stream(page.facts().getOrDefault("Capabilities", "").split(",", -1))
        .map(each -> each.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
        .filter(each -> each.matches("[a-z0-9]+(-[a-z0-9]+)*"))
        .distinct()
        .forEach(capabilities::add);
    if (!capabilities.isEmpty()) {
      model.set("capabilities", capabilities);
    }
    String url = page.frontMatter().getOrDefault("url", "");
    if (url.startsWith("https://")) {
      model.put("documentation", url);
    }
    return model;
  }

  private Optional<String> released() {
    try {
      return Optional.of(
          LocalDate.parse(page.facts().getOrDefault("Release Date", ""), DATE).toString());
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
