package dev.callsheet.maven;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.LintRunner;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.baseline.FilterFileException;
import dev.callsheet.linter.baseline.FindingFilter;
import dev.callsheet.linter.report.LintReport;
import dev.callsheet.linter.report.LintSummary;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

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

  /**
   * More reports, each in a form and a file such as {@code sarif=target/lint.sarif}; a file's
   * directory is the project's. The forms are {@code text}, {@code json}, {@code sarif}, {@code
   * github} and {@code junit}.
   */
  @Parameter(property = "callsheet.reports")
  private List<String> reports = List.of();

  /**
   * By what to judge where what is published differs from what is enforced: {@code enforced} or
   * {@code documented}.
   */
  @Parameter(property = "callsheet.reading", defaultValue = "enforced", required = true)
  private String reading;

  /** A file of findings that are known, so that only others count; the command line writes it. */
  @Parameter(property = "callsheet.baseline")
  private @Nullable File baseline;

  /** A file of findings that are accepted, each for a reason. */
  @Parameter(property = "callsheet.suppressions")
  private @Nullable File suppressions;

  /** How many findings are shown at most; all of them count. */
  @Parameter(property = "callsheet.maxFindings")
  private @Nullable Long maxFindings;

  /** Where the report goes, as JSON. */
  @Parameter(
      property = "callsheet.reportFile",
      defaultValue = "${project.build.directory}/callsheet-lint.json",
      required = true)
  private File reportFile;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    Severity threshold = threshold();
    RuleInterpretation law = reading();
    List<LintReportFiles.ReportTarget> targets = targets();
    FindingFilter.FilterOptions known =
        new FindingFilter.FilterOptions(
            existingFile("baseline", baseline), false, existingFile("suppressions", suppressions));
    Collection<Path> files = new RequestFileSelection(baseDirectory(), requests).files();
    if (files.isEmpty()) {
      getLog()
          .info("Nothing to lint: no request file in " + RequestFileSelection.CONVENTIONAL + ".");
      return;
    }
    ModelCatalogue catalogue = specs().catalogue();
    try (LintReportFiles open = new LintReportFiles(targets, catalogue, threshold)) {
      List<LintReport> all = new ArrayList<>(List.of(new MavenLogReport(getLog())));
      all.addAll(open.reports());
      long most = maxFindings == null ? Long.MAX_VALUE : maxFindings;
      ReportingSink reporting = new ReportingSink(all, most);
      FindingFilter filter = new FindingFilter(reporting, known, catalogue);
      new LintRunner(new Linter(catalogue, law), Runtime.getRuntime().availableProcessors())
          .run(files.stream().map(LintInput.OfFile::new).toList(), filter.sink());
      filter.reportStaleEntries();
      LintSummary summary = reporting.finish();
      open.finish();
      filter.summaryLines().forEach(getLog()::info);
      failOnFindings(summary, threshold);
    } catch (FilterFileException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    } catch (IOException | UncheckedIOException failed) {
      throw new MojoExecutionException("Cannot lint: " + failed.getMessage(), failed);
    }
  }

  private List<LintReportFiles.ReportTarget> targets() throws MojoExecutionException {
    List<LintReportFiles.ReportTarget> targets = new ArrayList<>();
    targets.add(new LintReportFiles.ReportTarget(ReportFormat.JSON, reportFile.toPath()));
    for (String report : reports) {
      targets.add(LintReportFiles.ReportTarget.of(report, baseDirectory()));
    }
    return targets;
  }

  private static @Nullable Path existingFile(String parameter, @Nullable File file)
      throws MojoExecutionException {
    if (file != null && !file.isFile()) {
      throw new MojoExecutionException(
          "<" + parameter + ">" + file + "</" + parameter + "> is not there.");
    }
    return file == null ? null : file.toPath();
  }

  private RuleInterpretation reading() throws MojoExecutionException {
    return switch (reading) {
      case "enforced" -> RuleInterpretation.ENFORCED;
      case "documented" -> RuleInterpretation.DOCUMENTED;
      default ->
          throw new MojoExecutionException(
              "<reading>" + reading + "</reading> is no reading: write enforced or documented.");
    };
  }

  private void failOnFindings(LintSummary summary, Severity threshold)
      throws MojoFailureException, MojoExecutionException {
    if (summary.unreadable() > 0) {
      throw new MojoExecutionException(
          "Not every request file could be read (" + summary + "); those are listed above.");
    }
    if (summary.countAtLeast(threshold) > 0) {
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
