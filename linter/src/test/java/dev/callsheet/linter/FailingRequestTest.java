package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.linter.validation.TaskObserver;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that the linter fails at is told, and keeps no other from being linted. */
@Timeout(60)
class FailingRequestTest {
  private static final String WRONG = "{\"taskType\": \"png\"}";
  private static final String FAILING = "{\"taskType\": \"png\", \"fail\": true}";

  /** Fails as a pattern without end would. */
  private static final TaskObserver OBSERVER =
      (task, result) -> {
        if (task.has("fail")) {
          throw new StackOverflowError();
        }
      };

  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED).observedBy(OBSERVER);

  @TempDir private Path directory;

  private final List<Finding> findings = new ArrayList<>();
  private final List<UnreadableInput> unreadable = new ArrayList<>();
  private final List<String> linted = new ArrayList<>();

  private final LintSink sink =
      new LintSink() {
        @Override
        public void onFinding(Finding finding) {
          findings.add(finding);
        }

        @Override
        public void onInputLinted(String name, long requests) {
          linted.add(name);
        }

        @Override
        public void onUnreadableInput(UnreadableInput input) {
          unreadable.add(input);
        }
      };

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void theOtherRequestsAreLinted(int jobs) throws IOException {
    List<LintInput> inputs =
        List.of(
            file("a.json", FAILING),
            file("b.json", "[" + WRONG + "," + FAILING + "," + WRONG + "]"),
            file("c.ndjson", WRONG + "\n" + FAILING + "\n" + WRONG + "\n"),
            file("d.json", "[" + (WRONG + ",").repeat(5_000) + FAILING + "]"),
            file("e.ndjson", (WRONG + "\n").repeat(5_000) + FAILING),
            file("f.json", WRONG));
    new LintRunner(LINTER, jobs).run(inputs, sink);
    assertThat(linted)
        .containsExactly("a.json", "b.json", "c.ndjson", "d.json", "e.ndjson", "f.json");
    assertThat(findings.stream().filter(each -> each.rule().equals("internal-error")))
        .hasSize(5)
        .allSatisfy(
            each ->
                assertThat(each.message())
                    .contains("by an internal error of Callsheet: java.lang.StackOverflowError"));
    assertThat(findings.stream().filter(each -> each.rule().equals("not-allowed-value")))
        .hasSize(2 + 2 + 5_000 + 5_000 + 1);
  }

  @Test
  void anInputThatTheLinterFailsAtDoesNotEndTheRun() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("odd");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return read();
          }
        };
    InputStream sound = new ByteArrayInputStream(WRONG.getBytes(StandardCharsets.UTF_8));
    new LintRunner(LINTER, 2)
        .run(
            List.of(new LintInput.OfStream("a", failing), new LintInput.OfStream("b", sound)),
            sink);
    assertThat(unreadable)
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.isInternalError()).isTrue();
              assertThat(input.toString()).startsWith("a: could not be linted").contains("odd");
            });
    assertThat(findings).hasSize(1);
  }

  @Test
  void whatASinkThrowsEndsTheRun() throws IOException {
    LintSink full =
        new ForwardingSink(sink) {
          @Override
          public void onFinding(Finding finding) {
            throw new UncheckedIOException(new IOException("no space"));
          }
        };
    List<LintInput> inputs = List.of(file("a.json", WRONG), file("b.json", WRONG));
    assertThatThrownBy(() -> new LintRunner(LINTER, 2).run(inputs, full))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no space");
    assertThat(linted).isEmpty();
  }

  @Test
  void aRunRemembersThatSomethingFailed() throws IOException {
    ReportingSink sound = new ReportingSink(List.of());
    new LintRunner(LINTER, 1).run(List.of(file("a.json", WRONG)), sound);
    assertThat(sound.hasInternalErrors()).isFalse();
    ReportingSink failed = new ReportingSink(List.of());
    new LintRunner(LINTER, 1).run(List.of(file("a.json", FAILING)), failed);
    assertThat(failed.hasInternalErrors()).isTrue();
  }

  private LintInput file(String name, String text) throws IOException {
    return new LintInput.OfFile(name, Files.writeString(directory.resolve(name), text));
  }
}
