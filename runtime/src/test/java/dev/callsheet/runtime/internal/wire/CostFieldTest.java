package dev.callsheet.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostFieldTest {
  private static CostField cost(String json) {
    return CostField.of(ReplyJson.read("{\"cost\":" + json + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.5", "\"0.5\"", "1e-7", "12", "0.18000000000000000000000000000001"})
  void anAmountOfMoneyIsRead(String json) {
    assertThat(cost(json).amount()).contains(new BigDecimal(json.replace("\"", "")));
    assertThat(cost(json).isUnreadable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-1e-9",
        "1e12",
        "1e300000000",
        "1e999999999",
        "1e-999999999",
        "1e99999999999",
        "NaN",
        "\"1e300000000\"",
        "\"half a dollar\"",
        "true",
        "[1]",
        "{\"usd\":1}"
      })
  void anythingElseIsNoneAndIsTold(String json) {
    assertThat(cost(json).amount()).isEmpty();
    assertThat(cost(json).isUnreadable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"cost\":null}"})
  void nothingIsNone(String item) {
    var cost = CostField.of(ReplyJson.read(item));

    assertThat(cost.amount()).isEmpty();
    assertThat(cost.isUnreadable()).isFalse();
  }
}
