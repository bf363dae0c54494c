package dev.callsheet.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** One directory takes the sources of one execution: each removes what it did not generate. */
record OutputDirectoryOwnership(MavenProject project) {
  private record Owner(String inputs, String execution) {}

  /**
   * Says that an execution generates into a directory.
   *
   * @param inputs a fingerprint; an execution that generates the same is not in the way
   * @throws MojoExecutionException when another one does
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
