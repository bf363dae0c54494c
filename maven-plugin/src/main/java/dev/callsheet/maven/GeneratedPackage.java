package dev.callsheet.maven;

import dev.callsheet.generator.java.JavaGenerator;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The package that sources are generated into.
 *
 * @param name its name, as in a Java package declaration
 * @param generator makes the sources
 */
record GeneratedPackage(String name, JavaGenerator generator) {
  /**
   * The package that a user named, or the default for the project's group id.
   *
   * @throws MojoExecutionException when it cannot be a package
   */
  static GeneratedPackage of(@Nullable String named, String groupId) throws MojoExecutionException {
    String name = named == null ? groupId + ".models" : named;
    try {
      return new GeneratedPackage(name, new JavaGenerator(name));
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(
          named == null
              ? "No package for the generated sources follows from the group id '"
                  + groupId
                  + "': write <packageName>com.example.models</packageName> in the plugin's"
                  + " <configuration>."
              : "<packageName>: " + e.getMessage() + ".");
    }
  }
}
