package dev.callsheet.linter.baseline;

import dev.callsheet.linter.ForwardingSink;
import dev.callsheet.linter.LintSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Holds back the findings that a file lists, and notes which input files were linted. */
abstract class KnownFindingFilter extends ForwardingSink {
  final RelativeFileNames names;
  private final Set<String> lintedFiles = new HashSet<>();

  /** Filters by a file that names others as seen from its own directory. */
  KnownFindingFilter(Path file, LintSink next) {
    super(next);
    this.names = RelativeFileNames.toDirectoryOf(file);
  }

  @Override
  public final void onInputLinted(String name, long requests) {
    lintedFiles.add(names.relativize(name));
    super.onInputLinted(name, requests);
  }

  /** Reports the entries that should have held back something in the files linted, and did not. */
  abstract void reportStaleEntries(LintSink reports);

  /** How much was held back, for people; empty when nothing was. */
  abstract Optional<String> summaryLine();

  /** Writes the file, where this filter changes it. */
  void save() throws IOException {}

  /** The names of the files linted, as seen from the filter's directory. */
  final Set<String> lintedFiles() {
    return lintedFiles;
  }

  /** Whether there is a file of that name, as seen from the filter's directory. */
  final boolean exists(String name) {
    return isPath(name) && Files.exists(names.resolve(name));
  }

  /** Whether there is no file of that name any more; false for a name that cannot be a path. */
  final boolean isGone(String name) {
    return isPath(name) && !Files.exists(names.resolve(name));
  }

  private boolean isPath(String name) {
    try {
      names.resolve(name);
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
