package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A text that would control a terminal, break a line or give a build server a command, in every
 * place that an outsider can write to: names of files, requests, specs, arguments. Nothing that any
 * command writes, to the console or to files, holds it as it is.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class HostileTextsTest {
  private static final List<String> PIECES =
      List.of(
          "\u001b[5;7m",
          "\u001b]0;title\u0007",
          "\u009b2J",
          "\n::error::FORGED",
          "\r::warning::FORGED",
          "\u2028::error::FORGED",
          "\u0085",
          "\u202e",
          "\u200b",
          "\udb40\udc41",
          "##[error]FORGED",
          "##vso[task.complete]FORGED",
          "::error::FORGED",
          "\u007f",
          "\b\b\b",
          "\t",
          "word ",
          "\u96ea");

  private static final List<String> FORMATS =
      List.of("text", "json", "sarif", "github", "gitlab", "junit");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noOutputHoldsThem(long seed) throws IOException {
    Random random = new Random(seed);
    boolean isTerminal = random.nextBoolean();
    Path specs = Files.createDirectory(directory.resolve("specs"));
    Path unsound = Files.createDirectory(directory.resolve("unsound"));
    Path broken = Files.createDirectory(directory.resolve("broken"));
    Files.writeString(specs.resolve("dot.yaml"), spec(random, "when: {size: {const: 9}}, forbid"));
    Files.writeString(unsound.resolve("dot" + fileName(random) + ".yaml"), spec(random, "forbid"));
    Files.writeString(broken.resolve(fileName(random) + ".yaml"), spec(random, "forbyd"));
    Path requests = Files.createDirectory(directory.resolve("requests"));
    String request = request(random);
    Path file = Files.writeString(requests.resolve(fileName(random) + ".json"), request);
    Files.writeString(
        requests.resolve("cut" + fileName(random) + ".json"), request.substring(0, 90));

    List<List<String>> commands = new ArrayList<>();
    for (String format : FORMATS) {
      commands.add(List.of("lint", "--spec", "" + specs, "--format", format, "" + requests));
      commands.add(
          List.of(
              "lint",
              "--format",
              format + "=" + directory.resolve("out." + format),
              "" + requests,
              "" + requests.resolve("missing" + fileName(random))));
    }
    commands.add(List.of("lint", "--stdin-filename", fileName(random), "-"));
    commands.add(
        List.of("lint", "--baseline", directory + "/b.yaml", "--update-baseline", "" + file));
    commands.add(List.of("lint", "--baseline", directory + "/b.yaml", "--coverage", "" + requests));
    commands.add(List.of("lint", "--spec", "" + specs, "--coverage", "" + requests));
    commands.add(List.of("lint", "--spec", "" + specs, "--explain", "no-size"));
    commands.add(List.of("lint", "--explain", hostile(random)));
    commands.add(List.of("lint", "--spec", "" + broken, "" + file));
    commands.add(List.of("lint", "--fix", "" + requests));
    commands.add(List.of("price", "--spec", "" + specs, "" + file));
    commands.add(List.of("run", "--sandbox", "" + file));
    commands.add(List.of("models", "--spec", "" + specs));
    commands.add(List.of("models", "--spec", directory + "/" + fileName(random)));
    commands.add(List.of("check", "--modes", "" + unsound, "" + broken));
    commands.add(List.of("check", "--format", "json", "" + unsound, "" + broken));
    commands.add(List.of("check", "--format", "sarif", "" + unsound, "" + broken));
    commands.add(List.of("schema", "--spec", "" + specs, "acme:dot@1"));
    commands.add(List.of("schema", hostile(random)));
    commands.add(List.of("describe", "--spec", "" + specs, "acme:dot@1"));
    commands.add(List.of("describe", hostile(random)));
    commands.add(List.of("new", "--out", directory + "/new.yaml", "x:" + hostile(random)));
    commands.add(List.of("vectors", "--spec", "" + specs, "--out", directory + "/v", "acme:dot@1"));
    commands.add(
        List.of(
            "generate",
            "--spec",
            "" + specs,
            "--model",
            "acme:*",
            "--package",
            "com.example",
            "--out",
            directory + "/java" + fileName(random)));
    commands.add(
        List.of(
            "generate",
            "--spec",
            "" + unsound,
            "--package",
            "com.example",
            "--out",
            directory + "/none"));
    commands.add(List.of("generate", "--package", hostile(random), "--out", directory + "/none"));
    commands.add(List.of(hostile(random)));
    commands.add(List.of("sandbox", "--port", hostile(random)));
    for (List<String> command : commands) {
      assertShowsNothingHostile(String.join(" ", command), run(request, isTerminal, command));
    }
    assertFilesHoldNothingHostile();
  }

  private static void assertShowsNothingHostile(String place, String shown) {
    String plain = shown.replaceAll("\u001b\\[(?:0|1|2|3[0-9]|1;3[0-9])m", "");
    assertThat(plain.codePoints().filter(c -> !isSeen(c)).mapToObj(Integer::toHexString))
        .as("%s shows what is not seen: %s", place, plain)
        .isEmpty();
    if (!place.endsWith(".java")) { // which no log of a build is made of
      assertThat(plain).as(place).doesNotContain("##[", "##vso[");
    }
    assertThat(plain.lines())
        .as("%s is a command of a workflow log: %s", place, plain)
        .noneMatch(line -> line.strip().startsWith("::error::FORGED"))
        .noneMatch(line -> line.strip().startsWith("::warning::FORGED"));
  }

  private void assertFilesHoldNothingHostile() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(each -> !each.startsWith(directory.resolve("requests")))
              .filter(each -> !each.toString().endsWith(".yaml") || each.endsWith("b.yaml"))
              .toList()) {
        assertShowsNothingHostile(file.toString(), Files.readString(file));
      }
    }
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String run(String input, boolean isTerminal, List<String> command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Console console = new Console(in, out, err, isTerminal, false, Map.of());
    Callsheet.run(console, command.toArray(String[]::new));
    return out + "\n" + err;
  }

  private static String spec(Random random, String rule) {
    return """
    callsheet: 1
    model: {id: "acme:dot@1", name: %1$s, status: live}
    include: [platforms/runware/task]
    parameters:
      model: {const: "acme:dot@1"}
      size: {type: integer, description: %2$s}
      kind: {enum: [%3$s, b], description: Its kind.}
    rules:
      - {id: no-size, description: %4$s, note: %5$s, %6$s: size}
    """
        .formatted(
            quoted(random), quoted(random), quoted(random), quoted(random), quoted(random), rule);
  }

  private static String request(Random random) {
    return """
    [{"taskType": %s, %s: 1, "model": "acme:dot@1", "size": %s, "kind": %s},
     {"taskType": "videoInference", "model": %s, "width": 1},
     {"taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
      "outputFormat": %s, "inputs": {%s: [%s]}, "ttl": "60", "positivePrompt": %s}]
    """
        .formatted(
            quoted(random),
            quoted(random),
            quoted(random),
            quoted(random),
            quoted(random),
            quoted(random),
            quoted(random),
            quoted(random),
            quoted(random));
  }

  /** As JSON has it, which YAML understands. */
  private static String quoted(Random random) {
    String json = JsonNodeFactory.instance.stringNode(hostile(random)).toString();
    StringBuilder escaped = new StringBuilder();
    json.chars()
        .forEach(c -> escaped.append(c < 0x7F ? Character.toString(c) : "\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    for (int pieces = 1 + random.nextInt(5); pieces > 0; pieces--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String fileName(Random random) {
    return hostile(random).strip();
  }
}
