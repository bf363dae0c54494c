package dev.callsheet.generator.site;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.generator.page.Anchors;
import dev.callsheet.generator.page.ModelAnalysis;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A site that documents models: an index, a page for each, the same in Markdown, {@code llms.txt},
 * and guides where there are some. It is read from a folder as well as from a server, loads nothing
 * from elsewhere, and is the same for the same specs.
 */
public final class DocumentationSite {
  private final List<ModelSpec> models;
  private final Guides guides;
  private final String since;
  private final List<ModelSpec> before;
  private final HtmlTemplates templates = new HtmlTemplates();
  private final Map<String, Supplier<String>> texts = new TreeMap<>();
  private final Map<String, ModelView> views = new ConcurrentHashMap<>();

  private DocumentationSite(
      List<ModelSpec> models, Guides guides, String since, List<ModelSpec> before) {
    this.models = List.copyOf(models);
    this.guides = guides;
    this.since = since;
    this.before = List.copyOf(before);
    addFiles();
    addModels();
    guides.pages().forEach(this::addGuide);
  }

  /** A site of models alone. */
  public static DocumentationSite of(List<ModelSpec> models) {
    return new DocumentationSite(models, Guides.NONE, "", List.of());
  }

  /** The same with guides. */
  public DocumentationSite with(Guides guides) {
    return new DocumentationSite(models, guides, since, before);
  }

  /**
   * The same with what changed on the page of each model that there was before.
   *
   * @param version the name of the version to compare with
   * @param before its models; others than those documented do not matter
   */
  public DocumentationSite since(String version, List<ModelSpec> before) {
    return new DocumentationSite(models, guides, version, before);
  }

  /**
   * Writes the site below a directory, and removes what an earlier one left there.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    new SourceTree(directory).write(files(), guides.linkedFiles());
  }

  /** All texts of the site; files that guides show or link to are copied beside them. */
  public List<GeneratedFile> files() {
    return texts.entrySet().parallelStream()
        .map(text -> new GeneratedFile(text.getKey(), text.getValue().get()))
        .toList();
  }

  /**
   * A text of the site: only what it says is worked out, which takes some tenths of a second.
   *
   * @param path such as {@code index.html}
   */
  public Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path)).map(Supplier::get);
  }

  private void addFiles() {
    for (String name : List.of("style.css", "prices.js", "search.js")) {
      texts.put(name, () -> HtmlTemplates.text(name));
    }
    if (!guides.isEmpty()) {
      texts.put("guides.html", () -> page("guides.mustache", new GuideList(guides.groups())));
    }
  }

  private void addModels() {
    Anchors slugs = new Anchors();
    List<ModelEntry> entries = new ArrayList<>();
    for (ModelSpec model : models) {
      ModelEntry entry = new ModelEntry(ModelPage.of(model), slugs.next(model.id()));
      entries.add(entry);
      texts.put(entry.address() + ".html", () -> page("model.mustache", view(model, entry)));
      texts.put(entry.address() + ".md", () -> ModelMarkdown.of(view(model, entry)));
    }
    texts.put("index.html", () -> page("index.mustache", new Index(entries)));
    texts.put("search-index.js", () -> SearchIndex.of(entries, guides.pages()));
    texts.put("llms.txt", () -> llmsText(entries));
  }

  private void addGuide(Guide guide) {
    texts.put(guide.address(), () -> page("guide.mustache", guide));
    texts.put(Guides.FOLDER + guide.path(), guide::markdown);
  }

  private String page(String template, Object view) {
    return templates.render(template, new Frame(!guides.isEmpty()), view);
  }

  private ModelView view(ModelSpec model, ModelEntry entry) {
    return views.computeIfAbsent(
        entry.slug(),
        slug -> {
          ModelAnalysis analysis = ModelAnalysis.of(model);
          CalculatorView calculator = CalculatorView.of(model, analysis).orElse(null);
          return new ModelView(entry, analysis, calculator, changes(model));
        });
  }

  private @Nullable ChangesView changes(ModelSpec model) {
    return before.stream()
        .filter(was -> was.qualifiedId().equals(model.qualifiedId()))
        .findFirst()
        .map(was -> ChangesView.of(since, SpecDiff.between(was, model)))
        .orElse(null);
  }

  /** What language models are to read, as llmstxt.org describes it. */
  private String llmsText(List<ModelEntry> entries) {
    MarkdownText text = new MarkdownText();
    text.heading(1, "Models");
    text.paragraph(
        "> Models for generative media: what each takes, what its rules are, and what it costs."
            + " Each page has what is published, and what is enforced where that differs.");
    text.heading(2, "Models");
    for (ModelEntry entry : entries) {
      String summary = MarkdownText.of(entry.page().summary());
      text.item(
          llmsLink(entry.title(), entry.address() + ".md")
              + ": "
              + MarkdownText.code(entry.page().metadata().id())
              + (summary.isEmpty() ? "" : ". " + summary));
    }
    if (!guides.isEmpty()) {
      text.heading(2, "Guides");
    }
    for (Guide guide : guides.pages()) {
      text.item(
          llmsLink(guide.title(), Guides.FOLDER + guide.path())
              + (guide.summary().isEmpty() ? "" : ": " + MarkdownText.escaped(guide.summary())));
    }
    return text.toString();
  }

  private static String llmsLink(String title, String path) {
    return "[" + MarkdownText.escaped(title) + "](" + GuideParser.encoded(path) + ")";
  }

  /** What every page is told. */
  record Frame(boolean hasGuides) {}

  /** The page that lists all models. */
  record Index(List<ModelEntry> models) {
    String root() {
      return "";
    }

    String title() {
      return "Models";
    }
  }

  /** The page that lists all guides. */
  record GuideList(List<Guides.Group> groups) {
    String root() {
      return "";
    }

    String title() {
      return "Guides";
    }
  }
}
