package dev.callsheet.runtime.support;

import dev.callsheet.runtime.Observation;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A broken rule, and which of the parameters it speaks of are provided. */
public final class RuleViolation {
  private final String rule;
  private final Severity severity;
  private final Function<List<Observation>, Problem> problem;
  private final List<Observation> observations = new ArrayList<>();
  private final List<String> providedPointers = new ArrayList<>();
  private String scope = "";
  private @Nullable String sunset;

  private RuleViolation(
      String rule, Severity severity, Function<List<Observation>, Problem> problem) {
    this.rule = rule;
    this.severity = severity;
    this.problem = problem;
  }

  /** A breach that makes the request wrong. */
  public static RuleViolation error(String rule, String sentence) {
    return new RuleViolation(
        rule, Severity.ERROR, found -> new Problem.BrokenRule(sentence, found));
  }

  /** A breach that a request can have and still be sent. */
  public static RuleViolation warning(String rule, String sentence) {
    return new RuleViolation(
        rule, Severity.WARNING, found -> new Problem.BrokenRule(sentence, found));
  }

  /**
   * The use of what is deprecated: a warning, and an error from its sunset on.
   *
   * @param sunset the first day on which it is not accepted, such as {@code 2026-09-01}
   */
  public static RuleViolation warningUntil(String sunset, String rule, String sentence) {
    RuleViolation violation = warning(rule, sentence);
    violation.sunset = sunset;
    return violation;
  }

  /**
   * A breach of what was published of a rule, not of what is enforced.
   *
   * @param contradicts the id of the rule that the published wording contradicts, if any
   */
  public static RuleViolation ofWording(
      String rule, @Nullable String contradicts, @Nullable String note) {
    return new RuleViolation(
        rule, Severity.NOTE, found -> new Problem.BrokenWording(rule, contradicts, note));
  }

  /** Says which item the rule is about, by its pointer; without this it is about the task. */
  public RuleViolation in(String pointer) {
    scope = pointer;
    return this;
  }

  /**
   * Names a parameter that the rule speaks of; only a provided one is kept, and only once.
   *
   * @param pointer from the scope
   */
  public RuleViolation at(String pointer, boolean isProvided) {
    if (isProvided && !providedPointers.contains(scope + pointer)) {
      providedPointers.add(scope + pointer);
    }
    return this;
  }

  /**
   * Names a parameter that the rule speaks of in every item of a list.
   *
   * @param list pointer from the scope to the list
   * @param rest pointer from an item to the parameter
   */
  public <T> RuleViolation atEach(
      String list, @Nullable List<T> items, String rest, Predicate<T> isProvided) {
    if (items != null) {
      for (int i = 0; i < items.size(); i++) {
        at(list + "/" + i + rest, isProvided.test(items.get(i)));
      }
    }
    return this;
  }

  /** Notes what numbers add up to, unless it is {@code total}. */
  public <T> RuleViolation sum(
      String terms,
      @Nullable List<T> items,
      Function<T, @Nullable Number> term,
      String totalName,
      @Nullable Number total) {
    return total == null || Arithmetic.sumEquals(items, term, total)
        ? this
        : with(new Observation.Sum(terms, sumOf(items, term), totalName, total, false));
  }

  /** Notes what numbers add up to, unless it is {@code total}, or its default. */
  public <T> RuleViolation sum(
      String terms,
      @Nullable List<T> items,
      Function<T, @Nullable Number> term,
      String totalName,
      @Nullable Number total,
      double usual) {
    if (total != null) {
      return sum(terms, items, term, totalName, total);
    }
    return Arithmetic.sumEquals(items, term, null, usual)
        ? this
        : with(new Observation.Sum(terms, sumOf(items, term), totalName, usual, true));
  }

  /** Notes what numbers add up to, unless that lies within bounds. */
  public <T> RuleViolation boundedSum(
      double minimum,
      double maximum,
      String terms,
      @Nullable List<T> items,
      Function<T, @Nullable Number> term) {
    return Arithmetic.sumWithin(minimum, maximum, items, term)
        ? this
        : with(new Observation.BoundedSum(terms, sumOf(items, term)));
  }

  /** Notes what numbers make when multiplied, unless that lies within bounds. */
  public RuleViolation product(
      double minimum, double maximum, List<String> names, @Nullable Number... factors) {
    if (Arithmetic.productWithin(minimum, maximum, factors)) {
      return this;
    }
    BigDecimal product = BigDecimal.ONE;
    for (Number factor : factors) {
      product = factor == null ? product : product.multiply(Values.decimal(factor));
    }
    return with(new Observation.Product(names, product));
  }

  /** Notes what one number by another is, unless that lies within bounds. */
  public RuleViolation quotient(
      double minimum,
      double maximum,
      String dividendName,
      @Nullable Number dividend,
      String divisorName,
      @Nullable Number divisor) {
    return dividend == null
            || divisor == null
            || Arithmetic.quotientWithin(minimum, maximum, dividend, divisor)
        ? this
        : with(
            new Observation.Quotient(
                dividendName,
                divisorName,
                Values.decimal(dividend).divide(Values.decimal(divisor), MathContext.DECIMAL128)));
  }

  /** Notes the first placeholder that names no item, unless one is noted already. */
  public RuleViolation placeholders(
      @Nullable String text, Regex pattern, String listName, @Nullable List<?> list) {
    String found = Placeholders.firstOutOfRange(text, pattern, list);
    return found == null
            || observations.stream().anyMatch(Observation.MissingItem.class::isInstance)
        ? this
        : with(new Observation.MissingItem(found, listName, list == null ? 0 : list.size()));
  }

  /** Does so in the texts that items have. */
  public <T> RuleViolation placeholders(
      @Nullable List<T> items,
      Function<T, @Nullable String> text,
      Regex pattern,
      String listName,
      @Nullable List<?> list) {
    if (items != null) {
      items.forEach(item -> placeholders(text.apply(item), pattern, listName, list));
    }
    return this;
  }

  private RuleViolation with(Observation observation) {
    observations.add(observation);
    return this;
  }

  private static <T> BigDecimal sumOf(@Nullable List<T> items, Function<T, @Nullable Number> term) {
    BigDecimal sum = BigDecimal.ZERO;
    if (items != null) {
      for (T item : items) {
        Number number = term.apply(item);
        sum = number == null ? sum : sum.add(Values.decimal(number));
      }
    }
    return sum;
  }

  /**
   * At the first parameter that is provided, the others related; at the scope if none is.
   *
   * @param clock whose date decides whether it is an error
   */
  Violation toViolation(Clock clock) {
    Severity severity = severityOn(clock);
    Problem found = problem.apply(observations);
    return providedPointers.isEmpty()
        ? new Violation(rule, severity, scope, found, List.of())
        : new Violation(
            rule,
            severity,
            providedPointers.get(0),
            found,
            providedPointers.subList(1, providedPointers.size()));
  }

  private Severity severityOn(Clock clock) {
    return sunset == null || LocalDate.now(clock).isBefore(LocalDate.parse(sunset))
        ? severity
        : Severity.ERROR;
  }
}
