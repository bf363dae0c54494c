package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formulas as conditions in Java. */
final class Conditions {
  private final Accessors accessors;
  private final FacetConditions facets;
  private final Patterns patterns;

  Conditions(Accessors accessors, Patterns patterns) {
    this.accessors = accessors;
    this.patterns = patterns;
    this.facets = new FacetConditions(accessors, patterns);
  }

  /** Begins a method. */
  void begin() {
    facets.begin();
  }

  /** The formula holds in a scope. */
  Condition holds(Formula formula, Site scope) {
    return of(formula, scope, true);
  }

  /** It does not. */
  Condition broken(Formula formula, Site scope) {
    return of(formula, scope, false);
  }

  /**
   * The condition that the formula is {@code wanted}; negation goes inside where that reads well.
   */
  private Condition of(Formula formula, Site scope, boolean wanted) {
    if (formula instanceof Formula.Not negated) {
      return of(negated.part(), scope, !wanted);
    }
    if (formula instanceof Formula.All combined) {
      return all(combined.parts(), scope, wanted);
    }
    if (formula instanceof Formula.Any combined) {
      List<Condition> parts = each(combined.parts(), scope, wanted);
      return wanted ? Condition.or(parts) : Condition.and(parts);
    }
    if (formula instanceof Formula.Implies conditional) {
      List<Condition> parts =
          List.of(
              of(conditional.condition(), scope, !wanted),
              of(conditional.consequence(), scope, wanted));
      return wanted ? Condition.or(parts) : Condition.and(parts);
    }
    if (formula instanceof Formula.Count combined) {
      return count(combined, scope, wanted);
    }
    Condition atom = atom(formula, scope);
    return wanted ? atom : atom.not();
  }

  private Condition all(List<Formula> parts, Site scope, boolean wanted) {
    if (wanted) {
      return Condition.and(each(parts, scope, true));
    }
    boolean simple =
        parts.stream()
            .allMatch(part -> part instanceof Formula.Provided || part instanceof Formula.Matches);
    return simple
        ? Condition.and(each(parts, scope, true)).not()
        : Condition.or(each(parts, scope, false));
  }

  private List<Condition> each(List<Formula> parts, Site scope, boolean wanted) {
    return parts.stream().map(part -> of(part, scope, wanted)).toList();
  }

  private Condition count(Formula.Count formula, Site scope, boolean wanted) {
    List<Condition> parts = each(formula.parts(), scope, true);
    int minimum = formula.minimum();
    int maximum = formula.maximum();
    if (parts.size() == 2 && minimum == 1 && maximum == 1) {
      return Condition.comparison(
          CodeBlock.of(
              "$L $L $L",
              parts.get(0).within(Condition.Form.ATOM),
              wanted ? "!=" : "==",
              parts.get(1).within(Condition.Form.ATOM)));
    }
    if (parts.size() == 2 && minimum == 0 && maximum == 1) {
      Condition both = Condition.and(parts);
      return wanted ? both.not() : both;
    }
    CodeBlock head = CodeBlock.of("$T.count", RuntimeTypes.VALUES);
    List<CodeBlock> statements = parts.stream().map(Condition::code).toList();
    if (minimum == maximum) {
      return Condition.call(head, statements, (wanted ? "== " : "!= ") + minimum);
    }
    List<Condition> bounds = new ArrayList<>();
    if (minimum > 0) {
      bounds.add(Condition.call(head, statements, (wanted ? ">= " : "< ") + minimum));
    }
    if (maximum < parts.size()) {
      bounds.add(Condition.call(head, statements, (wanted ? "<= " : "> ") + maximum));
    }
    return wanted ? Condition.and(bounds) : Condition.or(bounds);
  }

  private Condition atom(Formula formula, Site scope) {
    if (formula instanceof Formula.Provided atom) {
      return provided(atom.path(), scope);
    }
    if (formula instanceof Formula.Matches atom) {
      return matches(atom, scope);
    }
    if (formula instanceof Formula.SumEquals atom) {
      return sum(atom, scope);
    }
    if (formula instanceof Formula.ProductWithin atom) {
      return within("productWithin", atom.minimum(), atom.maximum(), atom.factors(), scope);
    }
    if (formula instanceof Formula.QuotientWithin atom) {
      List<Path> pair = List.of(atom.dividend(), atom.divisor());
      return within("quotientWithin", atom.minimum(), atom.maximum(), pair, scope);
    }
    return placeholders((Formula.PlaceholdersWithin) formula, scope);
  }

  private Condition provided(Path path, Site scope) {
    if (!isInList(path)) {
      return accessors.provided(scope, path);
    }
    Site list = accessors.list(scope, path);
    Site item = Accessors.item(list);
    return FacetConditions.any(list, item, accessors.provided(item, Accessors.rest(path)));
  }

  /** A path through items matches when there are values at its end and every one of them does. */
  private Condition matches(Formula.Matches atom, Site scope) {
    Path path = atom.path();
    if (!isInList(path)) {
      // A negated facet would be true of a value that is not provided.
      Condition facetsHold = facets.of(accessors.value(scope, path), atom.fragment());
      return facetsHold.equals(Condition.TRUE) || facetsHold.hasNegation()
          ? Condition.and(List.of(accessors.provided(scope, path), facetsHold))
          : facetsHold;
    }
    Site list = accessors.list(scope, path);
    Site item = Accessors.item(list);
    Path rest = Accessors.rest(path);
    Condition provided = accessors.provided(item, rest);
    Condition wrong = facets.of(accessors.value(item, rest), atom.fragment()).not();
    return Condition.and(
        List.of(
            FacetConditions.any(list, item, provided),
            FacetConditions.any(list, item, Condition.and(List.of(provided, wrong))).not()));
  }

  private Condition sum(Formula.SumEquals atom, Site scope) {
    Site list = accessors.list(scope, atom.terms());
    Site item = Accessors.item(list);
    CodeBlock term = accessors.value(item, Accessors.rest(atom.terms())).code();
    List<CodeBlock> arguments =
        new ArrayList<>(
            List.of(
                list.code(),
                CodeBlock.of("$L -> $L", item.code(), term),
                accessors.value(scope, atom.total()).code()));
    BigDecimal usual = atom.totalDefault();
    if (usual != null) {
      arguments.add(Literals.number(usual));
    }
    return Condition.call(CodeBlock.of("$T.sumEquals", RuntimeTypes.ARITHMETIC), arguments);
  }

  private Condition within(
      String method,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      List<Path> paths,
      Site scope) {
    String numbers =
        paths.stream()
            .map(path -> accessors.value(scope, path).code().toString())
            .collect(Collectors.joining(", "));
    return Condition.atom(
        CodeBlock.of(
            "$T.$L($L, $L, $L)",
            RuntimeTypes.ARITHMETIC,
            method,
            minimum == null ? CodeBlock.of("Double.NEGATIVE_INFINITY") : Literals.number(minimum),
            maximum == null ? CodeBlock.of("Double.POSITIVE_INFINITY") : Literals.number(maximum),
            numbers));
  }

  private Condition placeholders(Formula.PlaceholdersWithin atom, Site scope) {
    return Condition.and(
        atom.texts().stream().map(path -> placeholders(atom, path, scope)).toList());
  }

  private Condition placeholders(Formula.PlaceholdersWithin atom, Path text, Site scope) {
    List<CodeBlock> arguments = new ArrayList<>();
    if (isInList(text)) {
      Site list = accessors.list(scope, text);
      Site item = Accessors.item(list);
      CodeBlock value = text(item, Accessors.rest(text));
      arguments.add(list.code());
      arguments.add(CodeBlock.of("$L -> $L", item.code(), value));
    } else {
      arguments.add(text(scope, text));
    }
    arguments.add(CodeBlock.of("$N", patterns.field(atom.pattern(), "PLACEHOLDER")));
    arguments.add(accessors.value(scope, atom.list()).code());
    return Condition.call(CodeBlock.of("$T.within", RuntimeTypes.PLACEHOLDERS), arguments);
  }

  private CodeBlock text(Site owner, Path path) {
    return Types.text(accessors.value(owner, path)).code();
  }

  /** Whether a single item of a list already breaks the formula, where that can be told. */
  Optional<Condition> blamed(Formula formula, Path path, Site scope) {
    if (!(formula instanceof Formula.PlaceholdersWithin atom)
        || !isInList(path)
        || !atom.texts().contains(path)) {
      return Optional.empty();
    }
    Site item = Accessors.item(accessors.list(scope, path));
    List<CodeBlock> arguments =
        List.of(
            text(item, Accessors.rest(path)),
            CodeBlock.of("$N", patterns.field(atom.pattern(), "PLACEHOLDER")),
            accessors.value(scope, atom.list()).code());
    return Optional.of(
        Condition.call(CodeBlock.of("$T.within", RuntimeTypes.PLACEHOLDERS), arguments).not());
  }

  /** Whether a path goes through the items of a list. */
  static boolean isInList(Path path) {
    return path.steps().contains(Path.Step.EachItem.INSTANCE);
  }
}
