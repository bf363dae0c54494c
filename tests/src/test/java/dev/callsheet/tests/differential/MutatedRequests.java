package dev.callsheet.tests.differential;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Requests for one model, made from its valid ones, and what the linter finds in them. */
final class MutatedRequests {
  private static final Path REQUESTS = Path.of("requests");
  private static final int SIZE = 20_000;
  private static final long SEED = 42;

  private final ModelSpec model;
  private final ModelValidator linter;
  private int valid;
  private int size;

  MutatedRequests(ModelSpec model, RuleInterpretation reading) {
    this.model = model;
    this.linter = new ModelValidator(model, reading);
  }

  /** A request and the errors that the linter finds in it. */
  record LintedRequest(ObjectNode request, List<Violation> errors) {
    boolean isValid() {
      return errors.isEmpty();
    }

    @Override
    public String toString() {
      return (isValid() ? "valid to the linter" : "refused by the linter for " + errors)
          + ": "
          + request;
    }
  }

  /** The requests, the same ones each time. */
  Stream<LintedRequest> requests() {
    return new RandomRequestMutator(model, seeds(), SEED).requests(SIZE).map(this::lint);
  }

  /** The share of the requests so far that are valid. */
  double validShare() {
    return (double) valid / size;
  }

  private LintedRequest lint(ObjectNode request) {
    List<Violation> errors =
        linter.validate(request).stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .toList();
    size++;
    valid += errors.isEmpty() ? 1 : 0;
    return new LintedRequest(request, errors);
  }

  private List<ObjectNode> seeds() {
    try (Stream<Path> files = Files.find(REQUESTS, 4, (file, attributes) -> isValidRequest(file))) {
      return files
          .sorted()
          .map(file -> (ObjectNode) JsonSchemas.JSON.readTree(file))
          .filter(request -> request.get("model").stringValue().equals(model.id()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isValidRequest(Path file) {
    return file.toString().endsWith(".json") && file.resolveSibling("").endsWith("valid");
  }
}
