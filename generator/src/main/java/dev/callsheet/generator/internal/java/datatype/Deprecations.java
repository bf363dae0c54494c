package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.spec.model.Deprecation;
import org.jspecify.annotations.Nullable;

/** What is deprecated in a spec, in Java: the annotation, and the tag that says what to use. */
public final class Deprecations {
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
}
