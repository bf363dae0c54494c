package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;

/** Makes the judges of a model's parameters. */
final class Judges {
  private final Misplaced misplaced = new Misplaced();

  private Judges() {}

  /** The judge of a whole task. */
  static ShapeJudge of(Shape.Structure request) {
    return new Judges().structure(request);
  }

  private ShapeJudge judge(Shape shape, String unit) {
    if (shape instanceof Shape.Scalar scalar) {
      return new ScalarJudge(scalar.type(), FacetJudge.all(scalar.facets(), unit));
    }
    if (shape instanceof Shape.Choice choice) {
      return ChoiceJudge.of(choice.values());
    }
    if (shape instanceof Shape.Sequence list) {
      return new SequenceJudge(judge(list.items(), unit), FacetJudge.all(list.facets(), ""));
    }
    if (shape instanceof Shape.Union union) {
      return new UnionJudge(
          union.alternatives().stream().map(each -> judge(each.shape(), unit)).toList());
    }
    return structure((Shape.Structure) shape);
  }

  private StructureJudge structure(Shape.Structure structure) {
    StructureJudge judge = new StructureJudge(misplaced);
    for (Parameter member : structure.members()) {
      String unit = member.notes().unit();
      misplaced.add(member.path());
      ShapeJudge value = judge(member.shape(), unit == null ? "" : unit);
      judge.add(member.name(), member.required(), value, wanted(member.shape(), value));
    }
    return judge;
  }

  /** What a right value is, more closely than its type where that is worth saying. */
  private static String wanted(Shape shape, ShapeJudge judge) {
    List<Facet> facets = shape instanceof Shape.Scalar scalar ? scalar.facets() : List.of();
    return facets.stream()
        .filter(facet -> facet instanceof Facet.Format || facet instanceof Facet.Accepts)
        .map(SayFacet::wanted)
        .findFirst()
        .orElseGet(judge::wanted);
  }
}
