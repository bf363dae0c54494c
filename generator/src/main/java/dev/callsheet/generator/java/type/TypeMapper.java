package dev.callsheet.generator.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.type.JavaType.Constant;
import dev.callsheet.generator.java.type.JavaType.Enumeration;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the Java types for the shapes of a request or a result. */
final class TypeMapper {
  /** What a generated record or its builder has already. */
  private static final List<String> RESERVED =
      List.of("additional", "build", "builder", "of", "toBuilder");

  private final TypeNames names;
  private final boolean isResponse;
  private final Map<Shape.Choice, Enumeration> enumerations = new LinkedHashMap<>();
  private final List<JavaType> declared = new ArrayList<>();

  private TypeMapper(TypeNames names, boolean isResponse) {
    this.names = names;
    this.isResponse = isResponse;
  }

  /** For what is sent: every value typed as closely as Java can. */
  static TypeMapper ofRequest(TypeNames names) {
    return new TypeMapper(names, false);
  }

  /** For what comes back: lenient, so that a value nobody expected can be read all the same. */
  static TypeMapper ofResponse(TypeNames names) {
    return new TypeMapper(names, true);
  }

  /** The types that need files of their own, in the order met. */
  List<JavaType> declared() {
    return List.copyOf(declared);
  }

  /** The record for an object's members. */
  Structure structure(
      ClassName name, String description, Shape.Structure shape, Set<String> reserved) {
    Scope members = new Scope(RESERVED);
    reserved.forEach(members::take);
    List<Property> properties = new ArrayList<>();
    for (Parameter member : shape.members()) {
      Parameter parameter = Nullables.withoutNull(member);
      properties.add(
          new Property(
              parameter,
              members.take(Identifiers.member(javaName(parameter))),
              type(parameter.shape(), parameter, name.simpleName(), null),
              isConstant(parameter)));
    }
    return new Structure(name, description, List.copyOf(properties), null);
  }

  private boolean isConstant(Parameter parameter) {
    return !isResponse
        && parameter.required()
        && parameter.shape() instanceof Shape.Choice choice
        && choice.isConstant();
  }

  /** {@code within} is the interface that a type belongs to; null for one with its own file. */
  private JavaType type(
      Shape shape, Parameter parameter, String parent, @Nullable ClassName within) {
    if (shape instanceof Shape.Scalar scalar) {
      return new Plain(
          isResponse ? Scalars.inResponse(scalar, parameter.name()) : Scalars.inRequest(scalar));
    }
    if (shape instanceof Shape.Choice choice) {
      return choice(choice, parameter, parent, within);
    }
    if (shape instanceof Shape.Sequence list) {
      return new ListOf(type(list.items(), parameter, parent, null));
    }
    if (shape instanceof Shape.Structure structure) {
      ClassName name = within == null ? take(parameter, parent) : within;
      Structure type = structure(name, parameter.notes().description(), structure, Set.of());
      if (within == null) {
        declared.add(type);
      }
      return type;
    }
    return union((Shape.Union) shape, parameter, parent);
  }

  private JavaType choice(
      Shape.Choice choice, Parameter parameter, String parent, @Nullable ClassName within) {
    if (isResponse || isConstant(parameter) || Kinds.of(choice) == Kinds.BOOLEAN) {
      return new Plain(Kinds.of(choice).type());
    }
    Enumeration known = enumerations.get(choice);
    if (within == null && known != null && known.name().simpleName().equals(simple(parameter))) {
      return known;
    }
    ClassName name = within == null ? take(parameter, parent) : within;
    Enumeration type =
        new Enumeration(
            name, parameter.notes().description(), constants(choice, name.simpleName()));
    if (within == null) {
      declared.add(type);
      enumerations.put(choice, type);
    }
    return type;
  }

  private static List<Constant> constants(Shape.Choice choice, String kind) {
    // Where a script knows no capitals, a constant could have the name of its type.
    Scope scope =
        kind.equals(kind.toUpperCase(Locale.ROOT)) ? new Scope(List.of(kind)) : new Scope();
    List<Constant> constants = new ArrayList<>();
    for (Shape.Option option : choice.options()) {
      String text =
          option.value().isString() ? option.value().stringValue() : option.value().toString();
      constants.add(
          new Constant(
              scope.take(Identifiers.constant(text, kind)), option.value(), option.description()));
    }
    return constants;
  }

  /** An interface where the kind of JSON value tells the forms apart, any object where not. */
  private JavaType union(Shape.Union union, Parameter parameter, String parent) {
    List<Kinds> kinds = union.alternatives().stream().map(each -> Kinds.of(each.shape())).toList();
    if (isResponse || kinds.contains(Kinds.ANY) || Set.copyOf(kinds).size() < kinds.size()) {
      return new Plain(Object.class);
    }
    ClassName name = take(parameter, parent);
    Scope scope = new Scope(List.of(name.simpleName(), "Builder", "String", "Integer", "Object"));
    List<Variant> variants = new ArrayList<>();
    for (Shape.Alternative each : union.alternatives()) {
      String called =
          each.title().isBlank() ? Kinds.of(each.shape()).title() : Identifiers.type(each.title());
      ClassName variant = name.nestedClass(scope.take(called, called + "Form"));
      variants.add(
          new Variant(
              variant,
              each.description(),
              type(each.shape(), parameter, name.simpleName(), variant)));
    }
    Union type = new Union(name, parameter.notes().description(), List.copyOf(variants));
    declared.add(type);
    return type;
  }

  private ClassName take(Parameter parameter, String parent) {
    String simple = simple(parameter);
    return names.take(simple, parent + simple);
  }

  private static String simple(Parameter parameter) {
    String name = javaName(parameter);
    return Identifiers.type(isList(parameter.shape()) ? Identifiers.singular(name) : name);
  }

  private static boolean isList(Shape shape) {
    return shape instanceof Shape.Sequence;
  }

  private static String javaName(Parameter parameter) {
    return parameter.javaName() == null ? parameter.name() : parameter.javaName();
  }
}
