package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.json.PartialJson;
import dev.callsheet.generator.page.ModeEntry;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.generator.page.RuleEntry;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is known of the parameter or the model at the cursor of a request file. */
public final class RequestHover {
  private static final int MAX_RULES = 20;

  private final KnownSpecs specs;

  /** Shows what these models say. */
  public RequestHover(KnownSpecs specs) {
    this.specs = specs;
  }

  /** What is shown at an offset; empty where nothing is known. */
  public Optional<Hover> at(RequestFile file, int offset) {
    return file.isRequests()
        ? RequestCursor.at(file, offset).flatMap(cursor -> hover(file, cursor))
        : Optional.empty();
  }

  private Optional<Hover> hover(RequestFile file, RequestCursor cursor) {
    JsonPointer place;
    Range range;
    if (cursor instanceof RequestCursor.AtKey key) {
      PartialJson.Member member = key.key();
      if (member == null) {
        return Optional.empty();
      }
      place = key.object().child(member.name());
      range = file.text().range(member.start(), member.keyEnd());
    } else {
      RequestCursor.AtValue at = (RequestCursor.AtValue) cursor;
      PartialJson value = at.value();
      if (value == null) {
        return Optional.empty();
      }
      place = at.place();
      range = file.text().range(value.start(), value.end());
    }
    boolean isValue = cursor instanceof RequestCursor.AtValue;
    JsonNode item = cursor.item().json();
    Optional<ModelReference> model =
        isValue ? TaskAtCursor.namedModel(item, place, specs) : Optional.empty();
    return model
        .map(RequestHover::ofModel)
        .or(
            () ->
                TaskAtCursor.of(item, place, specs)
                    .flatMap(
                        task ->
                            task.model()
                                .parameter(task.place())
                                .map(each -> of(task.model(), each))))
        .map(text -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), range));
  }

  private static String ofModel(ModelReference model) {
    ModelMetadata metadata = model.spec().metadata();
    List<String> parts = new ArrayList<>();
    parts.add("**" + metadata.name() + "** `" + metadata.id() + "`");
    add(model.page().summary(), parts);
    add(model.page().deprecation(), parts);
    if (!model.page().modes().isEmpty()) {
      parts.add(
          model.page().modes().stream()
              .map(RequestHover::mode)
              .collect(Collectors.joining("\n", "Modes:\n", "")));
    }
    if (metadata.documentation() != null) {
      parts.add("<" + metadata.documentation() + ">");
    }
    return String.join("\n\n", parts);
  }

  private static String mode(ModeEntry mode) {
    return "- `"
        + mode.name()
        + "`"
        + (mode.condition().isEmpty() ? "" : ": where " + mode.condition());
  }

  private static String of(ModelReference model, Parameter parameter) {
    List<String> parts = new ArrayList<>();
    ParameterEntry entry = model.entry(parameter).orElse(null);
    String head = "**" + parameter.path() + "**" + (parameter.required() ? " (required)" : "");
    if (entry == null) {
      parts.add(head);
    } else {
      parts.add(
          head
              + ": "
              + entry.summary()
              + entry.defaultValue().map(value -> "; " + value + " by default").orElse(""));
      add(entry.deprecation(), parts);
      add(entry.description(), parts);
      add(entry.note(), parts);
    }
    String rules =
        model.page().rules().stream()
            .filter(rule -> rule.parameters().stream().anyMatch(path -> isAbout(path, parameter)))
            .limit(MAX_RULES)
            .map(RequestHover::rule)
            .collect(Collectors.joining("\n"));
    if (!rules.isEmpty()) {
      parts.add("Rules:\n" + rules);
    }
    return String.join("\n\n", parts);
  }

  private static String rule(RuleEntry rule) {
    return "- `" + rule.id() + "`: " + rule.description();
  }

  private static boolean isAbout(ParameterPath path, Parameter parameter) {
    return path.overlaps(parameter.path());
  }

  private static void add(@Nullable Prose text, List<String> parts) {
    if (text != null && !text.isEmpty()) {
      parts.add(text.toString());
    }
  }
}
