package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Validates a request and writes it as the bytes that every attempt will send. */
final class PrepareStep {
  private static final System.Logger LOG = System.getLogger(PrepareStep.class.getName());

  private PrepareStep() {}

  /**
   * The body that submits the request.
   *
   * @param job the id of its job
   * @throws InvalidRequestException if the request breaks a rule of its model
   */
  static byte[] prepare(ModelRequest<?> request, UUID job, Protocol protocol) {
    var violations = request.check();
    var model = request.modelType().name();
    if (violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
      throw new InvalidRequestException(model, violations);
    }
    for (var warning : violations) {
      var level = warning.severity() == Severity.NOTE ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "Request {0} for {1}: {2}", job, model, warning);
    }
    return protocol.submissionBody(request);
  }
}
