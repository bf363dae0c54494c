package dev.callsheet.maven;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** The base of all goals: the project, its specs, and the setting that skips every goal. */
abstract class CallsheetMojo extends AbstractMojo {
  /** Where a project keeps specs; those in the second are shipped in its jar as well. */
  private static final List<String> CONVENTIONAL =
      List.of("src/main/resources/META-INF/callsheet", "src/main/callsheet");

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /**
   * A directory of the project's own specs. A spec in it replaces the one of the same model id that
   * is bundled or comes with a dependency. Without it, {@code src/main/callsheet} and {@code
   * src/main/resources/META-INF/callsheet} are used where they exist.
   */
  @Parameter(property = "callsheet.specDirectory")
  private @Nullable File specDirectory;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * Skips the goal. The property {@code callsheet.skip} skips every goal of this plugin, and one
   * such as {@code callsheet.lint.skip} that goal.
   */
  @Parameter(property = "callsheet.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Runs the goal; not called when it is skipped.
   *
   * @throws IOException when a file cannot be read or written
   * @throws SpecException when a spec cannot be used
   */
  abstract void run()
      throws MojoExecutionException, MojoFailureException, IOException, SpecException;

  /** Called instead, where others rely on something that the goal does besides its work. */
  void whenSkipped() {}

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    String ownSkip = "callsheet." + execution.getGoal() + ".skip";
    if (skip || isSet(ownSkip)) {
      getLog().info("Skipped: " + (skip ? "callsheet.skip" : ownSkip) + " is set.");
      whenSkipped();
      return;
    }
    try {
      run();
    } catch (MojoExecutionException e) {
      throw new MojoExecutionException(
          DisplayText.lines(String.valueOf(e.getMessage())), shownCause(e));
    } catch (MojoFailureException e) {
      throw new MojoFailureException(
          DisplayText.lines(String.valueOf(e.getMessage())), shownCause(e));
    } catch (IOException e) {
      throw new MojoExecutionException(
          DisplayText.lines("Cannot " + execution.getGoal() + ": " + FileErrors.describe(e)),
          shownCause(e));
    } catch (SpecException e) {
      throw unusable(e);
    } catch (UncheckedSpecException e) {
      throw unusable(e.getCause());
    }
  }

  /** Whether a property of the command line or of the project is, as Maven reads flags. */
  private boolean isSet(String property) {
    try {
      Object value =
          new PluginParameterExpressionEvaluator(session, execution)
              .evaluate("${" + property + "}");
      return value != null && (value.equals("") || Boolean.parseBoolean(value.toString()));
    } catch (ExpressionEvaluationException e) {
      throw new IllegalStateException("Cannot read " + property, e);
    }
  }

  private MojoFailureException unusable(SpecException wrong) {
    return new MojoFailureException(
        DisplayText.lines(
            "The specs cannot be used:\n"
                + MavenErrorFormat.joinedLines(
                    wrong.problems().stream().map(CheckFinding::of).toList())),
        shownCause(wrong));
  }

  /** Maven shows the messages of causes as they are, so there are none but to find a fault. */
  private @Nullable Throwable shownCause(Exception e) {
    return getLog().isDebugEnabled() ? e.getCause() : null;
  }

  /** A log that obeys no text of others. */
  @Override
  public Log getLog() {
    return new DisplayLog(super.getLog());
  }

  final MavenProject project() {
    return project;
  }

  final MavenSession session() {
    return session;
  }

  final MojoExecution execution() {
    return execution;
  }

  final Path baseDirectory() {
    return project.getBasedir().toPath();
  }

  /** The directories of the project's own specs; a spec replaces one of the same id before it. */
  final List<Path> specDirectories() throws MojoExecutionException {
    if (specDirectory == null) {
      return CONVENTIONAL.stream()
          .map(baseDirectory()::resolve)
          .filter(Files::isDirectory)
          .toList();
    }
    if (!specDirectory.isDirectory()) {
      throw new MojoExecutionException(
          "There is no directory "
              + specDirectory
              + ": set <specDirectory> to a directory that holds specs (*.yaml or *.yml), or leave it out to"
              + " use src/main/callsheet where it exists.");
    }
    return List.of(specDirectory.toPath());
  }

  /** The project's own specs and those of its dependencies, which the goal must have resolved. */
  final SpecSources specs() throws MojoExecutionException {
    ClassPath classPath = ClassPath.of(execution).and(project.getArtifacts());
    return new SpecSources(specDirectories(), classPath.libraries());
  }
}
