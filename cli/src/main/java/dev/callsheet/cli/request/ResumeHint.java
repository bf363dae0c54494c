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
  private final Thread hook = new Thread(this::interrupted, "callsheet-interrupted");
  private volatile Runnable first = () -> {};
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
  void insteadOf(ProgressDisplay display, List<UUID> underWay) {
    first = display::close;
    about(underWay);
  }

  /** The jobs to come back to. */
  public void about(List<UUID> underWay) {
    jobs = List.copyOf(underWay);
  }

  private void interrupted() {
    if (!jobs.isEmpty() && options != null) {
      first.run();
      console.err().println();
      say();
      console.err().flush();
    }
  }

  /** Says it. */
  public void say() {
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
      // it speaks now
    }
  }
}
