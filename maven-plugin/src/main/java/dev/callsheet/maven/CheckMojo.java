package dev.callsheet.maven;

import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.Flaw;
import dev.callsheet.spec.check.Level;
import dev.callsheet.spec.check.Readings;
import dev.callsheet.spec.check.SpecCheck;
import dev.callsheet.spec.report.CheckSarifReport;
import dev.callsheet.spec.report.CheckSummary;
import dev.callsheet.spec.report.CheckTextReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Proves the project's own specs free of contradictions and fails the build when one is not. Every
 * flaw is logged with the rules that bring it about; all of them stand in a report.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckMojo extends CallsheetMojo {
  /**
   * The least grave flaw that fails the build: {@code error}, {@code warning} or {@code note},
   * which is one of the published wording alone.
   */
  @Parameter(property = "callsheet.check.failOn", defaultValue = "error", required = true)
  private String failOn;

  /** Where the report goes, as SARIF. */
  @Parameter(
      property = "callsheet.check.reportFile",
      defaultValue = "${project.build.directory}/callsheet-check.sarif",
      required = true)
  private File reportFile;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    Level threshold = threshold();
    try {
      List<ModelFile> files = new ArrayList<>();
      for (Path directory : specDirectories()) {
        files.addAll(ModelFile.find(directory));
      }
      if (files.isEmpty()) {
        getLog().info("Nothing to check: the project has no specs of its own.");
        return;
      }
      List<CheckResult> results = new SpecCheck(Readings.BOTH, false).files(files);
      for (CheckResult result : results) {
        for (Flaw flaw : result.flaws()) {
          log(flaw);
        }
      }
      try (ReportFile report = new ReportFile(reportFile.toPath())) {
        new CheckSarifReport().write(results, report.writer());
        report.finish();
      }
      judge(results, threshold);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot check: " + e, e);
    }
  }

  private void log(Flaw flaw) throws IOException {
    StringBuilder text = new StringBuilder();
    new CheckTextReport(false).write(flaw, text);
    Consumer<String> log =
        switch (flaw.level()) {
          case ERROR -> getLog()::error;
          case WARNING -> getLog()::warn;
          case NOTE -> getLog()::info;
        };
    text.toString().lines().forEach(log);
  }

  private void judge(List<CheckResult> results, Level threshold) throws MojoFailureException {
    CheckSummary summary = CheckSummary.of(results);
    boolean failed =
        results.stream()
            .flatMap(result -> result.flaws().stream())
            .anyMatch(flaw -> flaw.level().isAtLeast(threshold));
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

  private Level threshold() throws MojoExecutionException {
    return Arrays.stream(Level.values())
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
