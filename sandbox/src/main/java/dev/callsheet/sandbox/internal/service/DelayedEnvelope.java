package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.behavior.ErrorParameterForm;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The reply to a request. It may have to wait for results, or for what has to be fetched first.
 *
 * @param delay from now; zero for at once
 * @param fetched completes when what the reply needs is there; never with an exception
 * @param envelope makes the reply; called once, when both are over
 */
public record DelayedEnvelope(
    Duration delay, CompletableFuture<Void> fetched, Supplier<ResponseEnvelope> envelope) {
  private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

  /** A reply that needs nothing but time. */
  public DelayedEnvelope(Duration delay, Supplier<ResponseEnvelope> envelope) {
    this(delay, NOTHING, envelope);
  }

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
        CompletableFuture.allOf(
            answers.stream().map(DelayedEnvelope::fetched).toArray(CompletableFuture<?>[]::new)),
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
        fetched,
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
        fetched,
        () -> {
          ResponseEnvelope sent = envelope.get();
          reader.accept(sent);
          return sent;
        });
  }
}
