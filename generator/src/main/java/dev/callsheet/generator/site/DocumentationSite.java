package dev.callsheet.generator.site;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.page.Anchors;
import dev.callsheet.generator.page.ModelAnalysis;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A site that documents models: an index, a page for each, the same in Markdown, and {@code
 * llms.txt}. It is read from a folder as well as from a server, loads nothing from elsewhere, and
 * is the same for the same specs.
 */
public final class DocumentationSite {
  private DocumentationSite() {}

  /** The files of the site, to be written below one directory. */
  public static List<GeneratedFile> files(List<ModelSpec> models) {
    Anchors slugs = new Anchors();
    List<String> names = models.stream().map(model -> slugs.next(model.id())).toList();
    List<ModelView> views =
        Stream.iterate(0, i -> i < models.size(), i -> i + 1)
            .parallel()
            .map(i -> view(models.get(i), names.get(i)))
            .toList();
    HtmlTemplates templates = new HtmlTemplates();
    List<GeneratedFile> files = new ArrayList<>();
    for (String name : List.of("style.css", "prices.js", "search.js")) {
      files.add(new GeneratedFile(name, HtmlTemplates.text(name)));
    }
    files.add(new GeneratedFile("search-index.js", SearchIndex.of(views)));
    files.add(
        new GeneratedFile("index.html", templates.render("index.mustache", new Index(views))));
    for (ModelView view : views) {
      String name = "models/" + view.slug();
      files.add(new GeneratedFile(name + ".html", templates.render("model.mustache", view)));
      files.add(new GeneratedFile(name + ".md", ModelMarkdown.of(view.page(), view.analysis())));
    }
    files.add(new GeneratedFile("llms.txt", llmsText(views)));
    return files;
  }

  private static ModelView view(ModelSpec model, String slug) {
    ModelAnalysis analysis = ModelAnalysis.of(model);
    return new ModelView(
        ModelPage.of(model), analysis, CalculatorView.of(model, analysis).orElse(null), slug);
  }

  /** What language models are to read, as llmstxt.org describes it. */
  private static String llmsText(List<ModelView> views) {
    MarkdownText text = new MarkdownText();
    text.heading(1, "Models");
    text.paragraph(
        "> Models for generative media: what each takes, what its rules are, and what it costs."
            + " Each page has what is published, and what is enforced where that differs.");
    text.heading(2, "Models");
    for (ModelView view : views) {
      String summary = MarkdownText.of(view.page().summary());
      text.item(
          "["
              + MarkdownText.escaped(view.title())
              + "](models/"
              + view.slug()
              + ".md): "
              + MarkdownText.code(view.page().metadata().id())
              + (summary.isEmpty() ? "" : ". " + summary));
    }
    return text.toString();
  }

  /** The page that lists all models. */
  record Index(List<ModelView> models) {
    String root() {
      return "";
    }

    String title() {
      return "Models";
    }
  }
}
