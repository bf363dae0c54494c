package dev.callsheet.runtime.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.internal.job.JobState.Charge;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from sequences of events, for a task of two results. */
class JobStateTest {
  private static final UUID JOB = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final Scope SCOPE = new Scope(URI.create("http://localhost"), "account");
  private static final ApiError ERROR = ErrorCodes.localError("timeout", "No reply", null);
  private static final int EXPECTED = 2;

  /** An event by its word in the table; {@code a}, {@code b} are results, {@code -} an error. */
  private static JobEvent event(String word) {
    return switch (word) {
      case "recorded" -> new JobEvent.Recorded();
      case "unrecorded" -> new JobEvent.RecordingFailed(new JournalException("no disk", null));
      case "accepted" -> new JobEvent.Accepted(null);
      case "refused" -> new JobEvent.Refused(ERROR);
      case "given-up" -> new JobEvent.GivenUp(ERROR);
      case "stalled" -> new JobEvent.Stalled(ERROR);
      case "poll-failed" -> new JobEvent.FollowFailed(ERROR);
      case "detached" -> new JobEvent.Detached();
      default -> new JobEvent.Updated(update(word), 0);
    };
  }

  private static TaskUpdate update(String items) {
    var data = new ArrayList<String>();
    for (var item : items.split("", -1)) {
      if (item.equals("-")) {
        data.add("{\"taskUUID\":\"%s\",\"status\":\"error\",\"code\":\"x\"}".formatted(JOB));
      } else if (item.equals("~")) {
        data.add("{\"taskUUID\":\"%s\",\"status\":\"processing\",\"progress\":50}".formatted(JOB));
      } else if (!item.isEmpty()) {
        data.add("{\"status\":\"success\",\"videoURL\":\"http://host/%s\"}".formatted(item));
      }
    }
    var body = "{\"data\":[" + String.join(",", data) + "]}";
    var reply =
        new ApiReplyReader(text -> text, 1000)
            .read(200, body.getBytes(StandardCharsets.UTF_8), null);
    return TaskUpdate.of((ParsedReply) reply, JOB, true);
  }

  private static JobState fold(Stream<JobEvent> events) {
    return events.reduce(
        JobState.initial(JOB, EXPECTED, 16, JobStatus.SUBMITTING),
        JobState::apply,
        (first, second) -> second);
  }

  @ParameterizedTest
  @CsvSource({
    // events, status, delivered, failed, charge, transitions
    "recorded, SUBMITTING, 0, 0, DUE, 0",
    "unrecorded, FINISHED, 0, 2, NONE, 1",
    "recorded accepted, RUNNING, 0, 0, DUE, 1",
    "recorded refused, FINISHED, 0, 2, NONE, 1",
    "recorded poll-failed given-up, FINISHED, 0, 2, POSSIBLE, 1",
    "recorded accepted ~~, RUNNING, 0, 0, DUE, 2",
    "recorded accepted ~~ ~~, RUNNING, 0, 0, DUE, 2",
    "recorded accepted a~ ab, FINISHED, 2, 0, DUE, 3",
    "recorded accepted a a a, RUNNING, 1, 0, DUE, 2",
    "recorded accepted ab ba, FINISHED, 2, 0, DUE, 2",
    "recorded accepted a- a-, FINISHED, 1, 1, DUE, 2",
    "recorded accepted - a-, FINISHED, 1, 1, DUE, 3",
    "recorded accepted abc, FINISHED, 3, 0, DUE, 2",
    "recorded accepted - stalled, FINISHED, 0, 2, DUE, 3",
    "recorded accepted a detached b, DETACHED, 1, 0, DUE, 3",
    "recorded accepted ab refused detached, FINISHED, 2, 0, DUE, 2",
  })
  void foldsEvents(
      String events, JobStatus status, int delivered, int failed, Charge charge, int transitions) {
    var state = fold(Stream.of(events.split(" ")).map(JobStateTest::event));

    assertThat(state.status()).isEqualTo(status);
    assertThat(state.results().delivered()).hasSize(delivered);
    assertThat(state.results().failures()).hasSize(failed);
    assertThat(state.charge()).isEqualTo(charge);
    assertThat(state.transitions()).isEqualTo(transitions);
  }

  @Test
  void keepsTheLastErrorUntilAReportComes() {
    var failing = fold(Stream.of("accepted", "poll-failed").map(JobStateTest::event));

    assertThat(failing.lastError()).isEqualTo(ERROR);
    assertThat(failing.apply(event("~~")).lastError()).isNull();
    assertThat(failing.apply(event("detached")).lastError()).isEqualTo(ERROR);
  }

  @Test
  void stallsWhileOnlyErrorsAreReported() {
    var grace = Duration.ofNanos(10);
    var stalled =
        fold(
            Stream.of(
                new JobEvent.Accepted(null),
                new JobEvent.Updated(update("-"), 5),
                new JobEvent.Updated(update("-"), 14)));

    assertThat(stalled.expiredStall(14, grace)).isEmpty();
    assertThat(stalled.expiredStall(15, grace)).isPresent();
    assertThat(stalled.apply(event("-~")).expiredStall(99, grace)).isEmpty();
    assertThat(stalled.apply(new JobEvent.Updated(update("a-"), 20)).stall()).isNull();
  }

  private record Run(JobState state, List<JournalEntry> entries) {}

  /** A run of random events, with the entries that they leave in the journal. */
  private static Run randomRun(long seed) {
    var random = new Random(seed);
    var words = List.of("accepted", "a", "b", "ab", "-", "a-", "~", "~~", "poll-failed", "stalled");
    var script = new ArrayList<String>(List.of("recorded"));
    for (var i = random.nextInt(6); i > 0; i--) {
      script.add(words.get(random.nextInt(words.size())));
    }
    script.add(List.of("refused", "given-up", "poll-failed", "ab").get(random.nextInt(4)));
    if (script.stream().anyMatch(word -> word.matches("[ab~-]+|stalled"))) {
      script.add(1, "accepted"); // no server reports on a task that it has not accepted
      script.removeAll(List.of("refused", "given-up"));
    }
    var state = JobState.initial(JOB, EXPECTED, 16, JobStatus.SUBMITTING);
    var entries = new ArrayList<JournalEntry>();
    entries.add(new JournalEntry.Submitted(JOB, Instant.EPOCH, "runware", "acme:clip@1", 2, "[]"));
    for (var word : script) {
      var event = event(word);
      var next = state.apply(event);
      if (!next.equals(state)) {
        entries.addAll(event.accept(new JournalEntries(JOB, Instant.EPOCH, state, next)));
      }
      state = next;
    }
    return new Run(state, entries);
  }

  static Stream<Arguments> runs() {
    return LongStream.range(0, 200).mapToObj(seed -> Arguments.of(seed, randomRun(seed)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("runs")
  void journalFoldsToTheSameState(long seed, Run run) {
    var state = run.state();
    var record = JobRecord.of(run.entries(), SCOPE, Owner.THIS_SESSION).orElseThrow();

    assertThat(record.phase()).isEqualTo(phase(state));
    assertThat(record.results())
        .isEqualTo(
            state.results().delivered().values().stream()
                .map(item -> item.json().toString())
                .toList());
    if (!state.isActive()) {
      assertThat(state.results().failures())
          .isEqualTo(
              record.phase() == Phase.UNCERTAIN
                  ? Collections.nCopies(EXPECTED, record.failures().get(0))
                  : record.failures());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("runs")
  void jobContinuesFromTheJournal(long seed, Run run) {
    var record = JobRecord.of(run.entries(), SCOPE, Owner.THIS_SESSION).orElseThrow();

    var restored = fold(Stream.of(new JobEvent.Restored(record)));

    assertThat(restored.results().delivered().keySet())
        .isEqualTo(run.state().results().delivered().keySet());
    assertThat(phase(restored))
        .isEqualTo(record.phase() == Phase.UNCERTAIN ? Phase.SUBMITTING : record.phase());
    assertThat(restored.charge())
        .isEqualTo(record.phase() == Phase.FINISHED ? chargeOfFinished(record) : Charge.DUE);
  }

  /** Refused before it had a name at the server, it costs nothing. */
  private static Charge chargeOfFinished(JobRecord record) {
    return record.reference() == null && record.results().isEmpty() ? Charge.NONE : Charge.EARLIER;
  }

  private static Phase phase(JobState state) {
    return switch (state.status()) {
      case SUBMITTING -> Phase.SUBMITTING;
      case RUNNING, DETACHED -> Phase.RUNNING;
      case FINISHED -> state.charge() == Charge.POSSIBLE ? Phase.UNCERTAIN : Phase.FINISHED;
    };
  }
}
