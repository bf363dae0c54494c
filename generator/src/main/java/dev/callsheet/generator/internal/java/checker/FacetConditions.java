package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facets as conditions on typed values: false of a value that is not provided. */
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

  /** The value matches; what its type already says is left out. */
  BooleanExpression condition(TypedExpression value, SchemaFragment fragment) {
    return BooleanExpression.and(
        fragment.facets().stream().map(facet -> condition(value, facet)).toList());
  }

  /**
   * The facet holds of the value; {@link BooleanExpression#TRUE} where it says nothing of such
   * values.
   */
  BooleanExpression condition(TypedExpression value, Facet facet) {
    if (facet instanceof Facet.OfType of) {
      return JsonTypeConditions.typeCondition(value, of.type());
    }
    if (facet instanceof Facet.OneOf of) {
      return BooleanExpression.or(
          of.values().stream().map(each -> equality.equalTo(value, each)).toList());
    }
    if (facet instanceof Facet.Not not) {
      return condition(value, not.fragment()).not();
    }
    if (value.type() instanceof JdkType plain) {
      return plain.isNumber() ? numberCondition(value, facet) : textCondition(value, plain, facet);
    }
    if (value.type() instanceof ListType) {
      return listCondition(value, facet);
    }
    if (value.type() instanceof RecordType && facet instanceof Facet.HasMember member) {
      return memberCondition(value, member);
    }
    return value.type() instanceof UnionType union
        ? unionCondition(value, union, facet)
        : BooleanExpression.TRUE;
  }

  private static BooleanExpression numberCondition(TypedExpression value, Facet facet) {
    if (facet instanceof Facet.Range range) {
      List<BooleanExpression> bounds = new ArrayList<>();
      addBound(value, range.minimum(), range.minimumExclusive() ? "moreThan" : "atLeast", bounds);
      addBound(value, range.maximum(), range.maximumExclusive() ? "lessThan" : "atMost", bounds);
      return BooleanExpression.and(bounds);
    }
    return facet instanceof Facet.MultipleOf step
        ? BooleanExpression.atom(
            "$T.isMultiple($L, $L)",
            RuntimeTypes.VALUES,
            value,
            JavaLiterals.number(step.divisor()))
        : BooleanExpression.TRUE;
  }

  private static void addBound(
      TypedExpression value,
      @Nullable BigDecimal bound,
      String method,
      List<BooleanExpression> bounds) {
    if (bound != null) {
      bounds.add(
          BooleanExpression.atom(
              "$T.$L($L, $L)", RuntimeTypes.VALUES, method, value, JavaLiterals.number(bound)));
    }
  }

  private BooleanExpression textCondition(TypedExpression value, JdkType plain, Facet facet) {
    if (facet instanceof Facet.Format format) {
      return formatCondition(value, plain, format.name());
    }
    TypedExpression text = JsonTypeConditions.asText(value);
    if (!JsonTypeConditions.isJdkType(text.type(), String.class)) {
      return BooleanExpression.TRUE;
    }
    if (facet instanceof Facet.Length length) {
      return countRange(RuntimeTypes.TEXTS, "hasLength", text, length.minimum(), length.maximum());
    }
    if (facet instanceof Facet.Pattern pattern) {
      return BooleanExpression.atom(
          "$N.isFoundIn($L)", regexConstants.constantName(pattern.regex(), "PATTERN"), text);
    }
    return facet instanceof Facet.Accepts accepts
        ? BooleanExpression.or(
            accepts.sources().stream()
                .map(source -> call(RuntimeTypes.TEXTS, predicate(source), text))
                .toList())
        : BooleanExpression.TRUE;
  }

  private static BooleanExpression formatCondition(
      TypedExpression value, JdkType plain, String format) {
    if (plain.type().equals(UUID.class)) {
      return format.equals("uuid4")
          ? call(RuntimeTypes.TEXTS, "isUuid4", value)
          : BooleanExpression.TRUE;
    }
    if (plain.type().equals(URI.class)) {
      return format.equals("uri")
          ? call(RuntimeTypes.TEXTS, "isAbsolute", value)
          : BooleanExpression.TRUE;
    }
    return plain.type().equals(String.class) && format.equals("date-time")
        ? call(RuntimeTypes.TEXTS, "isDateTime", value)
        : BooleanExpression.TRUE;
  }

  private static String predicate(MediaSource source) {
    return switch (source) {
      case UUID -> "isUuid";
      case URL -> "isUrl";
      case DATA_URI -> "isDataUri";
      case BASE64 -> "isBase64";
    };
  }

  private BooleanExpression listCondition(TypedExpression value, Facet facet) {
    if (facet instanceof Facet.ItemCount items) {
      return countRange(RuntimeTypes.VALUES, "hasItems", value, items.minimum(), items.maximum());
    }
    if (facet instanceof Facet.UniqueItems) {
      return call(RuntimeTypes.VALUES, "areDistinct", value);
    }
    if (facet instanceof Facet.Contains contains) {
      TypedExpression item = AccessorMethods.lambdaItem(value);
      return anyItem(value, item, condition(item, contains.fragment()));
    }
    return BooleanExpression.TRUE;
  }

  private BooleanExpression memberCondition(TypedExpression value, Facet.HasMember member) {
    ParameterPath path = ParameterPath.ROOT.member(member.name());
    return BooleanExpression.and(
        List.of(
            accessors.providedAt(value, path),
            condition(accessors.valueAt(value, path), member.fragment())));
  }

  private BooleanExpression unionCondition(TypedExpression value, UnionType union, Facet facet) {
    List<BooleanExpression> all = new ArrayList<>();
    for (UnionVariant variant : union.variants()) {
      String name = patternVariables.next();
      BooleanExpression holds =
          condition(
              variant.type() instanceof JdkType || variant.type() instanceof ListType
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
