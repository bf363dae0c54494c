package dev.callsheet.spec.logic;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.MediaKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One demand on a value, with JSON Schema's meaning: a facet about numbers says nothing of a
 * string, and so on; only {@link OfType} and {@link OneOf} look at every value.
 */
public sealed interface Facet {
  /** Calls the visitor's method for this kind of facet. */
  <R extends @Nullable Object> R accept(FacetVisitor<R> visitor);

  /** The value is of this type. */
  record OfType(JsonType type) implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitOfType(this);
    }
  }

  /** The value equals one of these ({@code const}, {@code enum}); numbers by value. */
  record OneOf(List<JsonNode> values) implements Facet {
    /** Copies the list, so that a facet never changes. */
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitOneOf(this);
    }
  }

  /** A number lies within bounds; a null bound is no bound. */
  record Range(
      @Nullable BigDecimal minimum,
      boolean minimumExclusive,
      @Nullable BigDecimal maximum,
      boolean maximumExclusive)
      implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitRange(this);
    }

    /** Whether a number lies within the bounds. */
    public boolean contains(BigDecimal number) {
      return (minimum == null || number.compareTo(minimum) >= (minimumExclusive ? 1 : 0))
          && (maximum == null || number.compareTo(maximum) <= (maximumExclusive ? -1 : 0));
    }
  }

  /** A number is a multiple of this, exactly, in decimals. */
  record MultipleOf(BigDecimal divisor) implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitMultipleOf(this);
    }
  }

  /** A string's length in a unit lies within bounds; a null bound is no bound. */
  record Length(@Nullable Integer minimum, @Nullable Integer maximum, LengthUnit unit)
      implements Facet {
    /** In Unicode code points. */
    public Length(@Nullable Integer minimum, @Nullable Integer maximum) {
      this(minimum, maximum, LengthUnit.CODE_POINTS);
    }

    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitLength(this);
    }

    /** Whether a length in the unit lies within the bounds. */
    public boolean contains(long length) {
      return isWithin(length, minimum, maximum);
    }
  }

  /** A string contains a match of this regular expression. */
  record Pattern(String regex) implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitPattern(this);
    }
  }

  /** A string has a known format: {@code uuid}, {@code uuid4}, {@code uri}, {@code date-time}. */
  record Format(String name) implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitFormat(this);
    }
  }

  /**
   * A string contains media in one of these forms.
   *
   * @param kind what the bytes of such media are; null where the spec does not say
   */
  record Accepts(Set<MediaSource> sources, @Nullable MediaKind kind) implements Facet {
    /** Media of any kind. */
    public Accepts(Set<MediaSource> sources) {
      this(sources, null);
    }

    /** Whether a text contains such media, as far as can be told from it. */
    public boolean includes(String text) {
      for (MediaSource source : sources) {
        if (source.accepts(text, kind)) {
          return true;
        }
      }
      return false;
    }

    /** Copies the set, so that a facet never changes. */
    public Accepts {
      sources = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(sources));
    }

    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitAccepts(this);
    }
  }

  /** A list has a number of items within bounds; a null bound is no bound. */
  record ItemCount(@Nullable Integer minimum, @Nullable Integer maximum) implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitItemCount(this);
    }

    /** Whether a number of items lies within the bounds. */
    public boolean contains(int count) {
      return isWithin(count, minimum, maximum);
    }
  }

  /** An object has a number of members within bounds; a null bound is no bound. */
  record MemberCount(@Nullable Integer minimum, @Nullable Integer maximum) implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitMemberCount(this);
    }

    /** Whether a number of members lies within the bounds. */
    public boolean contains(int count) {
      return isWithin(count, minimum, maximum);
    }
  }

  /** A list holds no two equal items. */
  record UniqueItems() implements Facet {
    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitUniqueItems(this);
    }
  }

  /** A facet that compares the value, or something inside it, with a fragment. */
  sealed interface Nested extends Facet {
    /** What it is compared with. */
    SchemaFragment fragment();

    /** What is compared, read from the value: the value itself, a member, or items. */
    ParameterPath subject();
  }

  /** A list holds at least one item that matches. */
  record Contains(SchemaFragment fragment) implements Nested {
    @Override
    public ParameterPath subject() {
      return ParameterPath.ROOT.eachItem();
    }

    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitContains(this);
    }
  }

  /** The value does not match. */
  record Not(SchemaFragment fragment) implements Nested {
    @Override
    public ParameterPath subject() {
      return ParameterPath.ROOT;
    }

    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitNot(this);
    }
  }

  /** An object has this member, and the member matches. */
  record HasMember(String name, SchemaFragment fragment) implements Nested {
    @Override
    public ParameterPath subject() {
      return ParameterPath.ROOT.member(name);
    }

    @Override
    public <R extends @Nullable Object> R accept(FacetVisitor<R> visitor) {
      return visitor.visitHasMember(this);
    }
  }

  private static boolean isWithin(
      long count, @Nullable Integer minimum, @Nullable Integer maximum) {
    return (minimum == null || count >= minimum) && (maximum == null || count <= maximum);
  }
}
