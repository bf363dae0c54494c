package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.ParameterForm;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The reply to a request. It may have to wait for results.
 *
 * @param delay how long it is kept back; zero for not at all
 * @param envelope what it says; to be asked once, when the delay is over
 */
public record Answer(Duration delay, Supplier<Envelope> envelope) {
  /** What is said at once. */
  static Answer now(Envelope envelope) {
    return new Answer(Duration.ZERO, () -> envelope);
  }

  /** One reply to all tasks of a request, sent when none has to wait any more. */
  static Answer joined(List<Answer> answers, Knobs knobs) {
    return new Answer(
        answers.stream().map(Answer::delay).max(Comparator.naturalOrder()).orElse(Duration.ZERO),
        () -> {
          Envelope all = new Envelope(knobs);
          answers.forEach(answer -> all.include(answer.envelope().get()));
          return all;
        });
  }

  /** The same with one more error in it, which says of no task to be about it. */
  public Answer beside(ApiError error) {
    return new Answer(
        delay,
        () -> {
          Envelope sent = envelope.get();
          sent.report(error.toJson(ParameterForm.FIRST));
          return sent;
        });
  }

  /** The same, whose envelope is shown to {@code reader} when it is sent. */
  Answer shownTo(Consumer<Envelope> reader) {
    return new Answer(
        delay,
        () -> {
          Envelope sent = envelope.get();
          reader.accept(sent);
          return sent;
        });
  }
}
