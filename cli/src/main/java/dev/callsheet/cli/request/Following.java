package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.runtime.client.Job;
import dev.callsheet.runtime.client.RunwareClient;
import dev.callsheet.runtime.client.RunwareClientBuilder;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.error.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows jobs before a person's eyes: progress, results as files, what failed, and how to come
 * back to what is not waited for.
 *
 * @param out where results go
 * @param longest how long to wait for each task
 * @param hintOptions what a command to resume needs besides; null where there is no coming back
 */
public record Following(Console console, Path out, Duration longest, @Nullable String hintOptions) {
  /**
   * Starts jobs and follows them to their end.
   *
   * @param start has a client begin them
   * @return the exit status
   */
  public int of(
      RunwareClientBuilder settings, Function<RunwareClient, List<? extends Job<?>>> start) {
    try (var hint = new ResumeHint(console, hintOptions)) {
      var take = follow(settings, start, hint);
      hint.about(take.pending());
      tell(take, hint);
      return take.failures().stream().mapToInt(Execution.Failure::status).max().orElse(0);
    } catch (ConfigurationException | JournalException mistake) {
      throw new UserMistake(String.valueOf(mistake.getMessage()), mistake);
    }
  }

  private Execution.Take follow(
      RunwareClientBuilder settings,
      Function<RunwareClient, List<? extends Job<?>>> start,
      ResumeHint hint) {
    try (var display = ProgressDisplay.on(console);
        var client = settings.listener(display).build()) {
      var jobs = start.apply(client);
      hint.insteadOf(display, jobs.stream().map(Job::id).toList());
      return new Execution(display, out, longest).of(jobs);
    }
  }

  private void tell(Execution.Take take, ResumeHint hint) {
    take.files().forEach(result -> console.out().println(result));
    for (var failure : take.failures()) {
      console.err().println(console.errPalette().bad("failed:") + " " + failure.message());
    }
    if (!take.pending().isEmpty()) {
      hint.say();
    }
  }
}
