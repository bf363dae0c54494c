package dev.callsheet.maven;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.run.LintInput;
import dev.callsheet.spec.lint.run.LintRun;
import dev.callsheet.spec.report.JsonReport;
import dev.callsheet.spec.report.Reporting;
import dev.callsheet.spec.report.Summary;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Judges the project's request files by the rules of their models and fails the build when one is
 * broken. Every finding is logged with its file, line and column; all of them stand in a report.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
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
      judge(lint(files), threshold);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot lint: " + e, e);
    }
  }

  private Summary lint(Collection<Path> files)
      throws IOException, MojoExecutionException, MojoFailureException {
    int threads = Runtime.getRuntime().availableProcessors();
    LintRun run = new LintRun(new Linter(specs().catalogue(), Reading.ENFORCED), threads);
    try (ReportFile report = new ReportFile(reportFile.toPath())) {
      Reporting reporting =
          new Reporting(List.of(new LogReport(getLog()), new JsonReport(report.writer())));
      run.run(files.stream().map(LintInput.OfFile::new).toList(), reporting);
      Summary summary = reporting.end();
      report.finish();
      return summary;
    } catch (UncheckedIOException failed) {
      throw new MojoExecutionException("Cannot lint: " + failed.getMessage(), failed);
    }
  }

  private void judge(Summary summary, Severity threshold)
      throws MojoFailureException, MojoExecutionException {
    if (summary.unreadable() > 0) {
      throw new MojoExecutionException(
          "Not every request file could be read (" + summary + "); those are listed above.");
    }
    if (summary.atLeast(threshold) > 0) {
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
