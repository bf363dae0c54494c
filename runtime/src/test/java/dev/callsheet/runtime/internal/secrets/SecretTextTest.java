package dev.callsheet.runtime.internal.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
  private static final String KEY = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF";
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+");

  /** What a secret is written in: each shows that it is one, whatever it is. */
  private static final List<String> PLACES =
      List.of(
          "{\"apiKey\": \"%s\"}",
          "{\"apiKey\":\"%s\",\"a\":1}",
          "{\"api-key\" : '%s'}",
          "{\"apiKey\": {\"value\": \"%s\"}}",
          "{\"Authorization\": [\"x\", {\"y\": \"%s\"}], \"b\": 2}",
          "{\"my access token\": \"%s\"}",
          "{\"token\": \"%s\"}",
          "{\"clientSecret\":\"%s",
          "apiKey: %s",
          "password=%s&next=1",
          "https://hooks.example.com/video?token=%s",
          "https://hooks.example.com/video?a=b&sig=%s#top",
          "https://hooks.example.com/video#access_token=%s",
          "https://someone:%s@example.com/a",
          "key=%s",
          "curl -H 'Authorization: Bearer %s' https://example.com",
          "X-Api-Key: %s",
          "Basic %s");

  /** How it is encoded before it is shown, once or twice. */
  private static final List<UnaryOperator<String>> ENCODINGS =
      List.of(
          text -> text,
          SecretTextTest::jsonEscaped,
          SecretTextTest::unicodeEscaped,
          SecretTextTest::percentEncoded,
          text -> jsonEscaped(percentEncoded(text)),
          text -> unicodeEscaped(jsonEscaped(text)),
          text -> "data:text/plain;base64," + base64(text),
          text -> percentEncoded(base64(text)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEY,
        "sk-abcdefghij1234567890",
        "Bearer abcdefghij1234567890",
        "ghp_abcdefghijabcdefghijabcdefghij123456",
        "AKIAABCDEFGHIJKLMNOP",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
      })
  void knowsKeysByTheirLooksAnywhere(String key) {
    String bare = key.substring(key.indexOf(' ') + 1);
    assertThat(SecretText.covered(key)).doesNotContain(bare);
    assertThat(SecretText.covered("in a prompt, " + key + ", and behind it"))
        .doesNotContain(bare)
        .startsWith("in a prompt, ")
        .endsWith(", and behind it");
    assertThat(SecretText.covered("https://example.com/" + key + "/x")).doesNotContain(bare);
  }

  @Test
  void leavesOtherTextsAsTheyAre() {
    for (String text :
        List.of(
            "`apiKey` holds an API key; keep it out of requests",
            "there is no API key: set the environment variable RUNWARE_API_KEY",
            "A lighthouse keeper signals a passing whale, the bearer of good news",
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "klingai:kling-video@o3-pro: 1080p = 5 s",
            "monkey=1, turkey: 2",
            "https://media.example.com/market-stroll.mp4?width=5",
            "requests/evening.json:9:3: error")) {
      assertThat(SecretText.covered(text)).isEqualTo(text);
    }
  }

  /**
   * Whatever the secret, wherever it stands, in whatever encoding: not four characters are left.
   */
  @Test
  void coversEverySecretInEveryPlaceAndEncoding() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String secret = secret(random);
      String place = PLACES.get(random.nextInt(PLACES.size()));
      UnaryOperator<String> encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
      String text = encoding.apply(place.replace("%s", secret));
      String covered = SecretText.covered(text);
      assertThat(decodings(covered))
          .as("%s in %s, shown as %s", secret, text, covered)
          .allSatisfy(shown -> assertThat(shown).doesNotContain(secret.substring(0, 5)));
      assertThat(covered).hasSameSizeAs(text);
    }
  }

  @Test
  void coversSecretsThatTheCallerKnows() {
    List<String> known = List.of("hunter2");
    assertThat(SecretText.covered("`hunter2` is no parameter", known))
        .isEqualTo("`*******` is no parameter");
    assertThat(SecretText.covered("\\u0068unter2 and hunter%32", known))
        .isEqualTo("************ and *********");
    assertThat(SecretText.covered(base64("hunter2 hunter2"), known)).matches("\\*+");
    assertThat(SecretText.covered("a is no parameter", List.of("a")))
        .isEqualTo("a is no parameter");
  }

  @Test
  void takesAnyTextAndLinearTime() {
    Random random = new Random(5);
    String pieces = "\\u%=:\"'{[}]@/. aZ0-\n\uD83D\uDE00\u202E";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      assertThatCode(() -> SecretText.covered(text.toString()))
          .as(text.toString())
          .doesNotThrowAnyException();
    }
    for (String piece :
        List.of("\"apiKey\": {", "key=", "://a:b@", "Bearer ", "\\", "%25", "sk-")) {
      SecretText.covered(piece.repeat(200_000 / piece.length()));
    }
  }

  private static String secret(Random random) {
    StringBuilder secret = new StringBuilder();
    for (int n = 8 + random.nextInt(40); n > 0; n--) {
      secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return secret.insert(random.nextInt(secret.length()), random.nextInt(10)).toString();
  }

  /** The text as it is shown, and what a reader could make of it. */
  private static List<String> decodings(String shown) {
    List<String> all = new ArrayList<>();
    DecodedLayer layer = DecodedLayer.of(shown.toCharArray());
    while (layer != null) {
      String text = new String(layer.chars());
      all.add(text);
      BASE64
          .matcher(text)
          .results()
          .filter(run -> run.group().length() % 4 != 1)
          .map(run -> Base64.getDecoder().decode(run.group()))
          .forEach(bytes -> all.add(new String(bytes, StandardCharsets.ISO_8859_1)));
      layer = layer.decoded();
    }
    return all;
  }

  private static String jsonEscaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
  }

  private static String unicodeEscaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    text.chars().forEach(c -> encoded.append("%%%02X".formatted(c)));
    return encoded.toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
