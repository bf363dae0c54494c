package dev.callsheet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callsheet.linter.record.RecordLintOptions;
import dev.callsheet.linter.record.RecordLinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of lines, always the same: the requests of {@code tests/requests} for all models, about
 * 600 bytes each, with UUIDs of their own; of the valid ones, those without a note. One in a
 * hundred is wrong; one in a thousand is a list of two; one in two thousand repeats the UUID of one
 * of the first thousand lines, or is no JSON, or no UTF-8, or blank.
 */
final class RequestFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final RecordLinter LINTER = new RecordLinter(RecordLintOptions.defaults());
  private static final String UUID_HERE = "00000000-0000-4000-8000-000000000000";
  private static final int FIRST = 1_000;

  private final List<String> valid;
  private final List<String> wrong;
  private final long from;
  private final Random random;

  private RequestFile(Path requests, long from) throws IOException {
    this.from = from;
    this.random = new Random(42 + from);
    this.valid = read(requests, "valid");
    this.wrong = read(requests, "invalid");
  }

  /**
   * Writes lines.
   *
   * @param requests the folder {@code tests/requests}
   * @param from the number of the first line, if the files before it have so many: no UUID of
   *     theirs is repeated
   */
  static void write(Path file, Path requests, long from, long lines) throws IOException {
    RequestFile source = new RequestFile(requests, from);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (long line = from; line < from + lines; line++) {
        out.write(source.line(line));
        out.write('\n');
      }
    }
  }

  private byte[] line(long number) {
    int kind = random.nextInt(4_000);
    String request = request(kind < 40 ? wrong : valid, number);
    if (number < from + FIRST) {
      return request.getBytes(UTF_8);
    }
    return switch (kind) {
      case 100, 101 -> request(valid, from + random.nextInt(FIRST)).getBytes(UTF_8);
      case 102 -> request.substring(0, request.length() / 2).getBytes(UTF_8);
      case 103 -> spoilt(request.getBytes(UTF_8));
      case 104 -> " ".getBytes(UTF_8);
      case 105, 106, 107, 108 ->
          ("[" + request + ", " + request(valid, number + (1L << 40)) + "]").getBytes(UTF_8);
      default -> request.getBytes(UTF_8);
    };
  }

  private static byte[] spoilt(byte[] text) {
    text[text.length / 2] = (byte) 0xFF;
    return text;
  }

  private String request(List<String> from, long number) {
    String uuid =
        new UUID(0x4000L | (number * 0x9E3779B97F4A7C15L) << 16, Long.MIN_VALUE | number)
            .toString();
    return from.get(random.nextInt(from.size())).replace(UUID_HERE, uuid);
  }

  private static List<String> read(Path requests, String folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(requests)) {
      for (Path file :
          files
              .filter(each -> each.toString().contains("/" + folder + "/"))
              .filter(each -> each.toString().endsWith(".json"))
              .sorted()
              .toList()) {
        ObjectNode request = (ObjectNode) JSON.readTree(Files.readString(file));
        String uuid = request.path("taskUUID").asString("");
        if (uuid.length() == 36 && uuid.charAt(14) == '4') {
          request.put("taskUUID", UUID_HERE);
        }
        String prompt = request.path("positivePrompt").asString("");
        if (prompt.length() > 1 && prompt.length() < 400) {
          request.put("positivePrompt", prompt + " — rain-soaked rooftops, 東京".repeat(12));
        }
        boolean hasFindings = !LINTER.lint(request.toString().getBytes(UTF_8)).findings().isEmpty();
        if (hasFindings == folder.equals("invalid")) {
          texts.add(request.toString());
        }
      }
    }
    return texts;
  }
}
