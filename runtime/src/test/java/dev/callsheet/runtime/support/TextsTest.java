package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Test
  void countsCodePoints() {
    assertThat(Texts.hasLength("😀😀", 2, 2)).isTrue();
    assertThat(Texts.hasLength("😀", 2, 9)).isFalse();
    assertThat(Texts.hasLength("abc", 0, 2)).isFalse();
    assertThat(Texts.hasLength(null, 0, 2)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a", "HTTPS://a.b/c?d#e", "https://[::1]:80/%C3%A4?b=/c?#(d)/e?"})
  void knowsUrls(String text) {
    assertThat(Texts.isUrl(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://",
        "https:///a",
        "ftp://a",
        "https://a b",
        "a",
        "http:/a",
        "https://a/ä",
        "https://a/%zz",
        "https://a/%4",
        "https://a/{b}",
        "https://a/b[0]",
        "https://a#b#c"
      })
  void knowsWhatIsNoUrl(String text) {
    assertThat(Texts.isUrl(text)).isFalse();
  }

  @Test
  void knowsUuids() {
    assertThat(Texts.isUuid("0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d10")).isTrue();
    assertThat(Texts.isUuid("0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d1g")).isFalse();
    assertThat(Texts.isUuid("0d7c1f6e6c2a4f0f9a573c1f5a3b9d10")).isFalse();
    assertThat(Texts.isUuid4(UUID.fromString("0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d10"))).isTrue();
    assertThat(Texts.isUuid4(UUID.fromString("0d7c1f6e-6c2a-1f0f-9a57-3c1f5a3b9d10"))).isFalse();
  }

  @Test
  void knowsBase64AndDataUris() {
    assertThat(Texts.isBase64("QUJD")).isTrue();
    assertThat(Texts.isBase64("QQ==")).isTrue();
    assertThat(Texts.isBase64("==")).isFalse();
    assertThat(Texts.isBase64("no media")).isFalse();
    assertThat(Texts.isDataUri("data:image/png;base64,QQ==")).isTrue();
    assertThat(Texts.isDataUri("data:image/png;charset=x;base64,QQ==")).isTrue();
    assertThat(Texts.isDataUri("data:image/png,QQ==")).isFalse();
  }

  @Test
  void knowsAbsoluteUrisAndTimes() {
    assertThat(Texts.isAbsolute(URI.create("https://a"))).isTrue();
    assertThat(Texts.isAbsolute(URI.create("https://[::1]/a?b=c#d"))).isTrue();
    assertThat(Texts.isAbsolute(URI.create("/a"))).isFalse();
    assertThat(Texts.isAbsolute(URI.create("https://a/?b[]=c"))).isFalse();
    assertThat(Texts.isDateTime("2026-02-05T12:00:00Z")).isTrue();
    assertThat(Texts.isDateTime("2026-02-05")).isFalse();
  }
}
