package dev.callsheet.runtime.internal.journal;

import static dev.callsheet.runtime.internal.journal.JournalProcess.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest {
  private static final UUID BAD_JOB = UUID.fromString("0b6c1a52-8a39-4c46-9a0e-5d0f3c7be1a4");

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

  /** Something in a journal's directory that is no sound file of a journal. */
  @FunctionalInterface
  private interface BadEntry {
    void make(Path path) throws Exception;
  }

  private static Arguments bad(String name, String problem, BadEntry entry) {
    return Arguments.of(Named.of(name, entry), problem);
  }

  private static void makePipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  private static byte[] header(String json) {
    return JournalLine.encode(json);
  }

  private static byte[] lines(byte[]... lines) {
    var file = new ByteArrayOutputStream();
    Stream.of(lines).forEach(file::writeBytes);
    return file.toByteArray();
  }

  static Stream<Arguments> badEntries() {
    var ours = JournalFileHeader.line(SCOPE);
    var job = "\"job\":\"" + BAD_JOB + "\",\"at\":\"2026-11-29T00:00:00Z\"}";
    return Stream.of(
        bad("a directory", "is a directory", Files::createDirectory),
        bad("a link", "is a link", path -> Files.createSymbolicLink(path, Path.of("elsewhere"))),
        bad(
            "a link to a device",
            "is a link",
            at -> Files.createSymbolicLink(at, Path.of("/dev/zero"))),
        bad("a pipe", "is a pipe or device", FileJournalTest::makePipe),
        bad("nothing", "is no file of a journal", Files::createFile),
        bad("a text", "is no file of a journal", path -> Files.writeString(path, "what?\n")),
        bad("bytes", "is no file of a journal", path -> Files.write(path, new byte[200_000])),
        bad(
            "a journal of others",
            "is no file of a journal",
            path -> Files.write(path, header("{\"journal\":\"theirs\",\"version\":1}"))),
        bad(
            "a later format",
            "it has format 3, and this one reads 2",
            path -> Files.write(path, header("{\"journal\":\"callsheet\",\"version\":3}"))),
        bad(
            "an endpoint that is none",
            "is no file of a journal",
            path ->
                Files.write(
                    path,
                    header("{\"journal\":\"callsheet\",\"version\":2,\"endpoint\":\"a b\"}"))),
        bad(
            "a line that is no entry",
            "line 2 is damaged",
            path -> Files.write(path, lines(ours, header("{\"event\":[]}")))),
        bad(
            "zeros after a crash of the machine",
            "line 2 is damaged; it may have held anything",
            path -> Files.write(path, lines(ours, new byte[3_000_000], new byte[] {'\n'}))),
        bad(
            "an entry without its beginning",
            "has entries of a job, and does not say how it was submitted; it is about job "
                + BAD_JOB,
            path -> Files.write(path, lines(ours, header("{\"event\":\"accepted\"," + job)))),
        bad(
            "an event of a later version, alone",
            "has entries of a job, and does not say how it was submitted",
            path -> Files.write(path, lines(ours, header("{\"event\":\"paused\"," + job)))),
        bad(
            "a result that is damaged",
            "line 2 is damaged; it may have held a result that is paid for; it is about job "
                + BAD_JOB,
            path ->
                Files.write(
                    path,
                    lines(
                        ours,
                        ("{\"event\":\"delivered\"," + job + "\u0000\n")
                            .getBytes(StandardCharsets.UTF_8)))));
  }

  @ParameterizedTest
  @MethodSource("badEntries")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aBadEntryIsToldAndNoneOfTheOthersIsLost(BadEntry entry, String problem) throws Exception {
    for (var i = 0; i < 2; i++) {
      try (var ended = open()) {
        write(ended, task(UUID.randomUUID()));
      }
    }
    var bad = directory.resolve("aaa.jsonl"); // before all others
    entry.make(bad);

    var session = open();

    assertThat(session.jobs()).hasSize(2);
    assertThat(session.adopt(any -> true)).hasSize(2);
    write(session, task(UUID.randomUUID()));
    assertThat(session.jobs()).hasSize(3);
    assertThat(session.problems())
        .isNotEmpty()
        .allSatisfy(
            found -> assertThat(found.toString()).startsWith(bad.toString()).contains(problem));
    assertThat(problemsFoundByANewSession()).isNotEmpty();
  }

  private List<JournalProblem> problemsFoundByANewSession() {
    var session = open();
    session.jobs();
    return session.problems();
  }

  @Test
  void whatALaterVersionWroteOfAJobMovesWithIt() throws IOException {
    var job = UUID.randomUUID();
    var unknown =
        "{\"event\":\"paused\",\"job\":\""
            + job
            + "\",\"at\":\"2026-11-29T00:00:00Z\",\"x\":[1.50]}";
    Files.write(
        directory.resolve("dead-4.jsonl"),
        lines(
            JournalFileHeader.line(SCOPE),
            JournalLine.encode(JournalEntryJson.write(task(job))),
            JournalLine.encode(unknown)));
    var session = open();

    assertThat(session.adopt(any -> true)).extracting(JobRecord::id).containsExactly(job);

    assertThat(session.problems()).isEmpty();
    assertThat(Files.readString(files().get(0))).contains(unknown.replaceFirst("}$", ""));
    assertThat(session.jobs()).hasSize(1);
  }

  @Test
  void aLinkToAJournalIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    var theirs = elsewhere.resolve("theirs.jsonl");
    Files.write(
        theirs,
        lines(
            JournalFileHeader.line(SCOPE),
            JournalLine.encode(JournalEntryJson.write(task(UUID.randomUUID())))));
    Files.createSymbolicLink(directory.resolve("link.jsonl"), theirs);

    assertThat(open().adopt(any -> true)).isEmpty();
    assertThat(theirs).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwxrwxrwx", "rwx-w----"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDirectoryThatOthersMayWriteToIsRefused(String permissions) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(this::open)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("others may write to it (" + permissions + ")")
        .hasMessageContaining("chmod go-w");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDirectoryOfAnotherUserIsRefused_unlessThatIsRoot() throws IOException {
    var journal = new JournalDirectory(directory);
    int owner = (Integer) Files.getAttribute(directory, "unix:uid");
    journal.requireOwn(owner);
    if (owner == 0) { // by root, what belongs to root can be given to somebody
      Files.setAttribute(directory, "unix:uid", 4242);
    }

    assertThatThrownBy(() -> journal.requireOwn(4243))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("belongs to another user (")
        .hasMessageContaining(directory.toString());
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxr-xr-x"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDirectoryThatOthersMayReadIsTaken(String permissions) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));

    assertThat(open().jobs()).isEmpty();
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
    return new Submitted(job, Instant.now(), "runware", "acme:clip@1", 1, "[{\"n\":1}]");
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
