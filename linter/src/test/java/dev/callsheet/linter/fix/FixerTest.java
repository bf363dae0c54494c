package dev.callsheet.linter.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.RepresentativeModels;
import dev.callsheet.linter.testing.RandomJsonWriter;
import dev.callsheet.linter.testing.RequestMutator;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixerTest {
  private static final Path PAIRS = Path.of("src", "test", "resources", "fix");
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final String TASK =
      "{\"taskType\":\"videoInference\",\"model\":\"klingai:kling-video@o3-pro\","
          + "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\","
          + "\"positivePrompt\":\"鯨 🐋\",\"width\":1920,\"height\":1080,\"duration\": %s}";

  @TempDir private Path scratch;

  static List<String> requests() throws IOException {
    try (Stream<Path> files = Files.list(PAIRS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches(".*\\.jsonl?"))
          .sorted()
          .toList();
    }
  }

  /** Each {@code x.json} becomes {@code x.fixed}, and {@code x.txt} lists what was fixed. */
  @ParameterizedTest
  @MethodSource("requests")
  void fixedRequestsEqualExpectedBytes(String name) throws IOException {
    FixResult fixed = fixer().fix(name, Files.readAllBytes(PAIRS.resolve(name)));
    String plain = name.substring(0, name.lastIndexOf('.'));
    StringBuilder said = new StringBuilder();
    fixed
        .appliedFixes()
        .forEach(
            each ->
                said.append(
                    each.location() + ": " + each.description() + " [" + each.rule() + "]\n"));
    if (Boolean.getBoolean("golden.write")) {
      Files.write(PAIRS.resolve(plain + ".fixed"), fixed.content());
      Files.writeString(PAIRS.resolve(plain + ".txt"), said);
    }
    assertThat(fixed.content()).isEqualTo(Files.readAllBytes(PAIRS.resolve(plain + ".fixed")));
    assertThat(said.toString()).isEqualTo(Files.readString(PAIRS.resolve(plain + ".txt")));
  }

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void fixingTwice_changesNothingMore_andNeverAddsErrors(ModelSpec model) throws IOException {
    RequestMutator mutator = RequestMutator.of(model, 5);
    Random random = new Random(5);
    int fixed = 0;
    for (int i = 0; i < 150; i++) {
      byte[] request = RandomJsonWriter.of(mutator.next(), random).getBytes(UTF_8);
      FixResult once = fixer().fix("a.json", request);
      FixResult twice = fixer().fix("a.json", once.content());
      assertThat(twice.content()).isEqualTo(once.content());
      assertThat(twice.appliedFixes()).isEmpty();
      assertThat(errors(once.content()) + once.appliedFixes().size())
          .as(new String(request, UTF_8))
          .isLessThanOrEqualTo(errors(request));
      fixed += once.appliedFixes().size();
    }
    assertThat(fixed).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void byteOrderMarkIsKept(String charset) {
    byte[] request = ("\uFEFF" + TASK.formatted("20")).getBytes(Charset.forName(charset));
    byte[] expected = ("\uFEFF" + TASK.formatted("15")).getBytes(Charset.forName(charset));
    assertThat(fixer().fix("a.json", request).content()).isEqualTo(expected);
  }

  @Test
  void fileWithUndecodableBytes_isNotChanged() {
    byte[] lines = ("{\"a\": \"?\"}\n" + TASK.formatted("20")).getBytes(UTF_8);
    lines[7] = (byte) 0xFF;
    FixResult fixed = fixer().fix("a.jsonl", lines);
    assertThat(fixed.content()).isEqualTo(lines);
    assertThat(fixed.appliedFixes()).isEmpty();
  }

  @Test
  void everyLineOfJsonLinesIsFixed() {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      before.add(TASK.formatted(16 + i));
      after.add(TASK.formatted(15));
    }
    byte[] fixed = fixer().fix("a.jsonl", String.join("\r\n", before).getBytes(UTF_8)).content();
    assertThat(new String(fixed, UTF_8)).isEqualTo(String.join("\r\n", after));
  }

  @Test
  void fixInPlace_keepsPermissions_andLeavesNoTemporaryFile() throws IOException {
    Path file = scratch.resolve("a.json");
    Files.writeString(file, TASK.formatted("20"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(scratch.resolve("link.json"), file);
    assertThat(fixer().fix("link.json", link)).hasSize(1);
    assertThat(file).hasContent(TASK.formatted("15"));
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> files = Files.list(scratch)) {
      assertThat(files).containsExactlyInAnyOrder(file, link);
    }
  }

  @Test
  void validFileIsNotRewritten() throws IOException {
    Path file = scratch.resolve("a.json");
    Files.writeString(file, TASK.formatted("5"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThat(fixer().fix("a.json", file)).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    Path file = scratch.resolve("a.jsonl");
    try (var channel =
        Files.newByteChannel(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.position(Fixer.MAX_FILE_SIZE);
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {' '}));
    }
    assertThatThrownBy(() -> fixer().fix("a.jsonl", file))
        .isInstanceOf(IOException.class)
        .hasMessage("with its 64 MB too large to be fixed in place; up to 64 MB are");
  }

  private static long errors(byte[] request) {
    return new Linter(CATALOGUE, RuleInterpretation.ENFORCED)
        .lint("a.json", request)
        .count(dev.callsheet.runtime.Severity.ERROR);
  }

  private static Fixer fixer() {
    return new Fixer(new Linter(CATALOGUE, RuleInterpretation.ENFORCED));
  }
}
