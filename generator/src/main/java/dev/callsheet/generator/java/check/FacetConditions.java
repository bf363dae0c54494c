package dev.callsheet.generator.java.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.MediaSource;
import dev.callsheet.spec.calculus.Path;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facets as conditions on typed values: false of a value that is not provided. */
final class FacetConditions {
  /** Columns before a lambda that has a line of its own. */
  private static final int LAMBDA = 12;

  private final Accessors accessors;
  private final Patterns patterns;
  private final Bindings bindings = new Bindings();
  private final Equality equality = new Equality(bindings);

  FacetConditions(Accessors accessors, Patterns patterns) {
    this.accessors = accessors;
    this.patterns = patterns;
  }

  /** Begins a method, which has names of its own for the forms of values. */
  void begin() {
    bindings.begin();
  }

  /** The value matches; what its type already says is left out. */
  Condition of(Site value, Fragment fragment) {
    return Condition.and(fragment.facets().stream().map(facet -> of(value, facet)).toList());
  }

  /** The facet holds of the value; {@link Condition#TRUE} where it says nothing of such values. */
  Condition of(Site value, Facet facet) {
    if (facet instanceof Facet.OfType of) {
      return Types.of(value, of.type());
    }
    if (facet instanceof Facet.OneOf of) {
      return Condition.or(of.values().stream().map(each -> equality.of(value, each)).toList());
    }
    if (facet instanceof Facet.Not not) {
      return of(value, not.fragment()).not();
    }
    if (value.type() instanceof Plain plain) {
      return plain.isNumber() ? ofNumber(value, facet) : ofText(value, plain, facet);
    }
    if (value.type() instanceof ListOf) {
      return ofList(value, facet);
    }
    if (value.type() instanceof Structure && facet instanceof Facet.Member member) {
      return ofMember(value, member);
    }
    return value.type() instanceof Union union ? ofUnion(value, union, facet) : Condition.TRUE;
  }

  private static Condition ofNumber(Site value, Facet facet) {
    if (facet instanceof Facet.Range range) {
      List<Condition> bounds = new ArrayList<>();
      add(value, range.minimum(), range.minimumExclusive() ? "moreThan" : "atLeast", bounds);
      add(value, range.maximum(), range.maximumExclusive() ? "lessThan" : "atMost", bounds);
      return Condition.and(bounds);
    }
    return facet instanceof Facet.Step step
        ? Condition.atom(
            CodeBlock.of(
                "$T.isMultiple($L, $L)",
                RuntimeTypes.VALUES,
                value.code(),
                Literals.number(step.multipleOf())))
        : Condition.TRUE;
  }

  private static void add(
      Site value, @Nullable BigDecimal bound, String method, List<Condition> bounds) {
    if (bound != null) {
      bounds.add(
          Condition.atom(
              CodeBlock.of(
                  "$T.$L($L, $L)",
                  RuntimeTypes.VALUES,
                  method,
                  value.code(),
                  Literals.number(bound))));
    }
  }

  private Condition ofText(Site value, Plain plain, Facet facet) {
    if (facet instanceof Facet.Format format) {
      return ofFormat(value, plain, format.name());
    }
    Site text = Types.text(value);
    if (!Types.isPlain(text.type(), String.class)) {
      return Condition.TRUE;
    }
    if (facet instanceof Facet.Length length) {
      return within(RuntimeTypes.TEXTS, "hasLength", text, length.minimum(), length.maximum());
    }
    if (facet instanceof Facet.Pattern pattern) {
      return Condition.atom(
          CodeBlock.of("$N.isIn($L)", patterns.field(pattern.regex(), "PATTERN"), text.code()));
    }
    return facet instanceof Facet.Accepts accepts
        ? Condition.or(
            accepts.sources().stream()
                .map(source -> call(RuntimeTypes.TEXTS, predicate(source), text))
                .toList())
        : Condition.TRUE;
  }

  private static Condition ofFormat(Site value, Plain plain, String format) {
    if (plain.type().equals(UUID.class)) {
      return format.equals("uuid4") ? call(RuntimeTypes.TEXTS, "isUuid4", value) : Condition.TRUE;
    }
    if (plain.type().equals(URI.class)) {
      return format.equals("uri") ? call(RuntimeTypes.TEXTS, "isAbsolute", value) : Condition.TRUE;
    }
    return plain.type().equals(String.class) && format.equals("date-time")
        ? call(RuntimeTypes.TEXTS, "isDateTime", value)
        : Condition.TRUE;
  }

  private static String predicate(MediaSource source) {
    return switch (source) {
      case UUID -> "isUuid";
      case URL -> "isUrl";
      case DATA_URI -> "isDataUri";
      case BASE64 -> "isBase64";
    };
  }

  private Condition ofList(Site value, Facet facet) {
    if (facet instanceof Facet.Items items) {
      return within(RuntimeTypes.VALUES, "hasItems", value, items.minimum(), items.maximum());
    }
    if (facet instanceof Facet.UniqueItems) {
      return call(RuntimeTypes.VALUES, "allDiffer", value);
    }
    if (facet instanceof Facet.Contains contains) {
      Site item = Accessors.item(value);
      return any(value, item, of(item, contains.fragment()));
    }
    return Condition.TRUE;
  }

  private Condition ofMember(Site value, Facet.Member member) {
    Path path = Path.ROOT.member(member.name());
    return Condition.and(
        List.of(
            accessors.provided(value, path), of(accessors.value(value, path), member.fragment())));
  }

  private Condition ofUnion(Site value, Union union, Facet facet) {
    List<Condition> all = new ArrayList<>();
    for (Variant variant : union.variants()) {
      String name = bindings.next();
      Condition holds =
          of(
              variant.type() instanceof Plain || variant.type() instanceof ListOf
                  ? new Site(variant.type(), CodeBlock.of("$N.value()", name))
                  : new Site(variant.type(), CodeBlock.of("$N", name)),
              facet);
      if (!holds.equals(Condition.TRUE)) {
        all.add(
            Condition.and(
                    List.of(
                        Condition.comparison(
                            CodeBlock.of(
                                "$L instanceof $T $N", value.code(), variant.name(), name)),
                        holds.not()))
                .not());
      }
    }
    return Condition.and(all);
  }

  /** At least one item of a list is as wanted. */
  static Condition any(Site list, Site item, Condition wanted) {
    CodeBlock flat = CodeBlock.of("$L -> $L", item.code(), wanted.code());
    CodeBlock broken =
        Wrapped.fits(flat, LAMBDA, 1)
            ? flat
            : CodeBlock.of("$L ->\n$>$>$L$<$<", item.code(), wanted.asArgument(LAMBDA + 4, 2));
    return Condition.call(
        CodeBlock.of("$T.any", RuntimeTypes.VALUES),
        List.of(list.code(), flat),
        List.of(list.code(), broken));
  }

  private static Condition within(
      ClassName type,
      String method,
      Site value,
      @Nullable Integer minimum,
      @Nullable Integer maximum) {
    return Condition.atom(
        CodeBlock.of(
            "$T.$L($L, $L, $L)",
            type,
            method,
            value.code(),
            minimum == null ? "0" : minimum,
            maximum == null ? "Integer.MAX_VALUE" : maximum));
  }

  private static Condition call(ClassName type, String method, Site value) {
    return Condition.atom(CodeBlock.of("$T.$L($L)", type, method, value.code()));
  }
}
