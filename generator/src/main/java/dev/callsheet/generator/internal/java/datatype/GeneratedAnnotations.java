package dev.callsheet.generator.internal.java.datatype;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.runtime.support.Generated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The annotations that generated code carries; of Jackson's only those both its lines share. */
public final class GeneratedAnnotations {
  /** Says that a type was generated; no more, so that the same spec gives the same bytes. */
  public static final AnnotationSpec GENERATED = AnnotationSpec.builder(Generated.class).build();

  /**
   * What each class has that is in a file of its own. Generated code may use what callers should
   * not; doclint asks for no tags that say the sentence above them once more; and texts and numbers
   * are immutable, which Error Prone does not see in an enum that has both.
   */
  public static final List<AnnotationSpec> OF_FILES =
      List.of(
          GENERATED,
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember(
                  "value", "{$S, $S, $S}", "deprecation", "doclint:missing", "ImmutableEnumChecker")
              .build());

  static final AnnotationSpec ANY_GETTER = AnnotationSpec.builder(JsonAnyGetter.class).build();
  static final AnnotationSpec ANY_SETTER = AnnotationSpec.builder(JsonAnySetter.class).build();
  static final AnnotationSpec VALUE = AnnotationSpec.builder(JsonValue.class).build();

  static final AnnotationSpec NON_NULL =
      AnnotationSpec.builder(JsonInclude.class)
          .addMember("value", "$T.Include.NON_NULL", JsonInclude.class)
          .build();

  /** Only a member called {@code value} is left on the line of its annotation by JavaPoet. */
  static final AnnotationSpec DELEGATING =
      AnnotationSpec.builder(JsonCreator.class)
          .addMember("value", "mode = $T.Mode.DELEGATING", JsonCreator.class)
          .build();

  private GeneratedAnnotations() {}

  static AnnotationSpec property(String name) {
    return AnnotationSpec.builder(JsonProperty.class)
        .addMember("value", JavaLiterals.text(name))
        .build();
  }

  static AnnotationSpec order(List<String> names) {
    return AnnotationSpec.builder(JsonPropertyOrder.class)
        .addMember(
            "value",
            "{$<$<$L$>$>}",
            names.stream().map(JavaLiterals::text).collect(CodeBlock.joining(",$W")))
        .build();
  }

  /** The same type, which may be null. */
  public static TypeName nullable(TypeName type) {
    return type.annotated(AnnotationSpec.builder(Nullable.class).build());
  }
}
