package dev.callsheet.junit;

import dev.callsheet.linter.RequestFileFinder;
import dev.callsheet.linter.session.LintSession;
import dev.callsheet.linter.session.LintSettings;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/**
 * Makes a test of every request in a project's files, for a test factory of JUnit 5.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicContainer> requestsAreValid() {
 *   return RequestTests.ofBundledModels().in("src/main/requests", "src/test/requests");
 * }
 * }</pre>
 */
public final class RequestTests {
  private static final Path PROJECT = Path.of("");

  private final LintSession session;

  private RequestTests(LintSession session) {
    this.session = session;
  }

  /** Validates by the models bundled with Callsheet, with rules as enforced; errors fail. */
  public static RequestTests ofBundledModels() {
    return of(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED, Severity.ERROR);
  }

  /**
   * Validates by the models of a catalogue, such as {@code
   * ModelCatalogue.of(List.of(Path.of("specs")))}.
   *
   * @param interpretation which form of a rule is validated where the published one differs from
   *     the enforced one
   * @param failOn the least severe finding that fails a test
   */
  public static RequestTests of(
      ModelCatalogue catalogue, RuleInterpretation interpretation, Severity failOn) {
    return of(catalogue, interpretation, failOn, Clock.systemUTC());
  }

  /**
   * The same, as of the date of a clock, which decides whether what is deprecated is still
   * accepted; with a fixed one, tests do not age.
   */
  public static RequestTests of(
      ModelCatalogue catalogue, RuleInterpretation interpretation, Severity failOn, Clock clock) {
    return new RequestTests(
        new LintSession(
            LintSettings.builder(catalogue)
                .interpretation(interpretation)
                .failOn(failOn)
                .clock(clock)
                .build()));
  }

  /**
   * A container for every file, with a test for every request in it: a task, an item of a list of
   * tasks, or a line of a file that is read line by line.
   *
   * @param places files, directories (their {@code .json}, {@code .jsonl} and {@code .ndjson} files
   *     at any depth that git does not ignore) or patterns such as {@code requests/**}{@code
   *     /*.json}; relative ones are read from the working directory, in Maven the project's own
   * @throws IllegalArgumentException when a place holds no request file: a test of nothing would
   *     pass forever
   */
  public Stream<DynamicContainer> in(String... places) {
    List<Path> files = new ArrayList<>();
    for (String place : places) {
      List<Path> found = find(place);
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "there is no request file by the name of '"
                + place
                + "' in "
                + PROJECT.toAbsolutePath());
      }
      files.addAll(found);
    }
    return files.stream().distinct().map(this::container);
  }

  private DynamicContainer container(Path file) {
    RequestFileTests requests = new RequestFileTests(file, session);
    return DynamicContainer.dynamicContainer(file.toString(), file.toUri(), requests.tests());
  }

  private static List<Path> find(String place) {
    try {
      return RequestFileFinder.find(PROJECT, place);
    } catch (IOException e) {
      throw new UncheckedIOException(place + " cannot be read: " + e.getMessage(), e);
    }
  }
}
