package dev.callsheet.runtime.internal.wire;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a number exactly, or not at all. Jackson cuts off what is behind the point of a number that
 * is to be whole, and hands out decimals with an exponent of millions, which are short and take
 * longer than anybody waits to be added to another.
 */
final class ExactNumberDeserializer<N extends Number> extends StdScalarDeserializer<N> {
  private static final int MAX_EXPONENT = 1000;
  private static final int MAX_WRITTEN_LENGTH = 1000;

  private final Function<BigDecimal, N> conversion;
  private final String requirement;

  /**
   * @param conversion throws an {@link ArithmeticException} for a number that it has no room for
   * @param requirement what it has room for, in words
   */
  private ExactNumberDeserializer(
      Class<N> type, Function<BigDecimal, N> conversion, String requirement) {
    super(type);
    this.conversion = conversion;
    this.requirement = requirement;
  }

  static ExactNumberDeserializer<Integer> ofInteger() {
    return new ExactNumberDeserializer<>(
        Integer.class, BigDecimal::intValueExact, "not a whole number of 32 bits");
  }

  static ExactNumberDeserializer<Long> ofLong() {
    return new ExactNumberDeserializer<>(
        Long.class, BigDecimal::longValueExact, "not a whole number of 64 bits");
  }

  static ExactNumberDeserializer<BigDecimal> ofDecimal() {
    return new ExactNumberDeserializer<>(
        BigDecimal.class,
        ExactNumberDeserializer::requireCalculable,
        "not a number of at most " + MAX_EXPONENT + " digits");
  }

  private static BigDecimal requireCalculable(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
      throw new ArithmeticException("its exponent is too large");
    }
    return number;
  }

  @Override
  @SuppressWarnings("unchecked") // what Jackson's handlers of problems return is of the type
  public @Nullable N deserialize(JsonParser json, DeserializationContext context) {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        var number = json.getDecimalValue();
        try {
          yield conversion.apply(number);
        } catch (ArithmeticException noRoom) {
          yield (N) context.handleWeirdNumberValue(handledType(), number, requirement);
        }
      }
      case VALUE_STRING -> {
        var text = json.getString().strip();
        try {
          yield conversion.apply(parse(text));
        } catch (ArithmeticException | NumberFormatException noNumber) {
          yield (N) context.handleWeirdStringValue(handledType(), text, requirement);
        }
      }
      default -> (N) context.handleUnexpectedToken(getValueType(context), json);
    };
  }

  private static BigDecimal parse(String text) {
    if (text.length() > MAX_WRITTEN_LENGTH) {
      throw new NumberFormatException("too long");
    }
    return new BigDecimal(text);
  }
}
