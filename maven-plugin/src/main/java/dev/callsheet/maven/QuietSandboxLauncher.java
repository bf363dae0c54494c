package dev.callsheet.maven;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;

/**
 * Starts sandboxes whose HTTP server does not talk in the log of the build. Its loggers are Maven's
 * own, which take their level from system properties when they are made, and that is now.
 */
final class QuietSandboxLauncher {
  /** As Maven 3 and Maven 4 call the level of these loggers. */
  private static final List<String> LOG_LEVEL_PROPERTIES =
      List.of("org.slf4j.simpleLogger.log.org.eclipse.jetty", "maven.logger.log.org.eclipse.jetty");

  private QuietSandboxLauncher() {}

  /** As {@link Sandbox#start(SandboxOptions)}; who has set a level of one's own keeps it. */
  static Sandbox start(SandboxOptions options) throws IOException {
    List<String> unset =
        LOG_LEVEL_PROPERTIES.stream().filter(name -> System.getProperty(name) == null).toList();
    unset.forEach(name -> System.setProperty(name, "error"));
    try {
      return Sandbox.start(options);
    } finally {
      unset.forEach(System::clearProperty);
    }
  }
}
