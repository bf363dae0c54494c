package dev.callsheet.runtime.internal.journal;

import static dev.callsheet.runtime.internal.journal.JournalProcess.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  @TempDir private Path directory;

  @Test
  void readsOfEveryPrefixTheLinesThatAreWholeInIt() throws IOException {
    var bytes = Files.readAllBytes(journalOf(3));
    var whole = entries(bytes);

    for (var length = firstLine(bytes); length <= bytes.length; length++) {
      var prefix = Arrays.copyOf(bytes, length);
      var lines = new String(prefix, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();

      assertThat(entries(prefix)).isEqualTo(whole.subList(0, (int) lines - 1));
    }
  }

  @Test
  void takesNoByteThatChangedForAnother() throws IOException {
    var bytes = Files.readAllBytes(journalOf(1));
    var whole = entries(bytes);

    for (var i = firstLine(bytes); i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;

      assertThat(whole).containsAll(entries(changed));
    }
  }

  @Test
  void leavesTheJobsOfALivingProcessAloneAndTakesThoseOfADeadOne() throws IOException {
    var session = open();
    try (var other = JournalProcess.start(directory, 2, 1024)) {
      assertThat(other.lines()).hasSize(2);
      assertThat(session.adopt(any -> true)).isEmpty();
      assertThat(session.jobs())
          .extracting(JobRecord::owner)
          .containsExactly(Owner.OTHER_SESSION, Owner.OTHER_SESSION);

      other.kill();

      assertThat(session.adopt(any -> true))
          .extracting(job -> job.id().toString())
          .containsExactlyElementsOf(other.lines());
    }
    assertThat(session.jobs())
        .extracting(JobRecord::owner)
        .containsExactly(Owner.THIS_SESSION, Owner.THIS_SESSION);
    assertThat(files()).hasSize(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void writesAJobOrSaysWhyNotWhenTheDiskIsFull() throws IOException {
    try (var other = JournalProcess.start(directory, 40, 4)) {
      var begun = other.lines().stream().filter(line -> line.length() == 36).toList();
      other.kill();

      assertThat(begun).hasSizeBetween(5, 30);
      assertThat(other.lines().get(39)).startsWith("The journal cannot be kept in " + directory);
      assertThat(open().adopt(any -> true))
          .extracting(job -> job.id().toString())
          .containsExactlyElementsOf(begun);
    }
  }

  @Test
  void takesThousandsOfJobsAtOnce() {
    var session = open();
    var jobs = IntStream.range(0, 10_000).mapToObj(i -> task(UUID.randomUUID())).toList();

    CompletableFuture.allOf(jobs.stream().map(session::begin).toArray(CompletableFuture[]::new))
        .join();

    assertThat(session.jobs()).hasSize(10_000);
  }

  @Test
  void doesNotGrowWithWhatIsAcknowledged() throws IOException {
    var session = open();
    var kept = task(UUID.randomUUID());
    session.begin(kept).join();
    for (var i = 0; i < 30; i++) {
      var job = UUID.randomUUID();
      var result = "{\"videoBase64Data\":\"" + "A".repeat(200_000) + "\"}";
      write(session, task(job), new Delivered(job, Instant.now(), result));
      write(session, finished(job), new Acknowledged(job, Instant.now()));
    }

    assertThat(Files.size(files().get(0))).isLessThan(2_000_000);
    assertThat(session.jobs()).singleElement().extracting(JobRecord::task).isEqualTo(kept);
  }

  @Test
  void forgetsFinishedJobsAfterAWhileAndOthersNever() {
    var session = new FileJournal(directory).withRetention(Duration.ofDays(7)).open(SCOPE);
    var old = UUID.randomUUID();
    var open = UUID.randomUUID();
    var longAgo = Instant.now().minus(Duration.ofDays(8));
    write(session, task(old), new Finished(old, longAgo, List.of()));
    write(session, new Submitted(open, longAgo, "t", "m", 1, "[]"));

    assertThat(session.adopt(any -> true)).extracting(JobRecord::id).containsExactly(open);
  }

  @Test
  void keepsAFileAsideThatIsDamagedInTheMiddle() throws IOException {
    var file = journalOf(2);
    var lines = Files.readAllLines(file);
    lines.set(1, lines.get(1).replace("event", "evil!"));
    Files.write(directory.resolve("dead-1.jsonl"), lines);
    Files.delete(file);

    assertThat(open().adopt(any -> true)).hasSize(1);

    assertThat(files()).anyMatch(path -> path.toString().endsWith("dead-1.jsonl.damaged"));
  }

  @Test
  void leavesFilesOfAnotherVersionAlone() throws IOException {
    var stranger = directory.resolve("dead-2.jsonl");
    Files.write(stranger, JournalLine.encode("{\"journal\":\"callsheet\",\"version\":2}"));
    Files.writeString(directory.resolve("dead-3.jsonl"), "what is this?\n");

    assertThat(open().adopt(any -> true)).isEmpty();
    assertThat(open().jobs()).isEmpty();

    assertThat(files()).hasSize(2);
  }

  @Test
  void goesOnWhenSomeoneTakesItsFileAway() throws IOException {
    var session = open();
    var first = task(UUID.randomUUID());
    var second = task(UUID.randomUUID());
    session.begin(first).join();
    Files.delete(files().get(0));

    session.begin(second).join();

    assertThat(JournalFileContents.read(Files.newInputStream(files().get(0))).jobs())
        .containsOnlyKeys(first.job(), second.job());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void isReadableByItsOwnerOnly() throws IOException {
    var inside = directory.resolve("made");
    new FileJournal(inside).open(SCOPE).begin(task(UUID.randomUUID())).join();

    assertThat(Files.getPosixFilePermissions(inside))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (var files = Files.list(inside)) {
      assertThat(Files.getPosixFilePermissions(files.toList().get(0)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void isWhereTheEnvironmentSays() {
    assertThat(StateDirectory.of(Map.of("CALLSHEET_JOURNAL", "/j", "XDG_STATE_HOME", "/x")))
        .isEqualTo(Path.of("/j"));
    assertThat(StateDirectory.of(Map.of("XDG_STATE_HOME", "/x")))
        .isEqualTo(Path.of("/x/callsheet"));
    assertThat(StateDirectory.of(Map.of())).endsWithRaw(Path.of(".local", "state", "callsheet"));
  }

  /** A file with the lines of some jobs, each with one result. */
  private Path journalOf(int jobs) throws IOException {
    var session = open();
    for (var i = 0; i < jobs; i++) {
      var job = UUID.randomUUID();
      write(
          session, task(job), new Delivered(job, Instant.now(), "{\"text\":\"«\"}"), finished(job));
    }
    session.close();
    return files().get(0);
  }

  private static List<JournalEntry> entries(byte[] file) throws IOException {
    return JournalFileContents.read(new ByteArrayInputStream(file)).jobs().values().stream()
        .flatMap(List::stream)
        .map(StoredEntry::entry)
        .toList();
  }

  private static int firstLine(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
  }

  private static void write(JournalSession session, JournalEntry... entries) {
    Stream.of(entries).forEach(entry -> session.append(entry).join());
  }

  private static Submitted task(UUID job) {
    return new Submitted(job, Instant.now(), "videoInference", "acme:clip@1", 1, "[{\"n\":1}]");
  }

  private static Finished finished(UUID job) {
    return new Finished(job, Instant.now(), List.of());
  }

  private JournalSession open() {
    return new FileJournal(directory).open(SCOPE);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }
}
