package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.type.SizeEnum;
import javax.lang.model.element.Modifier;

/** The enum of the sizes that a model makes. */
final class SizeEnumGenerator {
  private final SizeEnum sizeEnum;

  SizeEnumGenerator(SizeEnum sizes) {
    this.sizeEnum = sizes;
  }

  TypeSpec.Builder toTypeSpecBuilder() {
    TypeSpec.Builder source =
        TypeSpec.enumBuilder(sizeEnum.name())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                JavadocComment.at(0).paragraph("The sizes that the model makes.").toCodeBlock());
    for (SizeEnum.SizeConstant row : sizeEnum.constants()) {
      String extent = row.width() + " by " + row.height() + " pixels.";
      String label = JavadocHtml.fromText(row.label());
      source.addEnumConstant(
          row.name(),
          TypeSpec.anonymousClassBuilder("$L, $L", row.width(), row.height())
              .addJavadoc(
                  JavadocComment.at(1)
                      .paragraph(label.isEmpty() ? extent : label + ": " + extent)
                      .toCodeBlock())
              .build());
    }
    return source
        .addField(FieldSpec.builder(int.class, "width", Modifier.PRIVATE, Modifier.FINAL).build())
        .addField(FieldSpec.builder(int.class, "height", Modifier.PRIVATE, Modifier.FINAL).build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(int.class, "width")
                .addParameter(int.class, "height")
                .addStatement("this.width = width")
                .addStatement("this.height = height")
                .build())
        .addMethod(accessor("width", "Width in pixels."))
        .addMethod(accessor("height", "Height in pixels."));
  }

  private static MethodSpec accessor(String name, String doc) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(JavadocComment.at(1).paragraph(doc).toCodeBlock())
        .addModifiers(Modifier.PUBLIC)
        .returns(int.class)
        .addStatement("return $N", name)
        .build();
  }
}
