package dev.callsheet.maven;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.source.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.codehaus.plexus.build.BuildContext;

/**
 * Markers in an editor at the places of findings. A build that runs without an editor has none: its
 * findings are in the log.
 */
record EditorMarkers(BuildContext context) {
  /** Marks the place of a finding. */
  void add(CheckFinding flaw) {
    SourceLocation at = flaw.location();
    Path file = Path.of(at.file());
    if (context.isIncremental() && Files.exists(file)) {
      int severity =
          flaw.level() == Severity.ERROR
              ? BuildContext.SEVERITY_ERROR
              : BuildContext.SEVERITY_WARNING;
      context.addMessage(file.toFile(), at.line(), at.column(), flaw.message(), severity, null);
    }
  }

  /** Removes the markers of an earlier build from all files below a directory. */
  void removeBelow(Path directory) {
    if (context.isIncremental()) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.filter(Files::isRegularFile).map(Path::toFile).forEach(context::removeMessages);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Makes the editor refresh the content of a directory. */
  void refresh(Path directory) {
    context.refresh(directory.toFile());
  }
}
