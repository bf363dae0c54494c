package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.behavior.ErrorParameterForm;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The reply to a request. It may have to wait for results.
 *
 * @param delay from now; zero for at once
 * @param envelope makes the reply; called once, when the delay is over
 */
public record DelayedEnvelope(Duration delay, Supplier<ResponseEnvelope> envelope) {
  /** A reply without a delay. */
  static DelayedEnvelope immediate(ResponseEnvelope envelope) {
    return new DelayedEnvelope(Duration.ZERO, () -> envelope);
  }

  /** One reply to all tasks of a request, sent when none has to wait any more. */
  static DelayedEnvelope merged(List<DelayedEnvelope> answers, SandboxBehavior behavior) {
    return new DelayedEnvelope(
        answers.stream()
            .map(DelayedEnvelope::delay)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO),
        () -> {
          ResponseEnvelope all = new ResponseEnvelope(behavior);
          answers.forEach(answer -> all.merge(answer.envelope().get()));
          return all;
        });
  }

  /** The same with one more error, which names no task. */
  public DelayedEnvelope withAdditionalError(ErrorEntry error) {
    return new DelayedEnvelope(
        delay,
        () -> {
          ResponseEnvelope sent = envelope.get();
          sent.addError(error.toJson(ErrorParameterForm.FIRST));
          return sent;
        });
  }

  /** The same; {@code reader} gets the envelope when it is sent. */
  DelayedEnvelope onSend(Consumer<ResponseEnvelope> reader) {
    return new DelayedEnvelope(
        delay,
        () -> {
          ResponseEnvelope sent = envelope.get();
          reader.accept(sent);
          return sent;
        });
  }
}
