package dev.callsheet.maven;

import dev.callsheet.linter.report.check.CheckSarifReport;
import dev.callsheet.linter.report.check.CheckSummary;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.parser.IncludeResolver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.build.BuildContext;

/**
 * Checks the project's own specs for contradictions, and fails the build when there are any. Every
 * finding is logged with the rules that cause it; all of them are in a report.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckMojo extends CallsheetMojo {
  /**
   * The least severe finding that fails the build: {@code error}, {@code warning} or {@code note},
   * which concerns the published wording alone.
   */
  @Parameter(property = "callsheet.check.failOn", defaultValue = "error", required = true)
  private String failOn;

  /** The file of the report, in SARIF. */
  @Parameter(
      property = "callsheet.check.reportFile",
      defaultValue = "${project.build.directory}/callsheet-check.sarif",
      required = true)
  private File reportFile;

  private final ProjectDependenciesResolver resolver;
  private final EditorMarkers markers;

  /** Reports to an editor, where one runs the build. */
  @Inject
  public CheckMojo(ProjectDependenciesResolver resolver, BuildContext context) {
    this.resolver = resolver;
    this.markers = new EditorMarkers(context);
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException, IOException {
    Severity threshold = threshold();
    IncludeResolver includes =
        new LazySpecDependencies(ClassPath.of(execution()), project(), session(), resolver);
    List<ModelFile> files = new ArrayList<>();
    for (Path directory : specDirectories()) {
      markers.removeBelow(directory);
      files.addAll(ModelFile.find(directory, includes));
      files.addAll(ModelFile.platforms(directory));
    }
    if (files.isEmpty()) {
      getLog().info("Nothing to check: the project has no specs of its own.");
      return;
    }
    List<CheckResult> results =
        new SpecChecker(InterpretationSelection.BOTH, false).checkFiles(files);
    for (CheckResult result : results) {
      for (CheckFinding finding : result.findings()) {
        log(finding);
      }
    }
    new CheckSarifReport().write(results, reportFile.toPath());
    failOnFlaws(results, threshold);
  }

  private void log(CheckFinding finding) {
    Consumer<String> log =
        switch (finding.level()) {
          case ERROR -> getLog()::error;
          case WARNING -> getLog()::warn;
          case NOTE -> getLog()::info;
        };
    MavenErrorFormat.lines(finding).forEach(log);
    markers.add(finding);
  }

  private void failOnFlaws(List<CheckResult> results, Severity threshold)
      throws MojoFailureException {
    CheckSummary summary = CheckSummary.of(results);
    boolean failed =
        results.stream()
            .flatMap(result -> result.findings().stream())
            .anyMatch(finding -> finding.level().isAtLeast(threshold));
    if (failed) {
      throw new MojoFailureException(
          "Not every spec is sound ("
              + summary
              + "). The flaws are listed above and in "
              + reportFile
              + ".");
    }
    getLog().info("Checked " + summary + ".");
  }

  private Severity threshold() throws MojoExecutionException {
    return Arrays.stream(Severity.values())
        .filter(level -> level.id().equals(failOn))
        .findFirst()
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "<failOn>"
                        + failOn
                        + "</failOn> is not a level: write error, warning or note."));
  }
}
