package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.Sizes;
import javax.lang.model.element.Modifier;

/** The enum of the sizes that a model makes. */
final class SizeSource {
  private final Sizes sizes;

  SizeSource(Sizes sizes) {
    this.sizes = sizes;
  }

  TypeSpec.Builder toType() {
    TypeSpec.Builder source =
        TypeSpec.enumBuilder(sizes.name())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Javadoc.at(0).paragraph("The sizes that the model makes.").toCode());
    for (Sizes.Row row : sizes.rows()) {
      String extent = row.width() + " by " + row.height() + " pixels.";
      String label = Markup.of(row.label());
      source.addEnumConstant(
          row.name(),
          TypeSpec.anonymousClassBuilder("$L, $L", row.width(), row.height())
              .addJavadoc(
                  Javadoc.at(1)
                      .paragraph(label.isEmpty() ? extent : label + ": " + extent)
                      .toCode())
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
        .addJavadoc(Javadoc.at(1).paragraph(doc).toCode())
        .addModifiers(Modifier.PUBLIC)
        .returns(int.class)
        .addStatement("return $N", name)
        .build();
  }
}
