package dev.callsheet.maven;

import dev.callsheet.linter.RequestFileFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The request files of a project.
 *
 * @param base the project's directory
 * @param patterns what the user named: files, directories, patterns; empty for the conventional
 *     places
 */
record RequestFileSelection(Path base, List<String> patterns) {
  /** Where request files are looked for when nothing is named. */
  static final List<String> CONVENTIONAL = List.of("src/main/requests", "src/test/requests");

  /** Copies the list, so that a set never changes. */
  RequestFileSelection {
    patterns = List.copyOf(patterns);
  }

  /**
   * The files, each once, ordered by path.
   *
   * @throws MojoExecutionException when something named is not there
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
      throw new MojoExecutionException("Cannot read " + base.resolve(text) + ": " + e, e);
    }
  }
}
