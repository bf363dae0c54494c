package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Small methods that reach into a request: the value at a path, and whether there is one. */
final class AccessorMethods {
  private final RecordType request;
  private final UniqueNames uniqueNames;
  private final @Nullable PresenceBits presenceBits;
  private final Map<String, String> methodNames = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  /** Methods take their names from {@code names}. */
  AccessorMethods(RecordType request, UniqueNames names) {
    this(request, names, null);
  }

  /** As above; whether a parameter is provided is read from its presence bit where it has one. */
  AccessorMethods(RecordType request, UniqueNames names, @Nullable PresenceBits bits) {
    this.request = request;
    this.uniqueNames = names;
    this.presenceBits = bits;
  }

  /** All methods asked for so far. */
  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /** The name that generated code has for an object. */
  static String variableName(JavaType type) {
    String simple = type.name().withoutAnnotations().toString();
    return CheckMethods.localName(simple.substring(simple.lastIndexOf('.') + 1), List.of());
  }

  /** The value at a path of members; nothing is at the end of a path that the types do not have. */
  TypedExpression valueAt(TypedExpression owner, ParameterPath path) {
    if (path.isRoot()) {
      return owner;
    }
    TypedExpression parent = unwrapped(valueAt(owner, path.parent()));
    PropertyAccess step = PropertyAccess.ofMember(parent.type(), path.lastName());
    if (path.steps().size() == 1 && owner.type() instanceof RecordType) {
      Expression value = Expression.of("$L.$N()", owner, step.property().name());
      return new TypedExpression(
          step.property().type(), step.isPrimitive() ? step.boxed(value) : value);
    }
    String key = "value " + owner.type().name() + " " + path;
    String method = methodNames.get(key);
    if (method == null) {
      method =
          uniqueNames.allocate(
              joinedMemberNames(path, 1), joinedMemberNames(path, 2), joinedMemberNames(path, 99));
      methodNames.put(key, method);
      methods.add(valueMethod(method, owner, path, step));
    }
    return new TypedExpression(step.property().type(), Expression.of("$N($L)", method, owner));
  }

  /** Whether something is provided at a path of members. */
  BooleanExpression providedAt(TypedExpression owner, ParameterPath path) {
    if (path.isRoot()) {
      return BooleanExpression.TRUE;
    }
    PropertyAccess step = PropertyAccess.ofPath(owner.type(), path);
    if (step.property().isConstant() && step.variant().isEmpty()) {
      return providedAt(owner, path.parent());
    }
    if (presenceBits != null && owner.type().equals(request)) {
      Optional<BooleanExpression> bit = presenceBits.providedCondition(path);
      if (bit.isPresent()) {
        return bit.get();
      }
    }
    String key = "has " + owner.type().name() + " " + path;
    String method = methodNames.get(key);
    if (method == null) {
      method =
          uniqueNames.allocate(
              presenceMethodName(path, 1),
              presenceMethodName(path, 2),
              presenceMethodNameInOwner(owner, path),
              presenceMethodName(path, 99));
      methodNames.put(key, method);
      methods.add(presenceMethod(method, owner, path, step));
    }
    return BooleanExpression.atom("$N($L)", method, owner);
  }

  /** The list that the last {@code []} of a path walks; those before it are joined into one. */
  TypedExpression listAt(TypedExpression owner, ParameterPath path) {
    ParameterPath before = path.beforeLastList();
    if (!before.leadsThroughLists()) {
      return listOf(valueAt(owner, before));
    }
    TypedExpression items = listAt(owner, before);
    TypedExpression item = lambdaItem(items);
    TypedExpression list = listOf(valueAt(item, before.afterLastList()));
    return new TypedExpression(
        list.type(),
        Expression.of("$T.flatten($L, $L -> $L)", RuntimeTypes.ARITHMETIC, items, item, list));
  }

  /** The list that a value is, in one of its forms or where it is not null in JSON. */
  static TypedExpression listOf(TypedExpression value) {
    TypedExpression plain = unwrapped(value);
    if (!(plain.type() instanceof UnionType union)) {
      return plain;
    }
    return union.variants().stream()
        .filter(form -> form.type() instanceof ListType)
        .findFirst()
        .map(
            form ->
                new TypedExpression(
                    form.type(),
                    Expression.of(
                        "($L instanceof $T form ? form.value() : null)", plain, form.name())))
        .orElseThrow();
  }

  /** The value, null where it is null in JSON. */
  static TypedExpression unwrapped(TypedExpression value) {
    return value.type() instanceof NullableType type ? orNull(value, type) : value;
  }

  /** The value, null where it is null in JSON. */
  static TypedExpression orNull(TypedExpression value, NullableType type) {
    return new TypedExpression(
        type.value(),
        type.isPart() ? value : Expression.of("$T.orNull($L)", RuntimeTypes.VALUES, value));
  }

  /** An item of a list, under the name it has in a lambda. */
  static TypedExpression lambdaItem(TypedExpression list) {
    Variable name = list.uses().contains(Variable.ITEM) ? Variable.INNER_ITEM : Variable.ITEM;
    return new TypedExpression(((ListType) list.type()).items(), Expression.variable(name));
  }

  private MethodSpec valueMethod(
      String name, TypedExpression owner, ParameterPath path, PropertyAccess step) {
    TypedExpression parent = parent(owner, path);
    TypeName type = GeneratedAnnotations.nullable(step.property().type().name());
    return startMethod(name, owner)
        .returns(type)
        .addStatement("$T $N = $L", parent.type().name(), "parent", parent.code())
        .addStatement("return $L", step.valueFrom("parent"))
        .build();
  }

  private MethodSpec presenceMethod(
      String name, TypedExpression owner, ParameterPath path, PropertyAccess step) {
    MethodSpec.Builder method = startMethod(name, owner).returns(boolean.class);
    TypedExpression parent = parent(owner, path);
    if (path.steps().size() == 1 && owner.type() instanceof RecordType) {
      return method
          .addStatement("return $N.$N() != null", parameterName(owner), step.property().name())
          .build();
    }
    return method
        .addStatement("$T $N = $L", parent.type().name(), "parent", parent.code())
        .addStatement("return $L", step.presenceIn("parent"))
        .build();
  }

  private TypedExpression parent(TypedExpression owner, ParameterPath path) {
    return unwrapped(
        valueAt(TypedExpression.local(owner.type(), parameterName(owner)), path.parent()));
  }

  private MethodSpec.Builder startMethod(String name, TypedExpression owner) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(owner.type().name(), parameterName(owner));
  }

  private String parameterName(TypedExpression owner) {
    return owner.type().equals(request)
        ? Variable.REQUEST.variableName()
        : variableName(owner.type());
  }

  private static String presenceMethodName(ParameterPath path, int words) {
    String name = joinedMemberNames(path, words);
    return "has" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String presenceMethodNameInOwner(TypedExpression owner, ParameterPath path) {
    return Identifiers.memberName(
        "has-" + variableName(owner.type()) + "-" + joinedMemberNames(path, 1));
  }

  /** The last names of a path as one. */
  private static String joinedMemberNames(ParameterPath path, int words) {
    List<String> members = path.memberNames();
    return Identifiers.memberName(
        String.join("-", members.subList(Math.max(0, members.size() - words), members.size())));
  }
}
