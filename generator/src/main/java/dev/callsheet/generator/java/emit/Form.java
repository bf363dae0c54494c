package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.prose.ParameterProse;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** A form in which builders take the value of a property. */
public enum Form {
  /** The value itself. */
  WHOLE,
  /** An object, part by part: {@code inputs(in -> in.video("..."))}. */
  PARTS,
  /** A list, item by item; not one of lists, whose varargs javac warns of. */
  ITEMS,
  /** A list of objects, each part by part. */
  ITEMS_IN_PARTS;

  /** All forms that there are for a property. */
  public static List<Form> of(Property property) {
    if (property.type() instanceof Structure) {
      return List.of(WHOLE, PARTS);
    }
    if (property.type() instanceof ListOf list && !(list.items() instanceof ListOf)) {
      return list.items() instanceof Structure
          ? List.of(WHOLE, ITEMS, ITEMS_IN_PARTS)
          : List.of(WHOLE, ITEMS);
    }
    return List.of(WHOLE);
  }

  /** The type of a method's parameter that takes it so; varargs as an array. */
  public TypeName type(Property property) {
    return switch (this) {
      case WHOLE -> property.type().name();
      case PARTS -> consumer((Structure) property.type());
      case ITEMS -> ArrayTypeName.of(items(property).name());
      case ITEMS_IN_PARTS -> ArrayTypeName.of(consumer((Structure) items(property)));
    };
  }

  /** The name of that parameter. */
  public String parameter(Property property) {
    return this == PARTS
        ? new Scope(List.of(property.name(), "builder")).take("parts")
        : property.name();
  }

  /** What the method does, in Javadoc's HTML. */
  public String doc(Property property) {
    String name = Markup.code(property.json());
    return switch (this) {
      case WHOLE -> ParameterProse.of(property.parameter());
      case PARTS -> "Sets parts of " + name + "; those set before and not now stay as they are.";
      case ITEMS -> "Sets " + name + " to these.";
      case ITEMS_IN_PARTS -> "Sets " + name + " to these, built here.";
    };
  }

  /** Adds to a method what it needs to take any number of items; nothing where it takes none. */
  public void addVarargs(MethodSpec.Builder method, Property property) {
    if (this != ITEMS && this != ITEMS_IN_PARTS) {
      return;
    }
    method.varargs();
    if (this == ITEMS_IN_PARTS) {
      method.addAnnotation(SafeVarargs.class).addModifiers(Modifier.FINAL);
    }
  }

  private static JavaType items(Property property) {
    return ((ListOf) property.type()).items();
  }

  static TypeName consumer(Structure part) {
    return ParameterizedTypeName.get(ClassName.get(Consumer.class), part.builder());
  }
}
