package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonInputTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, Function<JsonInput, Object>> READERS =
      Map.of(
          "text", JsonInput::text,
          "uuid", JsonInput::uuid,
          "uri", JsonInput::uri,
          "flag", JsonInput::flag,
          "integer", JsonInput::integer,
          "longInteger", JsonInput::longInteger,
          "number", JsonInput::number,
          "decimal", JsonInput::decimal,
          "any", JsonInput::any,
          "list", input -> input.list(JsonInput::any));

  private static JsonInput read(String json) {
    return JSON.readValue(json.replace('\'', '"'), Holder.class).value;
  }

  /** Has a value of JSON, null too, as generated classes have it. */
  private record Holder(JsonInput value) {
    @com.fasterxml.jackson.annotation.JsonCreator(
        mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
    static Holder of(JsonInput json) {
      List<JsonInput> values = new ArrayList<>();
      json.members((name, value) -> values.add(value));
      return new Holder(values.get(0));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "text, 5, 5 is not a string",
        "text, null, null is not a string",
        "text, [], a list is not a string",
        "uuid, '1-1-1-1-1', \"\"\"1-1-1-1-1\"\" is not a UUID\"",
        "uri, ' https://a.example', \"\"\" https://a.example\"\" is not a URI\"",
        "flag, 'true', \"\"\"true\"\" is not true or false\"",
        "flag, 1, 1 is not true or false",
        "integer, 2048.5, 2048.5 is not an integer",
        "integer, '5', \"\"\"5\"\" is not an integer\"",
        "integer, 2147483648, 2147483648 is not an integer from -2147483648 to 2147483647",
        "integer, 1e400, 1E+400 is not an integer",
        "integer, 1e-100000000, 1E-100000000 is not an integer",
        "longInteger, 1e-999999999, 1E-999999999 is not an integer",
        "longInteger, 9223372036854775808,"
            + " 9223372036854775808 is not an integer from -9223372036854775808 to"
            + " 9223372036854775807",
        "longInteger, 9223372036854775807.5, 9223372036854775807.5 is not an integer",
        "number, 1e400, 1E+400 is not a number that a double can hold",
        "number, 'x', \"\"\"x\"\" is not a number\"",
        "any, null, null is not a value",
        "list, {}, an object is not a list"
      })
  void whatIsSomethingElseIsRefused(String reader, String json, String message) {
    JsonInput input = read("{'a': " + json + "}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Objects.requireNonNull(READERS.get(reader)).apply(input))
        .withMessage(message);
  }

  @Test
  void aWholeNumberIsAnIntegerHoweverItIsWritten() {
    assertThat(List.of("5", "5.0", "0.5e1", "50e-1"))
        .allSatisfy(five -> assertThat(read("{'a': " + five + "}").integer()).isEqualTo(5));
    assertThat(read("{'a': 9223372036854775807.0}").longInteger()).isEqualTo(Long.MAX_VALUE);
    assertThat(read("{'a': 0e-100000000}").integer()).isZero();
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(read("{'a': 1.5000000000000000001}").decimal())
        .isEqualTo(new BigDecimal("1.5000000000000000001"));
    assertThat(read("{'a': [1, 0.5, 1.5000000000000000001, null]}").any())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(1, 0.5, new BigDecimal("1.5000000000000000001"), null);
  }

  @Test
  void aUuidMayHaveCapitals() {
    assertThat(read("{'a': 'AAC49721-1964-481A-AE78-8A4E29B91402'}").uuid())
        .isEqualTo(UUID.fromString("aac49721-1964-481a-ae78-8a4e29b91402"));
  }

  @Test
  void theMessageSaysWhere() {
    JsonInput input = read("{'a': {'b': [['x'], ['y', 5]]}}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> input.map(list -> list.list(inner -> inner.list(JsonInput::text))))
        .withMessage("`b[1][1]`: 5 is not a string");
  }

  @Test
  void aNameThatStandsTwiceIsRefusedWhateverIsReadThere() {
    JsonInput input = read("{'a': {'b': {'c': 1, 'c': 1}}}");
    assertThatIllegalArgumentException()
        .isThrownBy(input::any)
        .withMessage("`b`: `c` is given twice in one object; keep one of them");
  }
}
