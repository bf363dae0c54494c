package dev.callsheet.sandbox.http;

import dev.callsheet.sandbox.api.Answer;
import dev.callsheet.sandbox.api.Envelope;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A reply that is to be sent when its time comes.
 *
 * @param delay the time until then; zero for at once
 * @param content the reply; to be asked for once, at that time
 */
record DueReply(Duration delay, Supplier<Reply> content) {
  static DueReply now(Reply reply) {
    return new DueReply(Duration.ZERO, () -> reply);
  }

  static DueReply of(Answer answer) {
    return new DueReply(
        answer.delay(),
        () -> {
          Envelope envelope = answer.envelope().get();
          return Reply.json(envelope.status(), envelope.toJson());
        });
  }
}
