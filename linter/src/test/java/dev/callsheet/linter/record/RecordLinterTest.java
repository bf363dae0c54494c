package dev.callsheet.linter.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.testing.RandomJsonWriter;
import dev.callsheet.linter.testing.RequestMutator;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.SpecSnapshot;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is found in a record is what is found in a line of a file. */
class RecordLinterTest {
  private static final String KLING = "klingai:kling-video@o3-pro";
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
  private static final RecordLinter RECORDS = new RecordLinter(RecordLintOptions.defaults());

  @TempDir private Path directory;

  static Stream<String> lines() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("../tests/requests", "src/test/resources/lint")) {
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        all.filter(file -> file.toString().matches(".*\\.jsonl?")).sorted().forEach(files::add);
      }
    }
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), UTF_8);
      text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
      try {
        lines.add(JsonMapper.shared().readTree(text).toString());
      } catch (JacksonException notOneValue) {
        lines.add(text.replaceAll("[\r\n]", " ").stripLeading() + "!");
      }
    }
    // Only the first line of a file may have a byte order mark.
    return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("\uFEFF")).distinct();
  }

  @Test
  void everyLineOfTheRequests_hasTheFindingsThatItHasInAFile() throws IOException {
    assertThat(lines().toList())
        .hasSizeGreaterThan(500)
        .allSatisfy(
            line ->
                assertThat(RECORDS.lint(line.getBytes(UTF_8)).findings())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("price")
                    .isEqualTo(inFile(line.getBytes(UTF_8))));
  }

  @Test
  void everyLineOfTheRequests_isTheSameWhenItIsReadTaskByTask() throws IOException {
    RecordEngine pricing = RecordEngine.of(RecordLintOptions.defaults().pricingAll());
    assertThat(lines().map(line -> line.getBytes(UTF_8)).toList())
        .allSatisfy(
            line ->
                assertThat(pricing.lint(line, line.length, 0))
                    .isEqualTo(pricing.lint(line, line.length, line.length)));
  }

  @Test
  void whatIsBehindARecordInItsBuffer_isNotRead() throws IOException {
    Random random = new Random(7);
    for (String line : lines().toList()) {
      byte[] buffer = line.getBytes(UTF_8);
      for (int length : new int[] {random.nextInt(buffer.length + 1), buffer.length - 1}) {
        assertThat(RECORDS.lint(buffer, length))
            .as(new String(buffer, 0, length, UTF_8))
            .isEqualTo(RECORDS.lint(Arrays.copyOf(buffer, length)));
      }
      byte[] more = Arrays.copyOf(buffer, buffer.length + 9);
      Arrays.fill(more, buffer.length, more.length, (byte) '"');
      assertThat(RECORDS.lint(more, buffer.length)).as(line).isEqualTo(RECORDS.lint(buffer));
    }
  }

  @Test
  void mutatedRequests_likewise_withWhatTheyRepeatOfEachOther() throws IOException {
    RequestMutator mutator =
        RequestMutator.of(ModelCatalogue.bundled().find(KLING).orElseThrow(), 4);
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String task = RandomJsonWriter.of(mutator.next(), random).replaceAll("[\r\n]", " ");
      lines.add(i % 3 == 0 ? "[" + task + "," + task + "]" : task);
    }
    List<String> found = new ArrayList<>();
    Set<UUID> used = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      LintedRecord record = RECORDS.lint(lines.get(i).getBytes(UTF_8));
      List<RecordFinding> findings = new ArrayList<>(record.findings());
      record.uuids().stream()
          .filter(uuid -> !used.add(new UUID(uuid.high(), uuid.low())))
          .forEach(uuid -> findings.add(uuid.repeated()));
      for (RecordFinding each : findings) {
        found.add(i + 1 + each.rule() + each.model() + each.pointer() + each.message());
      }
    }
    List<String> expected = new ArrayList<>();
    for (Finding each :
        LINTER.lint("a.jsonl", String.join("\n", lines).getBytes(UTF_8)).findings()) {
      expected.add(
          each.location().line() + each.rule() + each.model() + each.pointer() + each.message());
    }
    assertThat(found).hasSizeGreaterThan(500).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(found).anyMatch(each -> each.contains("duplicate-task-uuid"));
  }

  private static List<RecordFinding> inFile(byte[] line) {
    return LINTER.lint("a.jsonl", line).findings().stream()
        .map(each -> RecordFinding.of(each, null))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nonsense", "[", "{\"a\":1}}", "\u0000", "null", "17"})
  void whatIsNoRequest_isAFinding(String text) {
    assertThat(RECORDS.lint(text.getBytes(UTF_8)).findings()).hasSize(1);
  }

  @Test
  void nothingAtAll_andBytesThatAreNoUtf8_areMalformed() {
    assertThat(RECORDS.lint(null).findings())
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("there is nothing here"))
        .returns("malformed-json", RecordFinding::rule);
    assertThat(RECORDS.lint(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}).findings())
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("not valid UTF-8"));
  }

  @Test
  void aHugeRecord_isValidOrTooLarge() {
    byte[] huge = new byte[34 << 20];
    Arrays.fill(huge, (byte) ' ');
    byte[] task = task(UUID.randomUUID(), 5).getBytes(UTF_8);
    System.arraycopy(task, 0, huge, huge.length - task.length, task.length);
    assertThat(RECORDS.lint(huge).findings()).isEmpty();
    assertThat(new RecordLinter(RecordLintOptions.defaults().pricingAll()).lint(huge).prices())
        .as("it is the space around the task that is large")
        .hasSize(1);
    huge[0] = '{';
    Arrays.fill(huge, 1, huge.length - 1, (byte) ' ');
    huge[huge.length - 1] = '}';
    assertThat(RECORDS.lint(huge).findings())
        .extracting(RecordFinding::rule)
        .containsExactly("too-large");
  }

  @Test
  void aHugeLine_hasTheFindingsOfAHugeRecord() throws IOException {
    UUID uuid = UUID.randomUUID();
    String wrong = task(UUID.randomUUID(), 99);
    byte[] line =
        ("["
                + task(uuid, 5)
                + ","
                + wrong
                + ",{\"a\":\""
                + "b".repeat(33 << 20)
                + "\"},"
                + task(uuid, 10)
                + ","
                + wrong
                + "]")
            .getBytes(UTF_8);
    LintedRecord record = new RecordLinter(RecordLintOptions.defaults().pricingAll()).lint(line);
    assertThat(record.findings())
        .extracting(RecordFinding::pointer)
        .containsExactly("/1/duration", "/2", "/3/taskUUID", "/4/taskUUID", "/4/duration");
    assertThat(record.requests()).isEqualTo(5);
    assertThat(record.uuids()).extracting(TaskUuid::task).containsExactly("/0", "/1");
    assertThat(record.prices()).as("only of the first request").hasSize(1);

    Path file = directory.resolve("a.jsonl");
    Files.write(file, line);
    Files.writeString(file, "\n" + task(uuid, 5), StandardOpenOption.APPEND);
    List<Finding> found = new ArrayList<>();
    assertThat(LINTER.lint("a.jsonl", file, found::add)).isEqualTo(6);
    assertThat(found.remove(found.size() - 1).pointer()).isEqualTo("/taskUUID");
    assertThat(found.stream().map(each -> RecordFinding.of(each, null)))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("price")
        .isEqualTo(record.findings());
  }

  @Test
  void whateverARecordHolds_aSmallHeapSuffices() throws Exception {
    Process lint =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(lint.getInputStream().readAllBytes(), UTF_8).lines())
        .containsExactly("malformed-json", "internal-error", "");
    assertThat(lint.waitFor()).isZero();
  }

  /** Lints records that are large in comparison to its heap. */
  static final class SmallHeap {
    private SmallHeap() {}

    /** Prints what is found in each. */
    public static void main(String[] arguments) {
      print("[" + ("{\"a\":\"" + "b".repeat(1000) + "\"},").repeat(40_000) + "?");
      print("[" + "[],".repeat(13 << 20) + "[]]");
      print(task(UUID.randomUUID(), 5));
    }

    private static void print(String record) {
      System.out.println(
          RECORDS.lint(record.getBytes(UTF_8)).findings().stream()
              .map(RecordFinding::rule)
              .distinct()
              .collect(Collectors.joining(",")));
    }
  }

  @Test
  void uuids_areThoseOfTasksThatStartSomething_eachOnce() {
    UUID one = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    UUID two = UUID.fromString("0c9e6679-7425-40de-944b-e07fc1f90ae7");
    LintedRecord valid =
        RECORDS.lint(("[" + task(one, 5) + "," + task(two, 5) + "]").getBytes(UTF_8));
    assertThat(valid.findings()).isEmpty();
    assertThat(valid.requests()).isEqualTo(2);
    assertThat(valid.uuids())
        .containsExactly(
            new TaskUuid(
                one.getMostSignificantBits(), one.getLeastSignificantBits(), null, "/0", KLING),
            new TaskUuid(
                two.getMostSignificantBits(), two.getLeastSignificantBits(), null, "/1", KLING));

    String capitals =
        task(one, 99).replace(one.toString(), one.toString().toUpperCase(Locale.ROOT));
    assertThat(RECORDS.lint(capitals.getBytes(UTF_8)).uuids())
        .containsExactly(
            new TaskUuid(
                one.getMostSignificantBits(),
                one.getLeastSignificantBits(),
                one.toString().toUpperCase(Locale.ROOT),
                "",
                KLING));
    String poll = "{\"taskType\":\"getResponse\",\"taskUUID\":\"" + one + "\"}";
    assertThat(RECORDS.lint(poll.getBytes(UTF_8)).uuids()).isEmpty();
    String within = "[" + task(one, 5) + "," + task(one, 5) + "]";
    LintedRecord repeating = RECORDS.lint(within.getBytes(UTF_8));
    assertThat(repeating.uuids()).hasSize(1);
    assertThat(repeating.findings())
        .extracting(RecordFinding::rule)
        .containsExactly("duplicate-task-uuid");
  }

  @Test
  void aSecretThatIsAUuidToo_isNotShown() {
    UUID uuid = UUID.randomUUID();
    String task = task(uuid, 5).replace("{\"task", "{\"apiKey\":\"" + uuid + "\",\"task");
    assertThat(RECORDS.lint(task.getBytes(UTF_8)).uuids())
        .singleElement()
        .satisfies(each -> assertThat(each.repeated().message()).doesNotContain(uuid.toString()));
  }

  @Test
  void pricesAreOfRequestsWithoutAnError() {
    RecordLinter all = new RecordLinter(RecordLintOptions.defaults().pricingAll());
    UUID uuid = UUID.randomUUID();
    String three =
        "[" + task(uuid, 5) + "," + task(UUID.randomUUID(), 99) + "," + task(uuid, 10) + "]";
    String one = task(uuid, 5);
    assertThat(all.lint(one.getBytes(UTF_8)).prices())
        .singleElement()
        .satisfies(each -> assertThat(price(each).minimum()).isPositive())
        .returns(KLING, PricedRequest::model);
    assertThat(RECORDS.lint(one.getBytes(UTF_8)).prices()).isEmpty();
    assertThat(all.lint(three.getBytes(UTF_8)).prices())
        .as("neither of the one with a wrong duration, nor of the one that repeats a UUID")
        .hasSize(1);
    String without = one.replaceFirst("\"taskUUID\":\"[^\"]+\",", "");
    assertThat(all.lint(without.getBytes(UTF_8)).prices())
        .as("a task without a UUID gets one when it is sent")
        .hasSize(1);
  }

  private static RecordPrice price(PricedRequest request) {
    assertThat(request.price()).isNotNull();
    RecordPrice price = request.price();
    return price == null ? new RecordPrice("", BigDecimal.ZERO, null) : price;
  }

  @Test
  void aLinterThatWasSerialized_lintsByItsOwnSpecsWithoutTheirFiles() throws Exception {
    Path spec =
        Files.writeString(
            directory.resolve("dot.yaml"),
            """
            callsheet: 1
            model: {id: "acme:dot@1", name: Dot, status: live}
            include: [platforms/runware/task]
            parameters:
              model: {const: "acme:dot@1"}
              width: {type: integer, maximum: 8}
            """);
    RecordLinter linter =
        new RecordLinter(
            RecordLintOptions.defaults()
                .withDay(LocalDate.of(2026, 9, 1))
                .withSpecs(List.of(SpecSnapshot.of(directory))));
    Files.delete(spec);
    byte[] wrong =
        ("{\"taskType\":\"x\",\"taskUUID\":\""
                + UUID.randomUUID()
                + "\",\"model\":\"acme:dot@1\",\"width\":9}")
            .getBytes(UTF_8);
    RecordLinter copy = copy(linter);
    assertThat(copy.lint(wrong)).isEqualTo(linter.lint(wrong));
    assertThat(copy.lint(wrong).findings())
        .filteredOn(each -> each.rule().equals("out-of-range"))
        .singleElement()
        .returns(Severity.ERROR, RecordFinding::severity)
        .returns("acme:dot@1", RecordFinding::model)
        .returns("/width", RecordFinding::pointer);
  }

  @Test
  void aWrongSpec_isToldAndNotTakenForAnUnknownModel() throws IOException {
    Files.writeString(
        directory.resolve("dot.yaml"), "callsheet: 1\nmodel: {id: \"acme:dot@1\", nam: Dot}\n");
    RecordLinter linter =
        new RecordLinter(
            RecordLintOptions.defaults().withSpecs(List.of(SpecSnapshot.of(directory))));
    assertThatThrownBy(
            () -> linter.lint("{\"taskType\":\"x\",\"model\":\"acme:dot@1\"}".getBytes(UTF_8)))
        .isInstanceOf(UncheckedSpecException.class)
        .hasMessageContaining("dot.yaml");
    assertThatThrownBy(() -> SpecSnapshot.of(directory.resolve("nowhere")))
        .hasMessageContaining("nowhere: there is no such directory");
  }

  @Test
  void aLinterOfAnotherVersion_isRefused() throws Exception {
    String fingerprint = ModelCatalogue.bundledFingerprint();
    String other = fingerprint.replace(fingerprint.charAt(0), '?');
    byte[] written =
        new String(written(RECORDS), ISO_8859_1).replace(fingerprint, other).getBytes(ISO_8859_1);
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContainingAll(fingerprint, other, "the same version");
  }

  @Test
  void aResultTravels() throws Exception {
    RecordLinter all = new RecordLinter(RecordLintOptions.defaults().pricingAll());
    UUID uuid = UUID.randomUUID();
    LintedRecord result =
        all.lint(("[" + task(uuid, 5) + "," + task(uuid, 99) + "]").getBytes(UTF_8));
    assertThat(copy(result)).isEqualTo(result);
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  private static <T> T copy(T original) throws Exception {
    return (T) read(written(original));
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  private static String task(UUID uuid, int duration) {
    return "{\"taskType\":\"videoInference\",\"taskUUID\":\""
        + uuid
        + "\",\"model\":\""
        + KLING
        + "\",\"positivePrompt\":\"A lighthouse\",\"width\":1920,\"height\":1080,\"duration\":"
        + duration
        + "}";
  }
}
