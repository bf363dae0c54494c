package dev.callsheet.generator.internal.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.internal.java.naming.EnglishNouns;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaType.EnumConstant;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the Java types for the shapes of a request or a result. */
final class TypeMapper {
  /** What a generated record or its builder has already. */
  private static final List<String> RESERVED =
      List.of("additional", "build", "builder", "of", "toBuilder");

  /** Names of types that are the same in many objects, and mean something else in each. */
  private static final Set<String> SAYS_LITTLE =
      Set.of(
          "Format", "Id", "Item", "Kind", "Level", "Method", "Mode", "Model", "Name", "Option",
          "Options", "State", "Status", "Type", "Value");

  private final TypeNameAllocator names;
  private final boolean isResponse;
  private final Map<Shape.Choice, EnumType> enumerations = new LinkedHashMap<>();
  private final List<JavaType.Generated> declared = new ArrayList<>();

  private TypeMapper(TypeNameAllocator names, boolean isResponse) {
    this.names = names;
    this.isResponse = isResponse;
  }

  /** For what is sent: every value typed as closely as Java can. */
  static TypeMapper forRequest(TypeNameAllocator names) {
    return new TypeMapper(names, false);
  }

  /** For what comes back: lenient, so that a value nobody expected can be read all the same. */
  static TypeMapper forResponse(TypeNameAllocator names) {
    return new TypeMapper(names, true);
  }

  /** The types that need files of their own, in the order met. */
  List<JavaType.Generated> declared() {
    return List.copyOf(declared);
  }

  /** The record for the members of an object that is put together little by little. */
  RecordType recordType(
      ClassName name, String description, Shape.Structure shape, Set<String> reserved) {
    return recordType(name, description, shape, reserved, false);
  }

  /** {@code isWhole} says that an object is made at once, so that it has what it requires. */
  private RecordType recordType(
      ClassName name,
      String description,
      Shape.Structure shape,
      Set<String> reserved,
      boolean isWhole) {
    UniqueNames members = new UniqueNames(RESERVED);
    reserved.forEach(members::allocate);
    List<RecordProperty> properties = new ArrayList<>();
    for (Parameter member : shape.members()) {
      Parameter parameter = NullRemoval.withoutNull(member);
      boolean isNullable = isNullable(member.shape());
      JavaType type = javaType(parameter.shape(), parameter, name.simpleName(), null, false);
      properties.add(
          new RecordProperty(
              parameter,
              members.allocate(Identifiers.memberName(javaName(parameter))),
              isNullable ? new NullableType(type, false) : type,
              isConstant(member),
              !isResponse && isWhole && member.required() && !isConstant(member)));
    }
    return new RecordType(name, description, List.copyOf(properties), null, !isResponse);
  }

  private boolean isConstant(Parameter parameter) {
    return !isResponse
        && parameter.required()
        && parameter.shape() instanceof Shape.Choice choice
        && choice.isConstant()
        && !choice.values().get(0).isNull();
  }

  /** What comes back may be null anywhere, which is as good as nothing. */
  private boolean isNullable(Shape shape) {
    return !isResponse && NullRemoval.allowsNull(shape);
  }

  /** The type of what stands in a list or an object. */
  private JavaType partType(Shape shape, Parameter parameter, String parent) {
    return isNullable(shape)
        ? new NullableType(
            javaType(NullRemoval.withoutNull(shape), parameter, parent, null, true), true)
        : javaType(shape, parameter, parent, null, true);
  }

  /**
   * @param within the name of a type inside another; null for one with its own file
   * @param isWhole whether values are made at once, as items of lists are
   */
  private JavaType javaType(
      Shape shape,
      Parameter parameter,
      String parent,
      @Nullable ClassName within,
      boolean isWhole) {
    return shape.accept(
        new ShapeVisitor<JavaType>() {
          @Override
          public JavaType visitScalar(Shape.Scalar scalar) {
            return new JdkType(
                isResponse
                    ? ScalarTypes.responseType(scalar, parameter.name())
                    : ScalarTypes.requestType(scalar));
          }

          @Override
          public JavaType visitChoice(Shape.Choice choice) {
            return choice(choice, parameter, parent, within);
          }

          @Override
          public JavaType visitStructure(Shape.Structure structure) {
            return structure(structure, parameter, parent, within, isWhole);
          }

          @Override
          public JavaType visitDictionary(Shape.Dictionary dictionary) {
            Shape values = dictionary.values();
            return new MapType(
                isResponse || values == null
                    ? new JdkType(Object.class)
                    : partType(values, parameter, parent));
          }

          @Override
          public JavaType visitSequence(Shape.Sequence list) {
            return new ListType(partType(list.items(), parameter, parent));
          }

          @Override
          public JavaType visitUnion(Shape.Union union) {
            return union(union, parameter, parent);
          }
        });
  }

  private RecordType structure(
      Shape.Structure shape,
      Parameter parameter,
      String parent,
      @Nullable ClassName within,
      boolean isWhole) {
    ClassName name = within == null ? allocateName(parameter, parent) : within;
    RecordType type =
        recordType(name, parameter.metadata().description(), shape, Set.of(), isWhole);
    if (within == null) {
      declared.add(type);
    }
    return type;
  }

  private JavaType choice(
      Shape.Choice choice, Parameter parameter, String parent, @Nullable ClassName within) {
    boolean isOnlyNull = choice.values().stream().allMatch(JsonNode::isNull);
    if (isResponse
        || isOnlyNull
        || isConstant(parameter)
        || JsonKind.of(choice) == JsonKind.BOOLEAN) {
      return new JdkType(JsonKind.of(choice).javaType());
    }
    if (isOfIntegers(choice)) {
      return new JdkType(Integer.class);
    }
    EnumType known = enumerations.get(choice);
    if (within == null
        && known != null
        && possibleNames(parameter, parent).get(0).equals(known.name().simpleName())) {
      return known;
    }
    ClassName name = within == null ? allocateName(parameter, parent) : within;
    EnumType type =
        new EnumType(
            name, parameter.metadata().description(), constants(choice, name.simpleName()));
    if (within == null) {
      declared.add(type);
      enumerations.put(choice, type);
    }
    return type;
  }

  /** Such values are quantities: a name for {@code 5} would only be another way to write it. */
  private static boolean isOfIntegers(Shape.Choice choice) {
    return choice.values().stream().allMatch(JavaLiterals::isInt);
  }

  private static List<EnumConstant> constants(Shape.Choice choice, String kind) {
    // Where a script knows no capitals, a constant could have the name of its type.
    UniqueNames scope =
        kind.equals(kind.toUpperCase(Locale.ROOT))
            ? new UniqueNames(List.of(kind))
            : new UniqueNames();
    List<EnumConstant> constants = new ArrayList<>();
    for (Shape.Option option : choice.options()) {
      String text = constantText(option.value());
      constants.add(
          new EnumConstant(
              scope.allocate(Identifiers.constantName(text, kind)),
              option.value(),
              option.description(),
              option.deprecation()));
    }
    return constants;
  }

  private static String constantText(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    return value.isNumber()
        ? value.decimalValue().toPlainString().replace('.', '_')
        : value.toString();
  }

  /** An interface where the kind of JSON value tells the forms apart, any object where not. */
  private JavaType union(Shape.Union union, Parameter parameter, String parent) {
    List<JsonKind> kinds =
        union.alternatives().stream().map(each -> JsonKind.of(each.shape())).toList();
    if (isResponse || kinds.contains(JsonKind.ANY) || Set.copyOf(kinds).size() < kinds.size()) {
      return new JdkType(Object.class);
    }
    ClassName name = allocateName(parameter, parent);
    UniqueNames scope = new UniqueNames(TypeNameAllocator.RESERVED);
    scope.allocate(name.simpleName());
    List<UnionVariant> variants = new ArrayList<>();
    for (Shape.Alternative each : union.alternatives()) {
      String usual = JsonKind.of(each.shape()).defaultVariantName();
      String called = each.title().isBlank() ? usual : Identifiers.typeName(each.title());
      ClassName variant = name.nestedClass(scope.allocate(called, usual, called + "Form"));
      variants.add(
          new UnionVariant(
              variant,
              each.description(),
              javaType(each.shape(), parameter, name.simpleName(), variant, true)));
    }
    UnionType type = new UnionType(name, parameter.metadata().description(), List.copyOf(variants));
    declared.add(type);
    return type;
  }

  private ClassName allocateName(Parameter parameter, String parent) {
    return names.allocate(possibleNames(parameter, parent).toArray(String[]::new));
  }

  /** Best first: a name that says nothing by itself follows that of the object around it. */
  private List<String> possibleNames(Parameter parameter, String parent) {
    String simple = simpleName(parameter);
    boolean isAtTop = parameter.path().memberNames().size() == 1;
    return SAYS_LITTLE.contains(simple) && !isAtTop
        ? List.of(parent + simple)
        : List.of(simple, parent + simple);
  }

  private static String simpleName(Parameter parameter) {
    String name = javaName(parameter);
    return Identifiers.typeName(isList(parameter.shape()) ? EnglishNouns.singular(name) : name);
  }

  private static boolean isList(Shape shape) {
    return shape instanceof Shape.Sequence;
  }

  private static String javaName(Parameter parameter) {
    return parameter.javaName() == null ? parameter.name() : parameter.javaName();
  }
}
