package dev.callsheet.linter.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.baseline.FindingFilter.FilterOptions;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A key planted anywhere in a request is in no byte of anything that a run writes: not in a report
 * of any format, not in a baseline, not in what is said of a fix. Only the fixed file itself keeps
 * it.
 */
@Timeout(300)
class SecretsStaySecretTest {
  private static final String HEAD =
      "{\"taskType\":\"videoInference\",\"model\":\"klingai:kling-video@o3-pro\","
          + "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\",\"positivePrompt\":\"A whale\","
          + "\"width\":1920,\"height\":1080,";

  /** Requests with something wrong, where %s is a key that shows itself by its looks. */
  private static final List<String> KEYS_BY_LOOKS =
      List.of(
          HEAD + "\"%s\":1}",
          HEAD + "\"inputs\":{\"%s\":{\"a\":[1]}}}",
          HEAD + "\"outputFormat\":\"%s\"}",
          HEAD + "\"outputFormat\":\"a %s b\",\"duration\":\"5\"}",
          HEAD + "\"note\":\"%s\",\"note\":\"%s\"}",
          HEAD + "\"inputs\":{\"frameImages\":[{\"image\":\"%s\"}]}}",
          HEAD + "\"duration\":[\"%s\"]}",
          "{\"taskType\":\"%s\"}",
          "{\"taskType\":\"videoInference\",\"model\":\"%s\"}",
          HEAD + "\"duration\":%s}",
          HEAD + "\"prompt\":\"%s",
          "[[\"%s\"]]",
          "\"%s\"");

  /** The same, where the place shows that %s is a secret, whatever it looks like. */
  private static final List<String> SECRETS_BY_PLACE =
      List.of(
          HEAD + "\"apiKey\":\"%s\"}",
          HEAD + "\"apiKey\":\"%s\",\"apiKey\":\"%sX\",\"Apikey\":1}",
          HEAD + "\"apiKey\":{\"a\":{\"b\":[\"%s\"]}},\"outputFormat\":\"%s\"}",
          HEAD + "\"apiKey\":{\"%s\":true},\"%s\":1}",
          HEAD + "\"inputs\":{\"Authorization\":[1,\"%s\"]},\"outputFormat\":\"x%sx\"}",
          HEAD + "\"webhookURL\":\"no address?token=%s\"}",
          HEAD + "\"webhookURL\":\"https://hooks.example.com/a?token=%s\",\"duration\":\"5\"}",
          HEAD + "\"webhookURL\":\"https://a:%s@hooks.example.com/a\",\"outputQuality\":-1}",
          HEAD + "\"outputFormat\":\"Authorization: Bearer %s\"}",
          HEAD + "\"outputFormat\":\"key=%s\"}",
          HEAD + "\"note\":\"{\\\"apiKey\\\":\\\"%s\\\"}\"}",
          HEAD + "\"?token=%s\":1}",
          HEAD + "\"apiKey\":\"%s",
          HEAD + "\"apiKey\":\"%s\",,}",
          "[{\"taskType\":\"ping\",\"password\":\"%s\"},{\"taskType\":\"png\"},{\"%s\":1}]");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\(.)");

  @TempDir private Path directory;

  @Test
  void noOutputHoldsAKey() throws Exception {
    Random random = new Random(17);
    for (int i = 0; i < 250; i++) {
      boolean byLooks = i % 2 == 0;
      List<String> requests = byLooks ? KEYS_BY_LOOKS : SECRETS_BY_PLACE;
      String key = byLooks ? key(random) : letters(random, 10 + random.nextInt(30)) + "7";
      String request = requests.get(random.nextInt(requests.size()));
      boolean isWord = request.contains(":%s}");
      String text = request.replace("%s", isWord ? key : encoded(key, random));
      if (random.nextInt(4) == 0) {
        text = "[" + HEAD + "\"ttl\":\"x\"}," + text + "]";
      }
      assertHoldsNot(key, outputs(random.nextBoolean() ? "a.json" : "a.ndjson", text), text);
    }
  }

  /** Parts of a large file are read without what stands before them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 900, 2_000, 70_000, 200_000})
  void noOutputHoldsTheEndOfAVeryLongSecret(int length) throws Exception {
    Random random = new Random(length);
    String secret = letters(random, length) + "Q7tail5Z";
    String end = secret.substring(Math.max(0, secret.length() - 8));
    String padding = ("{\"taskType\":\"ping\",\"a\":\"" + "-".repeat(900) + "\"},").repeat(100);
    String text =
        "["
            + padding
            + "{\"taskType\":\"ping\",\"password\":\"%s\"},{\"taskType\":\"png\"}]"
                .formatted(secret);
    assertHoldsNot(end, outputs("a.json", text), "a list with a secret of " + length);
    assertHoldsNot(end, outputs("a.json", text.replace("png\"}]", "png\",}]")), "a broken list");
    int cut = text.indexOf(end) + end.length();
    assertHoldsNot(end, outputs("a.json", text.substring(0, cut)), "a list that is cut off");
    String escape =
        text.substring(0, cut - end.length()) + "\\x" + text.substring(cut - end.length());
    assertHoldsNot(end, outputs("a.json", escape), "a secret with a broken escape");
  }

  private void assertHoldsNot(String key, List<String> outputs, String text) {
    for (String output : outputs) {
      assertThat(decodings(output)).as(text).noneMatch(shown -> shown.contains(key));
    }
  }

  /** Everything that a run writes besides the file that it fixes. */
  private List<String> outputs(String name, String text) throws Exception {
    Path file = Files.writeString(directory.resolve(name), text);
    List<String> outputs = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    written.add(directory.resolve("baseline.yaml"));
    List<ReportTarget> reports = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      Path report = directory.resolve("report." + format.id());
      written.add(report);
      reports.add(
          new ReportTarget.ToFile(format, new ReportFormat.TextStyle(false, true, true), report));
    }
    LintListener listener =
        new LintListener() {
          @Override
          public void onFixed(FixResult.AppliedFix fix) {
            outputs.add(fix.toString());
          }
        };
    for (boolean updates : new boolean[] {true, false}) {
      LintSettings settings =
          LintSettings.builder(ModelCatalogue.bundled())
              .reports(reports)
              .filter(updates ? new FilterOptions(written.get(0), true, null) : FilterOptions.NONE)
              .fixes(!updates)
              .jobs(1)
              .build();
      new LintSession(settings).run(List.of(new LintInput.OfFile("a.json", file)), listener);
      for (Path each : written) {
        outputs.add(Files.readString(each));
      }
    }
    Files.delete(written.get(0));
    return outputs;
  }

  private static String key(Random random) {
    return random.nextBoolean()
        ? "sk-" + letters(random, 20 + random.nextInt(20))
        : "aB3" + letters(random, 29);
  }

  private static String letters(Random random, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(26)));
    }
    return letters.toString();
  }

  private static String encoded(String key, Random random) {
    StringBuilder encoded = new StringBuilder();
    key.chars()
        .forEach(
            c ->
                encoded.append(
                    switch (random.nextInt(6)) {
                      case 0 -> "\\u%04x".formatted(c);
                      case 1 -> "%%%02x".formatted(c);
                      default -> Character.toString(c);
                    }));
    return encoded.toString();
  }

  private static List<String> decodings(String output) {
    List<String> all = new ArrayList<>(List.of(output));
    String now = output;
    for (int i = 0; i < 3; i++) {
      now =
          ESCAPE
              .matcher(now)
              .replaceAll(
                  match ->
                      java.util.regex.Matcher.quoteReplacement(
                          match.group(1) == null
                              ? match.group(2)
                              : String.valueOf((char) Integer.parseInt(match.group(1), 16))));
      all.add(now);
      now = URLDecoder.decode(now.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), UTF_8);
      all.add(now);
    }
    all.add(now.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
    return all;
  }
}
