package dev.callsheet.runtime;

import dev.callsheet.runtime.internal.messages.RequirementText;
import java.math.BigDecimal;
import java.util.List;

/** What a value must be, as data. */
public sealed interface Requirement {
  /** The structural rule that a value breaks which does not fulfil this. */
  StructuralRule rule();

  /** What follows <em>it must</em>, such as {@code be at least 3 s}. */
  String obligation();

  /** A requirement that names what the value is, and so can stand behind <em>set it to</em>. */
  sealed interface Description extends Requirement {
    /** What a right value is, such as {@code a UUID or a URL}. */
    String description();

    @Override
    default String obligation() {
      return RequirementText.be(description());
    }
  }

  /** The value is of this type. */
  record OfType(Type type) implements Description {
    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_TYPE;
    }

    @Override
    public String description() {
      return type.displayName;
    }
  }

  /** The value fulfils at least one of these. */
  record AnyOf(List<Description> alternatives) implements Description {
    /** Copies the list, so that a requirement never changes. */
    public AnyOf {
      alternatives = List.copyOf(alternatives);
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
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String description() {
      return RequirementText.oneOf(values);
    }
  }

  /** The string has one of these forms. */
  record InFormat(List<TextFormat> formats) implements Description {
    /** Copies the list, so that a requirement never changes. */
    public InFormat {
      formats = List.copyOf(formats);
    }

    @Override
    public StructuralRule rule() {
      return StructuralRule.WRONG_FORMAT;
    }

    @Override
    public String description() {
      return RequirementText.alternatives(formats.stream().map(TextFormat::displayName).toList());
    }
  }

  /** The string is the id of a model. */
  record ModelId() implements Description {
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
  record Bound(Side side, BigDecimal number, String unit) implements Description {
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
  record MultipleOf(BigDecimal divisor, String unit) implements Description {
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
    public StructuralRule rule() {
      return StructuralRule.WRONG_FORMAT;
    }

    @Override
    public String obligation() {
      return RequirementText.matching(regex);
    }
  }

  /** The list holds no two equal items. */
  record DistinctItems() implements Requirement {
    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String obligation() {
      return RequirementText.DISTINCT_ITEMS;
    }
  }

  /** The list holds an item that the spec describes. */
  record DescribedItem() implements Requirement {
    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String obligation() {
      return RequirementText.DESCRIBED_ITEM;
    }
  }

  /** The object has a member that the spec describes. */
  record DescribedMember(String name) implements Requirement {
    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String obligation() {
      return RequirementText.describedMember(name);
    }
  }

  /** The value is not of a kind that the spec excludes. */
  record NotExcluded() implements Requirement {
    @Override
    public StructuralRule rule() {
      return StructuralRule.NOT_ALLOWED_VALUE;
    }

    @Override
    public String obligation() {
      return RequirementText.NOT_EXCLUDED;
    }
  }

  /** A type of JSON values. */
  enum Type {
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
