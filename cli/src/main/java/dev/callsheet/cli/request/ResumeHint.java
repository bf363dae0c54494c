package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how to come back to tasks that a person does not wait for any longer: when the process is
 * interrupted while this is open, or when it is asked.
 */
public final class ResumeHint implements AutoCloseable {
  private final Console console;
  private final @Nullable String options;
  private final boolean isJournalKept;
  private final Thread hook = new Thread(this::onInterrupt, "callsheet-interrupted");
  private volatile Runnable closeDisplay = () -> {};
  private volatile List<UUID> jobs = List.of();

  /**
   * A hint, from now on.
   *
   * @param options what the command to resume needs besides, such as {@code --out takes}; null
   *     where there is no coming back
   */
  public ResumeHint(Console console, @Nullable String options) {
    this.console = console;
    this.options = options;
    this.isJournalKept = !FileJournal.isDisabled(console.environment());
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The jobs to come back to, while a display shows them, which ends before anything is said. */
  void attach(ProgressDisplay display, List<UUID> underWay) {
    closeDisplay = display::close;
    setJobs(underWay, List.of());
  }

  /**
   * The jobs to come back to.
   *
   * @param unsent those of them that no server has; without a journal, nobody comes back to these
   */
  public void setJobs(List<UUID> pending, List<UUID> unsent) {
    jobs = pending.stream().filter(job -> isJournalKept || !unsent.contains(job)).toList();
  }

  private void onInterrupt() {
    if (!jobs.isEmpty() && options != null) {
      closeDisplay.run();
      console.err().println();
      print();
      console.err().flush();
    }
  }

  /** Says it, if there is anything to come back to. */
  public void print() {
    if (options != null && !jobs.isEmpty()) {
      console.err().println(isJournalKept ? inJournal(options) : lost());
    }
  }

  private String inJournal(String options) {
    var what = jobs.size() == 1 ? "the job is" : "these " + jobs.size() + " jobs are";
    var which = jobs.size() == 1 ? " " + jobs.get(0) : "";
    return "hint: "
        + what
        + " in the journal, and nothing is lost; to resume:"
        + System.lineSeparator()
        + "  callsheet jobs --resume"
        + which
        + DisplayText.line(options);
  }

  /** Who keeps no journal has the ids of the tasks, and nothing else. */
  private String lost() {
    var list = jobs.stream().map(UUID::toString).collect(Collectors.joining(", "));
    return "hint: no journal is kept; keep "
        + (jobs.size() == 1 ? "this taskUUID" : "these taskUUIDs")
        + ", by which results can be found at the server: "
        + list;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // it reports now
    }
  }
}
