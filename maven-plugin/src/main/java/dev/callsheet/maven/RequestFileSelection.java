package dev.callsheet.maven;

import dev.callsheet.linter.RequestFileFinder;
import dev.callsheet.spec.internal.file.FileErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Which files of a project are request files.
 *
 * @param base the project's directory
 * @param patterns the files, directories and patterns that the user named; empty for the
 *     conventional directories
 */
record RequestFileSelection(Path base, List<String> patterns) {
  /** The directories of request files when the user names none. */
  static final List<String> CONVENTIONAL = List.of("src/main/requests", "src/test/requests");

  /** Copies the list, so that a set never changes. */
  RequestFileSelection {
    patterns = List.copyOf(patterns);
  }

  /**
   * The files, each once, ordered by path.
   *
   * @throws MojoExecutionException when the user named a file that does not exist
   */
  Collection<Path> files() throws MojoExecutionException {
    TreeSet<Path> files = new TreeSet<>();
    for (String text : patterns.isEmpty() ? CONVENTIONAL : patterns) {
      List<Path> found = find(text);
      if (found.isEmpty() && !patterns.isEmpty()) {
        throw new MojoExecutionException(
            "<requests> names '"
                + text
                + "', and there is no request file by that name in "
                + base
                + ": write a file, a directory, or a pattern such as"
                + " <request>src/main/requests/**/*.json</request>.");
      }
      files.addAll(found);
    }
    return files;
  }

  private List<Path> find(String text) throws MojoExecutionException {
    try {
      return RequestFileFinder.find(base, text);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "Cannot read " + base.resolve(text) + ": " + FileErrors.reason(e), e);
    }
  }
}
