package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.sample.SampleMediaKind;
import dev.callsheet.spec.model.MediaField;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model with what its spec says of the media in its results, which is worked out once.
 *
 * @param fields the fields that hold media
 * @param mediaKind of the samples that it makes; null where there are none
 */
record RenderableModel(
    ModelSpec spec, List<MediaField> fields, @Nullable SampleMediaKind mediaKind) {
  /** The field of a text. */
  static final String TEXT = "text";

  static RenderableModel of(ModelSpec spec) {
    List<MediaField> fields = spec.mediaFields();
    return new RenderableModel(
        spec,
        fields,
        fields.stream()
            .findFirst()
            .flatMap(media -> SampleMediaKind.find(media.kind()))
            .orElse(null));
  }

  /** Whether its results are texts. */
  boolean isWritten() {
    return fields.isEmpty() && spec.response().member(TEXT).isPresent();
  }

  Optional<SampleMediaKind> kind() {
    return Optional.ofNullable(mediaKind);
  }
}
