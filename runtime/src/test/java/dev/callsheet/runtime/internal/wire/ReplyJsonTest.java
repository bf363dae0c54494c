package dev.callsheet.runtime.internal.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyJsonTest {
  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "-Infinity",
        "1e99999999999",
        "-1e-99999999999",
        "007",
        "\"a line\nbreak\"",
        "\"a \\q of no kind\""
      })
  void anOddValueCostsNothingElse(String odd) {
    var json = ReplyJson.read(("{\"odd\":" + odd + ",\"sound\":[1,0.10]}").getBytes(UTF_8));

    assertThat(json.has("odd")).isTrue();
    assertThat(json.path("sound")).hasToString("[1,0.10]");
  }

  @Test
  void aNumberOfAMillionDigitsIsKeptAsItsText() {
    var digits = "7".repeat(1_000_000);

    assertThat(ReplyJson.read("{\"odd\":" + digits + "}").path("odd").stringValue())
        .isEqualTo(digits);
  }

  @Test
  void whatIsNestedTooDeeplyIsLeftOut() {
    var json = ReplyJson.read("{\"odd\":" + nested(50_000) + ",\"sound\":1}");

    assertThat(json.path("sound").asInt()).isEqualTo(1);
    assertThat(json.toString()).contains("nested too deeply").hasSizeLessThan(1000);
  }

  @Test
  void aByteThatIsNoUtf8IsReplaced() {
    var json = ReplyJson.read("{\"odd\":\"caf\u00e9\",\"sound\":1}".getBytes(ISO_8859_1));

    assertThat(json.path("odd").stringValue()).isEqualTo("caf\uFFFD");
    assertThat(json.path("sound").asInt()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkIsNoPartOfIt() {
    assertThat(ReplyJson.read("\uFEFF{\"a\":NaN}".getBytes(UTF_8)).path("a").stringValue())
        .isEqualTo("NaN");
    assertThat(ReplyJson.read("\uFEFF{\"a\":1}").path("a").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"a\":", "{a:1}", "\"", "[1,,2]"})
  void whatIsNoJsonIsNone(String text) {
    assertThatThrownBy(() -> ReplyJson.read(text)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void nothingIsMissing() {
    assertThat(ReplyJson.read(new byte[0]).isMissingNode()).isTrue();
  }
}
