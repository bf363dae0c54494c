package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.PublishedFile;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.internal.text.KebabCase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who a model is, by what is published of it. */
final class ModelIdentity {
  private static final Set<String> STATUS = Set.of("live", "api-only", "coming-soon", "deprecated");
  private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ].*)?");
  private static final List<String> DESCRIBED =
      List.of(
          "name",
          "creator",
          "status",
          "released",
          "capabilities",
          "documentation",
          "summary",
          "description");
  private static final Pattern CAPABILITY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** The platforms whose files have the model's name as their title; files of none have it, too. */
  private static final Set<String> TITLED = Set.of(PublishedFile.RUNWARE, "");

  private final PublishedFile file;
  private final FindingCollector findings;

  ModelIdentity(PublishedFile file, FindingCollector findings) {
    this.file = file;
    this.findings = findings;
  }

  /** What its page is called, and its file is to be. */
  String slug() {
    String published =
        file.described()
            .flatMap(model -> model.get("name"))
            .or(() -> file.about("x-model-id"))
            .or(
                () ->
                    file.about("title")
                        .filter(title -> file.variant() == null)
                        .filter(title -> TITLED.contains(file.platform())))
            .map(title -> title.value().asString(""))
            .filter(title -> !title.isEmpty())
            .or(file::id)
            .orElse("model");
    String slug = KebabCase.of(published);
    return slug.isEmpty() ? "model" : slug.substring(0, Math.min(slug.length(), 100));
  }

  /** The section {@code model} of a spec. */
  ObjectNode model(String id) {
    return file.described().map(model -> described(id, model)).orElseGet(() -> published(id));
  }

  /** What stands there already in the words of a spec. */
  private static ObjectNode described(String id, SchemaNode model) {
    ObjectNode section = JsonNodeFactory.instance.objectNode().put("id", id);
    for (String key : DESCRIBED) {
      model.get(key).ifPresent(value -> section.set(key, value.value()));
    }
    return section;
  }

  private ObjectNode published(String id) {
    ObjectNode model = JsonNodeFactory.instance.objectNode().put("id", id);
    model.put("name", name());
    file.about("x-creator")
        .flatMap(creator -> creator.text("name"))
        .or(() -> Optional.of(file.owner()))
        .filter(n -> !n.isBlank())
        .ifPresent(n -> model.put("creator", n));
    String status = file.about("x-status").map(s -> s.value().asString("")).orElse("live");
    model.put("status", STATUS.contains(status) ? status : "live");
    if (!STATUS.contains(status)) {
      findings.add(
          Kind.APPROXIMATED,
          file.info().location(),
          "the status `" + status + "` is none that a spec has; it is taken for live");
    }
    file.about("x-released-at").ifPresent(date -> released(model, date));
    capabilities(model);
    if (file.documentation().startsWith("https://")) {
      model.put("documentation", file.documentation());
    } else if (!file.documentation().isEmpty()) {
      leftOut(file.info(), "the address `" + file.documentation() + "`");
    }
    return model;
  }

  private void released(ObjectNode model, SchemaNode published) {
    Matcher date = DATE.matcher(published.value().asString(""));
    if (date.matches()) {
      model.put("released", date.group(1));
    } else {
      leftOut(published, "the release date " + published);
    }
  }

  private void leftOut(SchemaNode published, String what) {
    findings.add(
        Kind.APPROXIMATED, published.location(), what + " is none that a spec has; it is left out");
  }

  private void capabilities(ObjectNode model) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    List<SchemaNode> published = file.info().items("x-capabilities");
    for (SchemaNode each : published) {
      String name = each.value().asString("");
      if (!CAPABILITY.matcher(name).matches()) {
        leftOut(each, "the capability " + each);
      } else if (list.valueStream().noneMatch(known -> known.asString().equals(name))) {
        list.add(name);
      }
    }
    if (!list.isEmpty()) {
      model.set("capabilities", list);
    }
  }

  /** A name for people: that of the page, in words. */
  private String name() {
    findings.add(
        Kind.NOTE,
        file.info().location(),
        "the file has no name for people; the one in the spec is made of `" + slug() + "`");
    String published =
        file.owner().isEmpty() ? slug() : KebabCase.of(file.info().text("name").orElse(slug()));
    return Arrays.stream((published.isEmpty() ? slug() : published).split("-", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
