package dev.callsheet.cli.workbench;

import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parameters as the fields of a form: each with its path, what may be said of it, and the kind of
 * its control.
 *
 * @param entries what the documentation says of a parameter, by its path
 */
record FormFields(Map<ParameterPath, ParameterEntry> entries) {
  /** Adds the fields of some parameters. */
  void add(ArrayNode fields, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      ObjectNode field = fields.addObject();
      field.put("name", parameter.name()).put("path", parameter.path().toString());
      field.put("isRequired", parameter.required());
      field.put("description", Prose.of(parameter.metadata().description()).toString());
      ParameterEntry entry = entries.get(parameter.path());
      if (entry != null) {
        field.put("summary", entry.summary());
      }
      field.put("unit", parameter.metadata().unit());
      field.put("isDeprecated", parameter.metadata().deprecation() != null);
      if (parameter.defaultValue() != null) {
        field.set("default", parameter.defaultValue());
      }
      field.set("control", parameter.shape().accept(new Controls(this)));
    }
  }

  /** The control of a shape, with what it lets in. */
  private record Controls(FormFields fields) implements ShapeVisitor<ObjectNode> {
    private static ObjectNode control(String kind) {
      return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    @Override
    public ObjectNode visitScalar(Shape.Scalar shape) {
      ObjectNode control = control(shape.type().name().toLowerCase(Locale.ROOT));
      shape
          .facets(Facet.Range.class)
          .forEach(
              range -> control.put("minimum", range.minimum()).put("maximum", range.maximum()));
      shape.step().ifPresent(step -> control.put("step", step));
      shape
          .facets(Facet.Length.class)
          .forEach(length -> control.put("maxLength", length.maximum()));
      return control;
    }

    @Override
    public ObjectNode visitChoice(Shape.Choice shape) {
      ObjectNode control = control("choice");
      ArrayNode options = control.putArray("options");
      for (Shape.Option option : shape.options()) {
        ObjectNode json = options.addObject();
        json.set("value", option.value());
        json.put("description", Prose.of(option.description()).toString());
      }
      return control;
    }

    @Override
    public ObjectNode visitStructure(Shape.Structure shape) {
      ObjectNode control = control("object");
      fields.add(control.putArray("fields"), shape.members());
      return control;
    }

    @Override
    public ObjectNode visitDictionary(Shape.Dictionary shape) {
      return control("json");
    }

    @Override
    public ObjectNode visitSequence(Shape.Sequence shape) {
      ObjectNode control = control("list");
      control.set("item", shape.items().accept(this));
      return control;
    }

    @Override
    public ObjectNode visitUnion(Shape.Union shape) {
      ObjectNode control = control("union");
      ArrayNode forms = control.putArray("forms");
      for (Shape.Alternative alternative : shape.alternatives()) {
        ObjectNode form = forms.addObject().put("title", alternative.title());
        form.set("control", alternative.shape().accept(this));
      }
      return control;
    }
  }
}
