package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import javax.lang.model.element.Modifier;

/** The setter of parameters that the spec does not know. */
public final class AdditionalPropertiesSetter {
  private AdditionalPropertiesSetter() {}

  /**
   * All of it but what it does.
   *
   * @param self the builder that it stands in
   * @param depth how many types it stands in
   */
  public static MethodSpec.Builder withoutBody(ClassName self, int depth) {
    return MethodSpec.methodBuilder("additional")
        .addJavadoc(
            JavadocComment.at(depth)
                .paragraph(
                    "Sets what is newer than the spec. It is written as it is, and nothing about it"
                        + " is checked.")
                .tag("param", "name its key in JSON")
                .tag("param", "value anything that Jackson can write")
                .tag(
                    "throws",
                    "IllegalArgumentException when the spec does know a parameter of that name")
                .toCodeBlock())
        .addModifiers(Modifier.PUBLIC)
        .returns(self)
        .addParameter(String.class, "name")
        .addParameter(GeneratedAnnotations.nullable(ClassName.OBJECT), "value");
  }
}
