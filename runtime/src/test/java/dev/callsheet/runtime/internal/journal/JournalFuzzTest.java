package dev.callsheet.runtime.internal.journal;

import static dev.callsheet.runtime.internal.journal.JournalProcess.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is in a file of a journal: the other files are used, each job that can be read is found,
 * what cannot be read is told and none of its bytes is lost. Here every seed is tried, as it is and
 * changed a little; {@code tests/fuzz/run journals} has a fuzzer look for more.
 */
public class JournalFuzzTest {
  private static final int CHANGED_COPIES = 5;
  private static final UUID SOUND = UUID.fromString("0b6c1a52-8a39-4c46-9a0e-5d0f3c7be1a4");
  private static final byte[] SOUND_FILE =
      file(
          JournalLine.encode(
              JournalEntryJson.write(
                  new Submitted(SOUND, Instant.EPOCH, "runware", "a:b@1", 1, "[{}]"))));

  static List<Path> seeds() throws IOException {
    try (var files = Files.walk(Path.of("src/test/fuzz/journals"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsEveryJobAndTellsOfTheRest(Path seed) throws IOException {
    var content = Files.readAllBytes(seed);
    fuzzerTestOneInput(content);
    var random = new Random(content.length);
    for (var i = 0; i < CHANGED_COPIES; i++) {
      fuzzerTestOneInput(changed(content, random));
    }
  }

  private static byte[] changed(byte[] content, Random random) {
    var changed = new ByteArrayOutputStream();
    for (var b : content) {
      switch (random.nextInt(200)) {
        case 0 -> changed.write(b ^ (1 << random.nextInt(8)));
        case 1 -> changed.write(random.nextBoolean() ? '\n' : random.nextInt(256));
        case 2 -> {} // lost
        default -> changed.write(b);
      }
    }
    return changed.toByteArray();
  }

  /**
   * What a fuzzer calls, by this name, with bytes of its own making: a whole file, and the lines
   * that a file with a sound header and sound checksums has.
   */
  public static void fuzzerTestOneInput(byte[] content) throws IOException {
    assertUsed(content);
    assertUsed(file(lines(content).stream().map(JournalFuzzTest::sealed).toArray(byte[][]::new)));
  }

  private static byte[] file(byte[]... lines) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(JournalFileHeader.line(SCOPE));
    for (var line : lines) {
      file.writeBytes(line);
    }
    return file.toByteArray();
  }

  private static List<byte[]> lines(byte[] content) {
    var lines = new ArrayList<byte[]>();
    var start = 0;
    for (var i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        lines.add(Arrays.copyOfRange(content, start, i));
        start = i + 1;
      }
    }
    return lines;
  }

  /** A line with a checksum that is right; one that could have none stays as it is. */
  private static byte[] sealed(byte[] line) {
    var text = new String(line, StandardCharsets.UTF_8);
    return JournalLine.encode(text.endsWith("}") ? text : text + "}");
  }

  private static void assertUsed(byte[] content) throws IOException {
    var directory = Files.createTempDirectory("journal");
    try {
      var odd = Files.write(directory.resolve("a-odd.jsonl"), content);
      Files.write(directory.resolve("b-sound.jsonl"), SOUND_FILE);

      var expected = expectedJobs(content);
      assertThat(foundBySession(directory, expected)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(foundBySession(directory, expected)).containsExactlyInAnyOrderElementsOf(expected);
      assertNothingLost(directory, odd, content);
    } finally {
      delete(directory);
    }
  }

  private static List<UUID> expectedJobs(byte[] content) throws IOException {
    var contents = JournalFileContents.read(new ByteArrayInputStream(content));
    var jobs = new ArrayList<>(List.of(SOUND));
    if (SCOPE.equals(contents.scope())) {
      contents
          .jobs()
          .forEach(
              (job, lines) ->
                  JobRecord.of(
                          lines.stream().map(StoredEntry::entry).toList(),
                          SCOPE,
                          JobRecord.Owner.NONE)
                      .filter(record -> record.phase() != JobRecord.Phase.ACKNOWLEDGED)
                      .filter(record -> !job.equals(SOUND))
                      .ifPresent(record -> jobs.add(job)));
    }
    return jobs;
  }

  /** What a session adopts, which is what it has then. */
  private static List<UUID> foundBySession(Path directory, List<UUID> expected) {
    var journal = new FileJournal(directory).withRetention(Duration.ofDays(1_000_000));
    try (var session = journal.open(SCOPE)) {
      assertThat(session.jobs()).extracting(JobRecord::id).containsAll(expected);
      var adopted = session.adopt(any -> true).stream().map(JobRecord::id).toList();
      assertThat(session.jobs()).extracting(JobRecord::id).containsAll(adopted);
      session.problems().forEach(JournalFuzzTest::assertShown);
      return adopted;
    }
  }

  private static void assertShown(JournalProblem problem) {
    assertThat(problem.toString()).hasSizeLessThan(10_000).doesNotContainPattern("\\p{Cntrl}");
  }

  /** A file of which something cannot be read is still there, and a session tells of it. */
  private static void assertNothingLost(Path directory, Path odd, byte[] content)
      throws IOException {
    var contents = JournalFileContents.read(new ByteArrayInputStream(content));
    if (contents.scope() != null && contents.isIntact()) {
      return;
    }
    var kept = Files.exists(odd) ? odd : JournalDirectory.quarantined(odd);
    assertThat(Files.readAllBytes(kept)).isEqualTo(content);
    try (var session = new FileJournal(directory).open(SCOPE)) {
      session.jobs();
      assertThat(session.problems())
          .extracting(JournalProblem::place)
          .anyMatch(place -> place.startsWith(JournalProblems.place(kept)));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
