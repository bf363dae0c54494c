package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.validation.Requirements;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/**
 * Facets as conditions on typed values: false of a value that is not provided, and {@link
 * BooleanExpression#TRUE} where the type already says it or the facet says nothing of such values.
 */
final class FacetConditions {
  private final AccessorMethods accessors;
  private final RegexConstants regexConstants;
  private final PatternVariableNames patternVariables = new PatternVariableNames();
  private final EqualityConditions equality = new EqualityConditions(patternVariables);

  FacetConditions(AccessorMethods accessors, RegexConstants patterns) {
    this.accessors = accessors;
    this.regexConstants = patterns;
  }

  /** Begins a method, which has names of its own for the forms of values. */
  void startMethod() {
    patternVariables.startMethod();
  }

  /** The value matches. */
  BooleanExpression condition(TypedExpression value, SchemaFragment fragment) {
    return BooleanExpression.and(
        fragment.facets().stream().map(facet -> condition(value, facet)).toList());
  }

  /** The facet holds of the value. */
  BooleanExpression condition(TypedExpression value, Facet facet) {
    return facet.accept(new FacetCondition(value));
  }

  /** The condition that a facet holds of one value. */
  private final class FacetCondition implements FacetVisitor<BooleanExpression> {
    private final TypedExpression value;

    FacetCondition(TypedExpression value) {
      this.value = value;
    }

    @Override
    public BooleanExpression visitOfType(Facet.OfType facet) {
      return value.type() instanceof UnionType union && isDecidedByForm(union, facet.type())
          ? JsonTypeConditions.variantCondition(value, union, facet.type())
          : ofForms(facet, form -> isOfType(form, facet.type()));
    }

    @Override
    public BooleanExpression visitOneOf(Facet.OneOf facet) {
      return BooleanExpression.or(
          facet.values().stream().map(each -> equality.equalTo(value, each)).toList());
    }

    @Override
    public BooleanExpression visitRange(Facet.Range facet) {
      return of(JsonType.NUMBER, facet, number -> range(number, facet));
    }

    @Override
    public BooleanExpression visitMultipleOf(Facet.MultipleOf facet) {
      return of(
          JsonType.NUMBER,
          facet,
          number ->
              BooleanExpression.atom(
                  "$T.isMultiple($L, $L)",
                  RuntimeTypes.VALUES,
                  number,
                  JavaLiterals.number(facet.divisor())));
    }

    @Override
    public BooleanExpression visitLength(Facet.Length facet) {
      return ofText(
          facet,
          text ->
              countRange(
                  RuntimeTypes.TEXTS,
                  "hasLength",
                  facet.unit() == LengthUnit.CODE_POINTS
                      ? text
                      : new TypedExpression(
                          text.type(),
                          Expression.of("$L, $T.$L", text, LengthUnit.class, facet.unit().name())),
                  facet.minimum(),
                  facet.maximum()));
    }

    @Override
    public BooleanExpression visitPattern(Facet.Pattern facet) {
      return ofText(
          facet,
          text ->
              BooleanExpression.atom(
                  "$N.isFoundIn($L)", regexConstants.constantName(facet.regex(), "PATTERN"), text));
    }

    @Override
    public BooleanExpression visitFormat(Facet.Format facet) {
      return StringFormat.forKeyword(facet.name())
          .map(known -> of(JsonType.STRING, facet, text -> format(text, known)))
          .orElse(BooleanExpression.TRUE);
    }

    @Override
    public BooleanExpression visitAccepts(Facet.Accepts facet) {
      return ofText(
          facet,
          text ->
              BooleanExpression.or(
                  facet.sources().stream()
                      .map(source -> media(source, facet.kind(), text))
                      .toList()));
    }

    @Override
    public BooleanExpression visitItemCount(Facet.ItemCount facet) {
      return of(
          JsonType.ARRAY,
          facet,
          list ->
              countRange(RuntimeTypes.VALUES, "hasItems", list, facet.minimum(), facet.maximum()));
    }

    @Override
    public BooleanExpression visitMemberCount(Facet.MemberCount facet) {
      return of(
          JsonType.OBJECT,
          facet,
          object ->
              countRange(
                  RuntimeTypes.VALUES, "hasMembers", object, facet.minimum(), facet.maximum()));
    }

    @Override
    public BooleanExpression visitUniqueItems(Facet.UniqueItems facet) {
      return of(JsonType.ARRAY, facet, list -> call(RuntimeTypes.VALUES, "areDistinct", list));
    }

    @Override
    public BooleanExpression visitContains(Facet.Contains facet) {
      return of(
          JsonType.ARRAY,
          facet,
          list -> {
            TypedExpression item = AccessorMethods.lambdaItem(list);
            return anyItem(list, item, condition(item, facet.fragment()));
          });
    }

    @Override
    public BooleanExpression visitNot(Facet.Not facet) {
      return condition(value, facet.fragment()).not();
    }

    @Override
    public BooleanExpression visitHasMember(Facet.HasMember facet) {
      ParameterPath path = ParameterPath.ROOT.member(facet.name());
      return of(
          JsonType.OBJECT,
          facet,
          object ->
              BooleanExpression.and(
                  List.of(
                      accessors.providedAt(object, path),
                      condition(accessors.valueAt(object, path), facet.fragment()))));
    }

    private BooleanExpression ofText(
        Facet facet, Function<TypedExpression, BooleanExpression> condition) {
      return of(JsonType.STRING, facet, text -> condition.apply(JsonTypeConditions.asText(text)));
    }

    /** The condition on values of a type of JSON's; the facet says nothing of others. */
    private BooleanExpression of(
        JsonType subject, Facet facet, Function<TypedExpression, BooleanExpression> condition) {
      return ofForms(
          facet,
          form ->
              JsonTypeConditions.hasJsonType(form.type(), subject)
                  ? condition.apply(form)
                  : BooleanExpression.TRUE);
    }

    /** The condition on the value, or on the form that it has. */
    private BooleanExpression ofForms(
        Facet facet, Function<TypedExpression, BooleanExpression> condition) {
      return value
          .type()
          .accept(
              new JavaTypeVisitor<>() {
                @Override
                public BooleanExpression visitJdk(JdkType type) {
                  return condition.apply(value);
                }

                @Override
                public BooleanExpression visitList(ListType type) {
                  return condition.apply(value);
                }

                @Override
                public BooleanExpression visitMap(MapType type) {
                  return condition.apply(value);
                }

                @Override
                public BooleanExpression visitNullable(NullableType type) {
                  return nullableCondition(value, type, facet);
                }

                @Override
                public BooleanExpression visitEnum(EnumType type) {
                  return equality.matchingConstant(value, type, facet);
                }

                @Override
                public BooleanExpression visitRecord(RecordType type) {
                  return condition.apply(value);
                }

                @Override
                public BooleanExpression visitUnion(UnionType type) {
                  return unionCondition(value, type, facet);
                }
              });
    }
  }

  /** Null in JSON is a value like any other: the facet says nothing of it, or excludes it. */
  private BooleanExpression nullableCondition(
      TypedExpression value, NullableType type, Facet facet) {
    BooleanExpression ofValue = condition(AccessorMethods.orNull(value, type), facet);
    if (FacetPredicates.of(facet).test(NullNode.getInstance())) {
      return BooleanExpression.or(List.of(isNull(value, type), ofValue));
    }
    return ofValue.equals(BooleanExpression.TRUE) || ofValue.hasNegation()
        ? BooleanExpression.and(List.of(isNull(value, type).not(), ofValue))
        : ofValue;
  }

  /** The value is provided, and null in JSON. */
  static BooleanExpression isNull(TypedExpression value, NullableType type) {
    return type.isPart()
        ? BooleanExpression.comparison("$L == null", value)
        : call(RuntimeTypes.VALUES, "isNull", value);
  }

  private static BooleanExpression isOfType(TypedExpression value, JsonType type) {
    if (isPerhapsInteger(value.type(), type)) {
      return BooleanExpression.atom("$T.isMultiple($L, 1)", RuntimeTypes.VALUES, value);
    }
    boolean isPossible =
        JsonTypeConditions.hasJsonType(value.type(), type)
            || JsonTypeConditions.isJdkType(value.type(), Object.class);
    return isPossible ? BooleanExpression.TRUE : BooleanExpression.FALSE;
  }

  /** Whether an integer is asked for where a value is a number that may be whole. */
  private static boolean isPerhapsInteger(JavaType java, JsonType type) {
    return type == JsonType.INTEGER
        && java instanceof JdkType plain
        && plain.isNumber()
        && !JsonTypeConditions.hasJsonType(java, type);
  }

  private static boolean isDecidedByForm(UnionType union, JsonType type) {
    return union.variants().stream().noneMatch(form -> isPerhapsInteger(form.type(), type));
  }

  private static BooleanExpression range(TypedExpression value, Facet.Range range) {
    return BooleanExpression.and(
        Requirements.ofBounds(range, "").stream()
            .map(
                bound ->
                    BooleanExpression.atom(
                        "$T.$L($L, $L)",
                        RuntimeTypes.VALUES,
                        RequirementExpressions.methodName(bound.side()),
                        value,
                        JavaLiterals.number((BigDecimal) bound.number())))
            .toList());
  }

  private static BooleanExpression format(TypedExpression value, StringFormat format) {
    TypedExpression text = JsonTypeConditions.asText(value);
    return switch (format) {
      case TEXT -> call(RuntimeTypes.TEXTS, "isText", text);
      case UUID ->
          JsonTypeConditions.isJdkType(value.type(), UUID.class)
              ? BooleanExpression.TRUE
              : call(RuntimeTypes.TEXTS, "isUuid", text);
      case UUID4 ->
          call(
              RuntimeTypes.TEXTS,
              "isUuid4",
              JsonTypeConditions.isJdkType(value.type(), UUID.class) ? value : text);
      case URI ->
          call(
              RuntimeTypes.TEXTS,
              "isAbsolute",
              JsonTypeConditions.isJdkType(value.type(), URI.class) ? value : text);
      case DATE_TIME -> call(RuntimeTypes.TEXTS, "isDateTime", text);
    };
  }

  private static BooleanExpression media(
      MediaSource source, @Nullable MediaKind kind, TypedExpression text) {
    return switch (source) {
      case UUID -> call(RuntimeTypes.TEXTS, "isUuid", text);
      case URL -> call(RuntimeTypes.TEXTS, "isUrl", text);
      case DATA_URI -> bytes("isDataUri", kind, text);
      case BASE64 -> bytes("isBase64", kind, text);
    };
  }

  private static BooleanExpression bytes(
      String method, @Nullable MediaKind kind, TypedExpression text) {
    return kind == null
        ? call(RuntimeTypes.TEXTS, method, text)
        : BooleanExpression.atom(
            "$T.$L($L, $T.$L)", RuntimeTypes.TEXTS, method, text, MediaKind.class, kind.name());
  }

  private BooleanExpression unionCondition(TypedExpression value, UnionType union, Facet facet) {
    List<BooleanExpression> all = new ArrayList<>();
    for (UnionVariant variant : union.variants()) {
      String name = patternVariables.next();
      BooleanExpression holds =
          condition(
              variant.isWrapped()
                  ? new TypedExpression(variant.type(), Expression.of("$N.value()", name))
                  : TypedExpression.local(variant.type(), name),
              facet);
      if (!holds.equals(BooleanExpression.TRUE)) {
        all.add(
            BooleanExpression.and(
                    List.of(
                        BooleanExpression.comparison(
                            "$L instanceof $T $N", value, variant.name(), name),
                        holds.not()))
                .not());
      }
    }
    return BooleanExpression.and(all);
  }

  /** At least one item of a list is as wanted. */
  static BooleanExpression anyItem(
      TypedExpression list, TypedExpression item, BooleanExpression wanted) {
    return BooleanExpression.atom(
        "$T.anyMatch($L,$W$L -> $L)", RuntimeTypes.VALUES, list, item, wanted);
  }

  private static BooleanExpression countRange(
      ClassName type,
      String method,
      TypedExpression value,
      @Nullable Integer minimum,
      @Nullable Integer maximum) {
    return BooleanExpression.atom(
        "$T.$L($L, $L, $L)",
        type,
        method,
        value,
        minimum == null ? "0" : minimum,
        maximum == null ? "Integer.MAX_VALUE" : maximum);
  }

  private static BooleanExpression call(ClassName type, String method, TypedExpression value) {
    return BooleanExpression.atom("$T.$L($L)", type, method, value);
  }
}
