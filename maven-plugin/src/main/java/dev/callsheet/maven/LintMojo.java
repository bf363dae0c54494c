package dev.callsheet.maven;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.baseline.FilterFileException;
import dev.callsheet.linter.baseline.FindingFilter.FilterOptions;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.session.LintListener;
import dev.callsheet.linter.session.LintSession;
import dev.callsheet.linter.session.LintSessionResult;
import dev.callsheet.linter.session.LintSettings;
import dev.callsheet.linter.session.ReportTarget;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Validates the project's request files by the rules of their models, and fails the build when one
 * is broken. Every finding is logged with its file, line and column; all of them are in a report.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class LintMojo extends CallsheetMojo {
  /**
   * The request files: files, directories (their {@code .json}, {@code .jsonl} and {@code .ndjson}
   * files at any depth) or patterns such as {@code src/main/requests/**}{@code /*.json}. By default
   * the directories {@code src/main/requests} and {@code src/test/requests}, where they exist.
   */
  @Parameter(property = "callsheet.requests")
  private List<String> requests = List.of();

  /**
   * The least severe finding that fails the build: {@code error}, {@code warning} or {@code note}.
   */
  @Parameter(property = "callsheet.failOn", defaultValue = "error", required = true)
  private String failOn;

  /**
   * More reports, each as a format and a file, such as {@code sarif=target/lint.sarif}; the file is
   * relative to the project's directory. The formats are {@code text}, {@code json}, {@code sarif},
   * {@code github}, {@code gitlab} and {@code junit}.
   */
  @Parameter(property = "callsheet.reports")
  private List<String> reports = List.of();

  /**
   * Which form of a rule to validate where the published one differs from the enforced one: {@code
   * enforced} or {@code documented}.
   */
  @Parameter(property = "callsheet.reading", defaultValue = "enforced", required = true)
  private String reading;

  /** A file of known findings, which do not count; the command line writes it. */
  @Parameter(property = "callsheet.baseline")
  private @Nullable File baseline;

  /** A file of accepted findings, each with a reason. */
  @Parameter(property = "callsheet.suppressions")
  private @Nullable File suppressions;

  /** How many findings are shown at most; all of them count. */
  @Parameter(property = "callsheet.maxFindings")
  private @Nullable Long maxFindings;

  /**
   * The day as of which requests are judged, such as {@code 2026-09-01}: it decides whether what is
   * deprecated is still accepted. Today in UTC by default.
   */
  @Parameter(property = "callsheet.today")
  private @Nullable String today;

  /** Whether notes are shown, instead of only counted. */
  @Parameter(property = "callsheet.notes", defaultValue = "false")
  private boolean notes;

  /** The file of the report, in JSON. */
  @Parameter(
      property = "callsheet.reportFile",
      defaultValue = "${project.build.directory}/callsheet-lint.json",
      required = true)
  private File reportFile;

  @Override
  void run() throws MojoExecutionException, MojoFailureException, IOException, SpecException {
    Severity threshold = threshold();
    RuleInterpretation interpretation = interpretation();
    List<ReportTarget> targets = targets(notes || threshold == Severity.NOTE);
    FilterOptions filter =
        new FilterOptions(
            existingFile("baseline", baseline), false, existingFile("suppressions", suppressions));
    Collection<Path> files = new RequestFileSelection(baseDirectory(), requests).files();
    if (files.isEmpty()) {
      getLog()
          .info("Nothing to lint: no request file in " + RequestFileSelection.CONVENTIONAL + ".");
      return;
    }
    LintSettings settings =
        LintSettings.builder(specs().catalogue())
            .interpretation(interpretation)
            .clock(clock())
            .failOn(threshold)
            .reports(targets)
            .maxFindings(maxFindings == null ? Long.MAX_VALUE : maxFindings)
            .filter(filter)
            .build();
    try {
      LintSessionResult result =
          new LintSession(settings)
              .run(files.stream().map(LintInput.OfFile::new).toList(), LintListener.NONE);
      result.filterNotes().forEach(getLog()::info);
      if (result.tasksNotCompared() > 0) {
        getLog()
            .warn(
                "Of some tasks ("
                    + result.tasksNotCompared()
                    + ") it was not looked whether later ones have the same `taskUUID`: their file"
                    + " has more than are remembered.");
      }
      failUnlessPassed(result);
    } catch (FilterFileException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private List<ReportTarget> targets(boolean showsNotes) throws MojoExecutionException {
    ReportFormat.TextStyle plain = new ReportFormat.TextStyle(false, true, showsNotes);
    List<ReportTarget> targets = new ArrayList<>();
    targets.add(new ReportTarget.Custom(new MavenLogReport(getLog(), showsNotes)));
    targets.add(new ReportTarget.ToFile(ReportFormat.JSON, plain, reportFile.toPath()));
    for (String report : reports) {
      targets.add(target(report, plain));
    }
    return targets;
  }

  /** Reads the written form of a report, such as {@code sarif=target/lint.sarif}. */
  private ReportTarget target(String text, ReportFormat.TextStyle style)
      throws MojoExecutionException {
    int equals = text.indexOf('=');
    Optional<ReportFormat> format = ReportFormat.of(text.substring(0, Math.max(0, equals)));
    String file = text.substring(equals + 1);
    if (equals < 0 || file.isBlank() || format.isEmpty()) {
      throw new MojoExecutionException(
          "<report>"
              + text
              + "</report> is not a report: write a format and a file, as in"
              + " sarif=target/lint.sarif; the formats are "
              + ReportFormat.ids()
              + ".");
    }
    return new ReportTarget.ToFile(format.get(), style, baseDirectory().resolve(file));
  }

  private static @Nullable Path existingFile(String parameter, @Nullable File file)
      throws MojoExecutionException {
    if (file != null && !file.isFile()) {
      throw new MojoExecutionException(
          "<" + parameter + ">" + file + "</" + parameter + "> is not there.");
    }
    return file == null ? null : file.toPath();
  }

  private RuleInterpretation interpretation() throws MojoExecutionException {
    return switch (reading) {
      case "enforced" -> RuleInterpretation.ENFORCED;
      case "documented" -> RuleInterpretation.DOCUMENTED;
      default ->
          throw new MojoExecutionException(
              "<reading>" + reading + "</reading> is no reading: write enforced or documented.");
    };
  }

  private void failUnlessPassed(LintSessionResult result)
      throws MojoFailureException, MojoExecutionException {
    switch (result.status()) {
      case INCOMPLETE ->
          throw new MojoExecutionException(
              "Not every request file could be read ("
                  + result.summary()
                  + "); those are listed above.");
      case INTERNAL_ERROR ->
          throw new MojoExecutionException(
              "Not every request could be validated, by an internal error of Callsheet ("
                  + result.summary()
                  + "); those are listed above.");
      case FAILED ->
          throw new MojoFailureException(
              "Not every request is fit to send ("
                  + result.summary()
                  + "). The findings are listed above and in "
                  + reportFile
                  + ".");
      case PASSED -> getLog().info("Linted " + result.summary() + ".");
    }
  }

  private Clock clock() throws MojoExecutionException {
    try {
      return today == null
          ? Clock.systemUTC()
          : Clock.fixed(
              LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new MojoExecutionException(
          "<today>" + today + "</today> is no day: write it as in 2026-09-01.", e);
    }
  }

  private Severity threshold() throws MojoExecutionException {
    return switch (failOn) {
      case "error" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      case "note" -> Severity.NOTE;
      default ->
          throw new MojoExecutionException(
              "<failOn>" + failOn + "</failOn> is not a severity: write error, warning or note.");
    };
  }
}
