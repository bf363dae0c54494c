package dev.callsheet.benchmarks.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests for one model, one a line, as many as wanted and always the same: those of the corpus
 * with prompts and UUIDs of their own, about 830 bytes each.
 */
public final class RequestLineGenerator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PROMPT = 430;

  private static final List<String> WORDS =
      List.of(
          "a",
          "lighthouse",
          "keeper",
          "signals",
          "the",
          "passing",
          "whale",
          "slow",
          "camera",
          "drifts",
          "over",
          "rain-soaked",
          "rooftops",
          "while",
          "café",
          "lamps",
          "flicker,",
          "and",
          "\"wait\",",
          "says",
          "someone",
          "off-screen;",
          "dolly",
          "in",
          "on",
          "her",
          "gloved",
          "hand —",
          "wide",
          "shot,",
          "35mm,",
          "golden",
          "hour",
          "東京",
          "market",
          "stalls",
          "below");

  private final List<JsonNode> validRequests;
  private final List<JsonNode> invalidRequests;
  private final double invalidShare;
  private final Random random = new Random(42);

  /** Lines of which that share is wrong. */
  public RequestLineGenerator(List<CorpusRequest> samples, double shareOfWrong) {
    this.validRequests = requests(samples, true);
    this.invalidRequests = requests(samples, false);
    this.invalidShare = shareOfWrong;
  }

  /** Writes the next lines. */
  public void write(long lines, OutputStream out) throws IOException {
    for (long i = 0; i < lines; i++) {
      out.write(next().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  private String next() {
    List<JsonNode> from = random.nextDouble() < invalidShare ? invalidRequests : validRequests;
    ObjectNode request = (ObjectNode) from.get(random.nextInt(from.size())).deepCopy();
    if (isVersion4(request.path("taskUUID").asString(""))) {
      request.put("taskUUID", uuid());
    }
    String prompt = request.path("positivePrompt").asString("");
    if (prompt.length() > 1 && prompt.length() <= 2500) {
      request.put("positivePrompt", lengthenedPrompt(prompt));
    }
    return request.toString();
  }

  private String lengthenedPrompt(String prompt) {
    int length = PROMPT / 2 + random.nextInt(PROMPT);
    StringBuilder text = new StringBuilder(prompt);
    while (text.length() < length) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private String uuid() {
    return String.format(
        "%08x-%04x-4%03x-%04x-%012x",
        random.nextInt(),
        random.nextInt(1 << 16),
        random.nextInt(1 << 12),
        0x8000 | random.nextInt(1 << 14),
        random.nextLong() >>> 16);
  }

  private static boolean isVersion4(String uuid) {
    return uuid.length() == 36 && uuid.charAt(14) == '4';
  }

  private static List<JsonNode> requests(List<CorpusRequest> samples, boolean right) {
    return samples.stream()
        .filter(sample -> sample.valid() == right)
        .map(sample -> JSON.readTree(sample.content()))
        .toList();
  }
}
