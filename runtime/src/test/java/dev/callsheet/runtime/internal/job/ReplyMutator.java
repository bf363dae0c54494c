package dev.callsheet.runtime.internal.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes other replies of real ones: JSON with an odd value, name or structure somewhere, JSON that
 * is none any more, and what is sent in its place.
 */
final class ReplyMutator {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|-?[0-9][0-9.eE+-]*|true|false|null");

  /** Values that somebody has sent, or might, where something else was meant. */
  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "12.5",
          "9223372036854775807",
          "9223372036854776000",
          "18446744073709551615",
          "1e300000000",
          "-1e300000000",
          "1e-300000000",
          "1e99999999999",
          "NaN",
          "-Infinity",
          "007",
          "9".repeat(2000),
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"\":{}}",
          "[".repeat(600) + "]".repeat(600),
          "{\"a\":".repeat(300) + "1" + "}".repeat(300),
          "\"\"",
          "\" \"",
          "\"error\"",
          "\"success\"",
          "\"processing\"",
          "\"conflictTaskUUID\"",
          "\"invalidApiKey\"",
          "\"00000000-0000-4000-8000-000000000000\"",
          "\"1-1-1-1-1\"",
          "\"not a url\"",
          "\"http://127.0.0.1:1/a b|[%zz].mp4\"",
          "\"http://[\"",
          "\"data:video/mp4;base64,AAAA\"",
          "\"\\u0000\\u001b[2J\\u202e\\ud800\"",
          "\"a\nb\"",
          "\"\\q\"",
          "\"" + "x".repeat(100_000) + "\"",
          "<html>",
          "");

  private static final List<String> ODD_NAMES =
      List.of(
          "\"status\"",
          "\"error\"",
          "\"errors\"",
          "\"data\"",
          "\"code\"",
          "\"message\"",
          "\"parameter\"",
          "\"taskUUID\"",
          "\"videoUUID\"",
          "\"videoURL\"",
          "\"cost\"",
          "\"progress\"",
          "\"outputs\"",
          "\"\"",
          "\"connectionSessionUUID\"");

  private static final List<String> OTHER_REPLIES =
      List.of(
          "",
          " ",
          "null",
          "7",
          "\"x\"",
          "[]",
          "{}",
          "{\"data\":null,\"errors\":null}",
          "{\"data\":[null,7,[]],\"errors\":[null,7,[]]}",
          "{\"error\":true}",
          "{\"errors\":[{\"code\":\"x\",\"parameter\":{\"name\":\"y\"}}]}",
          "<html><body>Bad gateway</body></html>",
          "\uFEFF{}");

  private final RandomGenerator random;

  ReplyMutator(RandomGenerator random) {
    this.random = random;
  }

  /** The reply with one to four changes. */
  byte[] mutate(String reply) {
    var text = reply;
    for (var changes = 1 + random.nextInt(4); changes > 0; changes--) {
      text = change(text);
    }
    return random.nextInt(8) == 0 ? changeBytes(text.getBytes(UTF_8)) : text.getBytes(UTF_8);
  }

  private String change(String text) {
    return switch (random.nextInt(12)) {
      case 0 -> any(OTHER_REPLIES);
      case 1 -> text.substring(0, random.nextInt(text.length() + 1));
      case 2 -> text.substring(random.nextInt(text.length() + 1));
      case 3 -> withPartTwice(text);
      case 4 -> withTokensSwapped(text);
      case 5 -> withPartRemoved(text);
      case 6 -> "[" + text + "]";
      default -> withOddToken(text);
    };
  }

  private String withOddToken(String text) {
    var tokens = tokens(text);
    if (tokens.isEmpty()) {
      return any(ODD_VALUES);
    }
    var token = any(tokens);
    var isName = text.startsWith(":", token.end());
    var odd = isName && random.nextInt(4) > 0 ? any(ODD_NAMES) : any(ODD_VALUES);
    return text.substring(0, token.start()) + odd + text.substring(token.end());
  }

  private String withTokensSwapped(String text) {
    var tokens = tokens(text);
    if (tokens.size() < 2) {
      return text;
    }
    var one = random.nextInt(tokens.size() - 1);
    var first = tokens.get(one);
    var second = tokens.get(one + 1 + random.nextInt(tokens.size() - one - 1));
    return text.substring(0, first.start())
        + second.group()
        + text.substring(first.end(), second.start())
        + first.group()
        + text.substring(second.end());
  }

  /** An element or a member that comes twice, or part of one. */
  private String withPartTwice(String text) {
    var part = part(text);
    return text.substring(0, part.end())
        + (random.nextBoolean() ? "," : "")
        + text.substring(part.start());
  }

  private String withPartRemoved(String text) {
    var part = part(text);
    return text.substring(0, part.start()) + text.substring(part.end());
  }

  private record Part(int start, int end) {}

  private Part part(String text) {
    var start = random.nextInt(text.length() + 1);
    return new Part(start, start + random.nextInt(Math.min(80, text.length() - start) + 1));
  }

  private static List<MatchResult> tokens(String text) {
    return text.length() > 20_000 ? List.of() : TOKEN.matcher(text).results().toList();
  }

  private byte[] changeBytes(byte[] bytes) {
    var changed = new ByteArrayOutputStream();
    for (var b : bytes) {
      switch (random.nextInt(200)) {
        case 0 -> changed.write(b ^ (1 << random.nextInt(8)));
        case 1 -> changed.write(random.nextInt(256));
        case 2 -> {} // lost
        default -> changed.write(b);
      }
    }
    return changed.toByteArray();
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
