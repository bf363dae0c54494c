package dev.callsheet.runtime;

import dev.callsheet.runtime.internal.messages.RequirementText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value must be, as data. */
public sealed interface Requirement {
  /** The structural rule that a value breaks which does not fulfil this. */
  StructuralRule rule();

  /** What follows <em>it must</em>, such as {@code be at least 3 s}. */
  String obligation();

  /** Calls the visitor's method for this kind of requirement. */
  <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor);

  /** At least one of these. */
  static AnyOf anyOf(Description... alternatives) {
    return new AnyOf(List.of(alternatives));
  }

  /** One of these strings, numbers or booleans. */
  static OneOf oneOf(Object... values) {
    return new OneOf(List.of(values));
  }

  /** A string in one of these forms. */
  static InFormat format(TextFormat... formats) {
    return new InFormat(List.of(formats), null);
  }

  /** A string in one of these forms, which is media of a kind where it has the bytes in it. */
  static InFormat format(MediaKind kind, TextFormat... formats) {
    return new InFormat(List.of(formats), kind);
  }

  /** The bound itself, or above. */
  static Bound atLeast(Number bound) {
    return new Bound(Side.AT_LEAST, bound, "");
  }

  /** Above the bound. */
  static Bound moreThan(Number bound) {
    return new Bound(Side.MORE_THAN, bound, "");
  }

  /** The bound itself, or below. */
  static Bound atMost(Number bound) {
    return new Bound(Side.AT_MOST, bound, "");
  }

  /** Below the bound. */
  static Bound lessThan(Number bound) {
    return new Bound(Side.LESS_THAN, bound, "");
  }

  /** A whole multiple of a number. */
  static MultipleOf multipleOf(Number divisor) {
    return new MultipleOf(divisor, "");
  }

  /** A string that contains a match of a regular expression. */
  static Matching matching(String regex) {
    return new Matching(regex);
  }

  /** A requirement that names what the value is, and so can stand behind <em>set it to</em>. */
  sealed interface Description extends Requirement {
    /** What a right value is, such as {@code a UUID or a URL}. */
    String description();

    @Override
    default String obligation() {
      return RequirementText.be(description());
    }
  }

  /** The value fulfils at least one of these. */
  record AnyOf(List<Description> alternatives) implements Description {
    /** Copies the list, so that a requirement never changes. */
    public AnyOf {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitAnyOf(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_TYPE;
    }

    @Override
    public String description() {
      return RequirementText.alternatives(
          alternatives.stream().map(Description::description).distinct().toList());
    }
  }

  /**
   * The value is one of these.
   *
   * @param values strings, numbers, booleans and JSON nodes
   */
  record OneOf(List<?> values) implements Description {
    /** Copies the list, so that a requirement never changes. */
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitOneOf(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String description() {
      return RequirementText.oneOf(values);
    }
  }

  /**
   * The string has one of these forms.
   *
   * @param kind what its bytes are, where a form has bytes in it; null where that is not known, and
   *     where all forms refer to something elsewhere
   */
  record InFormat(List<TextFormat> formats, @Nullable MediaKind kind) implements Description {
    /** Copies the list, so that a requirement never changes. */
    public InFormat {
      formats = List.copyOf(formats);
      kind = formats.stream().anyMatch(TextFormat::hasBytes) ? kind : null;
    }

    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitInFormat(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_FORMAT;
    }

    @Override
    public String description() {
      String forms =
          RequirementText.alternatives(formats.stream().map(TextFormat::displayName).toList());
      return kind == null ? forms : forms + " of " + kind.withArticle();
    }
  }

  /** The string is the id of a model. */
  record ModelId() implements Description {
    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitModelId(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_TYPE;
    }

    @Override
    public String description() {
      return RequirementText.MODEL_ID;
    }
  }

  /**
   * The number is on the right side of a bound.
   *
   * @param unit such as {@code s}; empty when it has none
   */
  record Bound(Side side, Number number, String unit) implements Description {
    /** The same in a unit. */
    public Bound in(String name) {
      return new Bound(side, number, name);
    }

    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitBound(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.OUT_OF_RANGE;
    }

    @Override
    public String description() {
      return RequirementText.bound(side.displayName, number, unit);
    }
  }

  /**
   * The number is a whole multiple of another.
   *
   * @param unit such as {@code px}; empty when it has none
   */
  record MultipleOf(Number divisor, String unit) implements Description {
    /** The same in a unit. */
    public MultipleOf in(String name) {
      return new MultipleOf(divisor, name);
    }

    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitMultipleOf(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.OUT_OF_RANGE;
    }

    @Override
    public String description() {
      return RequirementText.multipleOf(divisor, unit);
    }
  }

  /** The string contains a match of a regular expression. */
  record Matching(String regex) implements Requirement {
    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitMatching(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_FORMAT;
    }

    @Override
    public String obligation() {
      return RequirementText.matching(regex);
    }
  }

  /** The object has a member that the spec describes. */
  record DescribedMember(String name) implements Requirement {
    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitDescribedMember(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String obligation() {
      return RequirementText.describedMember(name);
    }
  }

  /** Requirements without details. */
  enum Simple implements Requirement {
    /** The list holds no two equal items. */
    DISTINCT_ITEMS(RequirementText.DISTINCT_ITEMS),
    /** The list holds an item that the spec describes. */
    DESCRIBED_ITEM(RequirementText.DESCRIBED_ITEM),
    /** The value is not of a kind that the spec excludes. */
    NOT_EXCLUDED(RequirementText.NOT_EXCLUDED);

    private final String obligation;

    Simple(String obligation) {
      this.obligation = obligation;
    }

    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitSimple(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String obligation() {
      return obligation;
    }
  }

  /** The value is of a type. */
  enum Type implements Description {
    /** Any text. */
    STRING("a string"),
    /** A number without a fraction. */
    INTEGER("an integer"),
    /** Any number. */
    NUMBER("a number"),
    /** True or false. */
    BOOLEAN("true or false"),
    /** Named members. */
    OBJECT("an object"),
    /** Items in order. */
    ARRAY("a list"),
    /** Nothing but null. */
    NULL("null");

    private final String displayName;

    Type(String displayName) {
      this.displayName = displayName;
    }

    @Override
    public <R extends @Nullable Object> R accept(RequirementVisitor<R> visitor) {
      return visitor.visitType(this);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_TYPE;
    }

    @Override
    public String description() {
      return displayName;
    }
  }

  /** The side of a bound that numbers must be on. */
  enum Side {
    /** The bound itself, or above. */
    AT_LEAST("at least"),
    /** Above the bound. */
    MORE_THAN("more than"),
    /** The bound itself, or below. */
    AT_MOST("at most"),
    /** Below the bound. */
    LESS_THAN("less than");

    private final String displayName;

    Side(String displayName) {
      this.displayName = displayName;
    }
  }
}
