package dev.callsheet.maven;

import dev.callsheet.generator.java.JavaChanges;
import dev.callsheet.linter.report.diff.DiffMarkdownReport;
import dev.callsheet.linter.report.diff.DiffTextReport;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Shows what changes for callers from the specs of a git revision to the project's own specs as
 * they are, and fails the build when something breaks.
 */
@Mojo(name = "diff", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class DiffMojo extends CallsheetMojo {
  /** The revision of git that the specs are compared with, such as {@code main} or a tag. */
  @Parameter(property = "callsheet.diff.against", defaultValue = "HEAD", required = true)
  private String against;

  /** Whether a breaking change fails the build. */
  @Parameter(property = "callsheet.diff.failOnBreaking", defaultValue = "true")
  private boolean failOnBreaking;

  /** Whether a change that breaks callers of the generated classes is told, too. */
  @Parameter(property = "callsheet.diff.java", defaultValue = "true")
  private boolean java;

  /** The file of the report, in Markdown. */
  @Parameter(
      property = "callsheet.diff.reportFile",
      defaultValue = "${project.build.directory}/callsheet-diff.md",
      required = true)
  private File reportFile;

  private final ProjectDependenciesResolver resolver;

  /** Finds what specs include among the dependencies. */
  @Inject
  public DiffMojo(ProjectDependenciesResolver resolver) {
    this.resolver = resolver;
  }

  /** Maven may run on a Java without a compiler, where no Java is compiled. */
  private BiFunction<ModelSpec, ModelSpec, List<SpecChange>> javaChanges() {
    if (java) {
      Optional<JavaChanges> comparison = JavaChanges.ofThisJava();
      if (comparison.isPresent()) {
        return comparison.get()::between;
      }
      getLog().warn("Generated classes are not compared: this Java has no compiler.");
    }
    return (was, is) -> List.of();
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException, IOException, SpecException {
    List<Path> directories = specDirectories();
    IncludeResolver includes =
        new LazySpecDependencies(ClassPath.of(execution()), project(), session(), resolver);
    List<ModelSpec> before =
        SpecRevision.of(baseDirectory(), "against", against).read(directories, includes);
    List<ModelSpec> after = new ArrayList<>();
    for (Path directory : directories) {
      for (ModelFile file : ModelFile.find(directory, includes)) {
        after.add(file.parse());
      }
    }
    if (before.isEmpty() && after.isEmpty()) {
      getLog().info("Nothing to compare: the project has no specs of its own.");
      return;
    }
    List<SpecChanges> changes = SpecDiff.between(before, after, javaChanges());
    StringBuilder text = new StringBuilder();
    new DiffTextReport(false).write(changes, text);
    boolean isBreaking = changes.stream().anyMatch(SpecChanges::isBreaking);
    text.toString().lines().forEach(isBreaking ? getLog()::warn : getLog()::info);
    new DiffMarkdownReport().write(changes, reportFile.toPath());
    if (isBreaking && failOnBreaking) {
      throw new MojoFailureException(
          "Something breaks for callers since "
              + against
              + ". The changes are listed above and in "
              + reportFile
              + ".");
    }
  }
}
