package dev.callsheet.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Ensures that only one execution generates into a directory: each deletes all other files. */
record OutputDirectoryOwnership(MavenProject project) {
  private record Owner(String inputs, String execution) {}

  /**
   * Records that an execution generates into a directory.
   *
   * @param inputs a fingerprint; another execution with the same one may use the directory as well
   * @throws MojoExecutionException when another execution generates something else there
   */
  void claim(Path directory, String inputs, String execution) throws MojoExecutionException {
    String key = "callsheet generates into " + directory;
    Object owner = project.getContextValue(key);
    if (owner instanceof Owner other && !other.inputs().equals(inputs)) {
      throw new MojoExecutionException(
          "The executions '"
              + other.execution()
              + "' and '"
              + execution
              + "' both generate into "
              + directory
              + ": leave <outputDirectory> out, and each has a directory of its own, or write one"
              + " such as <outputDirectory>${project.build.directory}/generated-sources/callsheet-"
              + execution
              + "</outputDirectory>.");
    }
    project.setContextValue(key, new Owner(inputs, execution));
  }
}
