package dev.callsheet.linter.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.linter.ForwardingSink;
import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.RequestFileFinder;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.baseline.FindingFilter.FilterOptions;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.session.LintSessionResult.Status;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintSessionTest {
  private static final String WRONG = "{\"taskType\": \"png\"}";
  private static final String RIGHT = "{\"taskType\": \"ping\"}";

  private static final Path FIXABLE =
      Path.of("..", "tests", "requests", "klingai", "kling-video-3-0-omni-pro")
          .resolve(Path.of("invalid", "video-sets-duration.json"));

  @TempDir private Path directory;

  @Test
  void run_withoutFindings_passes() throws Exception {
    write("a.json", RIGHT);
    LintSessionResult result = run(settings(), directory);
    assertThat(result.status()).isEqualTo(Status.PASSED);
    assertThat(result.summary().requests()).isEqualTo(1);
    assertThat(result.coverage()).isNull();
  }

  @Test
  void run_withErrors_failsAndWritesEveryReport() throws Exception {
    write("a.json", WRONG);
    StringWriter out = new StringWriter();
    Path file = directory.resolve("reports/lint.json");
    TextStyle style = new TextStyle(false, true, true);
    LintSessionResult result =
        run(
            settings()
                .reports(
                    List.of(
                        new ReportTarget.ToWriter(ReportFormat.TEXT, style, out),
                        new ReportTarget.ToFile(ReportFormat.JSON, style, file))),
            directory.resolve("a.json"));
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(out.toString()).contains("a.json:1:14: error", "1 file, 1 request: 1 error");
    assertThat(file).content().contains("not-allowed-value");
  }

  @Test
  void run_withAnUnreadableInput_isIncompleteAndLintsTheOthers() throws Exception {
    write("a.json", WRONG);
    List<LintInput> inputs =
        new ArrayList<>(RequestFileFinder.findInputs(directory, "missing.json"));
    inputs.addAll(RequestFileFinder.findInputs(directory, "a.json"));
    LintSessionResult result = new LintSession(settings().build()).run(inputs, LintListener.NONE);
    assertThat(result.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(result.summary().unreadable()).isEqualTo(1);
    assertThat(result.summary().errors()).isEqualTo(1);
  }

  @Test
  void run_whereAReportCannotBeWritten_throwsWithTheFilesName() throws Exception {
    write("a.json", RIGHT);
    Path file = directory.resolve("a.json/report.json");
    ReportTarget target =
        new ReportTarget.ToFile(ReportFormat.JSON, new TextStyle(false, true, true), file);
    assertThatThrownBy(() -> run(settings().reports(List.of(target)), directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file + ": could not be written");
  }

  @Test
  void run_withFixes_repairsFilesAndTellsTheListener() throws Exception {
    Files.copy(FIXABLE, directory.resolve("a.json"));
    List<String> fixed = new ArrayList<>();
    LintListener listener =
        new LintListener() {
          @Override
          public void onFixed(FixResult.AppliedFix fix) {
            fixed.add(fix.rule());
          }
        };
    LintSessionResult result =
        new LintSession(settings().fixes(true).build())
            .run(RequestFileFinder.findInputs(directory, "a.json"), listener);
    assertThat(result.status()).isEqualTo(Status.PASSED);
    assertThat(fixed).containsExactly("video-sets-duration");
    assertThat(directory.resolve("a.json")).content().doesNotContain("duration");
  }

  @Test
  void run_withFixesOfAStream_isRefused() {
    LintInput stream =
        new LintInput.OfStream(
            "-", new ByteArrayInputStream(WRONG.getBytes(StandardCharsets.UTF_8)));
    LintSession session = new LintSession(settings().fixes(true).build());
    assertThatThrownBy(() -> session.run(List.of(stream), LintListener.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void observer_seesFindingsThatTheBaselineHoldsBack() throws Exception {
    write("a.json", WRONG);
    Path baseline = directory.resolve("baseline.yaml");
    List<LintInput> inputs = RequestFileFinder.findInputs(directory, "a.json");
    new LintSession(settings().filter(new FilterOptions(baseline, true, null)).build())
        .run(inputs, LintListener.NONE);
    List<String> events = new ArrayList<>();
    LintSessionResult result =
        new LintSession(settings().filter(new FilterOptions(baseline, false, null)).build())
            .run(inputs, new Recorder(events));
    assertThat(result.status()).isEqualTo(Status.PASSED);
    assertThat(result.filterNotes()).containsExactly("1 known by " + baseline);
    assertThat(events).containsExactly("not-allowed-value", "done");
  }

  private static LintSettings.Builder settings() {
    return LintSettings.builder(ModelCatalogue.bundled());
  }

  private LintSessionResult run(LintSettings.Builder settings, Path path) throws Exception {
    return new LintSession(settings.build())
        .run(RequestFileFinder.findInputs(directory, path.toString()), LintListener.NONE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  /** Notes the rules of findings, and the end. */
  private record Recorder(List<String> events) implements LintListener {
    @Override
    public LintSink observe(LintSink next) {
      return new ForwardingSink(next) {
        @Override
        public void onFinding(Finding finding) {
          events.add(finding.rule());
          super.onFinding(finding);
        }

        @Override
        public void onUnreadableInput(UnreadableInput input) {
          events.add(input.toString());
          super.onUnreadableInput(input);
        }
      };
    }

    @Override
    public void onInputsDone() {
      events.add("done");
    }
  }
}
