package dev.callsheet.generator.site;

import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.generator.page.RuleEntry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a reader can search a site for, as a script: a page that is read from a folder may load no
 * other file.
 */
final class SearchIndex {
  private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();

  private SearchIndex() {}

  /** Every model, and its parameters and rules; every guide, and its headings. */
  static String of(List<ModelEntry> models, List<Guide> guides) {
    SearchIndex index = new SearchIndex();
    models.forEach(index::addModel);
    guides.forEach(index::addGuide);
    models.forEach(index::addParts);
    return "window.callsheetIndex = " + index.entries + ";\n";
  }

  private void addModel(ModelEntry model) {
    ModelPage page = model.page();
    String about = page.metadata().id() + " " + page.summary() + " " + model.capabilities();
    add(model.title(), page(model), about);
  }

  private void addParts(ModelEntry model) {
    ModelPage page = model.page();
    Stream<ParameterEntry> parameters =
        Stream.concat(page.requestParameters(), page.result().stream());
    parameters.forEach(
        parameter ->
            add(
                parameter.path().toString(),
                page(model) + "#" + parameter.anchor(),
                model.title() + ": " + text(parameter.description())));
    for (RuleEntry rule : page.rules()) {
      add(
          rule.id(),
          page(model) + "#rule-" + rule.id(),
          model.title() + ": " + text(rule.description()));
    }
  }

  private void addGuide(Guide guide) {
    String address = GuideParser.encoded(guide.address());
    add(guide.title(), address, guide.summary());
    for (Guide.Heading heading : guide.headings()) {
      if (heading.level() > 1) {
        add(heading.text(), address + "#" + heading.id(), guide.title());
      }
    }
  }

  private static String page(ModelEntry model) {
    return model.address() + ".html";
  }

  private static String text(@Nullable Prose prose) {
    return prose == null ? "" : prose.toString().replace("`", "");
  }

  private void add(String title, String address, String text) {
    entries.addObject().put("title", title).put("address", address).put("text", text);
  }
}
