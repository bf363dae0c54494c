package dev.callsheet.runtime.support;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.messages.ProblemText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A value of a request as it stands in JSON, from which generated classes take what they expect.
 *
 * <p>Mappers, as everybody makes them, read {@code 2048.5} and {@code "2048"} as the integer 2048,
 * {@code 5} as a text, {@code 1} as true, and of a name that stands twice the last: what is sent is
 * then not what was read, and nobody is told. Here each value keeps the type it has in JSON, and is
 * refused where another is expected. That holds with any mapper: generated classes name this class
 * as what they are made of. Jackson 3 reads it with {@link JsonInputDeserializer}; Jackson 2, which
 * does not know that annotation, by the methods for Jackson below: fractions as exact as a {@code
 * double}, and integers of 64 bits at most.
 */
@JsonDeserialize(using = JsonInputDeserializer.class)
public final class JsonInput {
  /** From here on, not every whole number is a {@code double}. */
  private static final double MAX_WHOLE_DOUBLE = 1L << 53;

  /** More digits no {@code long} has. */
  private static final int MAX_LONG_DIGITS = 19;

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final JsonInput NULL = new JsonInput(null);

  /** A string, a boolean, a number, a list or a map of these; null for null. */
  private final @Nullable Object value;

  private @Nullable String repeatedName;

  private JsonInput(@Nullable Object value) {
    this.value = value;
  }

  /** An object without members yet; for Jackson. */
  public JsonInput() {
    this(new LinkedHashMap<String, JsonInput>());
  }

  /** A string; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static JsonInput of(String value) {
    return new JsonInput(value);
  }

  /** A boolean; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static JsonInput of(boolean value) {
    return new JsonInput(value);
  }

  /** An integer; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static JsonInput of(int value) {
    return new JsonInput(value);
  }

  /** An integer; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static JsonInput of(long value) {
    return new JsonInput(value);
  }

  /** An integer. */
  static JsonInput of(BigInteger value) {
    return value.bitLength() < Long.SIZE ? of(value.longValueExact()) : new JsonInput(value);
  }

  /** A number; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static JsonInput of(double value) {
    return new JsonInput(value);
  }

  /** A number. */
  static JsonInput of(BigDecimal value) {
    return new JsonInput(value);
  }

  /** A list, in which null is null in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static JsonInput of(List<@Nullable JsonInput> items) {
    List<JsonInput> copy = new ArrayList<>(items.size());
    items.forEach(item -> copy.add(orNull(item)));
    return new JsonInput(copy);
  }

  /** A value; null for null in JSON. */
  static JsonInput orNull(@Nullable JsonInput value) {
    return value == null ? NULL : value;
  }

  /** Adds a member to an object; null is null in JSON. For Jackson. */
  @JsonAnySetter
  public void add(String name, @Nullable JsonInput member) {
    if (object().put(name, orNull(member)) != null) {
      repeatedName = name;
    }
  }

  /** Whether it is a string. */
  public boolean isText() {
    return value instanceof String;
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return value instanceof Number;
  }

  /** Whether it is true or false. */
  public boolean isFlag() {
    return value instanceof Boolean;
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return value instanceof Map;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return value instanceof List;
  }

  /**
   * The string.
   *
   * @throws IllegalArgumentException when it is none; so all methods below
   */
  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw unlike("a string");
  }

  /** The UUID that a string says. */
  public UUID uuid() {
    String text = text();
    if (!UUID_FORM.matcher(text).matches()) {
      throw unlike("a UUID");
    }
    return UUID.fromString(text);
  }

  /** The URI that a string says. */
  public URI uri() {
    try {
      return new URI(text());
    } catch (URISyntaxException e) {
      throw unlike("a URI");
    }
  }

  /** The boolean. */
  public Boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw unlike("true or false");
  }

  /** The integer, however it is written ({@code 5.0}); at most 31 bits and a sign. */
  public Integer integer() {
    long integer = longInteger();
    if (integer != (int) integer) {
      throw unlike("an integer from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
    }
    return (int) integer;
  }

  /** The same with 63 bits and a sign. */
  public Long longInteger() {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof Double number && isWhole(number)) {
      return number.longValue();
    }
    if (value instanceof BigDecimal number) {
      if (number.signum() == 0) {
        return 0L;
      }
      // Neither a fraction of a billion digits nor a number of as many is written out.
      long digits = (long) number.precision() - number.scale();
      if (digits > 0 && digits <= MAX_LONG_DIGITS) {
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
        if (whole.compareTo(number) == 0 && whole.toBigInteger().bitLength() < Long.SIZE) {
          return whole.longValue();
        }
      }
    }
    throw unlike(
        value instanceof BigInteger
            ? "an integer from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
            : "an integer");
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < MAX_WHOLE_DOUBLE;
  }

  /** The number, as near as a {@code double} comes. */
  public Double number() {
    double number = decimalOrInteger().doubleValue();
    if (Double.isFinite(number)) {
      return number;
    }
    throw unlike("a number that a double can hold");
  }

  /** The number, exactly. */
  public BigDecimal decimal() {
    Number number = decimalOrInteger();
    if (number instanceof Double && !Double.isFinite(number.doubleValue())) {
      throw unlike("a number that a double can hold");
    }
    return Values.decimal(number);
  }

  private Number decimalOrInteger() {
    if (value instanceof Number number) {
      return number;
    }
    throw unlike("a number");
  }

  /** Anything but null, as maps, lists and scalars. */
  public Object any() {
    Object any = anyOrNull();
    if (any == null) {
      throw unlike("a value");
    }
    return any;
  }

  /** Anything, as maps, lists and scalars. */
  public @Nullable Object anyOrNull() {
    if (value instanceof Map) {
      return this.<@Nullable Object>map(JsonInput::anyOrNull);
    }
    if (value instanceof List) {
      return this.<@Nullable Object>list(JsonInput::anyOrNull);
    }
    return value instanceof BigDecimal exact ? asMappersRead(exact) : value;
  }

  /** A {@code double}, unless digits would be lost. */
  private static Number asMappersRead(BigDecimal exact) {
    double near = exact.doubleValue();
    boolean isSame = Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0;
    return isSame ? (Number) near : exact;
  }

  /** What a reader makes of it; null for null. */
  public <T> @Nullable T orNull(Function<JsonInput, T> reader) {
    return value == null ? null : reader.apply(this);
  }

  /** What a reader makes of the items of a list. */
  public <T extends @Nullable Object> List<T> list(Function<JsonInput, T> reader) {
    if (!(value instanceof List<?> items)) {
      throw unlike("a list");
    }
    List<T> read = new ArrayList<>(items.size());
    for (Object item : items) {
      try {
        read.add(reader.apply((JsonInput) item));
      } catch (IllegalArgumentException e) {
        throw JsonInputException.within("[" + read.size() + "]", e);
      }
    }
    return read;
  }

  /** What a reader makes of the members of an object, in their order. */
  public <T extends @Nullable Object> Map<String, T> map(Function<JsonInput, T> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    members((name, member) -> read.put(name, reader.apply(member)));
    return read;
  }

  /** Hands each member of an object to a reader, in their order. */
  public void members(BiConsumer<String, JsonInput> reader) {
    Map<String, JsonInput> members = object();
    if (repeatedName != null) {
      throw new JsonInputException("", ProblemText.duplicateKey(repeatedName));
    }
    members.forEach(
        (name, member) -> {
          try {
            reader.accept(name, member);
          } catch (IllegalArgumentException e) {
            throw JsonInputException.within(name, e);
          }
        });
  }

  @SuppressWarnings("unchecked") // no other maps are made here
  private Map<String, JsonInput> object() {
    if (value instanceof Map) {
      return (Map<String, JsonInput>) value;
    }
    throw unlike("an object");
  }

  /**
   * What to throw when it is none of the forms that were expected.
   *
   * @param expected such as {@code a string or a list}
   */
  public IllegalArgumentException unlike(String expected) {
    return new JsonInputException(
        "", (value == null ? "null" : DisplayText.value(value)) + " is not " + expected);
  }
}
