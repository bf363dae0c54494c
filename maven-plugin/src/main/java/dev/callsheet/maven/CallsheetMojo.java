package dev.callsheet.maven;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.read.SpecException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What every goal has: a project, a catalogue of specs, and a way to be skipped. */
abstract class CallsheetMojo extends AbstractMojo {
  private static final String DEFAULT_SPEC_DIRECTORY = "src/main/callsheet";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /**
   * A directory of specs of one's own, added to the bundled ones; a spec in it replaces the bundled
   * one of the same model id. Without it, {@code src/main/callsheet} is used where it exists.
   */
  @Parameter(property = "callsheet.specDirectory")
  private @Nullable File specDirectory;

  /** Skips every goal of this plugin. */
  @Parameter(property = "callsheet.skip", defaultValue = "false")
  private boolean skip;

  /** Does what the goal is for; not called when it is skipped. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: callsheet.skip is set.");
      return;
    }
    run();
  }

  final MavenProject project() {
    return project;
  }

  final Path baseDirectory() {
    return project.getBasedir().toPath();
  }

  /** The directories of specs of one's own: one, or none. */
  final List<Path> specDirectories() throws MojoExecutionException {
    if (specDirectory == null) {
      Path byConvention = baseDirectory().resolve(DEFAULT_SPEC_DIRECTORY);
      return Files.isDirectory(byConvention) ? List.of(byConvention) : List.of();
    }
    if (!specDirectory.isDirectory()) {
      throw new MojoExecutionException(
          "There is no directory "
              + specDirectory
              + ": set <specDirectory> to a directory that holds specs (*.yaml), or leave it out to"
              + " use "
              + DEFAULT_SPEC_DIRECTORY
              + " where it exists.");
    }
    return List.of(specDirectory.toPath());
  }

  /** The bundled specs and one's own; what is wrong with them is said place by place. */
  final Catalogue catalogue() throws MojoExecutionException, MojoFailureException {
    try {
      return Catalogue.of(specDirectories());
    } catch (SpecException e) {
      throw new MojoFailureException("The specs cannot be used:\n" + e.getMessage());
    }
  }
}
