package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Accepted;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal's law: whatever byte a process dies at, the tasks that it wrote down are taken up and
 * each is paid exactly once.
 */
class JournalCrashRecoveryTest extends ClientTest {
  private static final int CUTS_A_LINE = 1;

  @TempDir private Path temporary;
  private final Random random = new Random(20261125);
  private ChargingScript till = new ChargingScript();

  @Test
  void crashAtAnyByte_everyTaskIsPaidOnce() throws IOException {
    var server = server(call -> till.answer(call));
    var text = journalOfThreeJobs(server);

    for (var cut : cuts(text)) {
      var prefix = text.substring(0, cut);
      var entries = entries(prefix);
      till = tillThatMayHaveHappened(entries);
      var directory = JournalSnapshot.of(temporary.resolve("cut-" + cut), prefix);

      try (var client = settings(server).journal(directory.path()).build()) {
        var jobs = client.resume();

        assertThat(jobs)
            .extracting(Job::id)
            .as("cut at %s", cut)
            .containsExactlyElementsOf(open(entries));
        jobs.forEach(job -> assertThat(job.await(LONG)).as("cut at %s", cut).hasSize(1));
        jobs.forEach(Job::acknowledge);
      }
      assertThat(till.tasks()).containsAll(open(entries).stream().map(UUID::toString).toList());
      assertThat(till.tasks()).allMatch(task -> till.charges(UUID.fromString(task)) == 1);
      assertThat(directory.path()).as("cut at %s", cut).isEmptyDirectory();
    }
  }

  /** One job acknowledged, one finished, one under way. */
  private String journalOfThreeJobs(ScriptedServer server) {
    var directory = temporary.resolve("whole");
    try (var client = settings(server).journal(directory).build()) {
      var first = client.submit(ClipRequest.of(1));
      first.await(LONG);
      var second = client.submit(ClipRequest.of(1));
      first.acknowledge();
      second.await(LONG);
      client.submit(ClipRequest.of(1)).recorded().join();
    }
    return new JournalSnapshot(directory).text();
  }

  /** After the header: the end of every line, and some places inside each. */
  private List<Integer> cuts(String text) {
    var cuts = new LinkedHashSet<Integer>();
    var start = text.indexOf('\n') + 1;
    while (start < text.length()) {
      var end = text.indexOf('\n', start) + 1;
      var length = end - start;
      var from = start;
      random.ints(CUTS_A_LINE, 0, length).forEach(inside -> cuts.add(from + inside));
      cuts.add(end - 1);
      cuts.add(end);
      start = end;
    }
    return List.copyOf(cuts);
  }

  private static List<JournalEntry> entries(String prefix) {
    var whole = prefix.substring(0, prefix.lastIndexOf('\n') + 1);
    return whole.lines().skip(1).map(JournalEntryJson::read).toList();
  }

  /**
   * A task that is known to be accepted is; one that was about to be sent may have been, or not.
   */
  private ChargingScript tillThatMayHaveHappened(List<JournalEntry> entries) {
    var possible = new ChargingScript();
    var accepted = new ArrayList<UUID>();
    entries.stream().filter(Accepted.class::isInstance).forEach(entry -> accepted.add(entry.job()));
    entries.stream()
        .filter(Submitted.class::isInstance)
        .filter(entry -> accepted.contains(entry.job()) || random.nextBoolean())
        .forEach(entry -> possible.addCharge(entry.job()));
    return possible;
  }

  private static Set<UUID> open(List<JournalEntry> entries) {
    var open = new LinkedHashSet<UUID>();
    for (var entry : entries) {
      if (entry instanceof Submitted) {
        open.add(entry.job());
      } else if (entry instanceof Acknowledged) {
        open.remove(entry.job());
      }
    }
    return open;
  }
}
