package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says how to come back to tasks that a person does not wait for any longer: when the process is
 * interrupted while this is open, or when it is asked.
 */
public final class ResumeHint implements AutoCloseable {
  private final Console console;
  private final @Nullable String options;
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
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The jobs to come back to, while a display shows them, which ends before anything is said. */
  void attach(ProgressDisplay display, List<UUID> underWay) {
    closeDisplay = display::close;
    setJobs(underWay);
  }

  /** The jobs to come back to. */
  public void setJobs(List<UUID> underWay) {
    jobs = List.copyOf(underWay);
  }

  private void onInterrupt() {
    if (!jobs.isEmpty() && options != null) {
      closeDisplay.run();
      console.err().println();
      print();
      console.err().flush();
    }
  }

  /** Says it. */
  public void print() {
    if (options == null) {
      return;
    }
    var what = jobs.size() == 1 ? "the job is" : "these " + jobs.size() + " jobs are";
    var which = jobs.size() == 1 ? " " + jobs.get(0) : "";
    console
        .err()
        .println(
            "hint: "
                + what
                + " in the journal, and nothing is lost; to come back:"
                + System.lineSeparator()
                + "  callsheet jobs --resume"
                + which
                + options);
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
