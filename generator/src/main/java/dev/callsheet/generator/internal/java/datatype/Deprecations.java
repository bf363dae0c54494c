package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import org.jspecify.annotations.Nullable;

/** What is deprecated in a spec, in Java: the annotation, and the tag that says what to use. */
public final class Deprecations {
  /** For generated code that has to use what callers should not. */
  public static final AnnotationSpec SUPPRESSED =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "$S", "deprecation")
          .build();

  static final AnnotationSpec DEPRECATED = AnnotationSpec.builder(Deprecated.class).build();

  private Deprecations() {}

  /** Marks a method that sets what is deprecated. */
  public static void mark(
      MethodSpec.Builder method, JavadocComment javadoc, @Nullable Deprecation deprecation) {
    if (deprecation != null) {
      tag(javadoc, deprecation);
      method.addAnnotation(DEPRECATED);
    }
  }

  /** Adds the tag to a comment. */
  public static void tag(JavadocComment javadoc, @Nullable Deprecation deprecation) {
    if (deprecation != null) {
      javadoc.tag("deprecated", JavadocHtml.fromText(deprecation.advice()));
    }
  }

  /** Whether a model has values that are deprecated, which become constants of an enum. */
  public static boolean hasDeprecatedValues(ModelSpec spec) {
    return hasDeprecatedValues(spec.request());
  }

  private static boolean hasDeprecatedValues(Shape shape) {
    return shape.variants().stream().anyMatch(Deprecations::listsDeprecatedValues)
        || shape.parameters().stream()
            .map(Parameter::shape)
            .anyMatch(Deprecations::hasDeprecatedValues);
  }

  private static boolean listsDeprecatedValues(Shape form) {
    if (form instanceof Shape.Sequence list) {
      return hasDeprecatedValues(list.items());
    }
    if (form instanceof Shape.Dictionary dictionary) {
      Shape values = dictionary.values();
      return values != null && hasDeprecatedValues(values);
    }
    return form instanceof Shape.Choice choice
        && choice.options().stream().anyMatch(option -> option.deprecation() != null);
  }
}
