package dev.callsheet.maven;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.LintResult;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.report.JsonReport;
import dev.callsheet.spec.report.Summary;
import dev.callsheet.spec.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges the project's request files by the rules of their models and fails the build when one is
 * broken. Every finding is logged with its file, line and column; all of them stand in a report.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends CallsheetMojo {
  /**
   * The request files: files, directories (their {@code .json}, {@code .jsonl} and {@code .ndjson}
   * files at any depth) or patterns such as {@code src/main/requests/**}{@code /*.json}. When left
   * out, the directories {@code src/main/requests} and {@code src/test/requests}, where they exist.
   */
  @Parameter(property = "callsheet.requests")
  private List<String> requests = List.of();

  /** The least grave finding that fails the build: {@code error} or {@code warning}. */
  @Parameter(property = "callsheet.failOn", defaultValue = "error", required = true)
  private String failOn;

  /** Where the report goes, as JSON. */
  @Parameter(
      property = "callsheet.reportFile",
      defaultValue = "${project.build.directory}/callsheet-lint.json",
      required = true)
  private File reportFile;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    Severity threshold = threshold();
    Collection<Path> files = new RequestSet(baseDirectory(), requests).files();
    if (files.isEmpty()) {
      getLog().info("Nothing to lint: no request file in " + RequestSet.CONVENTIONAL + ".");
      return;
    }
    try {
      List<LintResult> results = lint(files);
      write(results);
      judge(results, threshold);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot lint: " + e, e);
    }
  }

  private List<LintResult> lint(Collection<Path> files)
      throws IOException, MojoExecutionException, MojoFailureException {
    Linter linter = new Linter(catalogue(), Reading.ENFORCED);
    List<LintResult> results = new ArrayList<>();
    for (Path file : files) {
      LintResult result = linter.lint(file.toString(), Files.readAllBytes(file));
      for (Finding finding : result.findings()) {
        log(finding);
      }
      results.add(result);
    }
    return results;
  }

  private void log(Finding finding) throws IOException {
    StringBuilder text = new StringBuilder();
    new TextReport(false).write(finding, text);
    Consumer<String> log = finding.severity() == Severity.ERROR ? getLog()::error : getLog()::warn;
    text.toString().lines().forEach(log);
  }

  private void write(List<LintResult> results) throws IOException {
    StringBuilder json = new StringBuilder();
    new JsonReport().write(results, json);
    new ReportFile(reportFile.toPath()).write(json);
  }

  private void judge(List<LintResult> results, Severity threshold) throws MojoFailureException {
    boolean failed =
        results.stream()
            .flatMap(result -> result.findings().stream())
            .anyMatch(finding -> finding.severity().isAtLeast(threshold));
    Summary summary = Summary.of(results);
    if (failed) {
      throw new MojoFailureException(
          "Not every request is fit to send ("
              + summary
              + "). The findings are listed above and in "
              + reportFile
              + ".");
    }
    getLog().info("Linted " + summary + ".");
  }

  private Severity threshold() throws MojoExecutionException {
    return switch (failOn) {
      case "error" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      default ->
          throw new MojoExecutionException(
              "<failOn>" + failOn + "</failOn> is not a severity: write error or warning.");
    };
  }
}
