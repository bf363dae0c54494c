package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.javadoc.ParameterDocumentation;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** A form in which builders take the value of a property. */
public enum SetterStyle {
  /** The value itself. */
  VALUE,
  /** An object, part by part: {@code inputs(in -> in.video("..."))}. */
  NESTED_BUILDER,
  /**
   * A list, item by item; not one of generic types, whose varargs javac warns of, nor one with null
   * among its items.
   */
  VARARGS,
  /** A list of objects, each part by part. */
  NESTED_BUILDER_VARARGS;

  /** All forms that there are for a property. */
  public static List<SetterStyle> stylesFor(RecordProperty property) {
    if (property.type() instanceof RecordType) {
      return List.of(VALUE, NESTED_BUILDER);
    }
    if (property.type() instanceof ListType list
        && !(list.items() instanceof NullableType)
        && !(list.items().name() instanceof ParameterizedTypeName)) {
      return list.items() instanceof RecordType
          ? List.of(VALUE, VARARGS, NESTED_BUILDER_VARARGS)
          : List.of(VALUE, VARARGS);
    }
    return List.of(VALUE);
  }

  /** The type of a method's parameter that takes it so; varargs as an array. */
  public TypeName parameterType(RecordProperty property) {
    return switch (this) {
      case VALUE -> property.settableType().name();
      case NESTED_BUILDER -> builderConsumer((RecordType) property.type());
      case VARARGS -> ArrayTypeName.of(items(property).name());
      case NESTED_BUILDER_VARARGS ->
          ArrayTypeName.of(builderConsumer((RecordType) items(property)));
    };
  }

  /** The name of that parameter. */
  public String parameterName(RecordProperty property) {
    return this == NESTED_BUILDER
        ? new UniqueNames(List.of(property.name(), "builder")).allocate("parts")
        : property.name();
  }

  /** What the method does, in Javadoc's HTML. */
  public String javadoc(RecordProperty property) {
    String name = JavadocHtml.code(property.jsonName());
    return switch (this) {
      case VALUE -> ParameterDocumentation.paragraph(property.parameter());
      case NESTED_BUILDER ->
          "Sets parts of " + name + "; those set before and not now stay as they are.";
      case VARARGS -> "Sets " + name + " to these.";
      case NESTED_BUILDER_VARARGS -> "Sets " + name + " to these, built here.";
    };
  }

  /** Adds to a method what it needs to take any number of items; nothing where it takes none. */
  public void addVarargs(MethodSpec.Builder method, RecordProperty property) {
    if (this != VARARGS && this != NESTED_BUILDER_VARARGS) {
      return;
    }
    method.varargs();
    if (this == NESTED_BUILDER_VARARGS) {
      method.addAnnotation(SafeVarargs.class).addModifiers(Modifier.FINAL);
    }
  }

  private static JavaType items(RecordProperty property) {
    return ((ListType) property.type()).items();
  }

  static TypeName builderConsumer(RecordType part) {
    return ParameterizedTypeName.get(ClassName.get(Consumer.class), part.builder());
  }
}
