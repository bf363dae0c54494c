package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of a result that has the media itself, says where it is, or identifies it: one with the
 * keyword {@code media}, at any depth.
 *
 * @param field as the spec describes it
 * @param form what it holds: the media in Base64 or as a data URI where it {@code accepts} that, a
 *     UUID or a URL where it has that format
 */
public record MediaField(Parameter field, MediaSource form) {
  /** Those of a result, in the order of the documentation. */
  static Stream<MediaField> in(Shape.Structure response) {
    return response.members().stream().flatMap(MediaField::below);
  }

  /** What the media is: {@code image}, {@code video}, {@code audio} or {@code 3d}. */
  public String kind() {
    return Objects.requireNonNull(field.metadata().media());
  }

  private static Stream<MediaField> below(Parameter parameter) {
    return Stream.concat(
        of(parameter).stream(), parameter.shape().parameters().stream().flatMap(MediaField::below));
  }

  private static Optional<MediaField> of(Parameter parameter) {
    return parameter.metadata().media() == null
        ? Optional.empty()
        : form(parameter.shape()).map(form -> new MediaField(parameter, form));
  }

  private static Optional<MediaSource> form(Shape shape) {
    Shape value = shape instanceof Shape.Sequence list ? list.items() : shape;
    return Stream.concat(
            value.facets(Facet.Accepts.class).flatMap(accepts -> accepts.sources().stream()),
            value.facets(Facet.Format.class).flatMap(format -> form(format).stream()))
        .findFirst();
  }

  private static Optional<MediaSource> form(Facet.Format format) {
    return switch (format.name()) {
      case "uuid", "uuid4" -> Optional.of(MediaSource.UUID);
      case "uri" -> Optional.of(MediaSource.URL);
      default -> Optional.empty();
    };
  }
}
