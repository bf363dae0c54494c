package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.runtime.client.job.JobListener;
import java.util.UUID;

/** Tells a person how jobs are getting on. */
public interface ProgressDisplay extends JobListener, AutoCloseable {
  /** In live lines on a terminal, one a job, else line by line; on the console's {@code err}. */
  static ProgressDisplay forConsole(Console console) {
    return console.errIsTerminal()
        ? new LiveJobDisplay(
            console.err(),
            console.errStyle(),
            console.errColumns().orElse(LiveJobDisplay.USUAL_COLUMNS))
        : new JobProgressLog(console.err());
  }

  /** A job is under way, of which this many results are expected. */
  default void addJob(UUID job, int results) {}

  /** Says no more. */
  @Override
  void close();
}
