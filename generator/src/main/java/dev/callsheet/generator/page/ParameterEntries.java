package dev.callsheet.generator.page;

import dev.callsheet.generator.page.ParameterEntry.AllowedValue;
import dev.callsheet.generator.page.ParameterEntry.Form;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the entries of parameters and of what is inside them. */
final class ParameterEntries {
  private final Anchors anchors = new Anchors();
  private final String prefix;

  /** {@code prefix} tells apart requests and results in links. */
  ParameterEntries(String prefix) {
    this.prefix = prefix;
  }

  /** The entries of some parameters, in their order. */
  List<ParameterEntry> of(List<Parameter> parameters) {
    return of(parameters, "");
  }

  private List<ParameterEntry> of(List<Parameter> parameters, String form) {
    return parameters.stream().map(parameter -> of(parameter, form)).toList();
  }

  private ParameterEntry of(Parameter parameter, String form) {
    ParameterMetadata metadata = parameter.metadata();
    Inside inside = parameter.shape().accept(new InsideOf(this, parameter.path().toString(), ""));
    String path = parameter.path().toString();
    String unit = metadata.unit();
    return new ParameterEntry(
        parameter.name(),
        parameter.path(),
        anchors.next(
            form.isEmpty() ? prefix + "-" + path : prefix + "-" + form + "-" + parameter.name()),
        parameter.required(),
        parameter.shape().accept(new ShapeText(unit == null ? "" : unit)),
        attributes(parameter),
        Prose.of(metadata.description()),
        inside.isConstant() && parameter.required() ? List.of() : inside.values(),
        inside.forms(),
        inside.members(),
        metadata.mediaLimits().entrySet().stream()
            .map(limit -> new ParameterAttribute(limit.getKey(), JsonText.plain(limit.getValue())))
            .toList(),
        metadata.links().stream().map(link -> Hyperlink.of(link.title(), link.url())).toList(),
        advice(metadata.deprecation()),
        metadata.note() == null ? null : Prose.of(metadata.note()));
  }

  private static @Nullable Prose advice(@Nullable Deprecation deprecation) {
    return deprecation == null ? null : Prose.of(deprecation.sentence("This"));
  }

  private static List<ParameterAttribute> attributes(Parameter parameter) {
    Map<String, ParameterAttribute> all = new LinkedHashMap<>();
    ParameterMetadata metadata = parameter.metadata();
    if (parameter.path().steps().size() > 1) {
      put(all, "path", parameter.path().toString());
    }
    for (ParameterAttribute attribute : ShapeAttributes.of(parameter.shape())) {
      all.merge(attribute.keyword(), attribute, ParameterEntries::inner);
      if (attribute.keyword().equals("type") && parameter.required()) {
        put(all, "required", "true");
      }
    }
    if (parameter.required()
        && parameter.shape() instanceof Shape.Choice choice
        && choice.isConstant()) {
      put(all, "const", JsonText.plain(choice.values().get(0)));
    }
    JsonNode defaultValue = parameter.defaultValue();
    if (defaultValue != null) {
      put(all, "default", JsonText.plain(defaultValue));
    }
    put(all, "unit", metadata.unit());
    put(all, "media", metadata.media());
    put(all, "pairedWith", metadata.pairedWith());
    metadata
        .documentedAttributes()
        .forEach(
            (keyword, value) ->
                all.compute(
                    keyword,
                    (same, enforced) ->
                        new ParameterAttribute(
                            keyword,
                            enforced == null ? null : enforced.value(),
                            JsonText.plain(value))));
    return List.copyOf(all.values());
  }

  private static void put(
      Map<String, ParameterAttribute> all, String keyword, @Nullable String value) {
    if (value != null) {
      all.put(keyword, new ParameterAttribute(keyword, value));
    }
  }

  /** Lists of lists have the same attribute at several depths. */
  private static ParameterAttribute inner(ParameterAttribute outer, ParameterAttribute inner) {
    return new ParameterAttribute(
        outer.keyword(), outer.value() + "; of each item " + inner.value());
  }

  /** What is shown below a parameter. */
  private record Inside(
      boolean isConstant,
      List<AllowedValue> values,
      List<Form> forms,
      List<ParameterEntry> members) {
    static final Inside NOTHING = new Inside(false, List.of(), List.of(), List.of());
  }

  /**
   * The inside of a shape.
   *
   * @param path of the parameter that has the shape
   * @param form the start of links to what is inside a form of it; empty outside of forms
   */
  private record InsideOf(ParameterEntries entries, String path, String form)
      implements ShapeVisitor<Inside> {
    @Override
    public Inside visitScalar(Shape.Scalar shape) {
      return Inside.NOTHING;
    }

    @Override
    public Inside visitChoice(Shape.Choice shape) {
      List<AllowedValue> values =
          shape.options().stream()
              .map(
                  option ->
                      new AllowedValue(
                          JsonText.plain(option.value()),
                          Prose.of(option.description()),
                          advice(option.deprecation())))
              .toList();
      return new Inside(shape.isConstant(), values, List.of(), List.of());
    }

    @Override
    public Inside visitStructure(Shape.Structure shape) {
      return new Inside(false, List.of(), List.of(), entries.of(shape.members(), form));
    }

    @Override
    public Inside visitDictionary(Shape.Dictionary shape) {
      Shape values = shape.values();
      return values == null ? Inside.NOTHING : values.accept(this);
    }

    @Override
    public Inside visitSequence(Shape.Sequence shape) {
      return shape.items().accept(this);
    }

    @Override
    public Inside visitUnion(Shape.Union shape) {
      List<Form> forms = new ArrayList<>();
      for (Shape.Alternative alternative : shape.alternatives()) {
        int number = forms.size() + 1;
        InsideOf visitor = new InsideOf(entries, path, path + "-format-" + number);
        Inside inside = alternative.shape().accept(visitor);
        forms.add(
            new Form(
                number,
                alternative.title(),
                Prose.of(alternative.description()),
                ShapeAttributes.of(alternative.shape()),
                inside.values(),
                inside.forms(),
                inside.members()));
      }
      return new Inside(false, List.of(), forms, List.of());
    }
  }
}
