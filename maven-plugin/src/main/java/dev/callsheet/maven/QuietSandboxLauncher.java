package dev.callsheet.maven;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;

/**
 * Starts sandboxes whose HTTP server does not write to the log of the build. Its loggers are
 * Maven's own, which read their level from system properties when they are created, which is at the
 * start.
 */
final class QuietSandboxLauncher {
  /** The properties for the level of these loggers in Maven 3 and in Maven 4. */
  private static final List<String> LOG_LEVEL_PROPERTIES =
      List.of("org.slf4j.simpleLogger.log.org.eclipse.jetty", "maven.logger.log.org.eclipse.jetty");

  private QuietSandboxLauncher() {}

  /** As {@link Sandbox#start(SandboxOptions)}; a level that the user has set stays. */
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
