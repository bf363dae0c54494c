package dev.callsheet.maven;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.baseline.KnownFilter;
import dev.callsheet.spec.baseline.SettingsException;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.run.LintInput;
import dev.callsheet.spec.lint.run.LintRun;
import dev.callsheet.spec.report.Report;
import dev.callsheet.spec.report.ReportFormat;
import dev.callsheet.spec.report.Reporting;
import dev.callsheet.spec.report.Summary;
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
    Reading law = reading();
    List<LintReports.Target> targets = targets();
    KnownFilter.Settings known =
        new KnownFilter.Settings(
            there("baseline", baseline), false, there("suppressions", suppressions));
    Collection<Path> files = new RequestSet(baseDirectory(), requests).files();
    if (files.isEmpty()) {
      getLog().info("Nothing to lint: no request file in " + RequestSet.CONVENTIONAL + ".");
      return;
    }
    Catalogue catalogue = specs().catalogue();
    try (LintReports open = new LintReports(targets, catalogue, threshold)) {
      List<Report> all = new ArrayList<>(List.of(new LogReport(getLog())));
      all.addAll(open.reports());
      long most = maxFindings == null ? Long.MAX_VALUE : maxFindings;
      Reporting reporting = new Reporting(all, most);
      KnownFilter filter = new KnownFilter(reporting, known, catalogue);
      new LintRun(new Linter(catalogue, law), Runtime.getRuntime().availableProcessors())
          .run(files.stream().map(LintInput.OfFile::new).toList(), filter.sink());
      filter.end();
      Summary summary = reporting.end();
      open.finish();
      filter.notes().forEach(getLog()::info);
      judge(summary, threshold);
    } catch (SettingsException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    } catch (IOException | UncheckedIOException failed) {
      throw new MojoExecutionException("Cannot lint: " + failed.getMessage(), failed);
    }
  }

  private List<LintReports.Target> targets() throws MojoExecutionException {
    List<LintReports.Target> targets = new ArrayList<>();
    targets.add(new LintReports.Target(ReportFormat.JSON, reportFile.toPath()));
    for (String report : reports) {
      targets.add(LintReports.Target.of(report, baseDirectory()));
    }
    return targets;
  }

  private static @Nullable Path there(String parameter, @Nullable File file)
      throws MojoExecutionException {
    if (file != null && !file.isFile()) {
      throw new MojoExecutionException(
          "<" + parameter + ">" + file + "</" + parameter + "> is not there.");
    }
    return file == null ? null : file.toPath();
  }

  private Reading reading() throws MojoExecutionException {
    return switch (reading) {
      case "enforced" -> Reading.ENFORCED;
      case "documented" -> Reading.DOCUMENTED;
      default ->
          throw new MojoExecutionException(
              "<reading>" + reading + "</reading> is no reading: write enforced or documented.");
    };
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
