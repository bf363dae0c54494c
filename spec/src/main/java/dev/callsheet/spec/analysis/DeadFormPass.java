package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Forms of a {@code oneOf}, and values of forms, that fit another form as well: a value must fit
 * exactly one, so these are never valid. A form is compared with another by its listed values, or
 * by its type and facets; what a pattern or a member leaves open is not looked into.
 */
final class DeadFormPass implements AnalysisPass {
  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    List<AnalysisFinding> findings = new ArrayList<>();
    spec.request().members().forEach(member -> visit(member, findings));
    return findings;
  }

  private static void visit(Parameter parameter, List<AnalysisFinding> findings) {
    parameter.shape().accept(new Unions(parameter, findings));
    parameter.shape().parameters().forEach(member -> visit(member, findings));
  }

  /** Compares the forms of the unions in the shape of one parameter, not of its members. */
  private record Unions(Parameter parameter, List<AnalysisFinding> findings)
      implements ShapeVisitor<@Nullable Void> {
    @Override
    public @Nullable Void visitScalar(Shape.Scalar scalar) {
      return null;
    }

    @Override
    public @Nullable Void visitChoice(Shape.Choice choice) {
      return null;
    }

    @Override
    public @Nullable Void visitStructure(Shape.Structure structure) {
      return null;
    }

    @Override
    public @Nullable Void visitDictionary(Shape.Dictionary dictionary) {
      Shape values = dictionary.values();
      return values == null ? null : values.accept(this);
    }

    @Override
    public @Nullable Void visitSequence(Shape.Sequence list) {
      return list.items().accept(this);
    }

    @Override
    public @Nullable Void visitUnion(Shape.Union union) {
      List<Shape.Alternative> forms = union.alternatives();
      for (int i = 0; i < forms.size(); i++) {
        for (int other = 0; other < forms.size(); other++) {
          if (other != i) {
            compare(parameter, forms.get(i), forms.get(other), findings);
          }
        }
        forms.get(i).shape().accept(this);
      }
      return null;
    }
  }

  private static void compare(
      Parameter parameter,
      Shape.Alternative form,
      Shape.Alternative other,
      List<AnalysisFinding> findings) {
    if (isWithin(form.shape(), other.shape())) {
      findings.add(
          finding(
              AnalysisFinding.Kind.DEAD_FORM,
              parameter,
              name(form),
              "No value of '"
                  + parameter.path()
                  + "' has only the form '"
                  + name(form)
                  + "': whatever fits it fits '"
                  + name(other)
                  + "' as well."));
      return;
    }
    for (JsonNode value : form.shape().listedValues()) {
      if (other.shape().accepts(value)) {
        findings.add(
            finding(
                AnalysisFinding.Kind.DEAD_VALUE,
                parameter,
                value.toString(),
                "No valid request can give '"
                    + parameter.path()
                    + "' the value "
                    + value
                    + ": it fits two forms, '"
                    + name(form)
                    + "' and '"
                    + name(other)
                    + "'."));
      }
    }
  }

  /** Whether every value of a shape is one of another, for certain. */
  private static boolean isWithin(Shape shape, Shape other) {
    if (shape.equals(other)) {
      return true;
    }
    return shape instanceof Shape.Scalar inner
        && other instanceof Shape.Scalar outer
        && (inner.type() == outer.type()
            || (inner.type() == JsonType.INTEGER && outer.type() == JsonType.NUMBER))
        && new HashSet<>(inner.facets()).containsAll(outer.facets());
  }

  private static String name(Shape.Alternative form) {
    List<JsonNode> values = form.shape().listedValues();
    if (!form.title().isEmpty()) {
      return form.title();
    }
    return values.isEmpty()
        ? form.shape().types().iterator().next().keyword()
        : values.get(0).toString();
  }

  private static AnalysisFinding finding(
      AnalysisFinding.Kind kind, Parameter parameter, String part, String message) {
    return new AnalysisFinding(
        kind, parameter.path() + " = " + part, message, parameter.location(), List.of(), null);
  }
}
