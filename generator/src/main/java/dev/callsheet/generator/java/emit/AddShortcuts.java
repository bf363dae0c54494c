package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Setters that spare a user the building of nested records and lists. */
final class AddShortcuts {
  private final Structure owner;
  private final int depth;

  AddShortcuts(Structure owner, int depth) {
    this.owner = owner;
    this.depth = depth;
  }

  void to(TypeSpec.Builder builder, Property property) {
    if (property.type() instanceof Structure part) {
      builder.addMethod(nested(property, part));
    } else if (property.type() instanceof ListOf list) {
      builder.addMethod(items(property, list.items()));
      if (list.items() instanceof Structure item) {
        builder.addMethod(nestedItems(property, item));
      }
    }
  }

  /** {@code inputs(in -> in.video("..."))}: goes on from what is set already. */
  private MethodSpec nested(Property property, Structure part) {
    return method(
            property,
            "Sets parts of "
                + Markup.code(property.json())
                + "; those set before and not now stay as they are.")
        .addParameter(consumer(part), "parts")
        .addStatement(
            "$1T builder = $2N == null ? new $1T() : $2N.toBuilder()",
            part.builder(),
            property.name())
        .addStatement("parts.accept(builder)")
        .addStatement("$N = builder.build()", property.name())
        .addStatement("return this")
        .build();
  }

  private MethodSpec items(Property property, JavaType item) {
    MethodSpec.Builder method =
        method(property, "Sets " + Markup.code(property.json()) + " to these.");
    if (item instanceof ListOf) {
      method.addAnnotation(SafeVarargs.class).addModifiers(Modifier.FINAL);
    }
    return method
        .addParameter(ArrayTypeName.of(item.name()), property.name())
        .varargs()
        .addStatement("return $1N($2T.of($1N))", property.name(), List.class)
        .build();
  }

  private MethodSpec nestedItems(Property property, Structure item) {
    return method(property, "Sets " + Markup.code(property.json()) + " to these, built here.")
        .addAnnotation(SafeVarargs.class)
        .addModifiers(Modifier.FINAL)
        .addParameter(
            ParameterSpec.builder(ArrayTypeName.of(consumer(item)), property.name()).build())
        .varargs()
        .addStatement("$T<$T> list = new $T<>()", List.class, item.name(), ArrayList.class)
        .beginControlFlow("for ($T parts : $N)", consumer(item), property.name())
        .addStatement("$1T builder = new $1T()", item.builder())
        .addStatement("parts.accept(builder)")
        .addStatement("list.add(builder.build())")
        .endControlFlow()
        .addStatement("return $N(list)", property.name())
        .build();
  }

  private MethodSpec.Builder method(Property property, String doc) {
    return MethodSpec.methodBuilder(property.name())
        .addJavadoc(Javadoc.at(depth).paragraph(doc).toCode())
        .addModifiers(Modifier.PUBLIC)
        .returns(owner.builder());
  }

  private static TypeName consumer(Structure part) {
    return ParameterizedTypeName.get(ClassName.get(Consumer.class), part.builder());
  }
}
