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
import java.util.stream.IntStream;
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

  private DocumentationSite(
      List<ModelSpec> models, Guides guides, String since, List<ModelSpec> before) {
    this.models = List.copyOf(models);
    this.guides = guides;
    this.since = since;
    this.before = List.copyOf(before);
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
    SourceTree.write(directory, files(), guides.linkedFiles());
  }

  /** All texts of the site; files that guides show or link to are copied beside them. */
  public List<GeneratedFile> files() {
    Anchors slugs = new Anchors();
    List<String> names = models.stream().map(model -> slugs.next(model.id())).toList();
    List<ModelView> views =
        IntStream.range(0, models.size())
            .parallel()
            .mapToObj(i -> view(models.get(i), names.get(i)))
            .toList();
    Frame frame = new Frame(!guides.isEmpty());
    HtmlTemplates templates = new HtmlTemplates();
    List<GeneratedFile> files = new ArrayList<>();
    for (String name : List.of("style.css", "prices.js", "search.js")) {
      files.add(new GeneratedFile(name, HtmlTemplates.text(name)));
    }
    files.add(new GeneratedFile("search-index.js", SearchIndex.of(views, guides.pages())));
    files.add(
        new GeneratedFile(
            "index.html", templates.render("index.mustache", frame, new Index(views))));
    for (ModelView view : views) {
      String name = "models/" + view.slug();
      files.add(new GeneratedFile(name + ".html", templates.render("model.mustache", frame, view)));
      files.add(new GeneratedFile(name + ".md", ModelMarkdown.of(view)));
    }
    if (!guides.isEmpty()) {
      files.add(
          new GeneratedFile(
              "guides.html",
              templates.render("guides.mustache", frame, new GuideList(guides.groups()))));
    }
    for (Guide guide : guides.pages()) {
      files.add(
          new GeneratedFile(guide.address(), templates.render("guide.mustache", frame, guide)));
    }
    files.addAll(guides.markdown());
    files.add(new GeneratedFile("llms.txt", llmsText(views)));
    return files;
  }

  private ModelView view(ModelSpec model, String slug) {
    ModelAnalysis analysis = ModelAnalysis.of(model);
    return new ModelView(
        ModelPage.of(model),
        analysis,
        CalculatorView.of(model, analysis).orElse(null),
        changes(model),
        slug);
  }

  private @Nullable ChangesView changes(ModelSpec model) {
    return before.stream()
        .filter(was -> was.qualifiedId().equals(model.qualifiedId()))
        .findFirst()
        .map(was -> ChangesView.of(since, SpecDiff.between(was, model)))
        .orElse(null);
  }

  /** What language models are to read, as llmstxt.org describes it. */
  private String llmsText(List<ModelView> views) {
    MarkdownText text = new MarkdownText();
    text.heading(1, "Models");
    text.paragraph(
        "> Models for generative media: what each takes, what its rules are, and what it costs."
            + " Each page has what is published, and what is enforced where that differs.");
    text.heading(2, "Models");
    for (ModelView view : views) {
      String summary = MarkdownText.of(view.page().summary());
      text.item(
          llmsLink(view.title(), "models/" + view.slug() + ".md")
              + ": "
              + MarkdownText.code(view.page().metadata().id())
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
  record Index(List<ModelView> models) {
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
