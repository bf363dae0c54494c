package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.error.JournalException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the journal is by default. */
public final class StateDirectory {
  /** The environment variable with the directory, or with {@code none}. */
  public static final String VARIABLE = "CALLSHEET_JOURNAL";

  private StateDirectory() {}

  /**
   * The directory that {@link #VARIABLE} names; else {@code callsheet} in {@code XDG_STATE_HOME};
   * else in {@code LOCALAPPDATA}, where there is one; else in the user's {@code .local/state}.
   *
   * @throws JournalException if that cannot be a directory's name, or there is no home
   */
  public static Path of(Map<String, String> environment) {
    return directoryFrom(environment, VARIABLE)
        .or(
            () ->
                directoryFrom(environment, "XDG_STATE_HOME").map(home -> home.resolve("callsheet")))
        .or(() -> directoryFrom(environment, "LOCALAPPDATA").map(home -> home.resolve("callsheet")))
        .orElseGet(StateDirectory::inHome);
  }

  /** Where there is no home, as in some containers, {@code user.home} is {@code ?} or missing. */
  private static Path inHome() {
    var home = Path.of(System.getProperty("user.home", ""));
    if (!home.isAbsolute()) {
      throw new JournalException(
          "There is no home directory to keep the journal in: name a directory in "
              + VARIABLE
              + ", or set it to none",
          null);
    }
    return home.resolve(Path.of(".local", "state", "callsheet"));
  }

  private static Optional<Path> directoryFrom(Map<String, String> environment, String variable) {
    var value = environment.getOrDefault(variable, "");
    try {
      return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
    } catch (InvalidPathException e) {
      throw new JournalException(variable + " cannot be a directory: " + value, e);
    }
  }
}
