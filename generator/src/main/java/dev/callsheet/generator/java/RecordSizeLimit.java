package dev.callsheet.generator.java;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses objects with more members than a record can have: a constructor takes at most 255
 * arguments, of which the class file and we need some. Specs that are only validated by may have
 * more.
 */
final class RecordSizeLimit implements ShapeVisitor<Optional<Parameter>> {
  private static final int MAX_MEMBERS = 240;

  private RecordSizeLimit() {}

  /**
   * Returns where a model's objects fit.
   *
   * @throws IllegalArgumentException when one does not; its message says which member is too many
   */
  static void require(ModelSpec spec) {
    Stream.of(spec.request(), spec.response())
        .flatMap(object -> object.accept(new RecordSizeLimit()).stream())
        .findFirst()
        .ifPresent(
            member -> {
              throw new IllegalArgumentException(
                  member.location()
                      + ": `"
                      + member.path()
                      + "` is one too many: an object that becomes Java has at most "
                      + MAX_MEMBERS
                      + " members");
            });
  }

  @Override
  public Optional<Parameter> visitStructure(Shape.Structure shape) {
    return shape.members().size() > MAX_MEMBERS
        ? Optional.of(shape.members().get(MAX_MEMBERS))
        : shape.members().stream()
            .flatMap(member -> member.shape().accept(this).stream())
            .findFirst();
  }

  @Override
  public Optional<Parameter> visitDictionary(Shape.Dictionary shape) {
    return Optional.empty();
  }

  @Override
  public Optional<Parameter> visitSequence(Shape.Sequence shape) {
    return shape.items().accept(this);
  }

  @Override
  public Optional<Parameter> visitUnion(Shape.Union shape) {
    return shape.alternatives().stream()
        .flatMap(alternative -> alternative.shape().accept(this).stream())
        .findFirst();
  }

  @Override
  public Optional<Parameter> visitScalar(Shape.Scalar shape) {
    return Optional.empty();
  }

  @Override
  public Optional<Parameter> visitChoice(Shape.Choice shape) {
    return Optional.empty();
  }
}
